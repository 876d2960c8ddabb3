import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express, Request, Response } from 'express';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { fillDemonstration } from './demonstration/filling.ts';
import type { OpenDeps } from './deps.ts';
import { keepTicking } from './desk/ticking.ts';
import { proxyTest } from './http/client.ts';
import type { BoundedServer } from './http/connections.ts';
import type { Logger } from './http/log.ts';
import { type RequestMetrics, requestMetrics, serveMetrics } from './machine/metrics.ts';
import { createDeps } from './open-deps.ts';
import { keepWarm } from './warm-up.ts';
import { keepTelling } from './webhooks/telling.ts';

export interface Serving {
  readonly deps: OpenDeps;
  /** Ends what goes on beside the requests: warming, ticking, telling, filling a demonstration. */
  cool(): Promise<void>;
}

/**
 * Opens the register and the desk and serves them on connections that listen already.
 *
 * @param url where they listen
 * @throws RegisterError when the register cannot be opened
 */
export async function serve(config: Config, log: Logger, connections: BoundedServer, url: string): Promise<Serving> {
  const deps = await createDeps(config, { clock: systemClock, log, origin: url });
  const stopFilling = fillDemonstration(deps);
  const app = createApp(deps);
  connections.trust(proxyTest(app));
  const metrics = config.METRICS_PORT === undefined ? null : requestMetrics();
  connections.serve(metrics ? counted(app, metrics) : (app as RequestListener));
  log.info(
    { url, origin: deps.origin, revision: deps.register.revision, sample: deps.isSample() },
    `aipower is ready: ${url}`,
  );
  const ends = [keepWarm(deps)];
  let isOver = false;
  // What the clock marks and what is told follows what was played.
  void (deps.demonstration?.filled ?? Promise.resolve()).then(() => {
    if (!isOver) ends.push(keepTicking(deps), keepTelling(deps));
  });
  const cool = async () => {
    isOver = true;
    for (const end of ends) end();
    await stopFilling();
  };
  if (metrics) {
    const where = { host: config.METRICS_HOST, port: config.METRICS_PORT! };
    const { port } = (await serveMetrics(deps, metrics, connections, where)).address() as AddressInfo;
    log.info({ port }, 'figures for Prometheus at /metrics');
  }
  return { deps, cool };
}

/** Counted from before the first step of the application to the end of its answer. */
const counted =
  (app: Express, { count }: RequestMetrics): RequestListener =>
  (req, res) =>
    count(req as Request, res as Response, () => app(req, res));
