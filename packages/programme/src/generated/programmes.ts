// Generated from data/programmes by packages/programme/scripts/programme-modules.ts. Edit the data, then npm run generate.

import type { Programme } from '../programme/parse-programme.ts';
import { programme115Data } from './programme-115.ts';

export const programmeData: readonly Programme[] = [programme115Data];
