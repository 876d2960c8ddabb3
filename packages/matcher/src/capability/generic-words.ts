import { foldText } from '../text/fold.ts';

/**
 * Tells whether a folded text is made of the given words alone, whatever stands between them. Latin words stand alone: `ai` is
 * not in `hair`. Text without a letter or figure is made of nothing, and so of them.
 * @param words letters and blanks only
 */
export function madeOf(words: readonly string[]): (folded: string) => boolean {
  const folded = [...new Set(words.map((word) => foldText(word).text))].sort((a, b) => b.length - a.length);
  const one = folded.map((word) => (/[a-z]/.test(word) ? `(?<![a-z0-9])${word}(?![a-z0-9])` : word));
  const next = new RegExp(`[^\\p{L}\\p{N}]|${one.join('|')}`, 'uy');
  // One step after the other and never back: the first other word ends it, and no text takes long.
  return (text) => {
    next.lastIndex = 0;
    while (next.lastIndex < text.length) if (!next.test(text)) return false;
    return true;
  };
}
