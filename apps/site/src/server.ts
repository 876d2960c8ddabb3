import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegisterError } from '@aipower/registry';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { OpenDeps } from './deps.ts';
import { type BoundedServer, connectionLimits, createBoundedServer } from './http/connections.ts';
import { createLog, type Logger } from './http/log.ts';
import { answerBadConnection } from './problems/bad-connection.ts';
import type { Serving } from './serve.ts';

/** How long running requests may take to finish after a signal to stop, in milliseconds. */
const GRACE = 10_000;
/** From then on the process ends whatever it still waits for: a database that froze, a log nobody reads. */
const END = GRACE + 3000;

/** What `npm start` runs. Whatever keeps the site from starting is one sentence and exit code 1. */
export async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const running = await startServer(config, createLog(config.LOG_LEVEL));
    if (process.stdout.isTTY) console.log(`aipower is ready: ${running.url} (stop with Ctrl+C)`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        setTimeout(() => process.exit(1), END).unref();
        running.stop(signal).then(
          () => process.exit(0),
          () => process.exit(1),
        );
      });
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
  const connections = createBoundedServer(config.REQUEST_TIMEOUT_SECONDS * 1000, {
    floodPerMinute: Math.max(connectionLimits.floodPerMinute, 2 * config.RATE_LIMIT_PER_MINUTE),
  });
  const { server } = connections;
  server.on('clientError', answerBadConnection);
  await listen(server, config);
  const url = urlOf(config, server.address() as AddressInfo);
  try {
    // Read only now: the whole site takes a second or two, and a wrong setting or a port in use is said at once.
    const { serve } = await import('./serve.ts');
    const { deps, cool } = await serve(config, log, connections, url);
    return { url, deps, stop: stopper(connections, deps, log, cool) };
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

function stopper(connections: BoundedServer, deps: OpenDeps, log: Logger, cool: Serving['cool']) {
  let stopping: Promise<void> | null = null;
  const stop = async (reason: string) => {
    const cooled = cool();
    log.info({ reason }, 'stopping: no new connections, running requests may finish');
    await connections.stop(GRACE);
    await cooled;
    try {
      await deps.close();
      log.info({}, 'stopped');
    } finally {
      await new Promise<void>((resolve) => log.flush(() => resolve()));
    }
  };
  return (reason: string) => (stopping ??= stop(reason));
}

/** Why the site did not start, as one sentence per cause. */
export function startProblem(error: unknown): string {
  if (error instanceof ConfigError) return error.issues.join('\n');
  // By its name: to import the register for its class takes longer than everything else that is said here.
  if (error instanceof Error && error.name === 'RegisterError')
    return `The register cannot be opened (${(error as RegisterError).code}): ${error.message}.`;
  const { code, port, address, hostname } = error as NodeJS.ErrnoException & Readonly<Record<string, unknown>>;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use by another program; stop it, or set PORT to another number.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} on ${address} may not be used by this user; set PORT to a number above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST ${address ?? hostname} is not an address of this machine; set it to 127.0.0.1, or to 0.0.0.0 for every address.`;
  return `aipower did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
