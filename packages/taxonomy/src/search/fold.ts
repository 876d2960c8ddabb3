import { Converter } from 'opencc-js/t2cn';

const characters = Converter({ from: 'tw', to: 'cn' });
const phrases = Converter({ from: 'twp', to: 'cn' });
const folded = new Map<string, string>();

/**
 * How is a text compared? Full width, case, Traditional or Simplified and variants (台/臺) make no difference: many
 * characters fold to one, so Simplified is the common form. Folding goes character by character, so that a place in the
 * folded text can be traced back: `offsets[i]` is where the folded unit `i` began, and its last entry the whole length.
 */
export function fold(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  let result = '';
  let at = 0;
  const offsets: number[] = [];
  for (const character of text) {
    const unit = foldCharacter(character);
    for (let i = 0; i < unit.length; i++) offsets.push(at);
    result += unit;
    at += character.length;
  }
  offsets.push(at);
  return { text: result, offsets };
}

function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const unit = characters(character.normalize('NFKC').toLowerCase());
  folded.set(character, unit);
  return unit;
}

/** How would a mainland text say it (軟體 → 软件)? Folded; equal to `fold(text).text` where the words are the same. */
export function mainlandWording(text: string): string {
  return fold(phrases(text)).text;
}
