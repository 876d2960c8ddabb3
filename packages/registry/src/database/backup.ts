import type { OpenDatabase } from './open.ts';

/**
 * Copies a SQLite register to a new file with SQLite's online backup: a whole state, also while an import runs.
 * @throws TypeError for PostgreSQL, which has its own tools.
 */
export async function backupSqlite(open: OpenDatabase, path: string): Promise<void> {
  if (open.dialect !== 'sqlite') throw new TypeError('backup(path) is for SQLite; use pg_dump for PostgreSQL');
  await open.raw.backup(path);
}
