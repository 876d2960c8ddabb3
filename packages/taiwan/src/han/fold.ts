/**
 * Three readings of one name, each as long as the other two, so that a place in one is the same place in all:
 * plain (width, case, blanks and punctuation gone), glyph (variant glyphs folded), coarse (also Simplified, for finding only).
 */
import { foldGlyphs, foldScript, foldScriptCode, foldWidth, isSimplified } from '../fold.ts';

export { isSimplified };

const unspoken = /[^\p{L}\p{N}&+]/gu;

/** NFKC and lower case without format characters; blanks and punctuation stay. A circle typed for the figure 〇 (一○一) is that figure. */
export const flatten = (text: string): string => foldWidth(text.replace(/[○◯]/g, '〇'));

/** Letters, digits, & and + only: what two spellings of one name must share, whatever their width, case and punctuation. */
export const plainForm = (text: string): string => flatten(text).replace(unspoken, '');

/** Variant glyphs of plain text folded (峯 → 峰); the length stays. */
export const glyphForm: (plain: string) => string = foldGlyphs;

/** Glyphs and Simplified folded (峯, 峰 → 峰; 資, 资 → 资); the length stays. For finding, not for deciding: 云 and 雲 meet here. */
export const coarseForm: (plain: string) => string = foldScript;

/** {@link coarseForm} of one UTF-16 code. */
export const coarseCode: (code: number) => number = foldScriptCode;

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
