import type { Bilingual } from './bilingual.ts';
import type { ItemCode } from './code.ts';
import { deepFreeze } from './freeze.ts';
import { neighboursByItem } from './generated/neighbours.ts';

/** An item that is easily confused with another, and when to choose it instead. Not official. */
export interface Neighbour {
  /** The item it is confused with. */
  readonly code: ItemCode;
  /** When to choose that one instead. */
  readonly when: Bilingual;
}

/** The near neighbours of every item, by item code: `neighbours['4.2.6']` says when 4.2.7 is the better choice. */
export const neighbours: Readonly<Record<ItemCode, readonly Neighbour[]>> =
  /* @__PURE__ */ deepFreeze(neighboursByItem);
