import type { FormField, Programme } from '@aipower/programme';
import type { Entries } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { fixedFields } from '../form/entries.ts';
import { fieldView } from '../form/field-view.ts';
import { formPages } from '../form/form-pages.ts';

interface Answered {
  readonly category: string;
  readonly entries: Entries;
  /** What the desk fills in, in the words it is shown with. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** Every answer of the form to be read, page by page; choices by their words. */
export function answersView(programme: Programme, { category, entries, fixed }: Answered, visit: Visit) {
  const { language, t } = visit;
  const facts = { entries, issues: [], help: {}, suggested: [], showMissing: false };
  const read = (field: FormField) => {
    const one = fieldView(programme, field, facts, visit);
    const chosen = one.options.filter((option) => option.chosen).map(({ label }) => label);
    const own = (fixedFields as readonly string[]).includes(field.id) ? fixed[field.id] : undefined;
    const plain = one.shape === 'consent' ? (one.isTicked ? t.apply.form.agreed : '') : one.value;
    const text = own ?? (chosen.length > 0 ? chosen.join('\n') : plain);
    return { id: field.id, no: one.no, label: one.label, text: text === '' ? t.apply.form.blank : text };
  };
  return formPages(programme, category).map(({ id, sections, fields }) => ({
    id,
    heading: sections[0]!.heading[language],
    answers: fields.map(read),
  }));
}
