import { commonWordFilter } from '../generated/common-words.ts';
import { bloomPlaces } from './bloom.ts';

let filter: string | undefined;

/**
 * Is it a word of everyday language (未來, 快樂)? Two or three characters, folded by coarseForm. Such a word alone names no firm. One word in
 * fifty that is none is taken for one: a firm is then not linked by its bare special name.
 */
export function isCommonWord(coarse: string): boolean {
  if (coarse.length < 2 || coarse.length > 3) return false;
  filter ??= atob(commonWordFilter);
  for (const bit of bloomPlaces(coarse, filter.length * 8)) {
    if (((filter.charCodeAt(bit >> 3) >> (bit & 7)) & 1) === 0) return false;
  }
  return true;
}
