import { setImmediate } from 'node:timers/promises';
import { assertAnswers, exclusively, sameFileCheck } from '@aipower/database';
import { assertDay, type Day } from '@aipower/taiwan/dates';
import type { Certificate } from './certificate.ts';
import { readNumber } from './certificate-number.ts';
import { assertClaims } from './claim-door.ts';
import { backupSqlite } from './database/backup.ts';
import { guarded, RegisterError, type RegisterFault } from './database/fault.ts';
import { type OpenDatabase, openRegisterDatabase } from './database/open.ts';
import { type Changes, type ChangesQuery, readChanges } from './history/changes.ts';
import type { HistoryEntry } from './history/entry.ts';
import { type HistoryQuery, readHistory } from './history/history.ts';
import { revisionKnownAt } from './history/known-at.ts';
import { type HistoryProof, proveHistory } from './history/verify-history.ts';
import { type Withdrawal, type WithdrawOptions, withdraw } from './history/withdraw.ts';
import { type ImportReport, importList } from './import/import-list.ts';
import type { ImportOptions } from './import/import-options.ts';
import type { SourceFile } from './import/table.ts';
import type { Provider } from './provider.ts';
import { readTableApart } from './reader/read-apart.ts';
import { getScheme, type SchemeId } from './scheme.ts';
import { createDirectory, type ProviderPage, type ProviderQuery } from './snapshot/directory.ts';
import { loadSnapshot } from './snapshot/load.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import { type RegisterStatus, registerStatus } from './status.ts';
import { openTaxRegister, type TaxRegister } from './tax/tax-register.ts';
import type { Claim, Verdict } from './verdict.ts';
import { claimVerifier, type Verification, type VerifyDays } from './verify.ts';

/** How a register is opened. */
export interface RegisterOptions {
  /** Days after which a list counts as stale: a number missing from it is then `unverifiable`. Default 30, our choice. */
  readonly freshDays?: number;
  /** How often, in milliseconds, to look for imports of other processes; 0 never. Default 1000. */
  readonly refreshEvery?: number;
  /** Open an existing SQLite file without writing to it or its schema. */
  readonly readOnly?: boolean;
  /** Make a SQLite file that is missing (default true); `false`: an error, as for who only looks something up. */
  readonly create?: boolean;
}

/** How current the answers from memory are. */
export interface LastCheck {
  /** Seconds since the database last said that memory is right. */
  readonly secondsAgo: number;
  /** Why it could not be asked since; `null` when the last question was answered. */
  readonly failing: RegisterFault | null;
}

/** The register as it is known at one revision. Everything that is asked of it is answered from memory. */
export interface Register {
  /** Which database it lies in. */
  readonly dialect: 'sqlite' | 'postgres';
  /** The tax register of the Ministry of Finance, in a file of its own. */
  readonly tax: TaxRegister;
  /** The revision answers are given from. */
  readonly revision: number;
  /**
   * Which state of which register answers are given from. Costs nothing; the key for what is made of it: a register that
   * was restored in place may have the revision of the one before, never its state.
   */
  readonly state: string;
  /**
   * Takes over what other processes imported since: reads one number, and the data only when it changed.
   * @returns the revision answers are given from now.
   */
  refresh(): Promise<number>;
  /**
   * When was the database last asked for news, and what is wrong with it now? Answers come from memory, so that a database
   * that is away stops nobody; who shows them says how old they may be.
   */
  lastCheck(): LastCheck;
  /** Does the database answer within `limit` milliseconds (default 2,000)? For a readiness probe. @throws RegisterError */
  assertAnswers(limit?: number): Promise<void>;
  /**
   * Runs a step while holding a lock that all processes on this database share: of several that start at once on an empty
   * register, one seeds it, and the others wait and see what it left.
   * @param name letters, digits and hyphens.
   */
  exclusively<T>(name: string, step: () => Promise<T>): Promise<T>;
  /** Compares a list with the register and, unless `dryRun`, writes the difference: all or nothing. */
  importList(file: SourceFile, options: ImportOptions): Promise<ImportReport>;
  /**
   * What is the answer to each claim, on the claimed day and today? At most 100,000 claims in one call.
   * @param days.knownAt answer by what the register knew then: a day (its end in Taiwan) or an instant.
   */
  verify(claims: readonly Claim[], days: VerifyDays & { knownAt?: string | undefined }): Promise<Verification>;
  /** A page of the list of providers with facets. See {@link ProviderQuery}. */
  providers(query: ProviderQuery): ProviderPage;
  /** The provider with this 統一編號; `null` when the register knows none. */
  provider(ubn: string): Provider | null;
  /** Every certificate of a scheme whose number reads the same; empty when there is none. */
  certificates(scheme: SchemeId, number: string): readonly Certificate[];
  /** Counts, and how old every list is on that day. */
  status(today: Day): RegisterStatus;
  /**
   * What changed, newest first; asks the database.
   * @throws RegisterError when it is away; TypeError for a limit outside 1 to 1,000.
   */
  history(query?: HistoryQuery): Promise<HistoryEntry[]>;
  /** Every change there ever was, numbered, a page at a time: nothing is left out and nothing told twice. */
  changes(query: ChangesQuery): Promise<Changes>;
  /**
   * Takes back an import and every one after it, as a recorded revision: the register is again what it was before.
   * @throws TypeError when there is no such import.
   */
  withdraw(revision: number, options: WithdrawOptions): Promise<Withdrawal>;
  /** Does the history hold what was recorded? `knownHead`: a seal written down earlier. See {@link HistoryProof}. */
  proveHistory(knownHead?: string): Promise<HistoryProof>;
  /** The whole register, for exports and for questions of one's own. Never changes; take a new one after an import. */
  snapshot(): Snapshot;
  /** The register as it was known then: a day (its end in Taiwan) or an instant. */
  asKnownAt(moment: string): Promise<Snapshot>;
  /** Copies a SQLite register, also while it is written to. For PostgreSQL use pg_dump. */
  backup(path: string): Promise<void>;
  /** Lets the database go; what is asked of it afterwards fails. */
  close(): Promise<void>;
}

const MAX_CLAIMS = 100_000;
/** Claims answered before other work of the process is let through. */
const STRIDE = 500;

/**
 * Opens a register and reads it into memory.
 *
 * @param databaseUrl a SQLite file (made, with its folder, when missing), `:memory:`, or `postgres://…`.
 * @returns the register; close it when done.
 * @throws RegisterError with a code of {@link RegisterFault}.
 * @example const register = await openRegister('var/register.sqlite')
 */
export async function openRegister(databaseUrl: string, options: RegisterOptions = {}): Promise<Register> {
  return guarded('opening the register', async () => {
    const { readOnly = false, create = true } = options;
    const open = await openRegisterDatabase(databaseUrl, { readOnly, create });
    try {
      return await serve(open, options);
    } catch (error) {
      await open.close();
      throw error;
    }
  });
}

async function serve(open: OpenDatabase, options: RegisterOptions): Promise<Register> {
  const { db } = open;
  const { freshDays = 30, refreshEvery = 1000 } = options;
  const assertSameFile = sameFileCheck(open, 'reading the register');
  const readMeta = () => db.selectFrom('register_meta').select(['revision', 'state']).executeTakeFirstOrThrow();
  let { state, revision: first } = await readMeta();
  let current = await loadSnapshot(db, first, freshDays);
  let directory = createDirectory(current);
  let told: { of: Snapshot; status: RegisterStatus } | null = null;
  let closed = false;
  let refreshing: Promise<number> | null = null;
  // Monotonic: an age, not a time of day.
  let checkedAt = process.hrtime.bigint();
  let failing: RegisterFault | null = null;

  async function reload(): Promise<number> {
    assertSameFile();
    const { revision, state: found } = await readMeta();
    // A register restored in place may have the revision it had, with other contents.
    if (revision !== current.revision || found !== state) {
      const fresh = await loadSnapshot(db, revision, freshDays);
      directory = createDirectory(fresh);
      current = fresh;
      state = found;
    }
    checkedAt = process.hrtime.bigint();
    failing = null;
    return current.revision;
  }

  /** One at a time: who asks meanwhile gets the same answer, and `importList` asks again after its own write. */
  function refresh(): Promise<number> {
    if (closed) throw new RegisterError('register-closed', 'reading the register');
    refreshing ??= guarded('reading the register', reload)
      .catch((error) => {
        if (error instanceof RegisterError) failing = error.code;
        throw error;
      })
      .finally(() => {
        refreshing = null;
      });
    return refreshing;
  }

  const tax = await openTaxRegister(open);
  const timer = refreshEvery > 0 ? setInterval(() => void poll(), refreshEvery) : null;
  timer?.unref();

  let polling = false;
  /** A database that is away for a moment is not news here: `lastCheck` tells it, and whoever asks the database next. */
  async function poll(): Promise<void> {
    if (polling) return;
    polling = true;
    try {
      await refresh();
      await tax.refresh();
    } catch {
      // The data in memory stays as it is, and the next poll tries again.
    } finally {
      polling = false;
    }
  }

  async function asKnownAt(moment: string): Promise<Snapshot> {
    return guarded('reading the history', async () => {
      const revision = await revisionKnownAt(db, moment, current.revision);
      return revision === current.revision ? current : loadSnapshot(db, revision, freshDays);
    });
  }

  return {
    dialect: open.dialect,
    tax,
    get revision() {
      return current.revision;
    },
    get state() {
      return `${current.revision}-${state}`;
    },
    refresh,
    lastCheck: () => ({ secondsAgo: Number(process.hrtime.bigint() - checkedAt) / 1e9, failing }),
    assertAnswers: (limit) => guarded('asking the database', () => assertAnswers(open, limit)),
    exclusively: (name, step) => guarded(`waiting for the lock ${name}`, () => exclusively(open, name, name, step)),
    async importList(file, importOptions) {
      const latest = async () => {
        await refresh();
        return current;
      };
      const report = await importList(db, latest, file, importOptions, readTableApart);
      if (report.revision !== null) {
        await refresh();
        while (current.revision < report.revision) await refresh();
      }
      return report;
    },
    async verify(claims, days) {
      assertClaims(claims, days);
      if (claims.length > MAX_CLAIMS)
        throw new RangeError(`verify(claims): at most ${MAX_CLAIMS} in one call, not ${claims.length}`);
      const known = days.knownAt === undefined ? current : await asKnownAt(days.knownAt);
      const verifyOne = claimVerifier(known, days);
      const results: Verdict[] = [];
      for (const [i, claim] of claims.entries()) {
        if (i > 0 && i % STRIDE === 0) await setImmediate();
        results.push(verifyOne(claim));
      }
      return { revision: known.revision, on: days.on, today: days.today, results };
    },
    providers: (query) => directory(query),
    provider: (ubn) => current.provider(ubn),
    certificates: (scheme, number) => current.certificatesByKey(getScheme(scheme).id, readNumber(number).key),
    status(today) {
      assertDay(today, 'status(today)');
      // Counting walks through every certificate, so it is done once per state and day.
      if (told?.of !== current || told.status.today !== today)
        told = { of: current, status: registerStatus(current, today) };
      return told.status;
    },
    history: (query = {}) => guarded('reading the history', () => readHistory(open, query, current)),
    changes: (query) => guarded('reading the history', () => readChanges(db, query)),
    async withdraw(revision, withdrawOptions) {
      const done = await guarded('withdrawing an import', () => withdraw(db, revision, withdrawOptions));
      while (current.revision < done.revision) await refresh();
      return done;
    },
    proveHistory: (knownHead) => guarded('reading the history', () => proveHistory(db, knownHead)),
    snapshot: () => current,
    asKnownAt,
    backup: (path) => guarded('backing up the register', () => backupSqlite(open, path)),
    async close() {
      if (closed) return;
      closed = true;
      if (timer) clearInterval(timer);
      await tax.close();
      try {
        assertSameFile();
      } catch {
        // Closing would write what was before into the register that was restored meanwhile. The end of the process does not.
        return;
      }
      // Closing ends what a frozen server keeps waiting, so it comes first.
      const waiting = refreshing;
      await open.close();
      await waiting?.catch(() => {});
    },
  };
}
