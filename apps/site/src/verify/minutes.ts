import type { Verdict } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { type FormVisit, formOrder } from '../presenters/scheme-label.ts';
import { dayView } from '../presenters/verdict.ts';

/** What stands around the sentences of the minutes. */
export interface MinutesFrame {
  /** Whether the register is the fictional sample. */
  readonly sample: boolean;
  /** As it is printed; `null` where no receipt was asked for. */
  readonly receiptId: string | null;
}

/** The sentence of one verdict; where the day and today differ, that of today behind it. */
export function sentenceOf(verdict: Verdict, visit: FormVisit): string {
  const onDay = dayView(verdict, verdict, verdict.match, visit);
  const today = dayView(verdict, verdict.today, verdict.match, visit);
  if (verdict.day === verdict.today.day) return onDay.sentence;
  const same = onDay.code === today.code && onDay.reason === today.reason;
  return visit.show.sentences([onDay.sentence, same ? visit.t.verify.sameToday : today.sentence]);
}

/** The last line of the minutes: for which days, on which day, by which lists, under which receipt. */
export function closingOf(verdicts: readonly Verdict[], receiptId: string | null, { t, show }: Visit): string {
  const { day, today } = verdicts[0]!;
  const claimed = verdicts.filter(({ verdict }) => verdict !== 'not-claimed');
  const seen = [...new Set(claimed.flatMap(({ list }) => (list.seenOn === null ? [] : [list.seenOn])))].toSorted();
  return t.verify.closing({
    day: show.day(day),
    today: show.dayInMinutes(today.day),
    lists: show.list(seen.map((one) => show.dayInMinutes(one))),
    receipt: receiptId ?? '',
  });
}

/**
 * The answers for one claimant as lines for the minutes: a warning on sample data, a sentence for each field, and
 * what they rest on.
 *
 * @param verdicts one at least
 * @param between further lines before the last
 */
export function minutesOf(
  verdicts: readonly Verdict[],
  { sample, receiptId }: MinutesFrame,
  visit: FormVisit,
  between: readonly string[] = [],
): string[] {
  const { t } = visit;
  const single = verdicts.length === 1;
  return [
    ...(sample ? [t.verify.sampleMinutes] : []),
    ...verdicts.map((one) => (single ? '' : `${formOrder(one.claim.scheme, visit)} `) + sentenceOf(one, visit)),
    ...between,
    closingOf(verdicts, receiptId, visit),
  ];
}
