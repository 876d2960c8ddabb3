/** The search of the site: what stands first, and what must not appear, by kind of query. On the sample register. */
import { readFileSync } from 'node:fs';
import { companyIndex } from '@aipower/matcher';
import { programmes } from '@aipower/programme';
import { openRegister } from '@aipower/registry';
import type { Visit } from '@aipower/site/page/page';
import { pathsFor } from '@aipower/site/page/paths';
import { showIn } from '@aipower/site/page/show';
import { zh } from '@aipower/site/page/words.zh';
import { recognise } from '@aipower/site/search/form';
import { searchPage } from '@aipower/site/search/view';
import type { Evaluation } from './evaluation.ts';
import { table } from './table.ts';

export interface SearchCase {
  id: string;
  q: string;
  kind: string;
  /** What may stand first: any of these. Without it only what must not appear is held. */
  first?: string[];
  /** What may stand right behind the first, where that is the place that was read. */
  then?: string[];
  /** What must be shown somewhere; `near:` means any number written alike. */
  also?: string[];
  /** What must not appear; `item:` means no item at all. */
  never?: string[];
  /** 統一編號 that must be named under the items. */
  firms?: string[];
}

/** The day of the cases: the register is the sample, which knows later days, too. */
const today = '2026-11-22';

/** `cases`: what the search was made with; `fresh`, `fresh-2`: written later, their faults were looked at; `held`, `held-2`: never. */
export const searchSets = ['cases', 'fresh', 'held', 'fresh-2', 'held-2'] as const;
export type SearchSet = (typeof searchSets)[number];

export const searchCases = (set: SearchSet = 'cases'): SearchCase[] =>
  readFileSync(new URL(`../cases/search/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SearchCase);

/** What a search shows, in its order, each with its kind: `item:4.6.1`, `firm:00000254`, `page:/programme#dates`, `go:` for an address. */
export interface Answered {
  readonly shown: readonly string[];
  readonly firms: readonly string[];
}

/** Opens the sample register and gives the search over it. */
export async function searchOnSample(): Promise<{ ask: (q: string) => Answered; close: () => Promise<void> }> {
  const register = await openRegister(':memory:');
  const bytes = readFileSync(new URL('../../data/sample/register.csv', import.meta.url));
  const options = { seenOn: today, recordedAt: `${today}T01:00:00Z`, by: 'test', why: 'cases', source: 'sample' };
  await register.importList({ name: 'register.csv', bytes }, options);
  const companies = companyIndex(
    register.snapshot().providers.map(({ ubn, name, nameEn, formerNames, city }) => ({
      ubn,
      name,
      formerNames,
      ...(nameEn !== null && { nameEn }),
      ...(city !== null && { city }),
    })),
  );
  const paths = pathsFor('zh');
  const visit: Visit = { language: 'zh', t: zh, paths, show: showIn('zh'), today, rest: '/search' };
  const ask = (q: string): Answered => {
    const there = recognise(q.trim(), register, paths);
    if (there) return { shown: [`go:${decodeURIComponent(there)}`], firms: [] };
    const found = searchPage(q.trim(), { register, companies, programmes }, visit);
    const pages = found.pages.map(({ href }) => `page:${href}`);
    const items = found.items.map(({ code }) => `item:${code}`);
    const providers = [...found.providers, ...found.suggestions].map(({ ubn }) => `firm:${ubn}`);
    const parts = found.pagesFirst
      ? [pages, items, providers]
      : found.firmsFirst
        ? [providers, pages, items]
        : [items, providers, pages];
    const shown = [
      ...(found.place ? [`place:${found.place.names.join('+')}`] : []),
      ...(found.unknown ? ['number-unknown'] : []),
      ...(found.notice ? ['ubn-notice'] : []),
      ...(found.codes ? ['near-codes'] : []),
      ...found.certificates.map(({ number }) => `certificate:${number}`),
      ...found.near.map(({ number }) => `near:${number}`),
      ...parts.flat(),
    ];
    if (shown.length === 0) shown.push(found.onlyCommon ? 'common' : 'nothing');
    return { shown, firms: found.items.flatMap(({ firms }) => firms.firms.map(({ ubn }) => ubn)) };
  };
  return { ask, close: () => register.close() };
}

const holds = (wanted: string, key: string) => (wanted.endsWith(':') ? key.startsWith(wanted) : key === wanted);

/** What is wrong with an answer; `null` when it is as it should be. */
export function faultOf(
  { first, then, also, never, firms: named }: SearchCase,
  { shown, firms }: Answered,
): string | null {
  if (first && !first.includes(shown[0]!)) return `first is ${shown[0]}, not ${first.join(' or ')}`;
  if (then && !then.includes(shown[1]!)) return `second is ${shown[1] ?? 'nothing'}, not ${then.join(' or ')}`;
  const unwanted = shown.find((key) => never?.some((one) => holds(one, key)));
  if (unwanted) return `shows ${unwanted}`;
  const unshown = also?.find((one) => !shown.some((key) => holds(one, key)));
  if (unshown) return `does not show ${unshown}`;
  const missing = named?.find((ubn) => !firms.includes(ubn));
  return missing ? `does not name ${missing} under an item` : null;
}

const files: Readonly<Record<SearchSet, string>> = {
  cases: 'figures-search.json',
  fresh: 'figures-search-fresh.json',
  held: 'figures-search-held.json',
  'fresh-2': 'figures-search-fresh-2.json',
  'held-2': 'figures-search-held-2.json',
};

export async function evalSearch(set: SearchSet = 'cases'): Promise<Evaluation> {
  const file = files[set];
  const search = await searchOnSample();
  const cases = searchCases(set).map((one) => ({ ...one, fault: faultOf(one, search.ask(one.q)) }));
  await search.close();
  const kinds = [...new Set(cases.map(({ kind }) => kind))];
  const rightOf = (of: typeof cases) => of.filter(({ fault }) => fault === null).length;
  const measured = {
    all: { cases: cases.length, right: rightOf(cases) },
    ...Object.fromEntries(
      kinds.map((kind) => {
        const own = cases.filter((one) => one.kind === kind);
        return [kind, { cases: own.length, right: rightOf(own) }];
      }),
    ),
  } as Record<string, { cases: number; right: number }>;
  const kept = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as typeof measured;
  const falls = Object.entries(kept).flatMap(([kind, { right }]) => {
    const now = measured[kind]?.right ?? 0;
    return now < right ? [`${kind}: ${now} right, ${right} before`] : [];
  });
  const faults = cases.flatMap(({ id, q, fault }) => (fault === null ? [] : `${id} 「${q}」 ${fault}`));
  const report = () =>
    [
      table(
        ['kind', 'cases', 'right'],
        Object.entries(measured).map(([kind, { cases: n, right }]) => [kind, String(n), String(right)]),
      ),
      // Whoever reads the faults of the held set mends them, and it is held no longer.
      ...(set.startsWith('held') ? [] : faults),
    ].join('\n');
  return { title: `Search of the site: ${set}`, report, file, measured, falls };
}
