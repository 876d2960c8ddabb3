import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CaseFile } from '@aipower/applications';
import { isRefusal } from '@aipower/applications';
import { type DeskDatabase, execute, openDesk, publish, recordAct } from '@aipower/applications/storage';
import { programme115, rankReviews } from '@aipower/programme';
import { planReviewers } from '@aipower/site/staff/assign/plan';
import { median } from './median.ts';
import { APPLICATIONS, type BusyDesk, fillRounds, REVIEWERS } from './round-data.ts';
import type { Row } from './row.ts';
import { processorTime, startBareDesk } from './site-process.ts';

const REQUESTS = 40;
const table = '/staff/rounds/115/training/3';
const told = '/staff/rounds/115/training/2';
const p95 = (waits: readonly number[]) =>
  waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? Number.NaN;
const size = `${APPLICATIONS.toLocaleString('en')} applications, ${REVIEWERS} reviewers`;

/** The round table and its neighbours on a round of ten thousand applications and forty reviewers, asked over HTTP. */
export async function benchRound(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-round-'));
  const file = join(folder, 'applications.db');
  const desk = await openDesk(file);
  try {
    const busy = await fillRounds(desk, new Date().toISOString());
    const rows = [...benchParts(), ...(await benchPages(desk, busy, folder, file))];
    return [...rows, ...(await benchPublication(desk))];
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true });
  }
}

function benchParts(): Row[] {
  const wanting = Array.from({ length: APPLICATIONS }, (_, n) => ({
    id: `a${n}`,
    items: [{ code: ['4.6.1', '4.13.1', '1.1.1', '2.1.1'][n % 4]!, score: 0.8 }],
    assigned: [],
    barred: n % 10 === 0 ? [`r${n % REVIEWERS}`] : [],
  }));
  const candidates = Array.from({ length: REVIEWERS }, (_, n) => ({
    id: `r${n}`,
    items: [['4.6'], ['1', '4.13'], []][n % 3]!,
    load: 0,
  }));
  const plan = timed(() => planReviewers(wanting, candidates, 3));
  const loads = new Map<string, number>();
  for (const { reviewer } of [...plan.result.values()].flat()) loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
  const spread = Math.max(...loads.values()) - Math.min(...loads.values());
  if (plan.result.size !== APPLICATIONS || spread > 1) throw new Error(`bench: loads differ by ${spread}`);
  return [
    {
      name: 'planReviewers for the whole round',
      value: plan.ms,
      unit: 'ms',
      note: `${size}; three each, loads differ by at most one`,
    },
  ];
}

async function benchPages(desk: DeskDatabase, busy: BusyDesk, folder: string, file: string): Promise<Row[]> {
  const site = await startBareDesk(folder, { APPLICATIONS_DATABASE_URL: file });
  try {
    const get = (path: string) => fetch(site.url + path, { headers: { cookie: busy.cookie }, redirect: 'manual' });
    const ask = async (path: string, tries = 5): Promise<{ readonly ms: number; readonly bytes: number }> => {
      const start = performance.now();
      const answer = await get(path).catch((error) => {
        // A connection that was kept and is closed by the site in this moment is no answer of it.
        if (tries === 0) throw error;
        return null;
      });
      if (!answer) return ask(path, tries - 1);
      const bytes = (await answer.arrayBuffer()).byteLength;
      // A page past the end leads to the last one, which is asked for as a browser would.
      if (answer.status === 302) return ask(answer.headers.get('location')!);
      if (answer.status !== 200) throw new Error(`bench: ${path} answered ${answer.status}`);
      return { ms: performance.now() - start, bytes };
    };
    const first = await ask(table);
    const anew: number[] = [];
    for (let n = 0; n < 3; n++) anew.push(await readAnew(desk));
    const peer = { peer: 'read and ranked anew, no page made', peerValue: median(anew) };
    const over = async (paths: readonly string[], before: (n: number) => Promise<void> = async () => undefined) => {
      const waits: number[] = [];
      const used = processorTime(site);
      for (let n = 0; n < REQUESTS; n++) {
        await before(n);
        waits.push((await ask(paths[n % paths.length]!)).ms);
      }
      return { waits, processor: (processorTime(site) - used) / REQUESTS };
    };
    const ways = [
      '',
      '?page=57',
      '?show=close&line=3000',
      '?show=undecided&page=9',
      '?line=2000&from=1500',
      '?show=split',
    ].map((query) => table + query);
    const still = await over(ways);
    const moving = await over(ways, (n) => review(desk, busy.inReview[n * 101]!));
    const row = (name: string, { waits, processor }: Waited, note: string, beside: object = {}): Row => {
      const value = p95(waits);
      return {
        name,
        value,
        unit: 'ms p95',
        ...beside,
        ...('peerValue' in beside && { ratio: value / (beside.peerValue as number) }),
        note: `${note}; median ${median(waits).toFixed(0)}, on a processor ${processor.toFixed(0)} ms each`,
      };
    };
    const others: Row[] = [];
    for (const [name, paths] of [
      [
        'assigning: sixty applications with suggestions',
        ['', '?page=2', '?page=3'].map((query) => `${table}/assign${query}`),
      ],
      ['meeting and decisions', ['', '?page=40', '?open=115-training-12000'].map((query) => `${told}/meeting${query}`)],
      ['publication: the list before it is told', ['', '?page=80'].map((query) => `${told}/publication${query}`)],
      ['queue of the desk', ['/staff', '/staff?group=ours&page=3']],
      ['dashboard', ['/staff/dashboard?year=115']],
      [
        'awards: ten thousand in use or over',
        ['', '?group=running&page=80', '?group=ended'].map((query) => `/staff/awards${query}`),
      ],
      ['duties after use: twenty thousand', ['', '?group=all&page=300'].map((query) => `/staff/duties${query}`)],
      ['what the companies are told', ['/staff/outbox', '/staff/outbox?group=done']],
      ['event log', ['/staff/audit', '/staff/audit?kind=event']],
    ] as const) {
      for (const path of paths) await ask(path);
      others.push(row(name, await over(paths), 'asked before'));
    }
    const csv = await ask(`${table}/table.csv`);
    return [
      {
        name: 'round table, first request of the process',
        value: first.ms,
        unit: 'ms',
        ...peer,
        ratio: first.ms / peer.peerValue,
        note: size,
      },
      row('round table', still, `${size}; filters, pages and lines; target 200`, peer),
      row(
        'round table, a review sent before each',
        moving,
        'the review is read and the round ranked again; target 200',
        peer,
      ),
      ...others,
      { name: 'round table as CSV, whole', value: csv.ms, unit: 'ms', note: `${(csv.bytes / 1e6).toFixed(1)} MB` },
    ];
  } finally {
    site.process.kill();
    await new Promise((resolve) => site.process.once('exit', resolve));
  }
}

interface Waited {
  readonly waits: readonly number[];
  /** Milliseconds of a processor for each request. */
  readonly processor: number;
}

/** What each page cost before: every case file read from the database and the whole round ranked. */
async function readAnew({ db }: DeskDatabase): Promise<number> {
  const start = performance.now();
  const rows = await db.selectFrom('desk_application').select('case_file').where('round', '=', 3).execute();
  const cases = rows.map(({ case_file }) => JSON.parse(case_file) as CaseFile);
  const { weights } = cases[0]!.rules!;
  const applications = cases.map(({ id, reviews }) => ({
    id,
    reviews: reviews.flatMap(({ reviewer, scores }) => (scores ? [{ reviewer, scores }] : [])),
  }));
  const { ranking } = rankReviews(applications, { programme: '115', category: 'training', round: 3, weights });
  if (ranking.length !== APPLICATIONS) throw new Error(`bench: ${ranking.length} ranked`);
  return performance.now() - start;
}

async function review(desk: DeskDatabase, { id, reviews, rules }: CaseFile): Promise<void> {
  const { reviewer } = reviews.at(-1)!;
  const scores = Object.fromEntries(rules!.weights.map(({ id: criterion }) => [criterion, 77]));
  const comments = Object.fromEntries(rules!.weights.map(({ id: criterion }) => [criterion, '說明清楚。']));
  const command = {
    type: 'review.submit',
    by: { kind: 'reviewer', id: reviewer },
    scores,
    comments,
    level: 'L1',
  } as const;
  const done = await execute(desk, { application: id, command, programme: programme115 }, new Date().toISOString());
  if (isRefusal(done)) throw new Error(`bench: ${JSON.stringify(done)}`);
}

export async function benchPublication(desk: DeskDatabase): Promise<Row[]> {
  const wanted = {
    category: 'training',
    round: 2,
    by: { kind: 'chair', id: 'one' },
    confirmedBy: { kind: 'chair', id: 'two' },
  } as const;
  const start = performance.now();
  const told = publish(desk, wanted, programme115, new Date().toISOString());
  const waits = await waitsOfWriters(desk, told);
  const done = await told;
  if (isRefusal(done)) throw new Error(`bench: ${JSON.stringify(done)}`);
  const ms = performance.now() - start;
  const note = `${done.list.length.toLocaleString('en')} decisions, awards and notices in one transaction; ${(ms / done.list.length).toFixed(2)} ms each`;
  return [
    { name: 'publication of a whole round', value: ms / 1000, unit: 's', note },
    {
      name: 'longest wait of another writer meanwhile',
      value: Math.max(...waits) / 1000,
      unit: 's',
      note: `${waits.length} lines written beside it, one after the other; median ${median(waits).toFixed(1)} ms`,
    },
  ];
}

const PAUSE = 5;

/** Somebody else writes a line, and as soon as it is written the next, until the publication is done. */
async function waitsOfWriters(desk: DeskDatabase, told: Promise<unknown>): Promise<readonly number[]> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  told.then(end, end);
  const waits: number[] = [];
  const act = { by: { kind: 'officer', id: 'three' }, application: null, type: 'bench.write', body: {} } as const;
  while (!isDone) {
    // Counted from when it would have begun in a process that does nothing else.
    const due = performance.now() + PAUSE;
    await setTimeout(PAUSE);
    await recordAct(desk, act, new Date().toISOString());
    waits.push(performance.now() - due);
  }
  return waits;
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}
