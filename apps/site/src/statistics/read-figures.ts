import {
  currentHead,
  EMPTY_LOG,
  goesOnFrom,
  type LogEnd,
  offeredPoints,
  type Passage,
  passages,
  sentCases,
} from '@aipower/applications/storage';
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
  const end = await currentHead(database);
  const version = `${end.hash} ${deps.register.snapshot().revision} ${taipeiDay(now)}`;
  const all = kept.get(database) ?? new Map<string, { version: string; read: Promise<Read> }>();
  kept.set(database, all);
  const known = all.get(programme.id);
  if (known?.version === version) return known.read;
  const read = count(deps, programme, now.toISOString(), end);
  all.set(programme.id, { version, read });
  read.catch(() => all.delete(programme.id));
  return read;
}

/** A log only grows: as long as it is the same one, its earlier lines are read once in the life of a process. */
const readOf = new WeakMap<object, { readonly end: LogEnd; readonly found: readonly Passage[] }>();
const nothingRead = { end: EMPTY_LOG, found: [] };

async function passagesUntil({ desk: { database } }: Deps, end: LogEnd): Promise<readonly Passage[]> {
  const known = readOf.get(database) ?? nothingRead;
  const before = (await goesOnFrom(database, known.end)) ? known : nothingRead;
  if (end.seq <= before.end.seq) return before.found;
  const found = [...before.found, ...(await passages(database, { after: before.end.seq, until: end.seq }))];
  readOf.set(database, { end, found });
  return found;
}

async function count(deps: Deps, programme: Programme, now: string, end: LogEnd): Promise<Read> {
  const { database } = deps.desk;
  const [cases, ways, offered, demand] = await Promise.all([
    sentCases(database, programme.id),
    passagesUntil(deps, end),
    offeredPoints(database, programme.id),
    demandOf(deps, programme, taipeiDay(now)),
  ]);
  const figures = figuresOf(programme, cases, ways, offered, now);
  return { figures, demand, open: openStatistics(figures, demand, taipeiDay(now)) };
}
