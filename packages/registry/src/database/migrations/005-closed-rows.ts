import { type Kysely, sql } from 'kysely';

/** Whose rows were ever closed is asked each time the register is read into memory, and looked for in nothing but these. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['provider_version', 'certificate_version'])
    await sql.raw(`create index ${table}_closed on ${table} (ubn) where rev_to is not null`).execute(db);
}
