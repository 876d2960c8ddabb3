import { type Kysely, PostgresAdapter, sql } from 'kysely';
import { sealRevision } from '../../history/seal.ts';
import type { Tables } from '../tables.ts';

const never = ['import_run', 'scheme_list', 'import_seal', 'withdrawal'];
/** Columns of what is closed once (`rev_to`) and otherwise never changed. */
const closed = {
  provider_version:
    'ubn name name_en former_names city head_office_ubn predecessor_ubn successor_ubn warnings rev_from true_from true_to',
  certificate_version:
    'certificate scheme cert_key extended number ubn listed registered_on valid_until status status_on items edition evidence_url source seen_after rev_from true_from true_to',
};
const refusal = 'the history of the register is never changed';

/**
 * History that cannot be changed unnoticed: the database itself refuses to change or delete what was recorded, and every
 * import is sealed with a digest that covers the one before. What was imported up to now is sealed as it is found.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('import_seal')
    .addColumn('revision', 'integer', (c) => c.primaryKey().references('import_run.revision'))
    .addColumn('digest', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('withdrawal')
    .addColumn('revision', 'integer', (c) => c.primaryKey().references('import_run.revision'))
    .addColumn('back_to', 'integer', (c) => c.notNull())
    .execute();
  const register = db as Kysely<Tables>;
  const runs = await register.selectFrom('import_run').select('revision').orderBy('revision').execute();
  for (const { revision } of runs) await sealRevision(register, revision);
  if (db.getExecutor().adapter instanceof PostgresAdapter) await guardPostgres(db);
  else await guardSqlite(db);
}

async function guardSqlite(db: Kysely<unknown>): Promise<void> {
  const refuse = (name: string, on: string, when = '') =>
    sql.raw(`create trigger ${name} before ${on} ${when} begin select raise(abort, '${refusal}'); end`).execute(db);
  for (const table of [...never, ...Object.keys(closed)]) await refuse(`${table}_kept`, `delete on ${table}`);
  for (const table of never) await refuse(`${table}_fixed`, `update on ${table}`);
  for (const [table, columns] of Object.entries(closed)) {
    const changed = columns.split(' ').map((column) => `old.${column} is not new.${column}`);
    await refuse(
      `${table}_fixed`,
      `update on ${table}`,
      `when old.rev_to is not null or new.rev_to is null or ${changed.join(' or ')}`,
    );
  }
}

async function guardPostgres(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(
    `create function aipower_history_fixed() returns trigger language plpgsql as $$ begin raise exception '${refusal}'; end $$`,
  );
  const refuse = (name: string, on: string, rest: string) =>
    run(`create trigger ${name} before ${on} ${rest} execute function aipower_history_fixed()`);
  for (const table of [...never, ...Object.keys(closed)]) {
    await refuse(`${table}_kept`, `delete on ${table}`, 'for each row');
    await refuse(`${table}_whole`, `truncate on ${table}`, 'for each statement');
  }
  for (const table of never) await refuse(`${table}_fixed`, `update on ${table}`, 'for each row');
  for (const [table, columns] of Object.entries(closed)) {
    const changed = columns.split(' ').map((column) => `old.${column} is distinct from new.${column}`);
    await refuse(
      `${table}_fixed`,
      `update on ${table}`,
      `for each row when (old.rev_to is not null or new.rev_to is null or ${changed.join(' or ')})`,
    );
  }
}
