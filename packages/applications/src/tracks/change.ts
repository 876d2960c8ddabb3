import { rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { SomeHandlers } from '../context.ts';
import { refuse } from '../refusal.ts';
import { isDay } from '../taipei-day.ts';
import { refuseUnless, running } from './award.ts';
import { openChange, settled } from './change-request.ts';

/**
 * What a company wishes to be different in a running award: longer, other points, other people. Granted by `award.change`,
 * never by itself; what was awarded first stays where it was written.
 */
export const changeHandlers: SomeHandlers<'change.request' | 'change.withdraw' | 'change.decline'> = {
  'change.request': ({ state, command, keep }) => {
    if (!rulesIn(state).changeRequests) return refuse('no-change-requests');
    const refusal = refuseUnless(state, running);
    if (refusal) return refusal;
    if (state.changes?.some(({ state: stage }) => stage === 'open')) return refuse('change-open');
    const { lastDay = null, points = null, people = null } = command;
    const award = state.award!;
    if (lastDay !== null && (!isDay(lastDay) || lastDay < award.start!)) return refuse('bad-day', { lastDay });
    if (points !== null && !(Number.isSafeInteger(points) && points > 0)) return refuse('bad-points', { points });
    const before = { lastDay: award.lastDay!, points: award.points };
    const same = (lastDay ?? before.lastDay) === before.lastDay && (points ?? before.points) === before.points;
    if (same && people === null) return refuse('nothing-changes');
    const wanted = { lastDay, points, people: people && keep('text', people) };
    return [{ type: 'change.request', data: { ...wanted, before } }];
  },
  'change.withdraw': ({ state, command: { change } }) =>
    openChange(state, change) ? [{ type: 'change.withdraw', data: { change } }] : refuse('no-such-change', { change }),
  'change.decline': ({ state, command: { change } }) =>
    openChange(state, change) ? [{ type: 'change.decline', data: { change } }] : refuse('no-such-change', { change }),
};

export const changeChanges: Changes = {
  'change.request': ({ changes = [] }, { at, data: { before, ...wanted } }) => ({
    changes: [...changes, { n: changes.length + 1, state: 'open', wanted, before, granted: null, requestedAt: at }],
  }),
  'change.withdraw': (state, { data: { change } }) => settled(state, change, { state: 'withdrawn' }),
  'change.decline': (state, { data: { change } }) => settled(state, change, { state: 'declined' }),
};
