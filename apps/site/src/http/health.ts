import { type Register, RegisterError } from '@aipower/registry';
import { Router } from 'express';
import { type Clock, taipeiToday } from '../clock.ts';

interface Observed {
  readonly clock: Clock;
  readonly register: Register;
  readonly isSample: () => boolean;
}

/**
 * For whoever runs the site. `/healthz`: the process answers. `/readyz`: the database answers too (asked anew, not
 * from memory); it names the age of every list. A stale or missing list is told and does not take the site out of
 * service: the pages say so themselves.
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
    const database = await databaseState(deps);
    const { revision, providers, certificates, schemes } = deps.register.status(taipeiToday(deps.clock));
    const lists = schemes.map(({ list }) => list);
    const tax = deps.register.tax.status();
    const ready = database === 'ok';
    res.status(ready ? 200 : 503).json({
      status: !ready ? 'unavailable' : lists.some(({ loaded, stale }) => !loaded || stale) ? 'degraded' : 'ok',
      database,
      register: { revision, sample: deps.isSample(), providers, certificates, lists },
      taxRegister: { loaded: tax.loaded, snapshotOn: tax.snapshotOn, rows: tax.rows },
    });
  });
  return router;
}

/** `ok`, or the register's own code of what is wrong with the database. */
async function databaseState({ register }: Observed): Promise<string> {
  try {
    await register.assertAnswers();
    await register.refresh();
    return 'ok';
  } catch (error) {
    if (error instanceof RegisterError) return error.code;
    throw error;
  }
}
