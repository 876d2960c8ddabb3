import { capabilityIndex, rankPartners } from '@aipower/matcher';
import { schemes } from '@aipower/registry';
import { itemCodes } from '@aipower/taxonomy';
import { registeredProviders } from './applicant/registered-providers.ts';
import { taipeiToday } from './clock.ts';
import type { OpenDeps } from './deps.ts';
import { computations } from './http/slices.ts';

/** How soon after an import or midnight the work is done that the first visitor would wait for, in milliseconds. */
const LOOK_EVERY = 500;
/** Shaped like a number, so that it is looked for among its neighbours: a shorter one, or nothing but zeros, is not. */
const NOBODYS_NUMBER = 'AA00000000';

/**
 * Makes what is made once (the index of the catalogue) and once per import and day (the facets of the list, the search,
 * the names, who holds which items) before anybody asks for it: half a second for 30,000 providers, in pieces that let
 * requests through. What fails here fails again, and is told, when it is asked for.
 *
 * @returns stops looking for imports and midnight
 */
export function keepWarm(deps: OpenDeps): () => void {
  let warm = '';
  let busy = false;
  const look = async () => {
    const on = taipeiToday(deps.clock);
    const state = `${deps.register.state} ${on}`;
    if (busy || state === warm || deps.currency.stopped()) return;
    busy = true;
    try {
      for (const piece of [
        () => capabilityIndex(),
        () => deps.register.status(on),
        ...(['name', 'newest', 'expiring'] as const).map((sort) => () => deps.register.providers({ on, sort })),
        () => deps.register.providers({ on, q: '人工智慧' }),
        () => deps.companies(),
        // What is near a number that nobody has: an index for each registration.
        ...schemes.map(
          ({ id }) =>
            () =>
              deps.register.verify([{ scheme: id, number: NOBODYS_NUMBER }], { on, today: on }),
        ),
        () => registeredProviders(deps.register, on),
        () => rankPartners([{ code: itemCodes[0], score: 1 }], registeredProviders(deps.register, on)),
      ]) {
        await computations.next();
        await piece();
      }
    } catch (error) {
      deps.log.warn({ err: error }, 'could not prepare for the first visitor');
    } finally {
      warm = state;
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
