import type { OpenDatabase } from './open-database.ts';

/**
 * Does work of many small transactions with one wait for the disk, at its end. For what can be made again, such as invented
 * data: a power cut meanwhile may cost the SQLite file. PostgreSQL writes as ever.
 *
 * @throws what the work throws
 */
export async function syncedOnce<Tables, T>(open: OpenDatabase<Tables>, work: () => Promise<T>): Promise<T> {
  if (open.dialect !== 'sqlite') return work();
  open.raw.pragma('synchronous = OFF');
  try {
    return await work();
  } finally {
    open.raw.pragma('synchronous = FULL');
    open.raw.pragma('wal_checkpoint(FULL)');
  }
}
