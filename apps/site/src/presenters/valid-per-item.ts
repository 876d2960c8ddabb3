import { type Register, schemes } from '@aipower/registry';

/** How many providers hold each item today, validly: the same count that the list of the item shows. */
export function validPerItem(register: Register, today: string): ReadonlyMap<string, number> {
  return register.providers({ on: today, state: ['valid'], perPage: 1 }).facets.item;
}

/** The same for a page; `null` while no list is loaded whose certificates name items: how many there are is not known. */
export function knownPerItem(register: Register, today: string): ReadonlyMap<string, number> | null {
  const { lists } = register.snapshot();
  return schemes.some(({ id, scope }) => scope && lists.has(id)) ? validPerItem(register, today) : null;
}
