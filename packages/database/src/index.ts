export { type DatabaseAddress, readDatabaseUrl } from './database-url.ts';
export { exclusively, type HeldLock, takeLock } from './exclusive.ts';
export { asDatabaseError, DatabaseError, type DatabaseFault, databaseFault, databaseFaults } from './fault.ts';
export { assertAnswers } from './health.ts';
export { type Migrations, migrate } from './migrate.ts';
export {
  type OpenDatabase,
  type OpenOptions,
  openDatabase,
  type PostgresDatabase,
  type SqliteDatabase,
} from './open-database.ts';
export type { Timeouts } from './postgres.ts';
export { readTogether } from './read-together.ts';
export { type Patience, retryWhileLocked } from './retry.ts';
export { sameFileCheck } from './same-file.ts';
export { syncedOnce } from './synced-once.ts';
export { inTransaction } from './transaction.ts';
