import { statSync } from 'node:fs';
import { asDatabaseError, DatabaseError } from './fault.ts';
import type { OpenDatabase } from './open-database.ts';

/**
 * Is the file behind an open SQLite database still the one at its path?
 *
 * A file that was removed, or replaced by a backup, goes on answering whoever has it open, and takes writes that nobody
 * will ever find again. The system says nothing of it, so it is asked for; about 5 µs.
 *
 * @returns a check that throws DatabaseError `database-unreachable` when it is not; for PostgreSQL and `:memory:` it never does.
 */
export function sameFileCheck<Tables>(open: OpenDatabase<Tables>, doing: string): () => void {
  if (open.dialect !== 'sqlite' || open.path === ':memory:') return () => {};
  const { path } = open;
  const identity = () => {
    try {
      const { dev, ino } = statSync(path, { bigint: true });
      return `${dev} ${ino}`;
    } catch (error) {
      throw asDatabaseError(error, doing);
    }
  };
  const opened = identity();
  return () => {
    if (identity() === opened) return;
    const cause = new Error(`${path} was replaced while it was open; start the program again`);
    throw new DatabaseError('database-unreachable', doing, cause);
  };
}
