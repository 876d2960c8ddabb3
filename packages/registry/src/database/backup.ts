import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { taxPath } from '../tax/tax-path.ts';
import { RegisterError } from './fault.ts';
import type { OpenDatabase } from './open.ts';

/**
 * Copies a SQLite register to a new file with SQLite's online backup: a whole state, also while an import runs. The tax
 * register is copied beside it; its file is never changed once it is there.
 * @throws TypeError for PostgreSQL, which has its own tools.
 */
export async function backupSqlite(open: OpenDatabase, path: string): Promise<void> {
  if (open.dialect !== 'sqlite') throw new TypeError('backup(path) is for SQLite; use pg_dump for PostgreSQL');
  if (resolve(path) === resolve(open.path))
    throw new TypeError('backup(path): a register cannot be copied onto itself');
  if (!existsSync(dirname(path)))
    throw new RegisterError('file-unwritable', `writing ${path}`, new Error('the folder does not exist'));
  // Another register's only copy may stand there.
  if (existsSync(path))
    throw new RegisterError('file-unwritable', `writing ${path}`, new Error('the file exists; nothing is overwritten'));
  await open.raw.backup(path);
  const tax = await open.db
    .selectFrom('tax_snapshot')
    .select('location')
    .orderBy('generation', 'desc')
    .executeTakeFirst();
  if (tax && tax.location !== ':memory:') await copyFile(taxPath(open, tax.location), taxPath({ path }, tax.location));
}
