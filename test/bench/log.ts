import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalText, programmeHash } from '@aipower/applications';
import { openDesk, passages, verifyLog } from '@aipower/applications/storage';
import { programme115 } from '@aipower/programme';
import { Case } from '../applications/play.ts';
import type { Row } from './row.ts';

const LINES = 100_000;
const BATCH = 500;

/** The event log of the application desk: how long it takes to prove 100,000 lines, and to count the time spent in each state. */
export async function benchLog(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-desk-'));
  const open = await openDesk(join(folder, 'applications.db'));
  try {
    const applications = await fill(open);
    const proof = await timed(() => verifyLog(open.db));
    if (proof.result.problems.length > 0) throw new Error(JSON.stringify(proof.result.problems[0]));
    const counted = await timed(() => passages(open));
    const note = `${proof.result.lines.toLocaleString('en')} lines of ${applications.toLocaleString('en')} applications, SQLite file`;
    return [
      { name: 'verifyLog: every hash, every case file from its events', value: proof.ms / 1000, unit: 's', note },
      { name: 'passages: times in each state', value: counted.ms / 1000, unit: 's', note },
    ];
  } finally {
    await open.close();
    rmSync(folder, { recursive: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** One life from draft to a running award, written for as many applications as the lines need. @returns how many */
async function fill({ db }: Awaited<ReturnType<typeof openDesk>>): Promise<number> {
  const life = new Case().active();
  const hash = programmeHash(programme115);
  await db
    .insertInto('desk_programme')
    .values({ hash, id: programme115.id, body: canonicalText(programme115) })
    .execute();
  const applications = Math.ceil(LINES / life.log.length);
  let [seq, prev] = [0, '0'.repeat(64)];
  for (let from = 0; from < applications; from += BATCH / 10) {
    const lines = [];
    const cases = [];
    for (let n = from; n < Math.min(applications, from + BATCH / 10); n++) {
      const id = `BENCH${String(n).padStart(21, '0')}`;
      for (const { application: _application, type, at, by, ...body } of life.log) {
        const payload = canonicalText({ seq: ++seq, kind: 'event', at, application: id, type, by, body });
        const line = createHash('sha256').update(`${prev}\n${payload}`).digest('hex');
        const actor = { actor_kind: by.kind, actor_id: by.id };
        lines.push({ seq, prev_hash: prev, hash: line, at, kind: 'event', application: id, type, ...actor, payload });
        prev = line;
      }
      const { ubn, category, main, since, round } = life.state!;
      cases.push({
        ...{ id, ubn: String(n).padStart(8, '0'), category, main, since, live: 1, round, receipt_no: `bench-${n}` },
        ...{ programme: '115', programme_hash: hash, version: life.log.length, points_held: 0, points_given: 1000 },
        case_file: canonicalText({ ...life.state!, id, ubn }),
      });
    }
    for (let at = 0; at < lines.length; at += BATCH) {
      await db
        .insertInto('desk_event')
        .values(lines.slice(at, at + BATCH))
        .execute();
    }
    await db.insertInto('desk_application').values(cases).execute();
  }
  return applications;
}
