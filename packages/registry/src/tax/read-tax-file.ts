import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Day } from '@aipower/taiwan/dates';
import { isUbn } from '@aipower/taiwan/ubn';
import { taxHeader } from '../generated/tax-file.ts';
import { type Problem, problem, RegisterDataError } from '../import/problem.ts';
import { readSnapshotDay, storeRow } from './row.ts';
import { createScanner, type OnRecord } from './scan.ts';
import type { TaxBuilder, TaxPhase } from './store.ts';

/** How far an import of the tax register is. */
export interface TaxProgress {
  /** What is being done. */
  readonly phase: TaxPhase;
  /** Read so far. */
  readonly bytes: number;
  /** Size of the file. */
  readonly totalBytes: number;
  /** Units kept so far. */
  readonly rows: number;
}

// Larger chunks become strings outside the young heap, and the memory in use grows threefold.
const CHUNK = 1 << 16;
const MAX_PROBLEMS = 1000;
/** More unreadable rows than one in a hundred mean another file, not a few bad rows. */
const MAX_SKIPPED_SHARE = 0.01;

/** What a file held. */
export interface Tally {
  rows: number;
  skipped: number;
  checksumWarnings: number;
  snapshotOn: Day | null;
  problems: Problem[];
}

/** Takes the records of a file: the header, which must be the known one, the day under it, and the units. */
function recordTaker(builder: TaxBuilder, path: string, tally: Tally): OnRecord {
  const say = (found: Problem) => {
    if (tally.problems.length < MAX_PROBLEMS) tally.problems.push(found);
  };
  const takeUnit: OnRecord = (fields, line) => {
    const row = storeRow(fields);
    if (typeof row === 'string') {
      tally.skipped++;
      const isWidth = row === 'wrong-width';
      const found = isWidth ? String(fields.length) : fields[1]!;
      return say(problem(isWidth ? 'row-skipped-width' : 'row-skipped-ubn', found, { row: line }));
    }
    if (!isUbn(row.ubn)) {
      tally.checksumWarnings++;
      say(problem('ubn-checksum', row.ubn, { row: line, column: '統一編號' }));
    }
    tally.rows++;
    builder.add(row);
  };
  const takeSecond: OnRecord = (fields, line) => {
    take = takeUnit;
    const day = readSnapshotDay(fields[0]!);
    if (day !== null && fields.slice(1).every((field) => field === '')) tally.snapshotOn = day;
    else takeUnit(fields, line);
  };
  const takeHeader: OnRecord = (fields) => {
    take = takeSecond;
    const header = fields.map((field) => field.trim());
    const missing = taxHeader.find((name, i) => header[i] !== name);
    // Nothing else tells the columns apart.
    if (missing !== undefined)
      throw new RegisterDataError(basename(path), [
        problem('column-missing', header.join(','), { row: 1, column: missing }),
      ]);
  };
  let take = takeHeader;
  return (fields, line) => take(fields, line);
}

/**
 * Reads the file into the builder.
 * @param onProgress called after each piece of the file
 * @throws RegisterDataError for a file that is no tax register
 */
export async function readTaxFile(
  builder: TaxBuilder,
  path: string,
  onProgress?: (progress: TaxProgress) => void,
): Promise<Tally & { sha256: string }> {
  const tally: Tally = { rows: 0, skipped: 0, checksumWarnings: 0, snapshotOn: null, problems: [] };
  const scanner = createScanner(recordTaker(builder, path, tally));
  const { size } = await stat(path);
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      hash.update(chunk);
      bytes += chunk.length;
      scanner.push(decoder.decode(chunk, { stream: true }));
      await builder.flush();
      onProgress?.({ phase: 'reading', bytes, totalBytes: size, rows: tally.rows });
    }
    scanner.push(decoder.decode());
  } catch (error) {
    throw inFile(path, error);
  }
  const open = scanner.end();
  await builder.flush();
  if (open !== null)
    throw new RegisterDataError(basename(path), [
      problem('quote-broken', 'a quote that does not close', { row: open }),
    ]);
  assertUsable(path, tally);
  return { ...tally, sha256: hash.digest('hex') };
}

/** What reading stumbled over, told of the file where it is the file's. */
function inFile(path: string, error: unknown): unknown {
  if (error instanceof RangeError)
    return new RegisterDataError(basename(path), [problem('quote-broken', error.message)]);
  // The decoder's word for bytes that are not UTF-8.
  if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new RegisterDataError(basename(path), [problem('file-unreadable', 'bytes that are not UTF-8')]);
  return error;
}

/** @throws RegisterDataError for a file without units, or with so many unreadable rows that it is another file */
function assertUsable(path: string, { rows, skipped, problems }: Tally): void {
  const refuse = (last: Problem) => new RegisterDataError(basename(path), [...problems, last]);
  if (rows === 0) throw refuse(problem('file-empty', `${skipped} unusable rows`));
  if (skipped > 10 && skipped > (rows + skipped) * MAX_SKIPPED_SHARE)
    throw refuse(problem('most-rows-unusable', `${skipped} of ${rows + skipped}`));
}
