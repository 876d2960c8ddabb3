import { commonWordFilter } from '../generated/common-words.ts';
import { bloomPlaces } from './bloom.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sixBits = /* @__PURE__ */ new Map([...BASE64].map((char, value) => [char, value] as const));
const bits = /* @__PURE__ */ Math.floor((commonWordFilter.replace(/=+$/, '').length * 6) / 8) * 8;

/** One bit of the filter, read in its base64: bit 0 of a byte is the last of its eight. */
function isSet(bit: number): boolean {
  const place = (bit >> 3) * 8 + 7 - (bit & 7);
  return (((sixBits.get(commonWordFilter[Math.floor(place / 6)]!) ?? 0) >> (5 - (place % 6))) & 1) === 1;
}

/**
 * Is it a word of everyday language (未來, 快樂)? Two or three characters, folded by coarseForm. Such a word alone names no firm. One word in
 * fifty that is none is taken for one: a firm is then not linked by its bare special name.
 */
export function isCommonWord(coarse: string): boolean {
  if (coarse.length < 2 || coarse.length > 3) return false;
  for (const bit of bloomPlaces(coarse, bits)) if (!isSet(bit)) return false;
  return true;
}
