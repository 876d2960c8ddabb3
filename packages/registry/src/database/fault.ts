/** What can go wrong with the world around a register. A closed set; the site maps each to a page. */
export type RegisterFault =
  | 'database-locked'
  | 'database-unreachable'
  | 'database-read-only'
  | 'database-damaged'
  | 'disk-full'
  | 'schema-too-new'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'register-closed'
  | 'database-failed';

const advice: Record<RegisterFault, string> = {
  'database-locked': 'another process is writing to the register; try again when it has finished',
  'database-unreachable': 'the database cannot be reached; check DATABASE_URL, the folder and the server',
  'database-read-only': 'the register may not be written; check the permissions of the file and its folder',
  'database-damaged': 'the file is not a register or is damaged; restore it from a backup',
  'disk-full': 'the disk is full; free some space and run the command again, nothing was changed',
  'schema-too-new': 'the register was written by a newer version of @aipower/registry; update this one',
  'file-unreadable': 'the file cannot be read; check its path and permissions',
  'file-unwritable': 'the file cannot be written; check its path, its folder and permissions',
  'register-closed': 'the register was closed',
  'database-failed': 'the database refused the operation; the cause says why',
};

/** The world failed, not the data and not the programmer. `code` is one of {@link RegisterFault}; `cause` is the original error. */
export class RegisterError extends Error {
  readonly code: RegisterFault;

  constructor(code: RegisterFault, doing: string, cause?: unknown) {
    super(`${doing}: ${advice[code]}`, { cause });
    this.name = 'RegisterError';
    this.code = code;
  }
}

const sqlite: readonly [RegExp, RegisterFault][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'database-locked'],
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_READONLY/, 'database-read-only'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'database-damaged'],
  [/^SQLITE_(CANTOPEN|AUTH|PERM)/, 'database-unreachable'],
  [/^SQLITE_IOERR/, 'database-failed'],
];

// PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
const postgres: readonly [RegExp, RegisterFault][] = [
  [/^(55P03|40P01|40001|57014)$/, 'database-locked'],
  [/^(53100|53200)$/, 'disk-full'],
  [/^(08...|57P0.|53300|28...|3D000)$/, 'database-unreachable'],
  [/^25006$/, 'database-read-only'],
  [/^XX00[12]$/, 'database-damaged'],
];

const system: readonly [RegExp, RegisterFault][] = [
  [/^ENOSPC|^EDQUOT/, 'disk-full'],
  [/^EROFS/, 'database-read-only'],
  [
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EPIPE|EAI_AGAIN|ENOENT|EACCES|ENOTDIR|EISDIR|EEXIST)$/,
    'database-unreachable',
  ],
];

/**
 * Names the failure behind an error of a driver. An error that is no failure of the world (a TypeError, a data error,
 * a RegisterError) is given back as it is.
 */
export function asRegisterError(error: unknown, doing: string): unknown {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (error instanceof RegisterError || error instanceof TypeError || error instanceof RangeError) return error;
  if (typeof code === 'string') {
    const known = [...sqlite, ...postgres, ...system].find(([pattern]) => pattern.test(code));
    if (known) return new RegisterError(known[1], doing, error);
    if (/^SQLITE_|^[0-9A-Z]{5}$/.test(code)) return new RegisterError('database-failed', doing, error);
  }
  if (typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(message)) {
    return new RegisterError('database-unreachable', doing, error);
  }
  if (
    typeof message === 'string' &&
    /database connection is not open|driver has already been destroyed|after calling end/.test(message)
  ) {
    return new RegisterError('register-closed', doing, error);
  }
  return error;
}

/** Runs a step against the database and names what fails. */
export async function guarded<T>(doing: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw asRegisterError(error, doing);
  }
}
