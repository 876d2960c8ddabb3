/**
 * Three readings of one text, each as long as the other two, so that a place in one is the same place in all:
 * plain (width, case, blanks and punctuation gone), glyph (variant glyphs folded), coarse (also Simplified, for finding only).
 */
import {
  glyphPairs,
  mostlySimplified,
  onlySimplified,
  rareSimplified,
  simplifiedPairs,
} from '../generated/han-forms.ts';

function table(...lists: string[]): Uint16Array {
  const codes = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (const list of lists) {
    const step = Uint16Array.from(codes);
    for (let i = 0; i < list.length; i += 2) step[list.charCodeAt(i)] = list.charCodeAt(i + 1);
    for (let code = 0; code < codes.length; code++) codes[code] = step[codes[code]!]!;
  }
  return codes;
}

const glyphTable = table(glyphPairs);
const coarseTable = table(glyphPairs, simplifiedPairs);
const simplifiedOnly = new Set(onlySimplified);
const simplifiedMostly = new Set(mostlySimplified);

function through(codes: Uint16Array, text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(codes[text.charCodeAt(i)]!);
  return folded;
}

const unseen = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}]/gu;
const unspoken = /[^\p{L}\p{N}&+]/gu;

// 𬀩 takes two UTF-16 codes and 暐 one; written out here, so that places stay comparable everywhere else.
const rareOnes = new Map(rareSimplified.split(' ').map((pair) => [...pair] as [string, string]));
const rare = new RegExp(`[${[...rareOnes.keys()].join('')}]`, 'gu');

/** NFKC and lower case without format characters; blanks and punctuation stay. Control characters become blanks. */
export const flatten = (text: string): string =>
  text
    .replace(/[\t\n\r\f\v]/g, ' ')
    // 一○一: a circle typed for the figure 〇.
    .replace(/[○◯]/g, '〇')
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(rare, (char) => rareOnes.get(char)!)
    .toLowerCase();

/** Letters, digits, & and + only: what two spellings of one name must share, whatever their width, case and punctuation. */
export const plainForm = (text: string): string => flatten(text).replace(unspoken, '');

/** Variant glyphs of plain text folded (峯 → 峰); the length stays. */
export const glyphForm = (plain: string): string => through(glyphTable, plain);

/** Glyphs and Simplified folded (峯, 峰 → 峰; 資, 资 → 资); the length stays. For finding, not for deciding: 云 and 雲 meet here. */
export const coarseForm = (plain: string): string => through(coarseTable, plain);

/** {@link coarseForm} of one UTF-16 code. */
export const coarseCode = (code: number): number => coarseTable[code]!;

/**
 * Is the text written in Simplified? One character that only Simplified writing uses says so; so does one that Taiwan hardly uses (机, 奥)
 * where nothing in the text is Traditional. 云 and 杰 say nothing: names in Taiwan are registered with them.
 */
export function isSimplified(text: string): boolean {
  let hint = false;
  for (const char of text) {
    if (simplifiedOnly.has(char) || rareOnes.has(char)) return true;
    hint ||= simplifiedMostly.has(char);
  }
  return hint && coarseForm(text) === text;
}

/** How far two texts of one coarse form agree. */
export type Agreement = 'same' | 'glyph' | 'script' | 'unclear';

/**
 * Given two plain texts with the same coarse form, how do they agree? `script`: every difference is a Simplified character of `typed`
 * for a Traditional one of `registered`, and the whole text is known to be Simplified. `unclear`: 雲 typed for 云, or 云 for 雲 in a text
 * that shows no other sign of being Simplified.
 */
export function agreement(typed: string, registered: string, simplified: boolean): Agreement {
  if (typed === registered) return 'same';
  const typedGlyphs = glyphForm(typed);
  const registeredGlyphs = glyphForm(registered);
  if (typedGlyphs === registeredGlyphs) return 'glyph';
  if (!simplified) return 'unclear';
  const reduced = coarseForm(registered);
  for (let i = 0; i < typed.length; i++) {
    const char = typedGlyphs[i];
    if (char !== registeredGlyphs[i] && char !== reduced[i] && typed[i] !== reduced[i]) return 'unclear';
  }
  return 'script';
}
