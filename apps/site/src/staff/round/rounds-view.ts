import { type MainState, mainStates } from '@aipower/applications';
import { programmesOfCases, type RoundCount } from '@aipower/applications/storage';

import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { stateMarks } from '../queue/groups.ts';
import { roundAddress } from './asked-round.ts';

/** What has left a round: it is neither reviewed nor published. */
const gone: readonly MainState[] = ['draft', 'withdrawn', 'lapsed'];

/** Every round that has applications, the newest year first, with where they stand. */
export async function roundsView(deps: Deps, counts: readonly RoundCount[], { t, show, language, paths }: Visit) {
  const years = await programmesOfCases(deps.desk.database, deps.programmes);
  return {
    years: years.map((programme) => ({
      name: t.programme.year(String(programme.rocYear)),
      rounds: programme.categories.flatMap(({ id, name, rounds }) =>
        rounds.flatMap((round) => {
          const key = { programme: programme.id, category: id, round: round.number };
          const own = counts.filter(
            (one) =>
              one.programme === programme.id &&
              one.category === id &&
              one.round === round.number &&
              !gone.includes(one.main),
          );
          if (own.length === 0) return [];
          const address = roundAddress(key);
          return [
            {
              name: `${name[language]} ${round.name[language]}`,
              day: show.shortDay(round.reviewOn),
              href: paths.staffRound(...address),
              assign: paths.staffAssign(...address),
              total: own.reduce((sum, { count }) => sum + count, 0),
              states: mainStates.flatMap((main) => {
                const found = own.find((one) => one.main === main);
                return found ? [{ label: t.staff.states[main], count: found.count, status: stateMarks[main] }] : [];
              }),
            },
          ];
        }),
      ),
    })),
  };
}
