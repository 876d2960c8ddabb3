import type { ItemCode } from './code.ts';
import { deepFreeze } from './freeze.ts';
import { keywordsByItem } from './generated/keywords.ts';

/**
 * Words that firms and applicants use for an item: jargon, product words, acronyms, everyday words. Not official.
 * `zh` Taiwan's wording; `cn` mainland words that character conversion alone does not reach; `en` English.
 */
export interface Keywords {
  /** As used in Taiwan. */
  readonly zh: readonly string[];
  /** As used in Mainland China, Simplified; read, never shown to a reader of Traditional. */
  readonly cn: readonly string[];
  /** English: American and British spelling where they differ. */
  readonly en: readonly string[];
}

/** The keywords of every item, by item code. */
export const keywords: Readonly<Record<ItemCode, Keywords>> = /* @__PURE__ */ deepFreeze(keywordsByItem);
