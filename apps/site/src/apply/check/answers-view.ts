import type { FormField, Programme } from '@aipower/programme';
import { parseDay } from '@aipower/taiwan/dates';
import type { Entries } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import type { Show } from '../../page/show.ts';
import { fixedFields } from '../form/entries.ts';
import { type FieldView, fieldView } from '../form/field-view.ts';
import { formPages } from '../form/form-pages.ts';

interface Answered {
  readonly category: string;
  readonly entries: Entries;
  /** What the desk fills in, in the words it is shown with. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** Days and amounts as every page writes them; what cannot be read as one stays as it was typed. */
function written({ kind }: FormField, { value, unit }: FieldView, show: Show): string {
  const isNumber = kind === 'integer' || kind === 'number';
  if (isNumber && /^\d{1,15}(\.\d+)?$/.test(value)) return `${show.number(Number(value))} ${unit}`.trim();
  const day = kind === 'date' ? parseDay(value) : null;
  return day?.ok ? show.day(day.day) : value;
}

/** Every answer of the form to be read, page by page; choices by their words. */
export function answersView(programme: Programme, { category, entries, fixed }: Answered, visit: Visit) {
  const { language, t, show } = visit;
  const facts = { entries, issues: [], help: {}, suggested: [], showMissing: false };
  const read = (field: FormField) => {
    const one = fieldView(programme, field, facts, visit);
    const chosen = one.options.filter((option) => option.chosen).map(({ label }) => label);
    const own = (fixedFields as readonly string[]).includes(field.id) ? fixed[field.id] : undefined;
    const plain = one.shape === 'consent' ? (one.isTicked ? t.apply.form.agreed : '') : written(field, one, show);
    const text = own ?? (chosen.length > 0 ? chosen.join('\n') : plain);
    return { id: field.id, no: one.no, label: one.label, text: text === '' ? t.apply.form.blank : text };
  };
  return formPages(programme, category).map(({ id, sections, fields }) => ({
    id,
    heading: sections[0]!.heading[language],
    answers: fields.map(read),
  }));
}
