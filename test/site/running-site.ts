import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@aipower/site/app';
import { readConfig } from '@aipower/site/config';
import type { OpenDeps } from '@aipower/site/deps';
import { createLog } from '@aipower/site/http/log';
import { createDeps } from '@aipower/site/open-deps';

/** The moment the tests live in: 2026-07-15 in Taipei, inside the window of programme 115. */
export const NOW = new Date('2026-07-15T02:00:00Z');
export const TODAY = '2026-07-15';

export interface RunningSite {
  readonly url: string;
  readonly deps: OpenDeps;
  readonly server: Server;
  /** Folder of the database, removed on stop. */
  readonly folder: string;
  stop(): Promise<void>;
}

/**
 * The site as production runs it, on a real database file of its own with the sample register, listening on a free port.
 *
 * @param env as in production; the rate limit is lifted unless it is given
 * @param change replaces parts of the world, for what production cannot be asked to do (a database that fails)
 */
export async function startSite(
  env: Readonly<Record<string, string>> = {},
  change: (deps: OpenDeps) => OpenDeps = (deps) => deps,
): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-site-'));
  const config = readConfig({
    DATABASE_URL: join(folder, 'register.db'),
    RATE_LIMIT_PER_MINUTE: '1000000',
    LOG_LEVEL: 'silent',
    // Its clock would be another than the one of the tests.
    DEMONSTRATION: 'no',
    ...env,
  });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = createLog(config.LOG_LEVEL);
  const deps = change(await createDeps(config, { clock: { now: () => NOW }, log, origin: url }));
  server.on('request', createApp(deps));
  return {
    url,
    deps,
    server,
    folder,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deps.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
