import { type CaseFile, rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { SomeHandlers } from '../context.ts';
import { refuse } from '../refusal.ts';
import { isDay } from '../taipei-day.ts';

/** Breaches of the rules of use, with evidence, and the bar on the next application that people may choose for one. */
export const breachHandlers: SomeHandlers<'breach.record' | 'bar.impose' | 'bar.lift'> = {
  'breach.record': ({ state, command, keep }) => {
    const { item, on, evidence } = command;
    if (!state.award) return refuse('no-award');
    if (!rulesIn(state).breachItems.includes(item)) return refuse('unknown-item', { item });
    if (!isDay(on)) return refuse('bad-day', { on });
    if (!evidence.trim()) return refuse('no-evidence');
    return [{ type: 'breach.record', data: { item, on, evidence: keep('text', evidence.trim()) } }];
  },
  'bar.impose': ({ state, day }) => {
    if (state.breaches.length === 0) return refuse('no-breach');
    const next = rulesIn(state).rounds.find(({ reviewOn }) => reviewOn >= day);
    return [{ type: 'bar.impose', data: { round: next?.number ?? null, until: next?.reviewOn ?? null } }];
  },
  'bar.lift': ({ state, command: { bar } }) => {
    const open = state.bars.some(({ n, state: stage }) => n === bar && stage === 'open');
    return open ? [{ type: 'bar.lift', data: { bar } }] : refuse('no-such-bar', { bar });
  },
};

export const breachChanges: Changes = {
  'breach.record': ({ breaches }, { data: { item, on } }) => ({
    breaches: [...breaches, { n: breaches.length + 1, item, on }],
  }),
  'bar.impose': ({ bars }, { data: { round, until } }) => ({
    bars: [...bars, { n: bars.length + 1, state: 'open', round, until }],
  }),
  'bar.lift': (state, { data: { bar } }) => withBar(state, bar, 'lifted'),
  'bar.consume': (state, { data: { bar } }) => withBar(state, bar, 'consumed'),
};

function withBar({ bars }: CaseFile, bar: number, state: 'lifted' | 'consumed'): Partial<CaseFile> {
  return { bars: bars.map((one) => (one.n === bar ? { ...one, state } : one)) };
}
