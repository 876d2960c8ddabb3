import { type Kysely, sql } from 'kysely';

/** Which imports were fictional. Before this column, the sample was known by the name it was imported under. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('import_run')
    .addColumn('fictional', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update import_run set fictional = 1 where source = 'aipower sample (fictional)'`.execute(db);
}
