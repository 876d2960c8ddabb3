import type { CaseFile, Review } from '@aipower/applications';
import { canonicalText, programmeHash } from '@aipower/applications';
import { type DeskDatabase, giveRole, staffId, startSession } from '@aipower/applications/storage';
import { programme115 } from '@aipower/programme';
import { isUbn } from '@aipower/taiwan';
import { Case, chair, convene, formOf, officer } from '../applications/play.ts';

export const APPLICATIONS = 10_000;
export const REVIEWERS = 40;
const EACH = 3;
const BATCH = 200;
const ISSUER = 'https://login.bench.test';

/** Companies of the fictional numbers with zeros in front. */
const ubns = Array.from({ length: 400_000 }, (_, n) => String(n + 1).padStart(8, '0')).filter((ubn) => isUbn(ubn));

export interface BusyDesk {
  readonly reviewers: readonly string[];
  /** Whose browser asks: an officer who also sits as chair. */
  readonly cookie: string;
  /** Applications of round 3 in the order of their numbers. */
  readonly inReview: readonly CaseFile[];
}

/**
 * Three rounds of ten thousand applications each: one in review, read by three of forty reviewers each of whom two have sent,
 * one that is decided and waits for its publication, and one whose awards are in use or over. Each is one life from a draft on, written for as many as are wanted.
 */
export async function fillRounds(desk: DeskDatabase, now: string): Promise<BusyDesk> {
  const { db } = desk;
  const hash = programmeHash(programme115);
  const body = canonicalText(programme115);
  await db.insertInto('desk_programme').values({ hash, id: programme115.id, body }).execute();
  const reviewers: string[] = [];
  for (let n = 0; n < REVIEWERS; n++) {
    const identity = { issuer: ISSUER, sub: `reviewer-${n}` };
    reviewers.push(await staffId(desk, identity, `虛構委員 ${n + 1}`, now));
    await giveRole(desk, identity, 'reviewer', '2026-01-01');
  }
  await db
    .insertInto('desk_reviewer')
    .values(
      reviewers.map((staff, n) => ({
        staff,
        items: JSON.stringify(known(n)),
        employers: '[]',
        updated_by: staff,
        updated_at: now,
      })),
    )
    .execute();
  const reading = new Case('training', programme115, '2026-10-12T09:00:00+08:00').eligible();
  reading.do({ type: 'reviewer.assign', by: officer, reviewer: 'r' }).do({ type: 'review.open', by: officer });
  const decided = new Case('training', programme115, '2026-08-12T09:00:00+08:00').scored().do(convene);
  decided.do({ type: 'decide', by: chair, confirmedBy: officer, outcome: 'approved', level: 'L1' });
  const inReview: CaseFile[] = [];
  for (let n = 0; n < APPLICATIONS; n++) {
    const reviews = Array.from({ length: EACH }, (_, i) =>
      reviewOf(reading.state!, reviewers[(n * 7 + i * 13) % REVIEWERS]!, n, i),
    );
    inReview.push({ ...reading.state!, ...headOf(n, 3), reviews });
  }
  const toTell = Array.from({ length: APPLICATIONS }, (_, n) => ({
    ...decided.state!,
    ...headOf(APPLICATIONS + n, 2),
  }));
  const awarded = Array.from({ length: APPLICATIONS }, (_, n) => awardOf(decided.state!, n, now));
  await write(desk, [...inReview, ...toTell, ...awarded], hash);
  return { reviewers, inReview, cookie: await browserOf(desk, now) };
}

const known = (n: number) => [['4.6', '4.13'], ['1.1', '4.9'], ['4.6.1', '2'], []][n % 4]!;

function headOf(n: number, round: number) {
  return {
    id: `BENCH${String(n).padStart(21, '0')}`,
    ubn: ubns[n]!,
    round,
    receiptNo: `115-training-${String(n + 1).padStart(5, '0')}`,
  };
}

const dayFrom = (now: string, days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** Two in three have been used for forty days; the third is over and owes its report, with a promise that nobody has looked at. */
function awardOf(decided: CaseFile, n: number, now: string): CaseFile {
  const isOver = n % 3 === 0;
  const [start, lastDay] = isOver ? [dayFrom(now, -100), dayFrom(now, -10)] : [dayFrom(now, -40), dayFrom(now, 50)];
  // Every seventh has not been used at all.
  const points = (i: number) => (n % 7 === 0 || (n + i) % 3 === 0 ? 0 : ((n + i) % 20) / 2);
  const usage = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [dayFrom(`${start}T00:00:00Z`, i), points(i)]));
  const duty = (id: string, kind: 'closing-report' | 'follow-up', days: number) => {
    return { id, kind, due: dayFrom(now, days), state: isOver && n % 2 ? 'received' : 'due' } as const;
  };
  return {
    ...decided,
    ...headOf(2 * APPLICATIONS + n, 1),
    main: 'approved',
    award: {
      ...{ state: isOver ? 'ended' : 'active', level: 'L1', points: 1000, acceptedOn: null, acceptBy: null },
      ...{ start, lastDay, weeks: 13, usage, notice: null, returned: 0, storageCleared: false },
      endedBy: isOver ? 'award.expire' : null,
    },
    // Far enough away that nobody is reminded while it is measured.
    obligations: [duty('closing-report', 'closing-report', 80), duty('follow-up-1', 'follow-up', 400)],
    publications: isOver ? [{ item: 'bonusDatasetHuggingFace', state: 'open' }] : [],
  };
}

function reviewOf({ rules }: CaseFile, reviewer: string, n: number, i: number): Review {
  const scores = Object.fromEntries(rules!.weights.map(({ id }, at) => [id, 45 + ((n * 31 + i * 17 + at * 7) % 56)]));
  // The third has begun and sent nothing.
  return i < EACH - 1
    ? { reviewer, state: 'submitted', hasDraft: false, scores, level: n % 3 ? 'L1' : 'L2' }
    : { reviewer, state: 'reading', hasDraft: false, scores: null, level: null };
}

async function write({ db }: DeskDatabase, cases: readonly CaseFile[], hash: string): Promise<void> {
  const form = formOf('training');
  for (let at = 0; at < cases.length; at += BATCH) {
    const part = cases.slice(at, at + BATCH);
    const common = { programme: programme115.id, programme_hash: hash, live: 1, points_given: 0 };
    await db
      .insertInto('desk_application')
      .values(
        part.map((state) => ({
          ...{ id: state.id, ubn: state.ubn, category: state.category, main: state.main, since: state.since },
          ...{ round: state.round, receipt_no: state.receiptNo, version: 9, ...common },
          ...{ points_held: state.decisions[0]?.points ?? 0, case_file: canonicalText(state) },
        })),
      )
      .execute();
    await db
      .insertInto('desk_form_version')
      .values(
        part.map(({ id, ubn, forms }) => {
          const body = canonicalText({ ...form, ubn, companyName: `虛構第${ubn}號股份有限公司` });
          return { application: id, n: 1, hash: forms[0]!.hash, body, submitted_at: forms[0]!.at };
        }),
      )
      .execute();
  }
}

async function browserOf(desk: DeskDatabase, now: string): Promise<string> {
  const identity = { issuer: ISSUER, sub: 'officer' };
  const subject = await staffId(desk, identity, '虛構承辦', now);
  for (const role of ['officer', 'chair'] as const) await giveRole(desk, identity, role, '2026-01-01');
  const times = { idleSeconds: 36_000, maxSeconds: 36_000 };
  const detail = { ...identity, name: '虛構承辦' };
  return `aipower-staff=${await startSession(desk, { kind: 'staff', subject, detail, ...times }, now)}`;
}
