import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { asRegisterError, RegisterError } from '../database/fault.ts';
import type { ImportReport } from '../import/import-list.ts';
import { type Problem, problemWords, RegisterDataError } from '../import/problem.ts';
import type { Register } from '../register.ts';
import type { SchemeId } from '../scheme.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { words } from './words.ts';

export interface ImportFlags {
  readonly seenOn: string;
  readonly by: string;
  readonly why?: string;
  readonly source?: string;
  readonly map?: string;
  readonly scheme?: SchemeId;
  readonly status?: string;
  readonly partial?: boolean;
  readonly fictional?: boolean;
  readonly dryRun?: boolean;
  readonly acceptGone?: boolean;
  readonly acceptChanged?: boolean;
}

/** The bytes of a file; a RegisterError `file-unreadable` when it cannot be read. */
export async function readSource(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    throw error instanceof Error && 'code' in error
      ? new RegisterError('file-unreadable', `reading ${path}`, error)
      : asRegisterError(error, `reading ${path}`);
  }
}

/** Lines for people: one per problem, errors first. */
export function problemLines(problems: readonly Problem[], io: Io): string[] {
  const say = words(io.language);
  const sorted = [...problems].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
  return sorted.map((one) => {
    const where = [one.sheet, one.row === null ? null : say.row(one.row), one.column].filter(Boolean).join(' ') || '–';
    return `  ${one.severity === 'error' ? '✗' : '!'} ${say.problem({ ...one, ...problemWords(one.code, io.language, one.found), where })}`;
  });
}

const count = (problems: readonly Problem[], severity: Problem['severity']) =>
  problems.filter((one) => one.severity === severity).length;

function printReport(report: ImportReport, io: Io): void {
  const say = words(io.language);
  const mark = { new: '+', changed: '~', gone: '-' } as const;
  for (const change of report.changes) {
    const what = [change.scheme ?? say.provider, change.number ?? '', change.ubn, change.name]
      .filter(Boolean)
      .join('  ');
    io.print(`  ${mark[change.kind]} ${what}`);
    for (const { field, before, after } of change.fields)
      io.print(`      ${field}: ${before ?? '∅'} → ${after ?? '∅'}`);
  }
  for (const line of problemLines(report.problems, io)) io.print(line);
  io.print(say.counts(report.counts));
  io.print(say.problems(count(report.problems, 'error'), count(report.problems, 'warning')));
  io.print(report.dryRun ? say.tried : report.revision === null ? say.unchanged : say.took(report.revision));
}

export async function runImport(register: Register, path: string, flags: ImportFlags, io: Io): Promise<ExitCode> {
  const { seenOn, by, why, source, map, scheme, status, partial, fictional, dryRun, acceptGone, acceptChanged } = flags;
  const constants = { ...(scheme && { scheme }), ...(status !== undefined && { status }) };
  const file = await readSource(path);
  const options = {
    seenOn,
    by,
    why,
    source,
    map,
    dryRun,
    acceptGone,
    acceptChanged,
    fictional,
    constants,
    recordedAt: io.now,
    complete: !partial,
  };
  try {
    const report = await register.importList(file, options);
    if (io.json) io.print(JSON.stringify(report));
    else printReport(report, io);
    return count(report.problems, 'error') > 0 ? exitCodes.data : exitCodes.done;
  } catch (error) {
    if (!(error instanceof RegisterDataError)) throw error;
    if (io.json) io.print(JSON.stringify({ code: error.code, problems: error.problems }));
    else {
      for (const line of problemLines(error.problems, io)) io.print(line);
      io.print(words(io.language).problems(count(error.problems, 'error'), count(error.problems, 'warning')));
    }
    return exitCodes.data;
  }
}
