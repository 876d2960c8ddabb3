import { type Migration, Migrator } from 'kysely';
import { asRegisterError, RegisterError } from './fault.ts';
import * as register from './migrations/001-register.ts';
import * as fictional from './migrations/002-fictional.ts';
import type { Database } from './open.ts';

// The same migrations on SQLite and PostgreSQL. Names are kept for ever: a database remembers which it has seen.
const migrations: Record<string, Migration> = { '001-register': register, '002-fictional': fictional };

/**
 * Brings the schema up to this version. Two processes may start at once: Kysely takes a lock.
 * @throws RegisterError `schema-too-new` when the database knows a migration this version does not.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /corrupted migrations|previously executed migration/.test(error.message)) {
    throw new RegisterError('schema-too-new', 'opening the register', error);
  }
  throw asRegisterError(error, 'opening the register');
}
