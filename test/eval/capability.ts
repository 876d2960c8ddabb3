import { readFileSync } from 'node:fs';
import { matchCapabilities } from '@aipower/matcher';
import { isItemCode } from '@aipower/taxonomy';
import { neighbours } from '@aipower/taxonomy/neighbours';
import type { Evaluation } from './evaluation.ts';
import { type MatchingCase, matchingCases } from './matching-cases.ts';
import { peers } from './matching-peers.ts';
import { type Answer, type Figures, figureNames, figures } from './ranking-figures.ts';
import { table } from './table.ts';

export const capabilityFigures = 'figures-capability.json';

/**
 * How far a figure may fall below the committed one before that is a fall: 5 cases in 1,000 over the whole set, 20 in a file of it.
 * A change that moves a few cases between neighbours passes; one that costs a kind of text does not.
 */
export const tolerance = { all: 0.005, file: 0.02 } as const;

type Committed = Readonly<Record<string, Partial<Record<string, number>>>>;

export const ours = (query: string): Answer => {
  const { decision, matches } = matchCapabilities(query);
  return { codes: matches.map(({ code }) => code), confident: decision === 'matched' };
};

/** How well are texts matched to items: by file and kind, beside what one gets without this project, and against last time? */
export function evalCapability(): Evaluation {
  const cases = matchingCases();
  const byFile = groupBy(cases, ({ file }) => file);
  const byKind = groupBy(cases, ({ kind }) => kind);
  const measured = Object.fromEntries([
    ['all', rounded(figures(cases, ours))],
    ...[...byFile].map(([file, group]) => [file, rounded(figures(group, ours))] as const),
  ]);
  const report = () =>
    [
      figureTable('file', [...byFile, ['all', cases]], ours),
      figureTable('kind', [...byKind], ours),
      ...peers().map(({ name, answer }) => figureTable(`peer: ${name}`, [...byFile, ['all', cases]], answer)),
      confusions(cases),
    ].join('\n\n');
  return {
    title: 'Text → catalogue items',
    report,
    file: capabilityFigures,
    measured,
    falls: falls(measured, committed()),
  };
}

function committed(): Committed {
  return JSON.parse(readFileSync(new URL(capabilityFigures, import.meta.url), 'utf8')) as Committed;
}

/** Which figures are worse than the committed ones by more than the tolerance? */
export function falls(measured: Evaluation['measured'], committed: Committed): string[] {
  return Object.entries(committed).flatMap(([set, before]) =>
    figureNames.flatMap((name) => {
      const [was, is] = [before[name], measured[set]?.[name]];
      if (was === undefined) return [];
      if (is === undefined) return [`${set}: ${name} was ${was} and is not measured any more`];
      const worse = name === 'wronglyRejected' ? is - was : was - is;
      const allowed = set === 'all' ? tolerance.all : tolerance.file;
      return worse > allowed + 1e-9 ? [`${set}: ${name} was ${was}, is ${is} (tolerance ${allowed})`] : [];
    }),
  );
}

function figureTable(
  title: string,
  groups: readonly (readonly [string, readonly MatchingCase[]])[],
  answer: typeof ours,
) {
  const head = [
    title,
    'cases',
    'hit@1',
    'grade 3 @1',
    'hit@3',
    'recall@5',
    'MRR@10',
    'nDCG@10',
    'wrongly rejected',
    'rejected',
  ];
  return table(
    head,
    groups.map(([name, group]) => {
      const measured = figures(group, answer);
      return [name, String(measured.cases), ...figureNames.map((figure) => measured[figure])];
    }),
  );
}

/** The item that should have come first, the one that did, and whether the catalogue's notes say how to tell them apart. */
function confusions(cases: readonly MatchingCase[]): string {
  const counts = new Map<string, string[]>();
  for (const { id, query, gold } of cases) {
    const [wanted] = gold;
    const got = ours(query).codes[0];
    if (!wanted || !got || gold.some(({ code, grade }) => code === got && grade >= 2)) continue;
    const pair = `${wanted.code} ← ${got}`;
    counts.set(pair, [...(counts.get(pair) ?? []), id]);
  }
  const rows = [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return table(
    ['confused: wanted ← got', 'cases', 'noted as neighbours', 'ids'],
    rows.map(([pair, ids]) => [pair, String(ids.length), noted(pair) ? 'yes' : 'no', ids.join(' ')]),
  );
}

function noted(pair: string): boolean {
  const [wanted = '', got] = pair.split(' ← ');
  return isItemCode(wanted) && neighbours[wanted].some(({ code }) => code === got);
}

function groupBy(cases: readonly MatchingCase[], key: (found: MatchingCase) => string): Map<string, MatchingCase[]> {
  const groups = new Map<string, MatchingCase[]>();
  for (const found of cases) groups.set(key(found), [...(groups.get(key(found)) ?? []), found]);
  return groups;
}

/** What does not apply (rejection without foreign texts) is left out. */
function rounded(found: Figures): Record<string, number> {
  const known = figureNames.filter((name) => !Number.isNaN(found[name]));
  return {
    cases: found.cases,
    ...Object.fromEntries(known.map((name) => [name, Math.round(found[name] * 1e4) / 1e4])),
  };
}
