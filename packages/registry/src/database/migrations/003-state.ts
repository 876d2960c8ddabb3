import { type Kysely, sql } from 'kysely';

/**
 * What tells one state of the register from another: a new text of chance with every import. Two registers that were
 * restored from one backup and went different ways have the same revision numbers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('register_meta')
    .addColumn('state', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await sql`update register_meta set state = 'before states were kept'`.execute(db);
}
