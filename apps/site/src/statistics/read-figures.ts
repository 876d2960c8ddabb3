import { currentHead, offeredPoints, type Passage, passages, sentCases } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Deps } from '../deps.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type OpenStatistics, openStatistics } from './open-statistics.ts';
import { type Demand, demandOf } from './wants.ts';

interface Read {
  readonly figures: Figures;
  readonly demand: Demand;
  readonly open: OpenStatistics;
}

/** The last reading of each programme: made anew when the log, the register or the day has moved on. */
const kept = new WeakMap<object, Map<string, { readonly version: string; readonly read: Promise<Read> }>>();

/** The figures of a programme as they are now. Counting goes through every application, so one count serves all who ask. */
export async function readFigures(deps: Deps, programme: Programme): Promise<Read> {
  const { database } = deps.desk;
  const now = deps.clock.now();
  const { seq } = await currentHead(database);
  const version = `${seq} ${deps.register.snapshot().revision} ${taipeiDay(now)}`;
  const all = kept.get(database) ?? new Map<string, { version: string; read: Promise<Read> }>();
  kept.set(database, all);
  const known = all.get(programme.id);
  if (known?.version === version) return known.read;
  const read = count(deps, programme, now.toISOString(), seq);
  all.set(programme.id, { version, read });
  read.catch(() => all.delete(programme.id));
  return read;
}

/** The log only grows: its earlier lines are read once in the life of a process. */
const readOf = new WeakMap<object, { readonly until: number; readonly found: readonly Passage[] }>();

async function passagesUntil({ desk }: Deps, seq: number): Promise<readonly Passage[]> {
  const before = readOf.get(desk.database) ?? { until: 0, found: [] };
  if (seq <= before.until) return before.found;
  const found = [...before.found, ...(await passages(desk.database, { after: before.until, until: seq }))];
  readOf.set(desk.database, { until: seq, found });
  return found;
}

async function count(deps: Deps, programme: Programme, now: string, seq: number): Promise<Read> {
  const { database } = deps.desk;
  const [cases, ways, offered, demand] = await Promise.all([
    sentCases(database, programme.id),
    passagesUntil(deps, seq),
    offeredPoints(database, programme.id),
    demandOf(deps, programme, taipeiDay(now)),
  ]);
  const figures = figuresOf(programme, cases, ways, offered, now);
  return { figures, demand, open: openStatistics(figures, demand, taipeiDay(now)) };
}
