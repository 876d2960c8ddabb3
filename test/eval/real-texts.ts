import { readFileSync } from 'node:fs';
import { matchCapabilities } from '@aipower/matcher';
import type { Evaluation } from './evaluation.ts';
import { bootstrapped, interval } from './interval.ts';
import { type RealCase, type RealFile, realCases, realKinds } from './real-cases.ts';
import {
  calibrationError,
  groupOf,
  type Judged,
  judge,
  mean,
  order,
  type RealAnswer,
  type Share,
} from './real-judging.ts';
import { realPeers } from './real-peers.ts';
import { table } from './table.ts';

const figuresFile: Record<RealFile, string> = {
  'real.jsonl': 'figures-real-texts.json',
  'real-2.jsonl': 'figures-real-texts-2.json',
  'real-3.jsonl': 'figures-real-texts-3.json',
  'real-4.jsonl': 'figures-real-texts-4.json',
  'real-5.jsonl': 'figures-real-texts-5.json',
};

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

/** Kind and half → its cases; the whole of each half last. */
function groups(file: RealFile): [string, RealCase[]][] {
  const cases = realCases(file);
  return (['tuning', 'held'] as const).flatMap((split) => {
    const half = cases.filter((found) => found.split === split);
    const rows = realKinds
      .map((kind): [string, RealCase[]] => [`${kind}, ${split}`, half.filter((c) => c.kind === kind)])
      .filter(([, found]) => found.length > 0);
    return [...rows, [`all, ${split}`, half] as [string, RealCase[]]];
  });
}

const asked = (cases: readonly RealCase[], answer: (query: string) => RealAnswer): Judged[] =>
  cases.map((found) => judge(found, answer(found.query)));

function figuresOf(name: string, judged: readonly Judged[]): Record<string, number> {
  const { cases, hit1, wronglyRejected, rejected, pairsRight, recall5 } = groupOf(judged);
  const share = ({ yes, of }: Share) => (of === 0 ? Number.NaN : yes / of);
  const all: Record<string, number> = {
    cases,
    hit1: share(hit1),
    recall5: mean(recall5),
    wronglyRejected: share(wronglyRejected),
    rejected: share(rejected),
    pairsRight: share(pairsRight),
    ...(name.startsWith('all') ? { eceFits: eceFits(judged), eceFirst: eceFirst(judged), order: order(judged) } : {}),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([figure, value]) =>
      Number.isNaN(value) ? [] : [[figure, Math.round(value * 1e4) / 1e4]],
    ),
  );
}

const eceFits = (judged: readonly Judged[]) =>
  calibrationError(
    judged,
    ({ answer }) => answer.fits,
    ({ positive }) => positive,
  );
const eceFirst = (judged: readonly Judged[]) =>
  calibrationError(
    judged,
    ({ answer }) => answer.first,
    ({ positive, hit }) => positive && hit,
  );

const heads = [
  'cases',
  'hit@1',
  'recall@5',
  'wrongly rejected',
  'rejected',
  'pairs right',
  'ECE fits',
  'ECE first',
  'order',
];

function rows(of: readonly [string, RealCase[]][], answer: (query: string) => RealAnswer): string[][] {
  const said = ({ yes, of: all }: Share) => interval(yes, all);
  return of.map(([name, cases]) => {
    const judged = asked(cases, answer);
    const { hit1, recall5, wronglyRejected, rejected, pairsRight } = groupOf(judged);
    const calibrated = name.startsWith('all') && judged.every((one) => one.answer.fits !== undefined);
    const numbers = calibrated ? [eceFits(judged), eceFirst(judged), order(judged)] : [];
    return [
      name,
      String(cases.length),
      said(hit1),
      bootstrapped(recall5),
      said(wronglyRejected),
      said(rejected),
      said(pairsRight),
      ...heads.slice(6).map((_, i) => numbers[i]?.toFixed(3) ?? '-'),
    ];
  });
}

/** How well are texts read as people send them, by kind and half, beside two usual tools on the same cases? */
export function evalRealTexts(file: RealFile): Evaluation {
  const of = groups(file);
  const measured = Object.fromEntries(of.map(([name, cases]) => [name, figuresOf(name, asked(cases, oursOnRealText))]));
  const held = of.filter(([name]) => name.endsWith('held'));
  const report = () =>
    [
      table(['ours', ...heads], rows(of, oursOnRealText)),
      ...realPeers().map(({ name, answer }) => table([`peer: ${name}`, ...heads], rows(held, answer))),
    ].join('\n\n');
  return {
    title: `Texts as people send them (${file}) → catalogue items`,
    report,
    file: figuresFile[file],
    measured,
    falls: falls(file, measured),
  };
}

/** What is better when it is smaller. */
const smallerIsBetter = new Set(['wronglyRejected', 'eceFits', 'eceFirst']);

/** One case more or less is chance; two are a fall. A calibration error is a fall from 0.02 up. */
function falls(file: RealFile, measured: Evaluation['measured']): string[] {
  const committed = JSON.parse(
    readFileSync(new URL(figuresFile[file], import.meta.url), 'utf8'),
  ) as Evaluation['measured'];
  return Object.entries(committed).flatMap(([group, before]) =>
    Object.entries(before).flatMap(([name, was]) => {
      if (name === 'cases') return [];
      const is = measured[group]?.[name];
      if (is === undefined) return [`${group}: ${name} was ${was} and is not measured any more`];
      const worse = smallerIsBetter.has(name) ? is - was : was - is;
      const allowed = name.startsWith('ece') || name === 'order' ? 0.02 : 1.5 / (before['cases'] ?? 1);
      return worse > allowed ? [`${group}: ${name} was ${was}, is ${is} (tolerance ${allowed.toFixed(3)})`] : [];
    }),
  );
}
