import { type CertificateState, currentState, type Verdict } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { dayView, verdictWord } from '../presenters/verdict.ts';

/** What a cell of a spreadsheet can be told of a certificate. */
export const textParts = ['word', 'code', 'today', 'holder', 'ubn', 'from', 'until', 'sentence'] as const;
export type TextPart = (typeof textParts)[number];

/** One line for one cell; empty where there is no certificate to tell it of. */
export function textAnswer(verdict: Verdict, part: TextPart, visit: Visit): string {
  const { match } = verdict;
  const state: CertificateState | null = match && currentState(match.certificate);
  const answers: Readonly<Record<TextPart, () => string>> = {
    word: () => verdictWord(verdict, visit),
    code: () => verdict.verdict,
    today: () => verdictWord(verdict.today, visit),
    holder: () => match?.holder.name ?? '',
    ubn: () => match?.holder.ubn ?? '',
    from: () => state?.period.from ?? '',
    until: () => state?.period.until ?? '',
    sentence: () => dayView(verdict, verdict, match, visit).sentence,
  };
  return answers[part]().replace(/\s*\n\s*/g, ' ');
}
