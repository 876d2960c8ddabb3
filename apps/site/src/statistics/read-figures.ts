import { currentHead, offeredPoints, passages, sentCases } from '@aipower/applications/storage';
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
  const read = count(deps, programme, now.toISOString());
  all.set(programme.id, { version, read });
  read.catch(() => all.delete(programme.id));
  return read;
}

async function count(deps: Deps, programme: Programme, now: string): Promise<Read> {
  const { database } = deps.desk;
  const [cases, ways, offered, demand] = await Promise.all([
    sentCases(database, programme.id),
    passages(database),
    offeredPoints(database, programme.id),
    demandOf(deps, programme, taipeiDay(now)),
  ]);
  const figures = figuresOf(programme, cases, ways, offered, now);
  return { figures, demand, open: openStatistics(figures, demand, taipeiDay(now)) };
}
