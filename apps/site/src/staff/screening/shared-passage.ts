import { foldGlyphs, foldWidth } from '@aipower/taiwan/fold';
import { PASSAGE } from './features.ts';

/** Longest texts that are compared letter by letter. */
const MAX_LENGTH = 100_000;

/**
 * The longest passage that two texts share, as the first one writes it; null when none is as long as a phrase. Blanks, marks
 * and the width of letters do not count.
 */
export function sharedPassage(first: string, second: string): string | null {
  const [a, b] = [plainWithPlaces(first.slice(0, MAX_LENGTH)), plainWithPlaces(second.slice(0, MAX_LENGTH))];
  const places = new Map<string, number[]>();
  for (let at = 0; at + PASSAGE <= b.plain.length; at++) {
    const key = b.plain.slice(at, at + PASSAGE);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  let best = { at: 0, length: 0 };
  for (let at = 0; at + PASSAGE <= a.plain.length; at++) {
    // A passage that begins inside a longer one cannot be longer than it.
    for (const other of places.get(a.plain.slice(at, at + PASSAGE)) ?? []) {
      let length = PASSAGE;
      while (a.plain[at + length] !== undefined && a.plain[at + length] === b.plain[other + length]) length++;
      if (length > best.length) best = { at, length };
    }
    if (best.length > 0 && at === best.at) at += best.length - PASSAGE;
  }
  if (best.length === 0) return null;
  return first.slice(a.places[best.at]!, a.places[best.at + best.length - 1]! + 1);
}

function plainWithPlaces(text: string): { readonly plain: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const letter = foldGlyphs(foldWidth(text[at]!)).toLowerCase();
    if (letter.length !== 1 || /[^\p{L}\p{N}]/u.test(letter)) continue;
    plain += letter;
    places.push(at);
  }
  return { plain, places };
}
