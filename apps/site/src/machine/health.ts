import { assertAnswers, databaseFault } from '@aipower/database';
import { RegisterError } from '@aipower/registry';
import { Router } from 'express';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';

type Observed = Pick<Deps, 'clock' | 'register' | 'currency' | 'isSample' | 'desk'>;

/**
 * For whoever runs the site. `/healthz`: the process answers. `/readyz`: what it answers may be shown; the database is asked
 * anew. `ok` · `degraded`: send traffic, something is stale, missing, answered from memory, or the desk's database is away, and
 * the pages say so themselves · `unavailable`, with 503: do not send traffic, memory is too old to answer from.
 */
export function healthRoutes(deps: Observed): Router {
  const router = Router();
  // On its own two addresses only: every request to a page passes through this router, too.
  router.use(['/healthz', '/readyz'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });

  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });

  router.get('/readyz', async (_req, res) => {
    const [database, desk] = await Promise.all([databaseState(deps), deskState(deps)]);
    const { secondsAgo } = deps.register.lastCheck();
    const about = { database, desk, lastConfirmedSecondsAgo: Math.round(secondsAgo) };
    if (deps.currency.stopped()) {
      res.status(503).json({ status: 'unavailable', ...about });
      return;
    }
    const { revision, providers, certificates, schemes } = deps.register.status(taipeiToday(deps.clock));
    const lists = schemes.map(({ list }) => list);
    const tax = deps.register.tax.status();
    const isWhole = database === 'ok' && desk === 'ok' && lists.every(({ loaded, stale }) => loaded && !stale);
    res.json({
      status: isWhole ? 'ok' : 'degraded',
      ...about,
      servedFrom: database === 'ok' ? 'database' : 'memory',
      register: { revision, state: deps.register.state, sample: deps.isSample(), providers, certificates, lists },
      taxRegister: { loaded: tax.loaded, snapshotOn: tax.snapshotOn, rows: tax.rows },
    });
  });
  return router;
}

/** Longest time a probe waits for the database to tell its revision. */
const PROBE_MS = 2000;

/** `ok`, or the register's own code of what is wrong with the database; comes back whatever the database does. */
async function databaseState({ register }: Observed): Promise<string> {
  let late: NodeJS.Timeout | undefined;
  try {
    await register.assertAnswers(PROBE_MS);
    const frozen = new Promise<string>((resolve) => {
      late = setTimeout(() => resolve('database-timeout'), PROBE_MS);
    });
    return await Promise.race([register.refresh().then(() => 'ok'), frozen]);
  } catch (error) {
    if (error instanceof RegisterError) return error.code;
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** `ok`, or what is wrong with the database of the applications. */
async function deskState({ desk }: Observed): Promise<string> {
  try {
    await assertAnswers(desk.database, PROBE_MS);
    return 'ok';
  } catch (error) {
    const fault = databaseFault(error);
    if (fault === null) throw error;
    return fault;
  }
}
