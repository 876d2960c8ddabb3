import { schemesNamed } from '../scheme.ts';
import { fileProblems } from './file-problems.ts';
import type { Words } from './problem-entry.ts';
import { rowProblems } from './row-problems.ts';

/** One thing that is wrong with a file. Errors stop the import, warnings keep the row. */
export interface Problem {
  /** An error stops the import. */
  readonly severity: 'error' | 'warning';
  /** What is wrong. */
  readonly code: ProblemCode;
  /** Name of the sheet; `null` in a file without sheets. */
  readonly sheet: string | null;
  /** Row as a spreadsheet counts it, from 1, the header included; `null` when it concerns the whole file. */
  readonly row: number | null;
  /** Header of the column as the file prints it. */
  readonly column: string | null;
  /** What stands there, shortened to a line; empty where nothing can be quoted. */
  readonly found: string;
  /** What should stand there. */
  readonly expected: string;
  /** What to do next. */
  readonly repair: string;
}

const table = { ...fileProblems, ...rowProblems };

/** The code of a problem in a list. */
export type ProblemCode = keyof typeof table;

/** Builds a problem; severity, expectation and repair follow from the code. */
export function problem(
  code: ProblemCode,
  found: string,
  place: { sheet?: string | null; row?: number | null; column?: string | null } = {},
): Problem {
  const shown = found.length > 80 ? `${found.slice(0, 80)}…` : found;
  const { sheet = null, row = null, column = null } = place;
  return { severity: table[code].severity, code, sheet, row, column, found: shown, ...problemWords(code, 'en', found) };
}

/**
 * What was expected and what to do, in the reader's language.
 * @param found of the problem; where a name fits several registrations, the words list them.
 */
export function problemWords(code: ProblemCode, language: 'zh-TW' | 'en', found = ''): Words {
  const words = language === 'en' ? table[code].en : table[code].zh;
  const choices = code === 'scheme-ambiguous' ? schemesNamed(found) : [];
  if (choices.length === 0) return words;
  const names = choices.map(({ shortName }) => (language === 'en' ? shortName.en : shortName.zh));
  return { ...words, expected: language === 'en' ? `one of ${names.join(', ')}` : `${names.join('、')}其中之一` };
}

/** What is wrong with a text that should name one registration and does not: it names none, or could mean several. */
export function unnamedScheme(text: string): 'scheme-unknown' | 'scheme-ambiguous' {
  return schemesNamed(text).length > 1 ? 'scheme-ambiguous' : 'scheme-unknown';
}

/** The file is bad. Lists **every** problem; nothing was imported. */
export class RegisterDataError extends Error {
  readonly code = 'bad-data';
  /** In the order of the file. */
  readonly problems: readonly Problem[];

  constructor(fileName: string, problems: readonly Problem[]) {
    const errors = problems.filter((one) => one.severity === 'error');
    const first = errors[0]!;
    const where = [first.sheet, first.row && `row ${first.row}`, first.column].filter(Boolean).join(', ');
    const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    super(
      `${fileName}: ${first.code}${where && ` at ${where}`}: ${first.found && `found ${JSON.stringify(first.found)}, `}expected ${first.expected}; ${first.repair}${rest}. Nothing was imported.`,
    );
    this.name = 'RegisterDataError';
    this.problems = problems;
  }
}
