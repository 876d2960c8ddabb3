import { createHash } from 'node:crypto';
import { constants, createReadStream, readdirSync, rmSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { inTransaction, retryWhileLocked, takeLock } from '@aipower/database';
import type { Day } from '@aipower/taiwan/dates';
import { isUbn } from '@aipower/taiwan/ubn';
import type Sqlite from 'better-sqlite3';
import type { Transaction } from 'kysely';
import { guarded, RegisterError } from '../database/fault.ts';
import type { OpenDatabase } from '../database/open.ts';
import type { Tables } from '../database/tables.ts';
import { type Problem, problem, RegisterDataError } from '../import/problem.ts';
import { buildPostgres } from './postgres-store.ts';
import { readSnapshotDay, storeRow, taxHeader } from './row.ts';
import { createScanner } from './scan.ts';
import { buildSqlite } from './sqlite-store.ts';
import type { TaxBuilder, TaxIndexes, TaxPhase } from './store.ts';
import { taxPath } from './tax-path.ts';

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

/** How a file of the tax register is imported. */
export interface TaxImportOptions {
  /** The instant of the import, ISO 8601. */
  readonly recordedAt: string;
  /** Called now and then while the file is read. */
  readonly onProgress?: ((progress: TaxProgress) => void) | undefined;
  /** Default: both. */
  readonly indexes?: Partial<TaxIndexes> | undefined;
}

/** What an import of the tax register read. */
export interface TaxImportReport {
  /** Grows by one with each import; readers move to it by themselves. */
  readonly generation: number;
  /** Day the file says it is of; `null` when it says none. */
  readonly snapshotOn: Day | null;
  /** Units kept. */
  readonly rows: number;
  /** Rows that could not be kept: not 16 cells, or no 統一編號 of eight digits. Each of the first 1,000 is in `problems`. */
  readonly skipped: number;
  /** Rows that repeat an earlier 統一編號; the first one counts. */
  readonly duplicates: number;
  /** Rows kept although the check digit does not fit. */
  readonly checksumWarnings: number;
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** The first 1,000, with the line of the file. */
  readonly problems: readonly Problem[];
}

// Larger chunks become strings outside the young heap, and the memory in use grows threefold.
const CHUNK = 1 << 16;
const MAX_PROBLEMS = 1000;
/** More unreadable rows than one in a hundred mean another file, not a few bad rows. */
const MAX_SKIPPED_SHARE = 0.01;

interface Tally {
  rows: number;
  skipped: number;
  checksumWarnings: number;
  snapshotOn: Day | null;
  problems: Problem[];
}

/** Reads the file into the builder. The header must be the known one; nothing else tells the columns apart. */
async function readInto(
  builder: TaxBuilder,
  path: string,
  options: TaxImportOptions,
): Promise<Tally & { sha256: string }> {
  const tally: Tally = { rows: 0, skipped: 0, checksumWarnings: 0, snapshotOn: null, problems: [] };
  const say = (found: Problem) => {
    if (tally.problems.length < MAX_PROBLEMS) tally.problems.push(found);
  };
  let second = true;
  let headerSeen = false;
  const scanner = createScanner((fields, line) => {
    if (!headerSeen) {
      headerSeen = true;
      const header = fields.map((field) => field.trim());
      const missing = taxHeader.filter((name, i) => header[i] !== name);
      if (missing.length > 0)
        throw new RegisterDataError(basename(path), [
          problem('column-missing', header.join(','), { row: 1, column: missing[0]! }),
        ]);
      return;
    }
    if (second) {
      second = false;
      const day = readSnapshotDay(fields[0]!);
      if (day !== null && fields.slice(1).every((field) => field === '')) {
        tally.snapshotOn = day;
        return;
      }
    }
    const row = storeRow(fields);
    if (typeof row === 'string') {
      tally.skipped++;
      const width = row === 'wrong-width';
      say(
        problem(width ? 'row-skipped-width' : 'row-skipped-ubn', width ? String(fields.length) : fields[1]!, {
          row: line,
        }),
      );
      return;
    }
    if (!isUbn(row.ubn)) {
      tally.checksumWarnings++;
      say(problem('ubn-checksum', row.ubn, { row: line, column: '統一編號' }));
    }
    tally.rows++;
    builder.add(row);
  });
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
      options.onProgress?.({ phase: 'reading', bytes, totalBytes: size, rows: tally.rows });
    }
    scanner.push(decoder.decode());
  } catch (error) {
    if (error instanceof RangeError)
      throw new RegisterDataError(basename(path), [problem('quote-broken', error.message)]);
    // The decoder's word for bytes that are not UTF-8.
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new RegisterDataError(basename(path), [problem('file-unreadable', 'bytes that are not UTF-8')]);
    }
    throw error;
  }
  const open = scanner.end();
  await builder.flush();
  if (open !== null)
    throw new RegisterDataError(basename(path), [
      problem('quote-broken', 'a quote that does not close', { row: open }),
    ]);
  if (tally.rows === 0)
    throw new RegisterDataError(basename(path), [
      ...tally.problems,
      problem('file-empty', `${tally.skipped} unusable rows`),
    ]);
  if (tally.skipped > 10 && tally.skipped > (tally.rows + tally.skipped) * MAX_SKIPPED_SHARE) {
    throw new RegisterDataError(basename(path), [
      ...tally.problems,
      problem('most-rows-unusable', `${tally.skipped} of ${tally.rows + tally.skipped}`),
    ]);
  }
  return { ...tally, sha256: hash.digest('hex') };
}

/** What builds that died left behind; only who holds the lock may look. */
function removeLeftovers(open: OpenDatabase & { dialect: 'sqlite' }): void {
  if (open.path === ':memory:') return;
  const [folder, base] = [dirname(open.path), `${basename(open.path)}-tax`];
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${base}-`) && name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Imports the file and swaps it in; see {@link TaxRegister.importFile}.
 * @internal
 */
export async function importTaxFile(
  open: OpenDatabase,
  path: string,
  options: TaxImportOptions,
  keepInMemory: (database: Sqlite.Database) => void,
): Promise<TaxImportReport> {
  if (Number.isNaN(Date.parse(options.recordedAt ?? ''))) {
    throw new TypeError(
      'tax.importFile(…, { recordedAt }): an instant such as 2026-11-21T10:00:00+08:00 is needed; time is always an argument',
    );
  }
  try {
    await access(path, constants.R_OK);
    if ((await stat(path)).isDirectory()) throw new Error('it is a folder');
  } catch (error) {
    throw new RegisterError('file-unreadable', `reading ${path}`, error);
  }
  const indexes: TaxIndexes = { name: true, address: true, ...options.indexes };
  return guarded('importing the tax register', async () => {
    const { release, builder, next, previous } = await prepare(open, indexes);
    try {
      const tally = await readInto(builder, path, options);
      const totalBytes = (await stat(path)).size;
      const onPhase = (phase: TaxPhase) =>
        options.onProgress?.({ phase, bytes: totalBytes, totalBytes, rows: tally.rows });
      const { location, duplicates } = await builder.finish(onPhase);
      if (location === ':memory:') keepInMemory((builder as ReturnType<typeof buildSqlite>).database);
      const { rows, skipped, checksumWarnings, snapshotOn, sha256, problems } = tally;
      const swap = async (trx: Transaction<Tables>) => {
        await trx.updateTable('register_meta').set({ tax_generation: next }).where('id', '=', 1).execute();
        await trx
          .insertInto('tax_snapshot')
          .values({
            generation: next,
            snapshot_on: snapshotOn,
            row_count: rows - duplicates,
            recorded_at: new Date(options.recordedAt).toISOString(),
            sha256,
            file_name: basename(path),
            location: open.dialect === 'sqlite' && location !== ':memory:' ? `tax-${next}.sqlite` : location,
          })
          .execute();
      };
      await inTransaction(open.db, 'importing the tax register', swap);
      await removePrevious(open, previous);
      return {
        generation: next,
        snapshotOn,
        rows: rows - duplicates,
        skipped,
        duplicates,
        checksumWarnings,
        sha256,
        problems,
      };
    } catch (error) {
      await builder.abort();
      throw error;
    } finally {
      release();
    }
  });
}

async function prepare(
  open: OpenDatabase,
  indexes: TaxIndexes,
): Promise<{ release: () => void; builder: TaxBuilder; next: number; previous: string | null }> {
  const readCurrent = async () => {
    const { tax_generation: current } = await open.db
      .selectFrom('register_meta')
      .select('tax_generation')
      .executeTakeFirstOrThrow();
    const row = await open.db
      .selectFrom('tax_snapshot')
      .select('location')
      .where('generation', '=', current)
      .executeTakeFirst();
    return { next: current + 1, previous: row?.location ?? null };
  };
  // Only one build at a time.
  const lock = await takeLock(open, 'tax', 'importing the tax register');
  try {
    const current = await readCurrent();
    if (open.dialect === 'postgres') {
      const { client, release } = await open.connectForLongWork();
      const releaseAll = () => {
        release();
        lock.release();
      };
      const builder = await buildPostgres(client, `tax_unit_${current.next}`, indexes).catch((error) => {
        release();
        throw error;
      });
      return { release: releaseAll, builder, ...current };
    }
    removeLeftovers(open);
    const location = open.path === ':memory:' ? ':memory:' : taxPath(open, `tax-${current.next}.sqlite`);
    return { release: lock.release, builder: buildSqlite(open, location, indexes), ...current };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The register before the swap is let go only now. Who still reads it keeps it until they look again. */
async function removePrevious(open: OpenDatabase, location: string | null): Promise<void> {
  if (location === null || location === ':memory:') return;
  if (open.dialect === 'postgres')
    await retryWhileLocked('importing the tax register', () => open.pool.query(`drop table if exists ${location}`));
  else rmSync(taxPath(open, location), { force: true });
}
