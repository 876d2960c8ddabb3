import { type Application, applicationBonusClaims, claimsNothing } from '@aipower/programme';
import { type Award, type AwardState, type CaseFile, type DecisionRecord, rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { Context, EventDraft, SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { addDays, daysBetween, isDay } from '../taipei-day.ts';
import { openChange, settled } from './change-request.ts';
import { obligationsFrom, shiftedObligations } from './obligation.ts';

export const running: readonly AwardState[] = ['active', 'idle-noticed', 'suspended'];

/** From the published approval to the last day of use. Every end says who ended it; the clock ends nothing but what is over. */
export const awardHandlers: SomeHandlers<
  | 'award.accept'
  | 'award.start'
  | 'award.lapse'
  | 'award.change'
  | 'award.suspend'
  | 'award.resume'
  | 'award.terminate'
  | 'award.renounce'
  | 'storage.clear'
  | 'usage.import'
> = {
  'award.accept': ({ state, command: { readyFrom } }) => {
    if (rulesIn(state).acceptWithinDays === null) return refuse('no-acceptance');
    const refusal = refuseUnless(state, ['awarded']);
    if (refusal) return refusal;
    if (readyFrom !== undefined && !isDay(readyFrom)) return refuse('bad-day', { readyFrom });
    return [{ type: 'award.accept', data: readyFrom === undefined ? {} : { readyFrom } }];
  },
  'award.start': ({ state, command }) => {
    const refusal = refuseUnless(state, ['awarded']);
    if (refusal) return refusal;
    const rules = rulesIn(state);
    if (rules.acceptWithinDays !== null && state.award!.acceptedOn === null) return refuse('not-accepted-yet');
    const { start, lastDay } = command;
    if (!isDay(start) || !isDay(lastDay)) return refuse('bad-day', { start, lastDay });
    if (lastDay < start) return refuse('ends-before-start', { start, lastDay });
    const weeks = weeksBetween(start, lastDay);
    return [{ type: 'award.start', data: { start, lastDay, weeks, obligations: obligationsFrom(rules, lastDay) } }];
  },
  'award.lapse': ({ state }) =>
    refuseUnless(state, ['awarded']) ?? [{ type: 'award.lapse', data: { returned: state.award!.points } }],
  'award.change': ({ state, command, facts }) => {
    if (!rulesIn(state).changeRequests) return refuse('no-change-requests');
    const refusal = refuseUnless(state, running);
    if (refusal) return refusal;
    const award = state.award!;
    const [lastDay, points] = [command.lastDay ?? award.lastDay!, command.points ?? award.points];
    if (!isDay(lastDay)) return refuse('bad-day', { lastDay });
    if (lastDay < award.start!) return refuse('ends-before-start', { start: award.start, lastDay });
    if (!(Number.isSafeInteger(points) && points > 0)) return refuse('bad-points', { points });
    const { request } = command;
    if (request !== undefined && !openChange(state, request)) return refuse('no-such-change', { change: request });
    const more = points - award.points;
    if (facts.pointsLeft !== undefined && more > facts.pointsLeft) {
      return refuse('not-enough-points', { points: more, left: facts.pointsLeft });
    }
    const before = { lastDay: award.lastDay!, points: award.points };
    const obligations = shiftedObligations(state.obligations, daysBetween(award.lastDay!, lastDay));
    const weeks = weeksBetween(award.start!, lastDay);
    const granted = request === undefined ? {} : { request };
    return [{ type: 'award.change', data: { before, lastDay, points, weeks, obligations, ...granted } }];
  },
  'award.suspend': ({ state }) => {
    if (state.breaches.length === 0) return refuse('no-breach');
    return refuseUnless(state, ['active', 'idle-noticed']) ?? [{ type: 'award.suspend', data: {} }];
  },
  // Also the officer's way out of a notice that was answered late.
  'award.resume': ({ state }) =>
    refuseUnless(state, ['suspended', 'idle-noticed']) ?? [{ type: 'award.resume', data: {} }],
  'award.terminate': ({ state }) =>
    refuseUnless(state, running) ?? [{ type: 'award.terminate', data: { returned: unused(state.award!) } }],
  'award.renounce': ({ state }) =>
    refuseUnless(state, ['awarded', ...running]) ?? [
      { type: 'award.renounce', data: { returned: unused(state.award!) } },
    ],
  'storage.clear': ({ state }) => refuseUnless(state, ['ended']) ?? [{ type: 'storage.clear', data: {} }],
  'usage.import': ({ state, command }) => {
    const refusal = refuseUnless(state, [...running, 'ended']);
    if (refusal) return refusal;
    const wrong = command.days.find(({ day, points }) => !isDay(day) || (points !== null && !(points >= 0)));
    if (wrong) return refuse('bad-day', wrong);
    return [{ type: 'usage.import', data: { source: command.source, days: command.days } }];
  },
};

const ended = (state: CaseFile, { type, data }: { readonly type: string; readonly data: object }) =>
  withAward(state, { state: 'ended', endedBy: type, returned: 'returned' in data ? Number(data.returned) : 0 });

export const awardChanges: Changes = {
  'award.create': (_state, { data: { level, points, acceptBy, publications } }) => ({
    award: {
      state: 'awarded',
      level,
      points,
      acceptedOn: null,
      acceptBy,
      start: null,
      lastDay: null,
      weeks: null,
      usage: {},
      notice: null,
      endedBy: null,
      returned: 0,
      storageCleared: false,
    },
    publications: publications.map((item) => ({ item, state: 'open' })),
  }),
  'award.cancel': (state) => ({ ...withAward(state, { state: 'ended', endedBy: 'award.cancel' }), publications: [] }),
  'award.accept': (state, { at, data }) => withAward(state, { acceptedOn: at, ...data }),
  'award.start': (state, { data: { start, lastDay, weeks, obligations } }) => ({
    ...withAward(state, { state: 'active', start, lastDay, weeks }),
    obligations,
  }),
  'award.change': (state, { data: { lastDay, points, weeks, obligations, request } }) => ({
    ...withAward(state, { lastDay, points, weeks }),
    ...(request === undefined ? {} : settled(state, request, { state: 'granted', granted: { lastDay, points } })),
    obligations,
  }),
  'award.suspend': (state) => withAward(state, { state: 'suspended', notice: null }),
  'award.resume': (state) => withAward(state, { state: 'active' }),
  'award.lapse': ended,
  'award.terminate': ended,
  'award.renounce': ended,
  'award.expire': ended,
  'storage.clear': (state) => withAward(state, { storageCleared: true }),
  'usage.import': (state, { data: { days } }) =>
    withAward(state, {
      usage: { ...state.award!.usage, ...Object.fromEntries(days.map(({ day, points }) => [day, points])) },
    }),
};

/** What the publication of a decision makes of the award: a new one, none, or the old one taken back after a correction. */
export function awardAfterPublication(
  { state, facts, day, command }: Context<'round.publish'>,
  held: DecisionRecord,
): EventDraft[] {
  const events: EventDraft[] = [];
  if (state.award && state.award.state !== 'ended') {
    events.push({ type: 'award.cancel', data: { publication: command.publication } });
  }
  if (held.outcome !== 'approved') return events;
  const { acceptWithinDays } = rulesIn(state);
  const acceptBy = acceptWithinDays === null ? null : addDays(day, acceptWithinDays);
  const { level, points } = held;
  const publications = facts.programme && facts.form ? promised(facts.programme, facts.form) : [];
  return [...events, { type: 'award.create', data: { level: level!, points, acceptBy, publications } }];
}

/** Bonus items by which the applicant promised to publish something. */
function promised(programme: NonNullable<Context['facts']['programme']>, form: object): string[] {
  const claims = applicationBonusClaims(programme, form as Application);
  return programme.bonus.items
    .filter(({ id, kind }) => kind === 'publication' && !claimsNothing(claims[id] ?? null))
    .map(({ id }) => id);
}

export function refuseUnless({ award }: CaseFile, allowed: readonly AwardState[]): Refusal | null {
  if (!award) return refuse('no-award');
  return allowed.includes(award.state) ? null : refuse('wrong-award-state', { award: award.state });
}

export function withAward({ award }: CaseFile, change: Partial<Award>): Partial<CaseFile> {
  return { award: award && { ...award, ...change } };
}

/** Points that come back to the round: what is certainly not used. With unknown days nothing is certain. */
function unused({ points, usage }: Award): number {
  const days = Object.values(usage);
  if (days.includes(null)) return 0;
  return Math.max(0, points - days.reduce<number>((sum, one) => sum + (one ?? 0), 0));
}

/** Whole weeks of use, at least one. */
function weeksBetween(start: string, lastDay: string): number {
  return Math.max(1, Math.floor((daysBetween(start, lastDay) + 1) / 7));
}
