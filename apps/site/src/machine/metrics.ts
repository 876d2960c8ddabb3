import { createServer, type Server } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { missingParts } from '../desk/parts.ts';
import type { BoundedServer } from '../http/connections.ts';

/** Upper bounds of the classes that answers are counted in, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Counted {
  readonly below: number[];
  count: number;
  seconds: number;
}

/** Counts answers by method and class of status: few series, and nothing of who asked for what. */
export function requestMetrics() {
  const series = new Map<string, Counted>();
  const count: RequestHandler = (req, res, next) => {
    const started = performance.now();
    res.once('close', () => {
      const seconds = (performance.now() - started) / 1000;
      const method = ['GET', 'HEAD', 'POST'].includes(req.method) ? req.method : 'other';
      const labels = `method="${method}",status="${Math.floor(res.statusCode / 100)}xx"`;
      const one = series.get(labels) ?? { below: BUCKETS.map(() => 0), count: 0, seconds: 0 };
      series.set(labels, one);
      one.count++;
      one.seconds += seconds;
      for (const [index, bound] of BUCKETS.entries()) if (seconds <= bound) one.below[index]!++;
    });
    next();
  };
  return { count, series: series as ReadonlyMap<string, Readonly<Counted>> };
}

export type RequestMetrics = ReturnType<typeof requestMetrics>;

/** The text that Prometheus reads (exposition format 0.0.4). */
export function metricsText(
  deps: Deps,
  requests: RequestMetrics,
  connections: Pick<BoundedServer, 'counts'>,
  delay: { readonly max: number; percentile(of: number): number },
): string {
  const lines: string[] = [];
  const say = (name: string, type: string, help: string, values: readonly (readonly [string, number])[]) => {
    lines.push(`# HELP aipower_${name} ${help}`, `# TYPE aipower_${name} ${type}`);
    for (const [labels, value] of values) lines.push(`aipower_${name}${labels && `{${labels}}`} ${value}`);
  };
  const one = (value: number) => [['', value]] as const;
  lines.push(
    '# HELP aipower_request_seconds Time until an answer was sent.',
    '# TYPE aipower_request_seconds histogram',
  );
  for (const [labels, { below, count, seconds }] of requests.series) {
    for (const [index, bound] of BUCKETS.entries())
      lines.push(`aipower_request_seconds_bucket{${labels},le="${bound}"} ${below[index]}`);
    lines.push(`aipower_request_seconds_bucket{${labels},le="+Inf"} ${count}`);
    lines.push(
      `aipower_request_seconds_sum{${labels}} ${seconds}`,
      `aipower_request_seconds_count{${labels}} ${count}`,
    );
  }
  const { open, cut } = connections.counts();
  say('connections', 'gauge', 'Connections that are open.', one(open));
  say('connections_cut_total', 'counter', 'Connections ended because they broke a limit.', one(cut));
  say('queue_running', 'gauge', 'Large computations that run.', one(deps.workQueue.running()));
  say('queue_waiting', 'gauge', 'Large computations that wait.', one(deps.workQueue.waiting()));
  say('event_loop_delay_seconds', 'gauge', 'Delay of the event loop since the last reading.', [
    ['quantile="0.5"', delay.percentile(50) / 1e9],
    ['quantile="0.99"', delay.percentile(99) / 1e9],
    ['quantile="1"', delay.max / 1e9],
  ]);
  const { rss, heapUsed } = process.memoryUsage();
  say('resident_memory_bytes', 'gauge', 'Memory of the process.', one(rss));
  say('heap_used_bytes', 'gauge', 'Memory used by JavaScript.', one(heapUsed));
  say('register_revision', 'gauge', 'Imports and withdrawals of the register so far.', one(deps.register.revision));
  const { secondsAgo, failing } = deps.register.lastCheck();
  say('register_last_confirmed_seconds', 'gauge', 'Since the database confirmed what is in memory.', one(secondsAgo));
  say('register_failing', 'gauge', '1 while the database does not answer.', one(failing ? 1 : 0));
  if (!deps.currency.stopped()) {
    const ages = deps.register
      .status(taipeiToday(deps.clock))
      .schemes.filter(({ list }) => list.ageDays !== null)
      .map(({ scheme, list }) => [`scheme="${scheme}"`, list.ageDays!] as const);
    say('list_age_days', 'gauge', 'Days since a list was read at its source.', ages);
  }
  const missing = missingParts(deps);
  if (missing !== null)
    say('desk_missing_parts', 'gauge', 'Receipted parts of applications that are not stored.', one(missing.length));
  return `${lines.join('\n')}\n`;
}

/** Serves the figures on a port of its own, which is not for the public; beside nothing else that could be slow. */
export async function serveMetrics(
  deps: Deps,
  requests: RequestMetrics,
  connections: BoundedServer,
  where: { readonly host: string; readonly port: number },
): Promise<Server> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const server = createServer((req, res) => {
    if (req.url !== '/metrics') {
      res.writeHead(404).end();
      return;
    }
    res.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    res.end(metricsText(deps, requests, connections, delay));
    delay.reset();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, resolve);
  });
  server.unref();
  return server;
}
