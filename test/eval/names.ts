/** Company names → firms: how many links are right, how many right ones are made, by kind of query. */
import { existsSync, readFileSync } from 'node:fs';
import { type CompanyEntry, type CompanyMatch, companyIndex, matchCompany } from '@aipower/matcher';
import type { Evaluation } from './evaluation.ts';
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

export function figuresOf(results: readonly { gold: string | null; match: CompanyMatch }[]): NameFigures {
  const links = results.filter(({ match }) => match.link !== null);
  const right = links.filter(({ gold, match }) => match.link?.ubn === gold);
  const withGold = results.filter(({ gold }) => gold !== null);
  const shown = withGold.filter(({ gold, match }) => match.candidates.slice(0, 5).some(({ ubn }) => ubn === gold));
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return {
    cases: results.length,
    links: links.length,
    wrongLinks: links.length - right.length,
    precision: ratio(right.length, links.length),
    recall: ratio(right.length, withGold.length),
    candidates5: ratio(shown.length, withGold.length),
  };
}

/** Runs every case; `failures` names each whose link, decision or reason is not the expected one. */
export function runNameCases(): { figures: Record<string, NameFigures>; failures: string[] } {
  const index = companyIndex(nameRegister());
  const results = nameCases().map((one) => ({ ...one, match: matchCompany(index, { name: one.name, ubn: one.ubn }) }));
  const figures: Record<string, NameFigures> = { overall: figuresOf(results) };
  for (const kind of new Set(results.map((result) => result.kind))) {
    figures[kind] = figuresOf(results.filter((result) => result.kind === kind));
  }
  const failures = results.flatMap((result) => {
    const { id, kind, name, ubn, gold, decision, reason, match } = result;
    const right =
      (match.link?.ubn ?? null) === gold && agrees(decision, match) && (reason ?? match.reason) === match.reason;
    if (right) return [];
    const said = `${match.decision} ${match.link?.ubn ?? ''} (${match.reason})`;
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
  const rows = Object.entries(figures).map(([kind, row]) => [
    kind,
    ...columns.map((column) =>
      column === 'precision' || column === 'recall' || column === 'candidates5' ? row[column] : String(row[column]),
    ),
  ]);
  const falls = Object.entries(committed).flatMap(([kind, before]) =>
    (['precision', 'recall', 'candidates5'] as const)
      .filter((column) => (figures[kind]?.[column] ?? 0) < before[column])
      .map((column) => `${kind}, ${column}: ${before[column]} before, ${figures[kind]?.[column] ?? 'gone'} now`),
  );
  const report = [table(['kind', ...columns], rows), ...failures].join('\n');
  return { title: 'Company names → firms', report: () => report, file, measured: toRecord(figures), falls };
}

const toRecord = (figures: Record<string, NameFigures>): Record<string, Record<string, number>> =>
  Object.fromEntries(Object.entries(figures).map(([kind, row]) => [kind, { ...row }]));
