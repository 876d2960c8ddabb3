// Generated from data/catalogue by packages/taxonomy/scripts. Edit the data, then npm run generate.

import type { Edition } from '../edition.ts';

export const earlierEditions: readonly Edition[] = [];
