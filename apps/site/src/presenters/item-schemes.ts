import { type SchemeId, schemes } from '@aipower/registry';

/** The registrations whose certificates name items of the catalogue; the first is meant where none is named. */
export const itemSchemes: readonly SchemeId[] = schemes
  .filter(({ scope }) => scope === 'catalogue-items')
  .map(({ id }) => id);
