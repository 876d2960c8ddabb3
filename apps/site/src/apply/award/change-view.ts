import type { CaseEvent, CaseFile } from '@aipower/applications';
import { textOf } from '@aipower/applications/storage';
import { formFields, type Programme } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { momentOf } from '../case/moment.ts';
import { pointsInWords } from './amounts.ts';

/** Every request for a change, the newest first: what was in force, what is wished, what was granted, and the reasons. */
export async function changesView(
  deps: Deps,
  state: CaseFile,
  programme: Programme,
  events: readonly CaseEvent[],
  visit: Visit,
) {
  const { t, show, language } = visit;
  const words = t.apply.award;
  const fields = formFields(programme, state.category);
  const points = (value: number) => pointsInWords(programme, state.category, value, visit);
  const reasonOf = async (event: CaseEvent | undefined) =>
    event?.reason ? String((await textOf(deps.desk.database, state.id, event.reason)) ?? '') : '';
  const rows = (state.changes ?? []).map(async (one) => {
    const { wanted, before, granted } = one;
    const people = wanted.people === null ? null : await textOf(deps.desk.database, state.id, wanted.people);
    const decided = events.find(
      (event) =>
        (event.type === 'change.decline' && event.data.change === one.n) ||
        (event.type === 'award.change' && event.data.request === one.n),
    );
    const asked = events.filter(({ type }) => type === 'change.request')[one.n - 1];
    const pair = (label: string, was: string, wish: string | null, got: string | null) =>
      wish === null && (got === null || got === was) ? [] : [{ label, was, wish: wish ?? was, got: got ?? '' }];
    return {
      n: one.n,
      isOpen: one.state === 'open',
      state: words.changeStates[one.state],
      status: ({ open: 'warn', granted: 'good', declined: 'bad', withdrawn: 'open' } as const)[one.state],
      at: momentOf(one.requestedAt, show),
      rows: [
        ...pair(
          words.lastDay,
          show.day(before.lastDay),
          wanted.lastDay && show.day(wanted.lastDay),
          granted && show.day(granted.lastDay),
        ),
        ...pair(
          words.points,
          points(before.points),
          wanted.points === null ? null : points(wanted.points),
          granted && points(granted.points),
        ),
      ],
      people: Object.entries((people ?? {}) as Record<string, string>).map(([id, value]) => ({
        label: fields.find((field) => field.id === id)?.label[language] ?? id,
        value,
      })),
      reason: await reasonOf(asked),
      decision: await reasonOf(decided),
      wanted: { lastDay: wanted.lastDay ?? before.lastDay, points: wanted.points ?? before.points },
    };
  });
  return (await Promise.all(rows)).reverse();
}
