import { type CountOnDay, countOverTime, type Register, type SchemeId, schemes } from '@aipower/registry';
import { addDays, type Day, daysBetween } from '@aipower/taiwan/dates';
import { memo } from '../memo.ts';

/** Lists shown of one scheme: of more, the last of each month, quarter or year. */
export const MAX_LISTS = 24;
/** How far the first list is looked back from: to where certificates of two years were granted. */
const QUARTERS_BEFORE = 8;

/** A count with the stretch of days it stands for: until the next one, or until its list is stale. */
export interface Stretch extends CountOnDay {
  /** `before`: told by the first list alone, of days before it: what had ended by then it may not hold. */
  readonly kind: 'before' | 'list';
  /** Of a list that does not say it is the whole one. */
  readonly isPartial: boolean;
  /** First day it does not stand for. */
  readonly end: Day;
}

/** The register over time, scheme by scheme. */
export interface OverTime {
  readonly from: Day;
  readonly until: Day;
  /** Lists that were withdrawn, and count nowhere. */
  readonly withdrawn: number;
  /** Every scheme; without a list it has no stretch. */
  readonly schemes: readonly { readonly scheme: SchemeId; readonly stretches: readonly Stretch[] }[];
}

const kept = memo({ max: 4 }, (_key: string, register: Register, today: Day) => count(register, today));

/** Counted once for a state of the register and a day. */
export const registerOverTime = (register: Register, today: Day): Promise<OverTime> =>
  kept(`${register.state} ${today}`, register, today);

async function count(register: Register, today: Day): Promise<OverTime> {
  const snapshot = register.snapshot();
  const { listDays, freshDays, withdrawnLists: withdrawn } = snapshot;
  const lists = new Map(
    [...listDays].map(([scheme, all]) => {
      const shown = thinned(all.filter(({ seenOn }) => seenOn <= today));
      return [scheme, { shown, before: shown.length > 0 ? quartersBefore(shown[0]!.seenOn) : [] }] as const;
    }),
  );
  const days = [...lists].map(([scheme, { shown, before }]) => {
    return [scheme, [...before, ...shown.map(({ seenOn }) => seenOn)]] as const;
  });
  const counts = await countOverTime(snapshot, new Map(days));
  const told = schemes.map(({ id: scheme }) => {
    const { shown = [], before = [] } = lists.get(scheme) ?? {};
    const all = counts.get(scheme) ?? [];
    const stretches = all.map((one, i): Stretch => {
      const kind = i < before.length ? 'before' : 'list';
      const next = all[i + 1]?.day ?? addDays(today, 1);
      const stale = addDays(one.day, freshDays + 1);
      const end = kind === 'before' || next <= stale ? next : stale;
      return { ...one, kind, end, isPartial: kind === 'list' && !shown[i - before.length]!.complete };
    });
    const first = stretches.findIndex(({ kind, valid }) => kind === 'list' || valid > 0);
    return { scheme, stretches: stretches.slice(Math.max(0, first)) };
  });
  const every = told.flatMap(({ stretches }) => stretches);
  return {
    from: every.reduce((first, { day }) => (day < first ? day : first), today),
    until: today,
    withdrawn,
    schemes: told,
  };
}

/** The last list of each stretch of the calendar, as short a one as leaves no more than {@link MAX_LISTS}. */
function thinned<List extends { readonly seenOn: Day }>(all: readonly List[]): readonly List[] {
  const stretchesOf = [
    (day: Day) => day,
    (day: Day) => day.slice(0, 7),
    (day: Day) => `${day.slice(0, 4)} ${quarterOf(day)}`,
    (day: Day) => day.slice(0, 4),
  ];
  for (const stretchOf of stretchesOf) {
    const last = new Map(all.map((one) => [stretchOf(one.seenOn), one]));
    if (last.size <= MAX_LISTS) return [...last.values()];
  }
  return all.slice(-MAX_LISTS);
}

const quarterOf = (day: Day): number => Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The first days of the quarters before a day, oldest first. */
function quartersBefore(day: Day): readonly Day[] {
  const count = Number(day.slice(0, 4)) * 4 + quarterOf(day);
  const starts = Array.from({ length: QUARTERS_BEFORE }, (_, i) => count - QUARTERS_BEFORE + 1 + i).map((one) => {
    return `${Math.floor(one / 4)}-${String((one % 4) * 3 + 1).padStart(2, '0')}-01`;
  });
  return starts.filter((start) => start < day);
}

/** Height of a scheme's picture, in pixels. */
export const HEIGHT = 44;

/**
 * Where the stretches of a scheme are drawn: across in per cent of the time shown, which is one for all; up in pixels, the most
 * of the scheme the highest, for on one scale a scheme of a tenth would be a flat line.
 */
export function drawn({ from, until }: OverTime, stretches: readonly Stretch[]) {
  const most = Math.max(0, ...stretches.map(({ valid }) => valid));
  const span = daysBetween(from, until) + 1;
  const across = (day: Day) => Math.round((daysBetween(from, day) / span) * 10_000) / 100;
  return stretches.map(({ kind, day, end, valid }) => {
    const height = most === 0 ? 0 : Math.round((valid / most) * (HEIGHT - 8) * 10) / 10;
    const x = across(day);
    return { kind, x, width: Math.round((across(end) - x) * 100) / 100, y: HEIGHT - height, height };
  });
}
