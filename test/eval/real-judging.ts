/** One answer to one text, judged, and what a group of them comes to. */
import type { RealCase } from './real-cases.ts';

export interface RealAnswer {
  readonly codes: readonly string[];
  readonly confident: boolean;
  /** Items shown with an exclusion that the text touches. */
  readonly cautioned: readonly string[];
  /** How likely the text fits something, and how likely the first item is right. */
  readonly fits?: number;
  readonly first?: number;
}

export interface Judged {
  readonly found: RealCase;
  readonly answer: RealAnswer;
  readonly positive: boolean;
  readonly hit: boolean;
  readonly recall5: number;
}

export function judge(found: RealCase, answer: RealAnswer): Judged {
  const right = new Set(found.gold.filter(({ grade }) => grade >= 2).map(({ code }) => code));
  const among5 = answer.codes.slice(0, 5).filter((code) => right.has(code)).length;
  const positive = right.size > 0;
  return {
    found,
    answer,
    positive,
    hit: right.has(answer.codes[0] ?? ''),
    recall5: positive ? among5 / right.size : 0,
  };
}

/** A side of a pair is right: its item comes first, or what the fact rules out is not asserted, or is shown with its exclusion. */
function sideIsRight({ found, answer, positive, hit }: Judged): boolean {
  const [first = ''] = answer.codes;
  return positive ? hit : !answer.confident || !found.excluded?.includes(first) || answer.cautioned.includes(first);
}

/** Yes and no by what was asked: Wilson's interval belongs to these. */
export interface Share {
  readonly yes: number;
  readonly of: number;
}

export interface Group {
  readonly cases: number;
  readonly hit1: Share;
  readonly wronglyRejected: Share;
  /** Of the texts that fit nothing; a side of a pair is judged in its pair. */
  readonly rejected: Share;
  readonly pairsRight: Share;
  /** One value for each text that fits something. */
  readonly recall5: readonly number[];
}

export function groupOf(judged: readonly Judged[]): Group {
  const count = (list: readonly Judged[], test: (one: Judged) => boolean): Share => ({
    yes: list.filter(test).length,
    of: list.length,
  });
  const positives = judged.filter(({ positive }) => positive);
  const foreign = judged.filter(({ positive, found }) => !positive && found.pair === undefined);
  const pairs = [...new Set(judged.flatMap(({ found }) => found.pair ?? []))];
  const bothRight = pairs.filter((pair) => judged.filter(({ found }) => found.pair === pair).every(sideIsRight));
  return {
    cases: judged.length,
    hit1: count(positives, ({ hit }) => hit),
    wronglyRejected: count(positives, ({ answer }) => !answer.confident),
    rejected: count(foreign, ({ answer }) => !answer.confident),
    pairsRight: { yes: bothRight.length, of: pairs.length },
    recall5: positives.map(({ recall5 }) => recall5),
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Expected calibration error over ten equal bins: how far what is said is from what is so. */
export function calibrationError(
  judged: readonly Judged[],
  said: (one: Judged) => number | undefined,
  so: (one: Judged) => boolean,
): number {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const one of judged) {
    const value = said(one) ?? 0;
    bins[Math.min(9, Math.floor(value * 10))]! += value - (so(one) ? 1 : 0);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin), 0) / judged.length;
}

/** How much more often a right first item has the higher number than a wrong one: 0.5 says nothing, 1 sets them apart. */
export function order(judged: readonly Judged[]): number {
  const right = judged.filter(({ positive, hit }) => positive && hit).map(({ answer }) => answer.first ?? 0);
  const wrong = judged.filter(({ positive, hit }) => !(positive && hit)).map(({ answer }) => answer.first ?? 0);
  let above = 0;
  for (const a of right) for (const b of wrong) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / (right.length * wrong.length);
}
