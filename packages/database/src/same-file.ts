import { statSync } from 'node:fs';
import { asDatabaseError, DatabaseError } from './fault.ts';

/**
 * Is the file behind an open SQLite database still the one at its path?
 *
 * A file that was removed, or replaced by a backup, goes on answering whoever has it open, and takes writes that nobody
 * will ever find again. The same holds for its write-ahead log: who restores a backup into the same file removes the log,
 * and a connection that has it open goes on with what was before. The system says nothing of either, so it is asked for;
 * about 10 µs.
 *
 * @returns a check that throws DatabaseError `database-unreachable` when it is not; for PostgreSQL and `:memory:` it never does.
 */
export function sameFileCheck(
  open: { readonly dialect: 'postgres' } | { readonly dialect: 'sqlite'; readonly path: string },
  doing: string,
): () => void {
  if (open.dialect !== 'sqlite' || open.path === ':memory:') return () => {};
  const { path } = open;
  const identity = (file: string, missing: boolean): string | null => {
    try {
      const found = statSync(file, { bigint: true, throwIfNoEntry: !missing });
      return found ? `${found.dev} ${found.ino}` : null;
    } catch (error) {
      throw asDatabaseError(error, doing);
    }
  };
  const opened = identity(path, false);
  // Made with the first read or write, and kept for as long as anybody has it open.
  let log = identity(`${path}-wal`, true);
  return () => {
    const logNow = identity(`${path}-wal`, true);
    log ??= logNow;
    if (identity(path, false) === opened && logNow === log) return;
    const cause = new Error(`${path} was replaced while it was open; start the program again`);
    throw new DatabaseError('database-unreachable', doing, cause);
  };
}
