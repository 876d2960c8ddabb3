import type { CaseEvent } from '@aipower/applications';
import { textOf } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { momentOf } from '../case/moment.ts';

/** What happened to an award, the newest first, with the reasons that were given. An event without a word is not told. */
export async function awardHistory(deps: Deps, application: string, events: readonly CaseEvent[], visit: Visit) {
  const words = visit.t.apply.award.events;
  const lines = events
    .filter(({ type }) => words[type] !== undefined)
    .map(async ({ type, at, reason }) => ({
      at: momentOf(at, visit.show),
      word: words[type]!,
      reason: reason === null ? '' : String((await textOf(deps.desk.database, application, reason)) ?? ''),
    }));
  return (await Promise.all(lines)).reverse();
}
