import { type DatabaseFault, databaseFault } from '@aipower/database';
import { RegisterError } from '@aipower/registry';
import type { Request } from 'express';
import { TooManyRequests } from '../http/failures.ts';
import { UNREADABLE_FORM } from '../http/form-body.ts';
import { QueueFull } from '../http/work-queue.ts';
import { Problem } from './problem.ts';
import type { ProblemType } from './problem-types.ts';

/** Errors of Express' body parser, by their `type` (https://github.com/expressjs/body-parser#errors). */
const bodyErrors: Readonly<Record<string, ProblemType>> = {
  'entity.parse.failed': 'malformed-json',
  [UNREADABLE_FORM]: 'malformed-json',
  'entity.too.large': 'body-too-large',
  'parameters.too.many': 'body-too-large',
  'encoding.unsupported': 'unsupported-media-type',
  'charset.unsupported': 'unsupported-media-type',
  'request.size.invalid': 'malformed-json',
  'request.aborted': 'request-timeout',
};

/** Which problem is it that an error means to the caller? Whatever is unknown is ours: `internal-error`. */
export function asProblem(error: unknown, req: Request): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof QueueFull) return new Problem('busy', { headers: { 'Retry-After': '5' }, cause: error });
  if (error instanceof TooManyRequests) {
    const headers = { 'Retry-After': String(error.retryAfterSeconds) };
    return new Problem('too-many-requests', { headers, cause: error });
  }
  if (error instanceof RegisterError) {
    return new Problem('register-unavailable', {
      members: { reason: error.code },
      headers: { 'Retry-After': '10' },
      cause: error,
    });
  }
  const away = applicationsFault(error);
  if (away !== null) {
    return new Problem('applications-unavailable', {
      members: { reason: away },
      headers: { 'Retry-After': '10' },
      cause: error,
    });
  }
  const { type, status, limit } = (error ?? {}) as { type?: string; status?: number; limit?: number };
  const known = type === undefined ? undefined : bodyErrors[type];
  if (known)
    return new Problem(known, {
      members: known === 'body-too-large' && limit !== undefined ? { limit } : {},
      cause: error,
    });
  // Express reports a path it cannot decode as a URIError with status 400.
  if (error instanceof URIError && status === 400) return new Problem('malformed-address', { cause: error });
  return new Problem('internal-error', { cause: req.destroyed ? undefined : error });
}

/** What an operator has to know of. A full queue is a limit that holds: the line of the request says 503, and clients cannot fill the log. */
export const isFault = ({ status, type }: Problem): boolean =>
  status >= 500 && type !== 'busy' && type !== 'list-not-usable';

/**
 * What keeps the database of the applications from answering, for a time. Beside the register, whose errors say so themselves,
 * it is the only database; a file that cannot be opened carries its path.
 */
function applicationsFault(error: unknown): DatabaseFault | null {
  if (typeof error === 'object' && error !== null && 'path' in error) return null;
  const fault = databaseFault(error);
  return fault !== null && passing.has(fault) ? fault : null;
}

const passing: ReadonlySet<DatabaseFault> = new Set([
  'database-locked',
  'database-unreachable',
  'database-timeout',
  'database-read-only',
  'database-closed',
  'disk-full',
]);
