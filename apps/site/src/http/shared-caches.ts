import type { Programme } from '@aipower/programme';
import type { Register } from '@aipower/registry';
import { addDays } from '@aipower/taiwan/dates';
import { type Clock, taipeiToday } from '../clock.ts';

/**
 * For so many seconds a cache that many visitors share answers by itself, and for as many more while it asks us anew: a
 * minute in all. The site itself says how old an answer is from half a minute on; a page that is kept between cannot.
 */
const SECONDS = 30;

/** The same for what says nothing of today: feeds, maps, rules for robots. */
export const SHARED_AT_ANY_TIME = `public, max-age=0, s-maxage=${SECONDS}, stale-while-revalidate=${SECONDS}`;

interface Parts {
  readonly clock: Clock;
  readonly register: Pick<Register, 'revision'>;
  readonly programmes: ReadonlyMap<string, Programme>;
}

export interface SharedCaching {
  readonly cacheControl: string;
  /** What every page of this revision and day has in front of its ETag. */
  readonly version: string;
}

/**
 * What caches in front of the site may do with a public page. What it says of today ends at midnight in Taipei, what it
 * says of an open programme when that closes: nothing is kept beyond either. A browser asks each time, by the ETag.
 *
 * @returns `null` in the last seconds before such a moment
 */
export function sharedCaching({ clock, register, programmes }: Parts): () => SharedCaching | null {
  const closings = [...programmes.values()].map(({ window }) => Date.parse(window.closesAt) + 1000);
  // The moment up to which nothing ends, and the day it belongs to: looked for again only once it has come, or the clock went back.
  let from = Number.POSITIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now().getTime();
    const today = taipeiToday(clock);
    if (now < from || now >= next) {
      from = now;
      next = Math.min(Date.parse(`${addDays(today, 1)}T00:00:00+08:00`), ...closings.filter((moment) => moment > now));
    }
    const left = Math.floor((next - now) / 1000);
    const shared = Math.min(SECONDS, left);
    if (shared <= 0) return null;
    const stale = Math.min(SECONDS, left - shared);
    return {
      cacheControl: `public, max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}`,
      version: `r${register.revision}-${today.replaceAll('-', '')}`,
    };
  };
}
