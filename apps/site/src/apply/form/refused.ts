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
    const label = field ? shortLabel(field.no, field.label[language]) : id;
    const page =
      formPages(programme, state.category).find((one) => one.fields.some((other) => other.id === id))?.id ?? null;
    return {
      href: page === null ? `#${id}` : `${paths.applicationForm(state.id, page)}#${id}`,
      text: `${label}${language === 'zh' ? '：' : ': '}${t.rules.fields[code]}`,
    };
  });
}

/**
 * A label before what is said of it. The printed one leaves room for an answer (文字：_____tokens), some say their own number once
 * more, and one is a sentence with its full stop.
 */
export function shortLabel(no: string | undefined, label: string): string {
  const plain = label.split(/[：:]?\s*_/u)[0]!.replace(/[：:。.]\s*$/u, '');
  return no === undefined || plain.startsWith(`${no} `) ? plain : `${no} ${plain}`;
}

/** What is missing by the page of the form it stands on, in their order. */
export function issuesByPage(
  own: OwnApplication,
  issues: readonly FieldIssue[],
  visit: Visit,
): readonly { readonly title: string; readonly href: string; readonly lines: readonly IssueLine[] }[] {
  return formPages(own.programme, own.state.category).flatMap(({ id, sections, fields }) => {
    const here = issues.filter(({ field }) => fields.some((one) => one.id === field));
    const lines = issueLines(own, here, visit);
    const title = sections[0]!.heading[visit.language];
    return lines.length === 0 ? [] : [{ title, href: visit.paths.applicationForm(own.state.id, id), lines }];
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
