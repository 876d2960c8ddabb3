import { taipeiIso } from '../../clock.ts';
import type { Show } from '../../page/show.ts';

/** A moment of the log as the wall clock in Taipei showed it. */
export const momentOf = (instant: string, show: Show): string => show.moment(taipeiIso(new Date(instant)));
