import type { NameParts } from './name-parts.ts';
import type { Mention } from './read-text.ts';

/** One way to read a name. */
export interface Reading {
  /** The name, taken apart. */
  parts: NameParts;
  /** `former`: the text says the name is one from the past. */
  role: Mention['role'];
  /** Counties the place in front can mean; empty when there is none. */
  counties: readonly string[];
  /** The place was written with 市 or 縣, or apart from the name. */
  countySure: boolean;
  /** Name of the branch behind the firm's, such as 新竹分公司. */
  branch: string | undefined;
  /** Latin letters beside the Chinese name that were left out: a brand, or an English short name. */
  brand?: string;
}
