import type { ItemCode } from './code.ts';
import { deepFreeze } from './freeze.ts';
import { examplesByItem } from './generated/examples.ts';

/** Phrases and project sentences such as an applicant would write for an item. Not official. */
export interface Examples {
  /** In Traditional Chinese. */
  readonly zh: readonly string[];
  /** Others, in English. */
  readonly en: readonly string[];
}

/** The examples of every item, by item code. */
export const examples: Readonly<Record<ItemCode, Examples>> = /* @__PURE__ */ deepFreeze(examplesByItem);
