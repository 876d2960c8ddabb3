import { countCharacters, type FieldIssue, type FormField, type Programme } from '@aipower/programme';
import type { Entries } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import type { Help } from './help.ts';

/** Longest answers as the programme's check has them, where its data name no other. */
const LINE_LIMIT = 1000;
const kinds: Readonly<Record<string, 'text' | 'area' | 'many' | 'one' | 'consent'>> = {
  'long-text': 'area',
  'choice-many': 'many',
  'choice-one': 'one',
  'yes-no': 'one',
  consent: 'consent',
};
const shortKinds: ReadonlySet<string> = new Set(['date', 'integer', 'number', 'phone', 'mobile']);
const inputModes: Readonly<Record<string, string>> = {
  integer: 'numeric',
  number: 'decimal',
  phone: 'tel',
  mobile: 'tel',
  email: 'email',
  url: 'url',
};

/** One question of the form as a page shows it. */
export function fieldView(
  programme: Programme,
  field: FormField,
  { entries, issues, help, suggested, showMissing }: FieldFacts,
  { t, show, language }: Visit,
) {
  const value = entries[field.id];
  const text = typeof value === 'string' ? value : '';
  const issue = issues.find((one) => one.field === field.id);
  const shape = kinds[field.kind] ?? 'text';
  const max = field.max ?? LINE_LIMIT;
  return {
    id: field.id,
    // Some labels of the form carry their number already.
    no: field.no === undefined || field.label[language].startsWith(field.no) ? '' : field.no,
    shape,
    label: field.label[language],
    labelZh: language === 'zh' ? null : field.label.zh,
    hint: [field.hint?.[language], field.kind === 'date' ? t.apply.form.dateHint : ''].filter(Boolean).join(' '),
    more: field.help?.[language] ?? null,
    example: field.example?.[language] ?? null,
    unit: field.unit ? t.apply.form.units[field.unit as keyof typeof t.apply.form.units] : '',
    isOptional: field.requirement === 'optional',
    inputMode: inputModes[field.kind] ?? 'text',
    // As wide as what goes into it: a box that is too long asks for more than it wants.
    isShort: shortKinds.has(field.kind),
    value: text,
    counter:
      shape === 'area'
        ? { max, text: t.apply.form.counter(show.number(countCharacters(text)), show.number(max)) }
        : null,
    isTicked: text !== '',
    options: optionsOf(programme, field, language).map((one) => ({
      ...one,
      chosen: Array.isArray(value) ? value.includes(one.id) : value === one.id,
    })),
    warning: issue && (showMissing || text !== '' || Array.isArray(value)) ? t.rules.fields[issue.code] : null,
    suggested: suggested.includes(field.id),
    help: help[field.id] ?? [],
  };
}

export interface FieldFacts {
  readonly entries: Entries;
  readonly issues: readonly FieldIssue[];
  readonly help: Help;
  readonly suggested: readonly string[];
  /** Whether what is missing is said, too: not on a page that nobody has filled in yet. */
  readonly showMissing: boolean;
}

export type FieldView = ReturnType<typeof fieldView>;

function optionsOf(programme: Programme, field: FormField, language: 'zh' | 'en'): { id: string; label: string }[] {
  const list = programme.modelLists.find(({ id }) => id === field.modelList);
  const plain = list
    ? list.models.map(({ name }) => ({ id: name, label: name }))
    : (field.options ?? []).map(({ id, label }) => ({ id, label: label[language] }));
  return field.exclusive ? [...plain, { id: field.exclusive.id, label: field.exclusive.label[language] }] : plain;
}
