import { asDatabaseError, DatabaseError, type DatabaseFault } from '@aipower/database';

/** What can go wrong with the world around a register. A closed set; the site maps each to a page. */
export const registerFaults = [
  'database-locked',
  'database-unreachable',
  'database-timeout',
  'database-read-only',
  'database-damaged',
  'disk-full',
  'driver-missing',
  'schema-too-new',
  'file-unreadable',
  'file-unwritable',
  'register-closed',
  'database-failed',
] as const;

/** One of {@link registerFaults}. */
export type RegisterFault = (typeof registerFaults)[number];

const advice: Record<RegisterFault, string> = {
  'database-locked': 'another process is writing to the register; try again when it has finished',
  'database-unreachable': 'the database cannot be reached; check DATABASE_URL, the folder and the server',
  'database-timeout': 'the database did not answer in time; check the server and the network, then try again',
  'database-read-only': 'the register may not be written; check the permissions of the file and its folder',
  'database-damaged': 'the file is not a register or is damaged; restore it from a backup',
  'disk-full': 'the disk is full; free some space and run the command again, nothing was changed',
  'driver-missing': 'the package that speaks to this database is not installed; install the one that is named',
  'schema-too-new': 'the register was written by a newer version of @aipower/registry; update this one',
  'file-unreadable': 'the file cannot be read; check its path and permissions',
  'file-unwritable': 'the file cannot be written; check its path, its folder and permissions',
  'register-closed': 'the register was closed',
  'database-failed': 'the database refused the operation',
};

/**
 * The world failed, not the data and not the programmer. `code` is one of {@link RegisterFault}; `cause` is the original
 * error, and its words end the message.
 */
export class RegisterError extends Error {
  /** What failed. */
  readonly code: RegisterFault;

  constructor(code: RegisterFault, doing: string, cause?: unknown) {
    const why = cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : '';
    super(`${doing}: ${advice[code]}${why}`, { cause });
    this.name = 'RegisterError';
    this.code = code;
  }
}

const named = (code: DatabaseFault): RegisterFault => (code === 'database-closed' ? 'register-closed' : code);

/**
 * Names the failure behind an error of a driver. An error that is no failure of the world (a TypeError, a data error,
 * a RegisterError) is given back as it is.
 */
export function asRegisterError(error: unknown, doing: string): unknown {
  const known = error instanceof RegisterError ? error : asDatabaseError(error, doing);
  return known instanceof DatabaseError ? new RegisterError(named(known.code), doing, known.cause ?? known) : known;
}

/** Runs a step against the database and names what fails. */
export async function guarded<T>(doing: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw asRegisterError(error, doing);
  }
}
