import { constants, readdirSync, rmSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { inTransaction, retryWhileLocked, takeLock } from '@aipower/database';
import type { Day } from '@aipower/taiwan/dates';
import type Sqlite from 'better-sqlite3';
import type { Transaction } from 'kysely';
import { guarded, RegisterError } from '../database/fault.ts';
import type { OpenDatabase } from '../database/open.ts';
import type { Tables } from '../database/tables.ts';
import type { Problem } from '../import/problem.ts';
import { buildPostgres } from './postgres-store.ts';
import { readTaxFile, type TaxProgress } from './read-tax-file.ts';
import { buildSqlite } from './sqlite-store.ts';
import type { TaxBuilder, TaxIndexes, TaxPhase } from './store.ts';
import { taxPath } from './tax-path.ts';

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
      const tally = await readTaxFile(builder, path, options.onProgress);
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
