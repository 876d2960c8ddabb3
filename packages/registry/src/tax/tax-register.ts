import { existsSync } from 'node:fs';
import type { Day } from '@aipower/taiwan/dates';
import type Sqlite from 'better-sqlite3';
import { guarded, RegisterError } from '../database/fault.ts';
import type { OpenDatabase } from '../database/open.ts';
import { findUnits, type TaxPage, type TaxQuery } from './find.ts';
import { importTaxFile, type TaxImportOptions, type TaxImportReport } from './import-tax.ts';
import { openPostgresStore } from './postgres-store.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { TaxStore } from './store.ts';
import { taxPath } from './tax-path.ts';
import { readUnit, type TaxUnit } from './unit.ts';

/** Whether a tax register is loaded, of which day, with how many rows. */
export interface TaxStatus {
  /** `false`: a number that is not found says nothing. */
  readonly loaded: boolean;
  /** Day printed in the file's second line. */
  readonly snapshotOn: Day | null;
  /** Units; 0 when nothing is imported. */
  readonly rows: number;
  /** Instant of the import, ISO 8601; `null` when nothing is imported. */
  readonly recordedAt: string | null;
  /** Without folders; `null` when nothing is imported. */
  readonly fileName: string | null;
  /** Of the file's bytes; `null` when nothing is imported. */
  readonly sha256: string | null;
}

/** The tax register beside the register: who is taxed under which industries. */
export interface TaxRegister {
  /** Which tax register answers; grows with every import, 0 while none is loaded. */
  readonly generation: number;
  /** What is loaded; never asks the file. */
  status(): TaxStatus;
  /** The unit with this 統一編號; `null` when there is none **or no tax register is loaded** (see `status()`). */
  byUbn(ubn: string): Promise<TaxUnit | null>;
  /** A page of units by name, address or industry; empty when no tax register is loaded (see `status()`). */
  find(query: TaxQuery): Promise<TaxPage>;
  /** Reads BGMOPEN1.csv in constant memory and swaps it in whole. */
  importFile(path: string, options: TaxImportOptions): Promise<TaxImportReport>;
  /** Takes over what another process imported since. */
  refresh(): Promise<void>;
  /** Lets the file go. */
  close(): Promise<void>;
}

const none: TaxStatus = { loaded: false, snapshotOn: null, rows: 0, recordedAt: null, fileName: null, sha256: null };

/** @internal */
export async function openTaxRegister(open: OpenDatabase): Promise<TaxRegister> {
  let generation = 0;
  let store: TaxStore | null = null;
  let status = none;
  let closed = false;
  // A register in memory keeps its tax register there too.
  let inMemory: Sqlite.Database | null = null;

  async function refresh(): Promise<void> {
    const meta = await open.db.selectFrom('register_meta').select('tax_generation').executeTakeFirstOrThrow();
    if (meta.tax_generation === generation) return;
    const row = await open.db
      .selectFrom('tax_snapshot')
      .selectAll()
      .where('generation', '=', meta.tax_generation)
      .executeTakeFirstOrThrow();
    const fresh = openStore(row.location);
    const old = store;
    store = fresh;
    generation = row.generation;
    status =
      fresh === null
        ? none
        : {
            loaded: true,
            snapshotOn: row.snapshot_on,
            rows: row.row_count,
            recordedAt: row.recorded_at,
            fileName: row.file_name,
            sha256: row.sha256,
          };
    await old?.close();
  }

  function openStore(location: string): TaxStore | null {
    if (open.dialect === 'postgres') return openPostgresStore(open.pool, location);
    if (location === ':memory:') return openSqliteStore(open, inMemory!);
    // Whoever copied the register alone has no tax register: said by `status()`, not by an error at the start.
    return existsSync(taxPath(open, location)) ? openSqliteStore(open, taxPath(open, location)) : null;
  }

  /** Another process may drop the table we read right after its swap: look again once. */
  async function reading<T>(ask: (from: TaxStore) => Promise<T>): Promise<T | null> {
    // "Not found" would be a no to what could not be looked up.
    if (closed) throw new RegisterError('register-closed', 'reading the tax register');
    if (!store) return null;
    try {
      return await ask(store);
    } catch (error) {
      if ((error as { code?: string }).code !== '42P01') throw error;
      await refresh();
      return ask(store);
    }
  }

  await refresh();
  return {
    get generation() {
      return generation;
    },
    status: () => status,
    byUbn: (ubn) =>
      guarded('reading the tax register', async () => {
        const row = /^\d{8}$/.test(ubn) ? await reading((from) => from.byUbn(ubn)) : null;
        return row ? readUnit(row) : null;
      }),
    find: (query) =>
      guarded(
        'reading the tax register',
        async () => (await reading((from) => findUnits(from, query))) ?? { units: [], next: null, reason: null },
      ),
    async importFile(path, options) {
      const report = await importTaxFile(open, path, options, (database) => {
        inMemory = database;
      });
      await refresh();
      return report;
    },
    refresh,
    async close() {
      closed = true;
      await store?.close();
      store = null;
    },
  };
}
