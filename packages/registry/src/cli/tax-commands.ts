import { RegisterDataError } from '../import/problem.ts';
import type { Register } from '../register.ts';
import { problemLines } from './import-command.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { words } from './words.ts';

const BAR = 30;

export async function runTaxImport(register: Register, path: string, io: Io): Promise<ExitCode> {
  let shown = '';
  try {
    const report = await register.tax.importFile(path, {
      recordedAt: io.now,
      onProgress({ phase, bytes, totalBytes, rows }) {
        const done = Math.floor((bytes / Math.max(totalBytes, 1)) * BAR);
        const line = `${phase} ${'█'.repeat(done)}${'░'.repeat(BAR - done)} ${words(io.language).rows(rows)}`;
        const step = `${phase} ${done}`;
        if (step !== shown) io.progress(line);
        shown = step;
      },
    });
    io.progress('');
    for (const line of problemLines(report.problems.slice(0, 20), io)) io.note(line);
    if (io.json) io.print(JSON.stringify(report));
    else
      io.print(
        `${report.snapshotOn ?? '–'}  ${words(io.language).rows(report.rows)}  ${words(io.language).leftOut(report)}`,
      );
    return exitCodes.done;
  } catch (error) {
    io.progress('');
    if (!(error instanceof RegisterDataError)) throw error;
    if (io.json) io.print(JSON.stringify({ code: error.code, problems: error.problems }));
    else for (const line of problemLines(error.problems, io)) io.print(line);
    return exitCodes.data;
  }
}

export async function runTaxFind(
  register: Register,
  typed: string | undefined,
  flags: { address?: string; limit: number },
  io: Io,
): Promise<ExitCode> {
  const say = words(io.language);
  if (!register.tax.status().loaded) {
    io.note(say.notLoaded);
    return exitCodes.world;
  }
  const { limit, address } = flags;
  const exact = typed !== undefined && /^\d{8}$/.test(typed) ? await register.tax.byUbn(typed) : null;
  const page = exact
    ? { units: [exact], next: null, reason: null }
    : await register.tax.find(address === undefined ? { name: typed ?? '', limit } : { address, limit });
  if (page.reason) {
    io.note(say.tooShort);
    return exitCodes.usage;
  }
  if (io.json) io.print(JSON.stringify(page));
  else if (page.units.length === 0) io.print(say.nothing);
  for (const unit of io.json ? [] : page.units) {
    io.print(`${unit.ubn}  ${unit.name}  ${unit.organisation ?? '–'}  ${unit.taxRegisteredOn ?? '–'}`);
    io.print(`    ${unit.address}`);
    for (const { rank, code, name } of unit.industries) io.print(`    ${rank}. ${code} ${name ?? '–'}`);
  }
  if (page.next && !io.json) io.note(say.more);
  return page.units.length === 0 ? exitCodes.no : exitCodes.done;
}
