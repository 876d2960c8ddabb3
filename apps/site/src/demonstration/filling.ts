import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { seedDemonstration } from './seed.ts';

/** Pages and operations that show applications, in both languages; everything else answers at once. */
const SHOWS_APPLICATIONS = /^(\/en)?\/(apply|staff|demonstration|statistics|programme|api\/v1\/(programmes|usage))\b/;

/**
 * Fills the desk of a demonstration beside the requests: the start of the site does not wait for it.
 *
 * @returns ends it between two steps, and waits until it has ended; the next start goes on
 */
export function fillDemonstration(deps: Deps): () => Promise<void> {
  const { demonstration } = deps;
  if (!demonstration) return async () => undefined;
  const ending = new AbortController();
  demonstration.filled = seedDemonstration(deps, ending.signal).catch((error) => {
    if (ending.signal.aborted) return;
    deps.log.error({ err: error }, 'the demonstration has no applications');
  });
  return () => {
    ending.abort();
    return demonstration.filled;
  };
}

/** Whoever wants to see applications of a demonstration waits until they are there, in the order of their time. */
export function filledFirst({ demonstration }: Deps): RequestHandler {
  return (req, _res, next) => {
    if (!demonstration || !SHOWS_APPLICATIONS.test(req.path)) return next();
    void demonstration.filled.then(() => next());
  };
}
