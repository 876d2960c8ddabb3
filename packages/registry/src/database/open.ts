import { migrate, type OpenDatabase as OpenDatabaseOf, openDatabase, readDatabaseUrl } from '@aipower/database';
import type { Kysely } from 'kysely';
import * as register from './migrations/001-register.ts';
import * as fictional from './migrations/002-fictional.ts';
import * as state from './migrations/003-state.ts';
import * as history from './migrations/004-history.ts';
import * as closedRows from './migrations/005-closed-rows.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** An open register: Kysely over its tables, and what only the dialect itself can do. */
export type OpenDatabase = OpenDatabaseOf<Tables>;

// Names are kept for ever: a database remembers which it has seen. The table has the name it had before owners had their own.
const migrations = {
  table: 'kysely_migration',
  steps: {
    '001-register': register,
    '002-fictional': fictional,
    '003-state': state,
    '004-history': history,
    '005-closed-rows': closedRows,
  },
};

const doing = 'opening the register';

/** Opens the database of a register and brings its schema up to this version, unless it is only read. */
export async function openRegisterDatabase(
  url: string,
  options: { readonly readOnly: boolean; readonly create: boolean },
): Promise<OpenDatabase> {
  readDatabaseUrl(url, 'openRegister(databaseUrl)');
  const open = await openDatabase<Tables>(url, { ...options, doing });
  try {
    if (!options.readOnly) await migrate(open, migrations, doing);
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}
