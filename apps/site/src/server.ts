import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RegisterError } from '@aipower/registry';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { seedDemonstration } from './demonstration/seed.ts';
import { createDeps, type OpenDeps } from './deps.ts';
import { keepTicking } from './desk/ticking.ts';
import { createLog, type Logger } from './http/log.ts';
import { answerBadConnection } from './problems/bad-connection.ts';
import { keepWarm } from './warm-up.ts';

/** How long running requests may take to finish after a signal to stop, in milliseconds. */
const GRACE = 10_000;

/** What `npm start` runs. Whatever keeps the site from starting is one sentence and exit code 1. */
export async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const running = await startServer(config, createLog(config.LOG_LEVEL));
    if (process.stdout.isTTY) console.log(`aipower is ready: ${running.url} (stop with Ctrl+C)`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void running.stop(signal).then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(startProblem(error));
    process.exitCode = 1;
  }
}

export interface RunningServer {
  /** Where it listens, with the port that was given when PORT is 0. */
  readonly url: string;
  readonly deps: OpenDeps;
  /** Takes no new connections, lets running requests finish, closes the register. */
  stop(reason: string): Promise<void>;
}

/**
 * Listens first, so that a port in use is known before a database is made, then opens the world and serves it.
 * Requests that come before that are kept and answered then.
 */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const server = createServer({
    // Head and body of a request must be complete by then; Node looks every second.
    requestTimeout: config.REQUEST_TIMEOUT_SECONDS * 1000,
    headersTimeout: Math.min(15, config.REQUEST_TIMEOUT_SECONDS) * 1000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: 65_000,
  });
  server.on('clientError', answerBadConnection);
  let app: RequestListener | null = null;
  const early: Parameters<RequestListener>[] = [];
  // Node drops a request that nobody listens for, and its client would wait for ever.
  server.on('request', (req, res) => (app ? app(req, res) : early.push([req, res])));
  await listen(server, config);
  const url = urlOf(config, server.address() as AddressInfo);
  try {
    const deps = await createDeps(config, { clock: systemClock, log, origin: url });
    if (deps.demonstration) {
      await seedDemonstration(deps).catch((error) =>
        log.error({ err: error }, 'the demonstration has no applications'),
      );
    }
    const ready = createApp(deps) as RequestListener;
    app = ready;
    for (const [req, res] of early.splice(0)) ready(req, res);
    log.info(
      { url, origin: deps.origin, revision: deps.register.revision, sample: deps.isSample() },
      `aipower is ready: ${url}`,
    );
    const ends = [keepWarm(deps), keepTicking(deps)];
    const cool = () => {
      for (const end of ends) end();
    };
    return { url, deps, stop: stopper(server, deps, log, cool) };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

function listen(server: Server, { HOST, PORT }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf({ HOST }: Config, { port }: AddressInfo): string {
  const everywhere = HOST === '0.0.0.0' || HOST === '::';
  return `http://${everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`;
}

function stopper(server: Server, deps: OpenDeps, log: Logger, cool: () => void): (reason: string) => Promise<void> {
  let stopping: Promise<void> | null = null;
  const stop = async (reason: string) => {
    cool();
    log.info({ reason }, 'stopping: no new connections, running requests may finish');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), GRACE);
    await closed;
    clearTimeout(late);
    await deps.close();
    log.info({}, 'stopped');
    await new Promise<void>((resolve) => log.flush(() => resolve()));
  };
  return (reason) => (stopping ??= stop(reason));
}

/** Why the site did not start, as one sentence per cause. */
export function startProblem(error: unknown): string {
  if (error instanceof ConfigError) return error.issues.join('\n');
  if (error instanceof RegisterError) return `The register cannot be opened (${error.code}): ${error.message}.`;
  const { code, port, address, hostname } = error as NodeJS.ErrnoException & Readonly<Record<string, unknown>>;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use by another program; stop it, or set PORT to another number.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} on ${address} may not be used by this user; set PORT to a number above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST ${address ?? hostname} is not an address of this machine; set it to 127.0.0.1, or to 0.0.0.0 for every address.`;
  return `aipower did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
