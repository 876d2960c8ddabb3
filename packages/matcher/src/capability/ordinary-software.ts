import { hostingWords, judgingWords, softwareWords } from '../generated/software.ts';
import { foldedText } from '../text/fold.ts';

let software: RegExp | undefined;
let judging: RegExp | undefined;
let hosting: readonly string[] | undefined;

/** A whole word of Latin letters, or its beginning; Chinese anywhere. */
const anyOf = (words: readonly string[], end: string) =>
  new RegExp(
    words
      .map(foldedText)
      .map((word) => (/^[a-z]/.test(word) ? `\\b${word}${word.length < 4 ? '\\b' : end}` : word))
      .join('|'),
  );

/** Does a folded text name software or a web service, and nothing that a machine would judge? 「訂房系統」 stores and prints (decision 171). */
export function isOrdinarySoftware(folded: string): boolean {
  software ??= anyOf(softwareWords, 's?\\b');
  judging ??= anyOf(judgingWords, '');
  hosting ??= hostingWords.map(foldedText);
  return software.test(folded) && !judging.test(hosting.reduce((text, word) => text.replaceAll(word, ''), folded));
}
