import {
  book,
  type CaseFile,
  type CommandType,
  evolve,
  finalStates,
  isRefusal,
  newLedger,
  pointsOf,
  publicState,
  refusalWords,
  replay,
  tick,
} from '@aipower/applications';
import { parseProgramme, programme115 } from '@aipower/programme';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programmeFile } from '../programme/cases.ts';
import { Case, chair, fullProgramme, secondOfficer } from './play.ts';
import { play, type Step, steps } from './random-play.ts';

const full = fullProgramme();
const edited = editedProgramme();
const closesAt = programme115.window.closesAt;
const lives = fc.record({
  list: steps(60),
  category: fc.constantFrom('training' as const, 'inference' as const),
  full: fc.boolean(),
});
const check = (
  name: string,
  runs: number,
  property: (life: { list: Step[]; category: 'training' | 'inference'; full: boolean }) => void,
) => it(name, () => fc.assert(fc.property(lives, property), { numRuns: runs, seed: 115 }), 240_000);
const programmeOf = (life: { full: boolean }) => (life.full ? full : programme115);
const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();

describe('over random lives of an application', () => {
  const reached = new Set<string>();
  const moved = new Set<string>();

  check('replay of the log is the state, and every refusal has its words', 300, (life) => {
    const one = play(life.list, programmeOf(life), life.category, (now) => now.state && reached.add(now.state.main));
    expect(replay(one.log)).toEqual(one.state);
    for (const { refused } of one.refusals) expect(refusalWords[refused]).toBeDefined();
    for (const { type, by } of one.log) expect(by.id, type).not.toBe('');
    for (const [i, event] of one.log.entries()) expect(event.from).toBe(i === 0 ? null : one.log[i - 1]!.to);
  });

  it('reaches nearly every state, or these properties say nothing', () => {
    expect(reached.size).toBeGreaterThanOrEqual(13);
    for (const state of ['approved', 'declined', 'decided', 'supplement-requested', 'withdrawn'])
      expect(reached).toContain(state);
  });

  check('a second tick at the same moment adds nothing', 150, (life) => {
    const { state, now } = play(life.list, programmeOf(life), life.category);
    if (!state) return;
    const once = tick(state, closesAt, now).reduce<CaseFile>(evolve, state);
    expect(tick(once, closesAt, now)).toEqual([]);
  });

  check('one tick after many missed days is as many daily ticks', 150, (life) => {
    const { state, now } = play(life.list, programmeOf(life), life.category);
    if (!state) return;
    const end = Date.parse(now) + 500 * DAY;
    const late = tick(state, closesAt, iso(end)).reduce<CaseFile>(evolve, state);
    let daily: CaseFile = state;
    for (let at = Date.parse(now); at < end; at += DAY)
      daily = tick(daily, closesAt, iso(at)).reduce<CaseFile>(evolve, daily);
    daily = tick(daily, closesAt, iso(end)).reduce<CaseFile>(evolve, daily);
    expect(daily).toEqual(late);
  });

  check('time alone refuses, declines and suspends nothing', 150, (life) => {
    const { state, now } = play(life.list, programmeOf(life), life.category);
    if (!state) return;
    const after = tick(state, closesAt, iso(Date.parse(now) + 4000 * DAY)).reduce<CaseFile>(evolve, state);
    if (after.main !== state.main) expect([state.main, after.main]).toEqual(['draft', 'lapsed']);
    expect(after.award?.state === 'suspended').toBe(state.award?.state === 'suspended');
    expect(after.breaches).toEqual(state.breaches);
    expect(after.bars.length).toBe(state.bars.length);
    expect(after.publications).toEqual(state.publications);
  });

  check('the company sees no decision, reopening or correction before it is published', 250, (life) => {
    play(life.list, programmeOf(life), life.category, ({ state }, before, { command, refused }) => {
      const hidden: readonly CommandType[] = ['decide', 'decision.reopen', 'waitlist.promote', 'decision.correct'];
      if (refused || !before || !state || !hidden.includes(command.type)) return;
      expect(publicState(state)).toEqual(publicState(before));
    });
  });

  check('while a decision is held, two outcomes look the same in all that the company sees and may do', 150, (life) => {
    play(life.list, programmeOf(life), life.category, ({ state }) => {
      if (state?.main !== 'decided') return;
      const other: CaseFile = {
        ...state,
        decisions: state.decisions.map((one) =>
          one.publishedIn === null ? { ...one, outcome: 'declined', level: null, points: 0 } : one,
        ),
      };
      expect(publicState(other)).toEqual(publicState(state));
    });
  });

  check('what the company is told that it may do is never refused for state or role', 150, (life) => {
    play(life.list, programmeOf(life), life.category, (one) => {
      if (!one.state) return;
      for (const type of publicState(one.state).mayDo) {
        const probe = new Case(one.category, one.programme, one.now, one.id);
        probe.state = one.state;
        const result = probe.try({
          type,
          by: one.company,
          section: 's9',
          version: 0,
          body: 1,
          findings: 0,
          category: 'none',
          form: {},
          receiptNo: 'r',
          texts: {},
          values: {},
          obligation: 'none',
          links: [],
        } as never);
        if (isRefusal(result)) expect(['wrong-state', 'not-allowed', 'not-yours'], type).not.toContain(result.refused);
      }
    });
  });

  check('an edited file of the programme changes nothing that was submitted', 120, (life) => {
    const base = play(life.list, programme115, life.category);
    const other = play(life.list, programme115, life.category, () => {}, { todays: edited });
    expect(other.log).toEqual(base.log);
  });

  check('the points of a round are constant: free, held and given, and agree with the case files', 1000, (life) => {
    let ledger = newLedger(50_000);
    let state: CaseFile | null = null;
    let booked = 0;
    const balance = (one: Case) => {
      for (const event of one.log.slice(booked)) {
        ledger = book(ledger, state, event);
        state = evolve(state, event);
      }
      booked = one.log.length;
      expect(ledger.pool + ledger.held + ledger.given).toBe(50_000);
      const { held, given } = pointsOf(one.state!);
      expect({ held: ledger.held, given: ledger.given }, one.log.at(-1)!.type).toEqual({ held, given });
      expect(Math.min(held, given)).toBeGreaterThanOrEqual(0);
      moved.add(one.log.at(-1)!.type);
    };
    // From the scores on, where points begin to move.
    play(life.list, full, life.category, balance, { from: (one) => one.scored() });
  });

  it('moved points in every way there is, or the balance says nothing', () => {
    for (const type of [
      'decide',
      'decision.reopen',
      'decision.correct',
      'waitlist.promote',
      'withdraw',
      'award.start',
      'award.change',
      'award.lapse',
      'award.renounce',
      'award.terminate',
      'award.expire',
    ]) {
      expect(moved).toContain(type);
    }
  });

  check('staff can always move on what is not finished', 80, (life) => {
    play(life.list, programmeOf(life), life.category, ({ state }) => {
      if (!state || finalStates.includes(state.main) || state.main === 'draft') return;
      expect(staffExit(state), state.main).not.toBeNull();
    });
  });
});

/** A command of staff that really moves this very state on, tried and not only looked up. */
function staffExit(state: CaseFile): string | null {
  const officer = { kind: 'officer', id: 'officer-1' } as const;
  const common = { confirmedBy: secondOfficer, reason: '理由' };
  const programme = state.rules!.acceptWithinDays === null ? programme115 : full;
  const checks = programme.eligibility.conditions.map(({ id }) => ({ condition: id, answer: 'yes' as const }));
  const tries: readonly object[] = [
    { type: 'screening.start', by: officer },
    { type: 'accept-eligible', by: officer, checks },
    { type: 'supplement.cancel', by: officer },
    { type: 'screening.return', by: officer },
    { type: 'meeting.convene', by: chair, on: '2026-09-01', attendance: [], recusals: [], agenda: '' },
    { type: 'decide', by: chair, outcome: 'declined' },
    { type: 'round.publish', by: chair, publication: 'P', listHash: '' },
    { type: 'waitlist.promote', by: chair, level: 'L1' },
  ];
  // A review ends by its reviewers, or by an officer who takes them off and puts in one who writes.
  const replaced = state.main === 'under-review' ? 'review.close' : null;
  for (const command of tries) {
    const probe = new Case(state.category as 'training', programme, '2026-08-12T09:00:00+08:00', state.id);
    probe.state = state;
    const result = probe.try({ ...common, ...command } as never);
    if (!isRefusal(result) && probe.state.main !== state.main) return (command as { type: string }).type;
  }
  return replaced && underReviewCanClose(state, programme) ? replaced : null;
}

function underReviewCanClose(state: CaseFile, programme: typeof full): boolean {
  const probe = new Case(state.category as 'training', programme, '2026-08-12T09:00:00+08:00', state.id);
  probe.state = state;
  const officer = { kind: 'officer', id: 'officer-1' } as const;
  for (const { reviewer, state: stage } of state.reviews) {
    if (stage === 'reading')
      probe.do({ type: 'review.annul', by: officer, confirmedBy: secondOfficer, reason: '未完成', reviewer });
  }
  const fresh = { kind: 'reviewer', id: 'reviewer-99' } as const;
  probe.do({ type: 'reviewer.assign', by: officer, reviewer: fresh.id }).do({ type: 'review.declare', by: fresh });
  probe.do(probe.review(fresh, 60)).do({ type: 'review.close', by: officer });
  return probe.state?.main === 'scored';
}

/** Another file of the same year: other steps, deadlines, weights, levels and duties. */
function editedProgramme() {
  const file = JSON.parse(JSON.stringify(programmeFile()));
  file.desk.steps = file.desk.steps.map((row: object) => ({
    ...row,
    meeting: false,
    waitList: true,
    acceptWithinDays: 3,
    changeRequests: true,
  }));
  file.desk.supplement.atLeastWorkingDays = 20;
  file.desk.review.atLeastReviewers = 9;
  file.levels = file.levels.map((one: { points: number }) => ({ ...one, points: one.points * 7 }));
  file.categories[0].weights[0].percent = 25;
  file.categories[0].weights[1].percent = 20;
  file.afterAward[0].calendarDaysAfterUse = 5;
  return parseProgramme(file);
}
