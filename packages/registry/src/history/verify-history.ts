import type { Database } from '../database/open.ts';
import { sealOf } from './seal.ts';

/** What is wrong with the history, import by import. */
export interface HistoryFault {
  /** Revision whose seal does not fit its rows. */
  readonly revision: number;
  /**
   * `changed`: what was recorded differs from its seal, or a seal before it does · `import-missing` · `seal-missing` ·
   * `rows-of-no-import`: rows name an import that was never recorded · `head-unknown`: the seal that was written down
   * elsewhere is not among those of this register, which was rewritten or restored from before it.
   */
  readonly code: 'changed' | 'import-missing' | 'seal-missing' | 'rows-of-no-import' | 'head-unknown';
}

/** The seal of the newest import, and every place where the history is not as it was written. */
export interface HistoryProof {
  /** Last revision that was proved. */
  readonly revision: number;
  /** The seal of the newest import; empty while there is none. Written down elsewhere, it proves all before it later. */
  readonly head: string;
  /** Empty when every seal fits. */
  readonly faults: readonly HistoryFault[];
}

/**
 * Does the history hold what was recorded? Computes every seal anew.
 * @param knownHead a seal that was written down: it must be one of this register's.
 */
export async function proveHistory(db: Database, knownHead?: string): Promise<HistoryProof> {
  const { revision: newest } = await db.selectFrom('register_meta').select('revision').executeTakeFirstOrThrow();
  const runs = await db.selectFrom('import_run').select('revision').execute();
  const recorded = new Set(runs.map(({ revision }) => revision));
  const seals = await db.selectFrom('import_seal').selectAll().execute();
  const sealed = new Map(seals.map(({ revision, digest }) => [revision, digest]));
  const faults: HistoryFault[] = [];
  const last = Math.max(newest, ...recorded, ...sealed.keys());
  let head = '';
  for (let revision = 1; revision <= last; revision++) {
    const seal = sealed.get(revision);
    if (!recorded.has(revision)) faults.push({ revision, code: 'import-missing' });
    else if (seal === undefined) faults.push({ revision, code: 'seal-missing' });
    else if ((await sealOf(db, revision, head)) !== seal) faults.push({ revision, code: 'changed' });
    head = seal ?? head;
  }
  for (const table of ['provider_version', 'certificate_version'] as const) {
    const { most } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.max('rev_from').as('most'))
      .executeTakeFirstOrThrow();
    if (most !== null && most > newest) faults.push({ revision: most, code: 'rows-of-no-import' });
  }
  if (knownHead !== undefined && ![...sealed.values()].includes(knownHead))
    faults.push({ revision: newest, code: 'head-unknown' });
  return { revision: newest, head, faults };
}
