import { type Register, schemes } from '@aipower/registry';

/** Whether a list is loaded whose certificates name items: without one, how many providers an item has is not known. */
export function knowsItems(register: Register): boolean {
  const { lists } = register.snapshot();
  return schemes.some(({ id, scope }) => scope && lists.has(id));
}

/**
 * How many providers hold each item on a day, validly: the same count that the list of the item shows. An item that is not in
 * it has none; `null`: not known, see {@link knowsItems}.
 */
export function knownPerItem(register: Register, day: string): ReadonlyMap<string, number> | null {
  if (!knowsItems(register)) return null;
  return register.providers({ on: day, state: ['valid'], perPage: 1 }).facets.item;
}
