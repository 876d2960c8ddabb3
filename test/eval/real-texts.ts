import { readFileSync } from 'node:fs';
import { matchCapabilities } from '@aipower/matcher';
import type { Evaluation } from './evaluation.ts';
import { type RealCase, realCases, realKinds } from './real-cases.ts';
import { realPeers } from './real-peers.ts';
import { table } from './table.ts';

export const realFigures = 'figures-real-texts.json';

export interface RealAnswer {
  readonly codes: readonly string[];
  readonly confident: boolean;
  /** Items shown with an exclusion that the text touches. */
  readonly cautioned: readonly string[];
  /** How likely the text fits something, and how likely the first item is right. */
  readonly fits?: number;
  readonly first?: number;
}

export const oursOnRealText = (query: string): RealAnswer => {
  const { decision, matches, certainty, firstRight } = matchCapabilities(query);
  return {
    codes: matches.map(({ code }) => code),
    confident: decision === 'matched',
    cautioned: matches
      .filter(({ cautions }) => cautions.some(({ kind }) => kind === 'exclusion'))
      .map(({ code }) => code),
    fits: certainty,
    first: firstRight,
  };
};

interface Judged {
  readonly found: RealCase;
  readonly answer: RealAnswer;
  readonly positive: boolean;
  readonly hit: boolean;
  readonly recall5: number;
}

function judge(found: RealCase, answer: RealAnswer): Judged {
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

const share = (yes: number, of: number) => (of === 0 ? Number.NaN : yes / of);
const count = <T>(list: readonly T[], test: (one: T) => boolean) => list.filter(test).length;

/** Wilson's interval at 95 %. */
export function interval(yes: number, of: number): string {
  if (of === 0) return '-';
  const [z, p] = [1.96, yes / of];
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return `${p.toFixed(3)} [${((middle - half) / scale).toFixed(2)}–${((middle + half) / scale).toFixed(2)}]`;
}

/** Expected calibration error over ten equal bins: how far what is said is from what is so. */
function calibrationError(
  judged: readonly Judged[],
  said: (one: Judged) => number | undefined,
  so: (one: Judged) => boolean,
) {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const one of judged) {
    const value = said(one) ?? 0;
    bins[Math.min(9, Math.floor(value * 10))]! += value - (so(one) ? 1 : 0);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin), 0) / judged.length;
}

function groups(): [string, RealCase[]][] {
  const cases = realCases();
  return (['tuning', 'held'] as const).flatMap((split) => {
    const half = cases.filter((found) => found.split === split);
    const rows = realKinds.map((kind): [string, RealCase[]] => [
      `${kind}, ${split}`,
      half.filter((c) => c.kind === kind),
    ]);
    return [...rows, [`all, ${split}`, half] as [string, RealCase[]]];
  });
}

function figuresOf(judged: readonly Judged[]): Record<string, number> {
  const positives = judged.filter(({ positive }) => positive);
  const foreign = judged.filter(({ found }) => found.kind === 'negative');
  const pairs = [...new Set(judged.flatMap(({ found }) => found.pair ?? []))];
  const bothRight = count(pairs, (pair) => judged.filter(({ found }) => found.pair === pair).every(sideIsRight));
  const all: Record<string, number> = {
    cases: judged.length,
    hit1: share(
      count(positives, ({ hit }) => hit),
      positives.length,
    ),
    recall5: share(
      positives.reduce((sum, { recall5 }) => sum + recall5, 0),
      positives.length,
    ),
    wronglyRejected: share(
      count(positives, ({ answer }) => !answer.confident),
      positives.length,
    ),
    rejected: share(
      count(foreign, ({ answer }) => !answer.confident),
      foreign.length,
    ),
    pairsRight: share(bothRight, pairs.length),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      Number.isNaN(value) ? [] : [[name, Math.round(value * 1e4) / 1e4]],
    ),
  );
}

function rows(of: readonly [string, RealCase[]][], answer: (query: string) => RealAnswer): string[][] {
  return of.map(([name, cases]) => {
    const judged = cases.map((found) => judge(found, answer(found.query)));
    const positives = judged.filter(({ positive }) => positive);
    const foreign = judged.filter(({ found }) => found.kind === 'negative');
    const { recall5, pairsRight } = figuresOf(judged);
    const calibrated = judged.every((one) => one.answer.fits !== undefined) && name.startsWith('all');
    return [
      name,
      String(cases.length),
      interval(
        count(positives, ({ hit }) => hit),
        positives.length,
      ),
      recall5 === undefined ? '-' : recall5.toFixed(3),
      interval(
        count(positives, (one) => !one.answer.confident),
        positives.length,
      ),
      interval(
        count(foreign, (one) => !one.answer.confident),
        foreign.length,
      ),
      pairsRight === undefined ? '-' : pairsRight.toFixed(3),
      calibrated
        ? calibrationError(
            judged,
            (one) => one.answer.fits,
            (one) => one.positive,
          ).toFixed(3)
        : '-',
      calibrated
        ? calibrationError(
            judged,
            (one) => one.answer.first,
            (one) => one.positive && one.hit,
          ).toFixed(3)
        : '-',
    ];
  });
}

/** How well are texts read as people send them, by kind and half, beside two usual tools on the same cases? */
export function evalRealTexts(): Evaluation {
  const of = groups();
  const measured = Object.fromEntries(
    of.map(([name, cases]) => [name, figuresOf(cases.map((found) => judge(found, oursOnRealText(found.query))))]),
  );
  const head = (title: string) => [
    title,
    'cases',
    'hit@1',
    'recall@5',
    'wrongly rejected',
    'rejected',
    'pairs right',
    'ECE fits',
    'ECE first',
  ];
  const held = of.filter(([name]) => name.endsWith('held'));
  const report = () =>
    [
      table(head('ours'), rows(of, oursOnRealText)),
      ...realPeers().map(({ name, answer }) => table(head(`peer: ${name}`), rows(held, answer))),
    ].join('\n\n');
  return {
    title: 'Texts as people send them → catalogue items',
    report,
    file: realFigures,
    measured,
    falls: falls(measured),
  };
}

/** One case more or less is chance; two are a fall. */
function falls(measured: Evaluation['measured']): string[] {
  const committed = JSON.parse(readFileSync(new URL(realFigures, import.meta.url), 'utf8')) as Evaluation['measured'];
  return Object.entries(committed).flatMap(([group, before]) =>
    Object.entries(before).flatMap(([name, was]) => {
      if (name === 'cases') return [];
      const is = measured[group]?.[name];
      if (is === undefined) return [`${group}: ${name} was ${was} and is not measured any more`];
      const worse = name === 'wronglyRejected' ? is - was : was - is;
      const allowed = 1.5 / (before['cases'] ?? 1);
      return worse > allowed ? [`${group}: ${name} was ${was}, is ${is} (tolerance ${allowed.toFixed(3)})`] : [];
    }),
  );
}
