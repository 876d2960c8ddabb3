import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHostileClients } from './hostile-clients.ts';
import type { Row } from './row.ts';
import { memoryOfTree, startBenchSite } from './site-process.ts';
import { asked } from './site-requests.ts';
import { steadyLoad } from './steady-load.ts';

const SECONDS = 120;
const PER_SECOND = 150;
/** Honest visitors, told apart by the proxy in front: none comes near the limit of a client. */
const VISITORS = 2000;

/** Honest visitors at a steady rate, alone and then beside hostile clients: how long they wait, and what the site takes. */
export async function benchHostile(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-hostile-'));
  const site = await startBenchSite(folder, { TRUST_PROXY: '127.0.0.1/32', RATE_LIMIT_PER_MINUTE: '600' });
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(memoryOfTree(site)), 1000);
  let visitor = 0;
  const requests = Array.from({ length: 50 }, (_, n) => asked.map(({ requests: own }) => own[n % own.length]!))
    .flat()
    .map((one) => {
      visitor = (visitor + 1) % VISITORS;
      const client = `10.0.${visitor >> 8}.${visitor & 255}`;
      return { ...one, headers: { ...one.headers, 'x-forwarded-for': client } };
    });
  try {
    // What a start has to make once is measured elsewhere.
    await steadyLoad(site.url, requests, { perSecond: 20, seconds: 20 });
    const alone = await steadyLoad(site.url, requests, { perSecond: PER_SECOND, seconds: 30 });
    memory.length = 0;
    const hostile = startHostileClients(site.url);
    const beside = await steadyLoad(site.url, requests, { perSecond: PER_SECOND, seconds: SECONDS });
    const tries = hostile.stop();
    // A minute and a half: within it the addresses are first told, then held off, then heard again.
    const flood = startHostileClients(site.url, ['flood']);
    const health = await steadyLoad(site.url, [{ method: 'GET', path: '/healthz' }], { perSecond: 20, seconds: 90 });
    const floods = flood.stop().map(({ tries: count }) => count);
    return [
      {
        name: 'hostile clients: p99 of honest visitors',
        value: beside.p99,
        unit: 'ms',
        peer: 'without them',
        peerValue: alone.p99,
        ratio: beside.p99 / alone.p99,
        note: `${PER_SECOND} a second for ${SECONDS} s; longest ${Math.round(beside.longest)}; target 50`,
      },
      {
        name: 'hostile clients: /healthz beside four connections that send refused requests ahead, without a pause',
        value: health.p99,
        unit: 'ms p99',
        note: `20 a second for 90 s; longest ${Math.round(health.longest)}; ${health.failed} not answered; ${floods.join()} connections`,
      },
      { name: 'hostile clients: honest requests not answered', value: beside.failed, unit: `of ${beside.answered}` },
      {
        name: 'hostile clients: memory of the site and its reader processes',
        value: Math.max(...memory),
        unit: 'MB, most (Pss: shared pages once)',
        note: `${tries.map(({ kind, tries: count }) => `${kind} ${count}`).join(', ')}; target 700; ${site.process.exitCode === null ? 'no restart' : 'the site ended'}`,
      },
    ];
  } finally {
    clearInterval(sampling);
    site.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
