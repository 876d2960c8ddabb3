import { mainlandWords, simplifiedPairs } from '../generated/folding.ts';

let mainland: { readonly words: RegExp; readonly said: ReadonlyMap<string, string> } | undefined;
let simplified: ReadonlyMap<string, string> | undefined;
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
  const unit = Array.from(character.normalize('NFKC').toLowerCase(), toSimplified).join('');
  folded.set(character, unit);
  return unit;
}

function toSimplified(character: string): string {
  simplified ??= pairsOf(Array.from(simplifiedPairs));
  return simplified.get(character) ?? character;
}

function pairsOf(characters: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let i = 0; i < characters.length; i += 2) pairs.set(characters[i]!, characters[i + 1]!);
  return pairs;
}

/** How would a mainland text say a term of the catalogue (軟體 → 软件)? Folded; its own folding where the words are the same. */
export function mainlandWording(text: string): string {
  mainland ??= { words: new RegExp(mainlandWords.map(([word]) => word).join('|'), 'g'), said: new Map(mainlandWords) };
  const { words, said } = mainland;
  return fold(text.replace(words, (word) => said.get(word) ?? word)).text;
}
