import { Agent, request } from 'node:http';
import type { Request } from 'autocannon';

export interface SteadyLoad {
  readonly answered: number;
  /** Answers other than 2xx, and connections that broke. */
  readonly failed: number;
  /** In milliseconds, from the moment a request was due until its answer was whole. */
  readonly p99: number;
  readonly longest: number;
}

/**
 * Asks at an even pace, whether or not earlier answers have come, and counts waiting from the moment a request was due:
 * a server that stands still for a moment is seen by everyone who would have come in that moment (Gil Tene's
 * "coordinated omission"). autocannon paces by bursts and corrects for omission with an interval of 1 ms at any rate.
 */
export async function steadyLoad(
  url: string,
  requests: readonly Request[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<SteadyLoad> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const waits: number[] = [];
  let failed = 0;
  const total = Math.round(perSecond * seconds);
  const pending: Promise<void>[] = [];
  const started = performance.now();
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * perSecond) / 1000) + 1);
    for (; sent < due; sent++) {
      const dueAt = started + (sent * 1000) / perSecond;
      const { setupRequest, ...plain } = requests[sent % requests.length]!;
      const { path, method, headers, body } = typeof setupRequest === 'function' ? setupRequest(plain, {}) : plain;
      pending.push(
        new Promise((resolve) => {
          const done = (good: boolean) => {
            if (good) waits.push(performance.now() - dueAt);
            else failed++;
            resolve();
          };
          const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
          const asking = request(`${url}${path}`, {
            agent,
            method: method ?? 'GET',
            headers: { ...headers, ...length },
          });
          asking.on('error', () => done(false));
          asking.on('response', (answer) => {
            answer.on('end', () => done(answer.statusCode! >= 200 && answer.statusCode! < 300));
            answer.resume();
          });
          asking.end(body);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  agent.destroy();
  waits.sort((a, b) => a - b);
  return {
    answered: waits.length,
    failed,
    p99: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
    longest: waits.at(-1) ?? Number.NaN,
  };
}
