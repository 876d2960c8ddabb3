import { type Refusal, refusalWords } from '@aipower/applications';
import { type FieldIssue, formFields } from '@aipower/programme';
import type { Visit } from '../../page/page.ts';
import type { OwnApplication } from '../own-case.ts';
import { formPages } from './form-pages.ts';

/** A line that says what is wrong, and leads there. */
interface IssueLine {
  readonly href: string;
  readonly text: string;
}

/** What is missing or wrong, each with the way to its question. */
export function issueLines(
  { state, programme }: OwnApplication,
  issues: readonly FieldIssue[],
  { t, paths, language }: Visit,
): readonly IssueLine[] {
  const fields = formFields(programme, state.category);
  return issues.map(({ field: id, code }) => {
    const field = fields.find((one) => one.id === id);
    const label = field ? `${field.no ? `${field.no} ` : ''}${field.label[language]}` : id;
    const page =
      formPages(programme, state.category).find((one) => one.fields.some((other) => other.id === id))?.id ?? null;
    return {
      href: page === null ? `#${id}` : `${paths.applicationForm(state.id, page)}#${id}`,
      text: `${label}${language === 'zh' ? '：' : ': '}${t.rules.fields[code]}`,
    };
  });
}

/** Why a form was not taken: its issues with the way to each, or words where none of its answers is the reason. */
export interface RefusedForm {
  readonly problem: { readonly text?: string; readonly lines: readonly IssueLine[] };
  readonly issues: readonly FieldIssue[];
  /** Of the page that shows it. */
  readonly status: 400 | 409;
}

/** What a page with the whole form on it shows of a refusal: its questions are on the page itself. */
export function refusedForm(own: OwnApplication, { refused, detail }: Refusal, visit: Visit): RefusedForm {
  const issues = (detail['issues'] ?? []) as readonly FieldIssue[];
  if (refused !== 'incomplete')
    return { problem: { text: refusalWords[refused][visit.language], lines: [] }, issues, status: 409 };
  const lines = issueLines(own, issues, visit).map((line) => ({ ...line, href: line.href.replace(/^.*#/, '#') }));
  return { problem: { lines }, issues, status: 400 };
}
