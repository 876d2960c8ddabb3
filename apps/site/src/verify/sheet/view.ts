import {
  type ClaimField,
  type ClaimSheet,
  getScheme,
  problemWords,
  type Verdict,
  type VerdictCode,
} from '@aipower/registry';
import type { Visit } from '../../page/page.ts';
import { dayView, verdictStatus } from '../../presenters/verdict.ts';

export const claimFields = ['id', 'scheme', 'number', 'ubn', 'name'] as const satisfies readonly ClaimField[];

/** The kinds of answer in the order in which a reviewer wants to look at them. */
export const kinds = [
  'holder-mismatch',
  'needs-a-person',
  'not-found',
  'revoked',
  'expired',
  'suspended',
  'not-yet-valid',
  'unverifiable',
  'holder-unchecked',
  'not-asked',
  'valid',
  'not-claimed',
] as const satisfies readonly (VerdictCode | 'not-asked')[];
export type Kind = (typeof kinds)[number];

const FIRST = 20;
const PER_PAGE = 200;
const LONGEST_SHOWN = 60;
const ROWS_NAMED = 5;

const short = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/** The columns of the sheet as choices for each field, with an example from the first row. */
export function columnChoices(sheet: ClaimSheet, { t }: Visit) {
  const words = t.verify.sheetWords;
  const options = sheet.header.map((header, index) => {
    const example = sheet.rows.find((row) => (row[index] ?? '').trim() !== '')?.[index] ?? '';
    const name = short(header || words.columnNo(index + 1));
    return { value: String(index), label: example ? words.columnExample(name, short(example)) : name };
  });
  return claimFields.map((field) => ({
    field,
    id: `col-${field}`,
    label: words.columns[field],
    value: sheet.columns[field] === null ? '' : String(sheet.columns[field]),
    options,
  }));
}

/**
 * What is wrong with the file or with its rows, in words: where, what was found, what was expected, what to do. The
 * same thing in many rows is one line that names the first of them, since one repair mends them all.
 */
export function problemLines(sheet: Pick<ClaimSheet, 'problems'>, { t, language, show }: Visit) {
  const alike = new Map<string, ClaimSheet['problems'][number][]>();
  for (const problem of sheet.problems) {
    const key = JSON.stringify([problem.code, problem.column, problem.found]);
    const group = alike.get(key);
    if (group) group.push(problem);
    else alike.set(key, [problem]);
  }
  return [...alike.values()].map((group) => {
    const { code, column, found } = group[0]!;
    const { expected, repair } = problemWords(code, language === 'zh' ? 'zh-TW' : 'en', found);
    const rows = group.flatMap(({ row }) => (row === null ? [] : [String(row)]));
    const named = show.list(rows.slice(0, ROWS_NAMED));
    const line = t.verify.sheetWords.problem({
      rows: named,
      count: rows.length,
      all: rows.length <= ROWS_NAMED,
      column,
      found: short(found),
      expected,
      repair,
    });
    return { line, count: group.length };
  });
}

/** The rows of one kind, or the first of every kind, with how many there are in all. */
export function resultView(
  sheet: ClaimSheet,
  verdicts: readonly (Verdict | null)[],
  chosen: { readonly kind: Kind | null; readonly page: number },
  visit: Visit,
) {
  const { t } = visit;
  const rowsOf = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  for (const [i, verdict] of verdicts.entries()) rowsOf.get(verdict?.verdict ?? 'not-asked')!.push(i);
  const sections = kinds.flatMap((kind) => {
    const rows = rowsOf.get(kind)!;
    if (rows.length === 0 || (chosen.kind !== null && chosen.kind !== kind)) return [];
    const from = chosen.kind === null ? 0 : (chosen.page - 1) * PER_PAGE;
    const shown = rows.slice(from, from + (chosen.kind === null ? FIRST : PER_PAGE));
    return [
      {
        kind,
        word: wordOf(kind, visit),
        status: statusOf(kind),
        total: rows.length,
        from: from + 1,
        to: from + shown.length,
        pages: chosen.kind === null ? 0 : Math.ceil(rows.length / PER_PAGE),
        rows: shown.map((i) => rowView(sheet, i, verdicts[i]!, visit)),
      },
    ];
  });
  return {
    total: verdicts.length,
    counts: kinds.map((kind) => ({
      kind,
      word: wordOf(kind, visit),
      status: statusOf(kind),
      count: rowsOf.get(kind)!.length,
    })),
    sections,
    sentence: t.verify.sheetWords.tally({
      rows: visit.show.number(verdicts.length),
      valid: visit.show.number(rowsOf.get('valid')!.length),
      open: visit.show.number(
        (['unverifiable', 'holder-unchecked', 'needs-a-person'] as const).reduce(
          (sum, kind) => sum + rowsOf.get(kind)!.length,
          0,
        ),
      ),
      notAsked: visit.show.number(rowsOf.get('not-asked')!.length),
    }),
  };
}

function rowView(sheet: ClaimSheet, i: number, verdict: Verdict | null, visit: Visit) {
  const at = sheet.claimRows[i]!;
  const cell = (field: ClaimField) => {
    const column = sheet.columns[field];
    return column === null ? '' : short((sheet.rows[at]?.[column] ?? '').trim());
  };
  const common = {
    row: sheet.rowNumbers[at]!,
    id: cell('id'),
    // In a wide sheet the number stands in the column of its registration.
    number: short(verdict?.claim.number ?? cell('number')),
    party: cell('name') || cell('ubn'),
  };
  if (!verdict) {
    return {
      ...common,
      scheme: cell('scheme'),
      onDay: null,
      today: null,
      sentence: visit.t.verify.sheetWords.notAsked,
      near: [],
    };
  }
  const onDay = dayView(verdict, verdict, verdict.match, visit);
  return {
    ...common,
    scheme: getScheme(verdict.claim.scheme).shortName[visit.language],
    onDay,
    today: dayView(verdict, verdict.today, verdict.match, visit),
    sentence: onDay.sentence,
    near: verdict.suggestions.slice(0, 2).map(({ scheme, number, ubn }) => ({
      number,
      href: visit.paths.verify({ scheme, number, ubn: verdict.claim.ubn ?? undefined, on: verdict.day }),
      ubn,
    })),
  };
}

function wordOf(kind: Kind, { t }: Visit): string {
  return kind === 'not-asked' ? t.verify.sheetWords.notAskedWord : t.verdict.words[kind];
}

function statusOf(kind: Kind) {
  return kind === 'not-asked' ? 'unsure' : verdictStatus[kind];
}
