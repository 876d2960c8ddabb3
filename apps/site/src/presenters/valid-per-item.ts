import type { Register } from '@aipower/registry';

/** How many providers hold each item today, validly: the same count that the list of the item shows. */
export function validPerItem(register: Register, today: string): ReadonlyMap<string, number> {
  return register.providers({ on: today, state: ['valid'], perPage: 1 }).facets.item;
}
