/** Company names → firms: how many links are right, how many right ones are made, by kind of query. */
import { existsSync, readFileSync } from 'node:fs';
import { type CompanyEntry, type CompanyMatch, companyIndex, matchCompany } from '@aipower/matcher';
import Fuse from 'fuse.js';
import type { Evaluation } from './evaluation.ts';
import { interval } from './interval.ts';
import { table } from './table.ts';

const folder = new URL('../cases/names/', import.meta.url);

export interface NameCase {
  id: string;
  kind: string;
  name: string;
  ubn?: string;
  /** The firm that must be linked, or null: no link may be made. */
  gold: string | null;
  decision: CompanyMatch['decision'];
  reason?: string;
  /** Cases that came with a kind of their own: `held` ones were not looked at while the rules were written for them. */
  split?: 'tuning' | 'held';
  note: string;
}

export interface NameFigures {
  cases: number;
  links: number;
  wrongLinks: number;
  precision: number;
  recall: number;
  /** Of the cases with a firm: how many have it among the first five candidates. */
  candidates5: number;
}

export const nameCases = (): NameCase[] =>
  readFileSync(new URL('cases.jsonl', folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NameCase);

/** The fictional register of the cases. Cells with a comma are quoted; no cell has a quotation mark in it. */
export const nameRegister = (): CompanyEntry[] =>
  readFileSync(new URL('register.csv', folder), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? ''))
    .map(([ubn, name, nameEn, former, city]) => ({
      ubn: ubn!,
      name: name!,
      nameEn: nameEn || undefined,
      formerNames: former === '' ? [] : former!.split(';'),
      city,
    }));

interface Answered {
  gold: string | null;
  link: string | null;
  /** 統一編號 of the candidates, best first. */
  shown: readonly string[];
}

function figuresOf(results: readonly Answered[]): NameFigures {
  const links = results.filter(({ link }) => link !== null);
  const right = links.filter(({ gold, link }) => link === gold);
  const withGold = results.filter(({ gold }) => gold !== null);
  const offered = withGold.filter(({ gold, shown }) => shown.slice(0, 5).includes(gold!));
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return {
    cases: results.length,
    links: links.length,
    wrongLinks: links.length - right.length,
    precision: ratio(right.length, links.length),
    recall: ratio(right.length, withGold.length),
    candidates5: ratio(offered.length, withGold.length),
  };
}

/** Runs every case; `failures` names each whose link, decision or reason is not the expected one. */
export function runNameCases(): { figures: Record<string, NameFigures>; failures: string[] } {
  const index = companyIndex(nameRegister());
  const results = nameCases().map((one) => {
    const match = matchCompany(index, { name: one.name, ubn: one.ubn });
    return { ...one, match, link: match.link?.ubn ?? null, shown: match.candidates.map(({ ubn }) => ubn) };
  });
  const figures: Record<string, NameFigures> = { overall: figuresOf(results) };
  for (const split of ['tuning', 'held'] as const) {
    figures[`split: ${split}`] = figuresOf(results.filter((result) => result.split === split));
  }
  for (const kind of new Set(results.map((result) => result.kind))) {
    figures[kind] = figuresOf(results.filter((result) => result.kind === kind));
  }
  const failures = results.flatMap((result) => {
    const { id, kind, name, ubn, gold, decision, reason, match, link } = result;
    const right = link === gold && agrees(decision, match) && (reason ?? match.reason) === match.reason;
    if (right) return [];
    const said = `${match.decision} ${link ?? ''} (${match.reason})`;
    return [
      `${id} ${kind} ${JSON.stringify({ name, ubn })}: expected ${decision} ${gold ?? ''} (${reason ?? 'any reason'}), said ${said}`,
    ];
  });
  return { figures, failures };
}

/** `unsure` and `none` differ only in whether there is a candidate to show; both are no link. */
const agrees = (expected: CompanyMatch['decision'], match: CompanyMatch): boolean =>
  expected === match.decision || (expected === 'unsure' && match.decision === 'none');

const file = 'figures-names.json';
const columns = ['cases', 'links', 'wrongLinks', 'precision', 'recall', 'candidates5'] as const;

/** One wrong link more, or any ratio lower than committed, is a fall: there is no tolerance, since nothing here is random. */
export function evalNames(): Evaluation {
  const { figures, failures } = runNameCases();
  const path = new URL(file, import.meta.url);
  const committed = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, NameFigures>) : {};
  const falls = Object.entries(committed).flatMap(([kind, before]) =>
    (['precision', 'recall', 'candidates5'] as const)
      .filter((column) => (figures[kind]?.[column] ?? 0) < before[column])
      .map((column) => `${kind}, ${column}: ${before[column]} before, ${figures[kind]?.[column] ?? 'gone'} now`),
  );
  const report = (): string =>
    [
      table(['kind', ...columns], Object.entries(figures).map(rowOf)),
      intervals(figures),
      ...failures,
      '',
      peerReport(),
    ].join('\n');
  return { title: 'Company names → firms', report, file, measured: toRecord(figures), falls };
}

/** 95 % intervals (Wilson) of the two ratios that decide, over all cases and over the held ones. */
function intervals(figures: Record<string, NameFigures>): string {
  const line = (kind: string): string => {
    const { links, wrongLinks, recall } = figures[kind]!;
    const right = links - wrongLinks;
    const withFirm = recall === 0 ? right : Math.round(right / recall);
    return `${kind}: precision ${interval(right, links)}, recall ${interval(right, withFirm)}`;
  };
  return ['overall', 'split: held'].map(line).join('\n');
}

const ratios: readonly string[] = ['precision', 'recall', 'candidates5'];
const rowOf = ([kind, row]: readonly [string, NameFigures]): (string | number)[] => [
  kind,
  ...columns.map((column) => (ratios.includes(column) ? row[column] : String(row[column]))),
];

/** Fuse.js over the names, linking its best hit below a distance: what one gets without this project. */
function peerReport(): string {
  const keys = ['name', 'nameEn', 'formerNames'];
  const fuse = new Fuse(nameRegister(), { keys, includeScore: true, ignoreLocation: true });
  const asked = nameCases().map(({ name, gold }) => ({ gold, hits: fuse.search(name, { limit: 5 }) }));
  const rows = [0.001, 0.05, 0.1, 0.2].map((limit) => {
    const results = asked.map(({ gold, hits }) => ({
      gold,
      link: (hits[0]?.score ?? 1) <= limit ? hits[0]!.item.ubn : null,
      shown: hits.map(({ item }) => item.ubn),
    }));
    return rowOf([`fuse.js, score ≤ ${limit}`, figuresOf(results)]);
  });
  return table(['peer', ...columns], rows);
}

const toRecord = (figures: Record<string, NameFigures>): Record<string, Record<string, number>> =>
  Object.fromEntries(Object.entries(figures).map(([kind, row]) => [kind, { ...row }]));
