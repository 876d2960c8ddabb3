import { type CaseFile, countUnusedWeeks, tick } from '@aipower/applications';
import { execute, openDesk, publish, tickAll } from '@aipower/applications/storage';
import { programme115, programmesFrom } from '@aipower/programme';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Case, officer } from './play.ts';

// Idle weeks, deadlines and reminders over a year in which the scheduler misses days.

const day = (from: string, offset: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
const START = '2026-09-14';

/** A year of use: for each week of thirteen, its days used, not used, or not reported. */
const weeks = fc.array(fc.constantFrom('used', 'unused', 'unknown', 'unreported', 'mixed'), {
  minLength: 13,
  maxLength: 13,
});

type Day = { readonly day: string; readonly points: number | null };

function usageOf(list: readonly string[]): readonly Day[] {
  return list.flatMap((kind, week) =>
    Array.from({ length: 7 }, (_, i) => day(START, week * 7 + i)).flatMap((one, i): Day[] => {
      if (kind === 'unreported') return [];
      if (kind === 'unknown') return [{ day: one, points: null }];
      if (kind === 'mixed') return i === 3 ? [] : [{ day: one, points: 0 }];
      return [{ day: one, points: kind === 'used' && i === 2 ? 4 : 0 }];
    }),
  );
}

describe('a simulated year', () => {
  it('calls a week unused only when all seven of its days are known to be, however the others look', () => {
    fc.assert(
      fc.property(weeks, fc.nat(100), (list, passed) => {
        const one = new Case().active();
        one.do({ type: 'usage.import', by: officer, source: 'file', days: usageOf(list) });
        const today = day(START, passed);
        const completed = list.filter((kind, week) => kind === 'unused' && day(START, week * 7 + 6) < today).length;
        expect(countUnusedWeeks(one.state!.award!, today)).toBe(completed);
        one.at(`${today}T10:00:00+08:00`);
        const notify = { type: 'idle.notify', by: officer, noticeId: 'N-1' } as const;
        const result = one.try(notify);
        expect('refused' in result ? result.refused : 'noticed').toBe(completed > 6.5 ? 'noticed' : 'not-idle');
      }),
      { numRuns: 120, seed: 14 },
    );
  });

  it('ends the same whichever days the scheduler misses, with every mark at the moment it became true', () => {
    let noticed = 0;
    fc.assert(
      fc.property(weeks, fc.array(fc.boolean(), { minLength: 480, maxLength: 480 }), (list, runs) => {
        const played = (misses: (n: number) => boolean) => {
          const one = new Case().active();
          one.do({ type: 'usage.import', by: officer, source: 'file', days: usageOf(list) });
          for (let n = 0; n < 480; n++) {
            one.at(`${day(START, n)}T03:00:00+08:00`);
            // An officer gives notice where most weeks are unused, and use is reported after it.
            if (n === 63) one.try({ type: 'idle.notify', by: officer, noticeId: 'N-1' });
            const late = [{ day: day(START, 65), points: 4 }];
            if (n === 70) one.do({ type: 'usage.import', by: officer, source: 'file', days: late });
            if (!misses(n) || n === 479) one.tick();
          }
          return one;
        };
        const [daily, holey] = [played(() => false), played((n) => !runs[n])];
        expect(holey.state).toEqual(daily.state);
        const marks = (one: Case) => one.log.map(({ type, data }) => [type, 'on' in data ? data.on : '']);
        expect(marks(holey)).toEqual(marks(daily));
        // Overdue changes nothing by itself: no breach, no bar, no suspension in a year of nothing handed in.
        expect(holey.state).toMatchObject({ breaches: [], bars: [] });
        expect(holey.state!.award!.state).toBe('ended');
        noticed += holey.log.some(({ type }) => type === 'idle.cured') ? 1 : 0;
        expect(tick(holey.state!, programme115.window.closesAt, holey.now)).toEqual([]);
      }),
      { numRuns: 8, seed: 14, examples: [[Array(13).fill('unused'), Array(480).fill(true)]] },
    );
    expect(noticed).toBeGreaterThan(0);
  });

  it('sends each reminder once, all of a company that are due in one notice, and loses none to a missed day', async () => {
    const open = await openDesk(':memory:');
    try {
      const one = new Case().active();
      const id = await stored(open, one);
      const other = await stored(open, new Case('inference', programme115, undefined, 'A-2', one.company.id).active());
      const programmes = programmesFrom([programme115]);
      const notices = async () =>
        (await open.db.selectFrom('desk_outbox').selectAll().where('kind', '=', 'reminder').execute()).map(
          ({ created_at, detail }) => ({
            on: created_at.slice(0, 10),
            ...namedIn(detail),
          }),
        );
      // Every third day only, and a month without any.
      for (let n = 60; n < 480; n += 3) {
        if (n > 130 && n < 160) continue;
        const now = `${day(START, n)}T01:00:00.000Z`;
        await tickAll(open, programmes, now);
        expect(await tickAll(open, programmes, now)).toEqual({ marks: 0, reminders: 0 });
      }
      const all = await notices();
      expect(new Set(all.map(({ on }) => on)).size).toBe(all.length);
      // Two applications of one company: what is due of both on a day is one notice.
      expect(all.filter(({ of }) => of.includes(id) && of.includes(other)).length).toBeGreaterThan(40);
      const ofReport = all.filter(({ named }) => named.includes('closing-report'));
      // Before: 14 and 7 and 1 days, the day itself or the first after it; then every week until today.
      expect(ofReport.length).toBeGreaterThan(40);
      expect(ofReport.length).toBeLessThan(60);
      expect(all.some(({ named }) => named.includes('closing-report') && named.includes('follow-up-1'))).toBe(true);
      const keys = await open.db.selectFrom('desk_reminder').select('key').execute();
      expect(keys.length).toBe(all.flatMap(({ named }) => named).length);
      const state = JSON.parse(
        (
          await open.db
            .selectFrom('desk_application')
            .select('case_file')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
        ).case_file,
      ) as CaseFile;
      expect(state.obligations.find((duty) => duty.id === 'closing-report')!.state).toBe('overdue');
      expect(state.breaches).toEqual([]);
    } finally {
      await open.close();
    }
  });
});

function namedIn(detail: string) {
  const { deadlines } = JSON.parse(detail) as { deadlines: { id: string; kind: string; application: string }[] };
  return {
    named: deadlines.map(({ id, kind }) => id || kind),
    of: deadlines.map(({ application }) => application),
  };
}

/** The same life in a database, command by command. */
async function stored(open: Awaited<ReturnType<typeof openDesk>>, one: Case): Promise<string> {
  let id: string | undefined;
  const at = (type: string) => (type === 'award.start' ? '2026-09-10T02:00:00.000Z' : '2026-08-12T02:00:00.000Z');
  for (const { type, by, confirmedBy, data } of one.log) {
    if (by.kind === 'system') continue;
    if (type === 'round.publish') {
      const { category, round } = one.state!;
      const done = await publish(
        open,
        { category, round: round!, by, confirmedBy: confirmedBy! },
        programme115,
        at(type),
      );
      if ('refused' in done) throw new Error(JSON.stringify(done));
      continue;
    }
    const body =
      type === 'submit'
        ? { form: one.form, texts: {} }
        : type === 'review.submit'
          ? one.review(by, 80)
          : type === 'accept-eligible'
            ? { checks: programme115.eligibility.conditions.map((row) => ({ condition: row.id, answer: 'yes' })) }
            : data;
    const command = { ...body, type, by, ...(confirmedBy && { confirmedBy }), receiptNo: '' } as never;
    const request = { ...(id !== undefined && { application: id }), command, programme: programme115 };
    const done = await execute(open, request, at(type));
    if ('refused' in done) throw new Error(`${type}: ${JSON.stringify(done)}`);
    id = done.state.id;
  }
  return id!;
}
