import { setImmediate as nextTurn } from 'node:timers/promises';
import { capabilityIndex } from '@aipower/matcher';
import { taipeiToday } from './clock.ts';
import type { OpenDeps } from './deps.ts';

/** How soon after an import the work is done that its first visitor would otherwise wait for, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Makes what is made once (the index of the catalogue) and once per import (the facets of the list, the search, the
 * names) before anybody asks for it: a third of a second for 30,000 providers, in pieces that let requests through.
 * What fails here fails again, and is told, when it is asked for.
 *
 * @returns stops looking for imports
 */
export function keepWarm(deps: OpenDeps): () => void {
  let warm = -1;
  let busy = false;
  const look = async () => {
    const { revision } = deps.register;
    if (busy || revision === warm) return;
    busy = true;
    const on = taipeiToday(deps.clock);
    try {
      for (const piece of [
        () => capabilityIndex(),
        () => deps.register.status(on),
        () => deps.register.providers({ on, sort: 'name' }),
        () => deps.register.providers({ on, q: '人工智慧' }),
        () => deps.companies(),
      ]) {
        await nextTurn();
        await piece();
      }
    } catch (error) {
      deps.log.warn({ err: error }, 'could not prepare for the first visitor');
    } finally {
      warm = revision;
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
