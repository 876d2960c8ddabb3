import { type ClaimField, type ClaimSheet, problemWords, type RegistrationColumn, schemes } from '@aipower/registry';
import type { Visit } from '../../page/page.ts';
import { type FormVisit, schemeLabel } from '../../presenters/scheme-label.ts';

export const claimFields = ['id', 'name', 'ubn', 'on', 'scheme', 'number'] as const satisfies readonly ClaimField[];

const MAX_SHOWN_LENGTH = 60;
const ROWS_NAMED = 5;

export const short = (text: string) => (text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text);

/** The columns of the sheet as choices for each field and registration, with an example from the first row. */
export function columnChoices(sheet: ClaimSheet, visit: FormVisit) {
  const words = visit.t.verify.sheetWords;
  const named = (index: number) => short(sheet.header[index] || words.columnNo(index + 1));
  const options = sheet.header.map((_, index) => {
    const example = sheet.rows.find((row) => (row[index] ?? '').trim() !== '')?.[index] ?? '';
    return {
      value: String(index),
      label: example ? words.columnExample(named(index), short(example)) : named(index),
    };
  });
  const choice = (id: string, label: string, column: number | null) => ({
    id,
    label,
    value: column === null ? '' : String(column),
    said: column === null ? null : named(column),
    options,
  });
  const at = (scheme: RegistrationColumn['scheme']) =>
    sheet.registrations.find((one) => one.scheme === scheme)?.column ?? null;
  return {
    fields: claimFields.map((field) => choice(`col-${field}`, words.columns[field], sheet.columns[field])),
    registrations: schemes.map((one) => choice(`reg-${one.id}`, schemeLabel(one.id, visit), at(one.id))),
  };
}

/** What was understood of the columns, in one line: 案號＝收件號；5.4 人工智慧＝AI 證書. */
export function mappingLine({ fields, registrations }: ReturnType<typeof columnChoices>, { t, show }: Visit): string {
  const said = [...fields, ...registrations].filter(({ said }) => said !== null);
  return show.clauses(said.map(({ label, said }) => t.verify.sheetWords.mapped(label, said!)));
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

/** What is told of one row of the file, in words. */
export function problemsOfRow(sheet: ClaimSheet, row: number, visit: FormVisit): string[] {
  return problemLines({ problems: sheet.problems.filter((one) => one.row === row) }, visit).map(({ line }) => line);
}
