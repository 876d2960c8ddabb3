import { statSync } from 'node:fs';
import { RegisterError } from './fault.ts';
import type { OpenDatabase } from './open.ts';

/**
 * Is the file behind an open SQLite register still the one at its path?
 *
 * A file that was removed, or replaced by a backup, goes on answering whoever has it open, and takes imports that nobody
 * will ever find again. The system says nothing of it, so it is asked for; about 5 µs.
 *
 * @returns a check that throws RegisterError `database-unreachable` when it is not; for PostgreSQL and `:memory:` it never does.
 */
export function sameFileCheck(open: OpenDatabase): () => void {
  if (open.dialect !== 'sqlite' || open.path === ':memory:') return () => {};
  const { path } = open;
  const identity = () => {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  };
  const opened = identity();
  return () => {
    // A missing file throws ENOENT, which `guarded` names.
    if (identity() !== opened) {
      const cause = new Error(`${path} was replaced while it was open; start the program again`);
      throw new RegisterError('database-unreachable', 'reading the register', cause);
    }
  };
}
