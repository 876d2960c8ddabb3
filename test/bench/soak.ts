import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';
import { benchNumber, benchScheme } from './registry-data.ts';
import type { Row } from './row.ts';
import { residentMemory, startBenchSite } from './site-process.ts';
import { asked } from './site-requests.ts';
import { steadyLoad } from './steady-load.ts';

const MINUTES = 5;
const PER_SECOND = 300;
const SAMPLE_EVERY = 2000;

/**
 * Five minutes of everything the site answers, mixed, at a steady rate, with a sheet of ten thousand rows every fifteen
 * seconds: does its memory stay where it is, and does anything fail?
 */
export async function benchSoak(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-soak-'));
  const site = await startBenchSite(folder);
  const memory: number[] = [];
  let sheets = 0;
  let sheetsFailed = 0;
  const sampling = setInterval(() => memory.push(residentMemory(site)), SAMPLE_EVERY);
  const uploading = setInterval(() => {
    sheets++;
    void uploadSheet(site.url, sheets).then((good) => {
      if (!good) sheetsFailed++;
    });
  }, 15_000);
  try {
    // As much of the heavy pages as of the light ones.
    const requests = Array.from({ length: 50 }, (_, n) =>
      asked.map(({ requests: own }) => own[n % own.length]!),
    ).flat();
    const load = await steadyLoad(site.url, requests, { perSecond: PER_SECOND, seconds: MINUTES * 60 });
    const minute = (n: number) => median(memory.slice(((n - 1) * 60_000) / SAMPLE_EVERY, (n * 60_000) / SAMPLE_EVERY));
    const [second, last] = [minute(2), minute(MINUTES)];
    return [
      {
        name: `soak: memory in minute ${MINUTES}`,
        value: last,
        unit: 'MB resident',
        peer: 'minute 2',
        peerValue: second,
        ratio: last / second,
        note: `by minute ${Array.from({ length: MINUTES }, (_, n) => Math.round(minute(n + 1))).join(', ')}; most ${Math.round(Math.max(...memory))}`,
      },
      {
        name: 'soak: requests answered',
        value: load.answered,
        unit: 'requests',
        note: `${load.failed} failed; ${PER_SECOND} a second`,
      },
      {
        name: 'soak: p99',
        value: load.p99,
        unit: 'ms',
        note: `longest ${Math.round(load.longest)}; beside ${sheets} sheets of 10,000 rows`,
      },
      { name: 'soak: sheets that were not answered', value: sheetsFailed, unit: `of ${sheets}` },
    ];
  } finally {
    clearInterval(sampling);
    clearInterval(uploading);
    site.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A sheet as the verification desk takes it from its form; true when the answer counts every row. */
async function uploadSheet(site: string, seed: number): Promise<boolean> {
  const rows = Array.from({ length: 10_000 }, (_, n) => `${benchScheme(n)},${benchNumber(n * 3 + seed)}`);
  const form = new FormData();
  form.set('file', new Blob([`scheme,number\n${rows.join('\n')}\n`], { type: 'text/csv' }), 'sheet.csv');
  try {
    const answer = await fetch(`${site}/verify/sheet`, { method: 'POST', body: form });
    return answer.status === 200 && (await answer.text()).includes('10,000');
  } catch {
    return false;
  }
}
