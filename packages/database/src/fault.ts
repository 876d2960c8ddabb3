/** What can go wrong with the world around a database. A closed set, for callers that give each a page or an exit code. */
export const databaseFaults = [
  'database-locked',
  'database-unreachable',
  'database-timeout',
  'database-read-only',
  'database-damaged',
  'database-closed',
  'database-failed',
  'disk-full',
  'driver-missing',
  'schema-too-new',
] as const;

/** One of {@link databaseFaults}. */
export type DatabaseFault = (typeof databaseFaults)[number];

const advice: Record<DatabaseFault, string> = {
  'database-locked': 'another process is writing to the database; try again when it has finished',
  'database-unreachable': 'the database cannot be reached; check its address, the folder and the server',
  'database-timeout': 'the database did not answer in time; check the server and the network, then try again',
  'database-read-only': 'the database may not be written; check the permissions of the file and its folder',
  'database-damaged': 'the file is no database or is damaged; restore it from a backup',
  'database-closed': 'the database was closed',
  'database-failed': 'the database refused the operation',
  'disk-full': 'the disk is full; free some space and try again, nothing was changed',
  'driver-missing': 'the package that speaks to this database is not installed',
  'schema-too-new': 'the database was written by a newer version of this program; update the program',
};

/** The world failed, not the data and not the programmer. `cause` is the driver's error, and the message ends with its words. */
export class DatabaseError extends Error {
  /** What failed. */
  readonly code: DatabaseFault;

  /** @param doing what was being done, such as `opening the register`; begins the message. */
  constructor(code: DatabaseFault, doing: string, cause?: unknown) {
    const why = cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : '';
    super(`${doing}: ${advice[code]}${why}`, { cause });
    this.name = 'DatabaseError';
    this.code = code;
  }
}

const byCode: readonly [RegExp, DatabaseFault][] = [
  // SQLite: https://www.sqlite.org/rescode.html
  [/^SQLITE_(BUSY|LOCKED)/, 'database-locked'],
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_READONLY/, 'database-read-only'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'database-damaged'],
  [/^SQLITE_(CANTOPEN|AUTH|PERM)/, 'database-unreachable'],
  [/^SQLITE_/, 'database-failed'],
  // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
  [/^(55P03|40P01|40001)$/, 'database-locked'],
  [/^(57014|25P0[34])$/, 'database-timeout'],
  [/^(53100|53200)$/, 'disk-full'],
  [/^(08...|57P0.|53300|28...|3D000)$/, 'database-unreachable'],
  [/^25006$/, 'database-read-only'],
  [/^XX00[12]$/, 'database-damaged'],
  // The system.
  [/^ENOSPC|^EDQUOT/, 'disk-full'],
  [/^EROFS/, 'database-read-only'],
  [
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EPIPE|EAI_AGAIN|ENOENT|EACCES|ENOTDIR|EISDIR|EEXIST)$/,
    'database-unreachable',
  ],
  [/^[0-9A-Z]{5}$/, 'database-failed'],
];

const byMessage: readonly [RegExp, DatabaseFault][] = [
  [/timeout exceeded when trying to connect/, 'database-unreachable'],
  [/Connection terminated|not queryable/, 'database-unreachable'],
  [/database connection is not open|driver has already been destroyed|after calling end/, 'database-closed'],
];

/** Which failure of the world is behind an error of a driver? `null`: none, such as a TypeError or a data error. */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (error instanceof DatabaseError) return error.code;
  if (error instanceof TypeError || error instanceof RangeError) return null;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    const known = byCode.find(([pattern]) => pattern.test(code));
    if (known) return known[1];
  }
  return typeof message === 'string' ? (byMessage.find(([pattern]) => pattern.test(message))?.[1] ?? null) : null;
}

/** The error as a {@link DatabaseError}; one that is no failure of the world is given back as it is. */
export function asDatabaseError(error: unknown, doing: string): unknown {
  if (error instanceof DatabaseError) return error;
  const fault = databaseFault(error);
  return fault === null ? error : new DatabaseError(fault, doing, error);
}
