import { type FormField, type FormSection, formSections, type Programme } from '@aipower/programme';

/** One page of the form: the sections on it, and the name under which its answers are kept. */
export interface FormPage {
  /** In the address. */
  readonly id: string;
  /** Answers to questions that only one category asks are kept apart, so that a swap of the category loses none. */
  readonly section: string;
  readonly sections: readonly FormSection[];
  readonly fields: readonly FormField[];
}

/** What stands on one page of the original; every other section has its own. */
const together: Readonly<Record<string, string>> = { 'personal-data': 'company', registrations: 'bonus' };
/** Chosen before the form, and accepted where it is sent. */
const elsewhere = ['category', 'pledge'];

export function formPages(programme: Programme, category: string): readonly FormPage[] {
  const groups = new Map<string, FormSection[]>();
  for (const section of formSections(programme, category)) {
    if (elsewhere.includes(section.id)) continue;
    const id = together[section.id] ?? section.id;
    groups.set(id, [...(groups.get(id) ?? []), section]);
  }
  return [...groups].map(([id, sections]) => {
    const fields = sections.flatMap((one) => one.fields);
    return { id, section: isOwn(sections) ? `${category}.${id}` : id, sections, fields };
  });
}

/** Is the page asked in this category's own words? Numbers and ticks that both ask for alike are shared. */
function isOwn(sections: readonly FormSection[]): boolean {
  const ownText = ({ categories, kind, criterion }: FormField) =>
    categories !== undefined && kind === 'long-text' && criterion !== undefined;
  return sections.some((section) => section.categories !== undefined || section.fields.some(ownText));
}

/** Fields of the last page: pledge and confirmation of the category. */
export function pledgeFields(programme: Programme, category: string): readonly FormField[] {
  return formSections(programme, category).find(({ id }) => id === 'pledge')?.fields ?? [];
}
