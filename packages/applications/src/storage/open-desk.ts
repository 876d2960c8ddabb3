import { migrate, type OpenDatabase, openDatabase } from '@aipower/database';
import { deskMigrations } from './migrations.ts';
import type { DeskTables } from './tables.ts';

/** An open database with the tables of the desk. */
export type DeskDatabase = OpenDatabase<DeskTables>;

/**
 * Who waits for an answer of the desk sits before a page, which is to come back with what was typed while they still do. Its
 * statements are small, so that 10 seconds are a fault; the answer that never comes is given up 2 seconds later.
 */
const timeouts = { statement: 10_000, answer: 12_000 };

/**
 * Open the database of the desk and bring its tables up to date. Its own database by default: a register can be imported
 * again, applications cannot.
 *
 * @param url a SQLite file or `postgres://…`. @throws DatabaseError
 */
export async function openDesk(url: string): Promise<DeskDatabase> {
  const open = await openDatabase<DeskTables>(url, { doing: 'opening the applications', timeouts });
  try {
    await migrate(open, deskMigrations, 'opening the applications');
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}
