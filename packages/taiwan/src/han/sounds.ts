import { firstRead, readings } from '../generated/han-sounds.ts';

/** A character's readings, or how many code points without reading come next. */
const ENTRY = /\(\d+\)|[A-Z][a-z]*\d(?:[a-z]+\d)*/g;

let groups: ReadonlyMap<string, string> | undefined;

/**
 * Syllable of pinyin with its tone (0 is the light one; ü is written v) → the characters that are read so, folded to Simplified; the syllables in alphabetical
 * order, the characters in that of Unicode. Every reading of every character of Big5. Unpacked once, about 5 ms.
 * @example soundGroups().get('ba4') // '伯坝把灞爸…'
 */
export function soundGroups(): ReadonlyMap<string, string> {
  groups ??= unpacked();
  return groups;
}

function unpacked(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = firstRead;
  for (const [entry] of readings.matchAll(ENTRY)) {
    if (entry.startsWith('(')) {
      at += Number(entry.slice(1, -1));
      continue;
    }
    const char = String.fromCodePoint(at);
    for (const [sound] of entry.toLowerCase().matchAll(/[a-z]+\d/g)) found.set(sound, (found.get(sound) ?? '') + char);
    at += 1;
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
