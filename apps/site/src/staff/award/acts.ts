import type { Actor, Command } from '@aipower/applications';
import type { StaffRole } from '@aipower/applications/storage';
import { type Entries, entry } from '../../desk/posting.ts';
import { readDayOrTyped } from '../../desk/typed-day.ts';

/** What somebody of staff may do with an award: who, whether a second person confirms it, and the command of the form. */
export interface Act {
  readonly by: StaffRole;
  readonly second?: true;
  readonly make: (body: Entries, by: Actor) => Command;
}

const reason = (body: Entries) => ({ reason: entry(body, 'reason') });
const day = (body: Entries, name: string) => readDayOrTyped(entry(body, name));
const number = (body: Entries, name: string) => Number(entry(body, name).replaceAll(',', '').trim() || Number.NaN);
const link = (body: Entries, name: string) => entry(body, name).trim();

/** The whole of it, by the name in the address. The state table of the case file has the last word. */
export const awardActs = {
  start: {
    by: 'officer',
    make: (body, by) => ({ type: 'award.start', by, start: day(body, 'start'), lastDay: day(body, 'lastDay') }),
  },
  lapse: { by: 'officer', make: (body, by) => ({ type: 'award.lapse', by, ...reason(body) }) },
  notify: { by: 'officer', make: (body, by) => ({ type: 'idle.notify', by, noticeId: entry(body, 'notice') }) },
  'confirm-idle': { by: 'officer', make: (body, by) => ({ type: 'idle.confirm', by, ...reason(body) }) },
  breach: {
    by: 'officer',
    make: (body, by) => ({
      type: 'breach.record',
      by,
      item: entry(body, 'item'),
      on: day(body, 'on'),
      evidence: entry(body, 'evidence'),
      ...reason(body),
    }),
  },
  suspend: { by: 'officer', second: true, make: (body, by) => ({ type: 'award.suspend', by, ...reason(body) }) },
  resume: { by: 'officer', make: (body, by) => ({ type: 'award.resume', by, ...reason(body) }) },
  bar: { by: 'officer', second: true, make: (body, by) => ({ type: 'bar.impose', by, ...reason(body) }) },
  'lift-bar': {
    by: 'officer',
    second: true,
    make: (body, by) => ({ type: 'bar.lift', by, bar: number(body, 'bar'), ...reason(body) }),
  },
  terminate: { by: 'chair', second: true, make: (body, by) => ({ type: 'award.terminate', by, ...reason(body) }) },
  'clear-storage': { by: 'officer', make: (_body, by) => ({ type: 'storage.clear', by }) },
  change: {
    by: 'chair',
    second: true,
    make: (body, by) => ({
      type: 'award.change',
      by,
      ...(entry(body, 'change') && { request: number(body, 'change') }),
      lastDay: day(body, 'lastDay'),
      points: number(body, 'points'),
      ...reason(body),
    }),
  },
  'decline-change': {
    by: 'chair',
    make: (body, by) => ({ type: 'change.decline', by, change: number(body, 'change'), ...reason(body) }),
  },
  'set-day': {
    by: 'officer',
    make: (body, by) => ({
      type: 'obligation.set-day',
      by,
      obligation: entry(body, 'obligation'),
      due: day(body, 'due'),
    }),
  },
  extend: {
    by: 'officer',
    make: (body, by) => ({
      type: 'obligation.extend',
      by,
      obligation: entry(body, 'obligation'),
      due: day(body, 'due'),
      ...reason(body),
    }),
  },
  accept: {
    by: 'officer',
    make: (body, by) => ({ type: 'obligation.accept', by, obligation: entry(body, 'obligation') }),
  },
  return: {
    by: 'officer',
    make: (body, by) => ({ type: 'obligation.return', by, obligation: entry(body, 'obligation'), ...reason(body) }),
  },
  waive: {
    by: 'officer',
    second: true,
    make: (body, by) => ({ type: 'obligation.waive', by, obligation: entry(body, 'obligation'), ...reason(body) }),
  },
  keep: {
    by: 'officer',
    make: (body, by) => ({ type: 'publication.keep', by, item: entry(body, 'item'), url: link(body, 'url') }),
  },
  watch: {
    by: 'officer',
    make: (body, by) => ({ type: 'publication.watch', by, item: entry(body, 'item'), ...reason(body) }),
  },
  'waive-publication': {
    by: 'officer',
    second: true,
    make: (body, by) => ({ type: 'publication.waive', by, item: entry(body, 'item'), ...reason(body) }),
  },
} as const satisfies Readonly<Record<string, Act>>;

/** The commands that have their place on the page of an award, for lists that lead to what waits. */
export const awardCommands: readonly Command['type'][] = [
  'award.suspend',
  'award.terminate',
  'award.change',
  'bar.impose',
  'bar.lift',
  'obligation.waive',
  'publication.waive',
];
