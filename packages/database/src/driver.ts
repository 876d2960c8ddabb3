import type Sqlite from 'better-sqlite3';
import type pg from 'pg';
import { DatabaseError } from './fault.ts';

// Both drivers are optional peers: who uses one database need not install the other.
const drivers = {
  sqlite: { package: 'better-sqlite3', load: () => import('better-sqlite3') },
  postgres: { package: 'pg', load: () => import('pg') },
};

async function load(dialect: 'sqlite' | 'postgres'): Promise<unknown> {
  const driver = drivers[dialect];
  try {
    return (await driver.load()).default;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const database = dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    const cause = new Error(`${database} needs ${driver.package}: npm install ${driver.package}`, { cause: error });
    throw new DatabaseError('driver-missing', `opening ${database}`, cause);
  }
}

/** @throws DatabaseError `driver-missing`, saying what to install. */
export const loadSqlite = () => load('sqlite') as Promise<typeof Sqlite>;

/** @throws DatabaseError `driver-missing`, saying what to install. */
export const loadPostgres = () => load('postgres') as Promise<typeof pg>;
