import type { OpenDatabase } from '@aipower/database';
import type { DeskTables } from './tables.ts';

/** Keep texts that the log has the hashes of, and what is signed or seen beside it. One that is kept already stays as it is. */
export async function keepTexts(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  texts: readonly DeskTables['desk_text'][],
): Promise<void> {
  if (texts.length === 0) return;
  await db
    .insertInto('desk_text')
    .values([...texts])
    .onConflict((conflict) => conflict.columns(['application', 'hash']).doNothing())
    .execute();
}
