import type { CompiledQuery } from 'kysely';
import type { OpenDatabase } from './open-database.ts';

/**
 * Rows of a few small queries that a page asks. SQLite answers in the same turn, without the queue around each query, which
 * takes as long as they do. While a transaction is open on its one connection, whose unfinished writes they would see, and
 * from PostgreSQL, they are asked one after the other as all others are.
 *
 * @param queries that only read
 * @throws what the driver throws, as `db.executeQuery` does.
 */
export async function readTogether<Tables>(
  open: OpenDatabase<Tables>,
  queries: readonly CompiledQuery[],
): Promise<unknown[][]> {
  const now = open.dialect === 'sqlite' ? open.readNow(queries) : null;
  if (now) return now;
  const answers: unknown[][] = [];
  for (const query of queries) answers.push((await open.db.executeQuery(query)).rows);
  return answers;
}
