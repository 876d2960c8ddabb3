/** The dictionaries of OpenCC are read here, once, so that the package itself carries 30 kB of pairs and no dependency. */
// @ts-expect-error opencc-js types its converters, not its dictionaries
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
// @ts-expect-error opencc-js types its converters, not its dictionaries
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { big5 } from './big5.ts';

/** One UTF-16 code long. */
export const single = (text: string) => text.length === 1;
const pairs = (dictionary: string): [string, string][] =>
  dictionary.split('|').map((line) => line.split(' ') as [string, string]);

/** Pairs: glyph, the glyph it is folded to. */
export function glyphPairs(groups: readonly string[]): [string, string][] {
  const seen = new Set<string>();
  const result: [string, string][] = [];
  for (const group of groups) {
    const chars = [...group];
    for (const char of chars) {
      if (seen.has(char)) throw new Error(`data/taiwan/glyphs.yml: ${char} stands twice (group ${group})`);
      seen.add(char);
    }
    for (const char of chars.slice(1)) result.push([char, chars[0]!]);
  }
  return result;
}

/**
 * Traditional character → its Simplified form, both in the BMP. Followed to the end: the form of one character is now and
 * then the Traditional form (薴 → 苧 → 苎) or a variant glyph (戱 → 戯 → 戲 → 戏) of another, and what is folded is folded for good.
 */
function simplifiedForms(glyphs: readonly [string, string][]): [string, string][] {
  const listed = pairs(traditionalToSimplified).filter(([from, to]) => single(from) && single(to));
  const form = new Map(listed);
  const glyph = new Map(glyphs);
  const folded = (char: string) => {
    const plain = glyph.get(char) ?? char;
    return form.get(plain) ?? plain;
  };
  const last = (char: string): string => (folded(char) === char ? char : last(folded(char)));
  return listed.map(([from, to]) => [from, last(to)]);
}

/** The text of src/generated/han-forms.ts, without its header. */
export function hanForms(groups: readonly string[]): string {
  const glyphs = glyphPairs(groups);
  const { all, common } = big5();
  const simplified = simplifiedForms(glyphs);
  const rare = pairs(traditionalToSimplified).filter(
    ([from, to]) => single(from) && [...to].length === 1 && !single(to),
  );
  const glyphChars = new Set(glyphs.flat());
  const targets = pairs(simplifiedToTraditional)
    .map(([char]) => char)
    .filter((char) => single(char) && !common.has(char));
  const onlySimplified = targets.filter((char) => !all.has(char) && !glyphChars.has(char));
  const mostlySimplified = targets.filter((char) => all.has(char) || glyphChars.has(char));

  const pairText = (list: readonly (readonly [string, string])[]) => list.map(([from, to]) => from + to).join('');
  return [
    '/** Pairs: glyph, the glyph it is folded to. */',
    `export const glyphPairs = ${JSON.stringify(pairText(glyphs))};\n`,
    '/** Pairs: Traditional character, its Simplified form. */',
    `export const simplifiedPairs = ${JSON.stringify(pairText(simplified))};\n`,
    '/** Characters that Simplified text uses and Big5 does not have: their presence shows that a text is Simplified. */',
    `export const onlySimplified = ${JSON.stringify(onlySimplified.join(''))};\n`,
    '/** Simplified characters that Taiwan hardly uses, or uses as a variant glyph: a sign of Simplified where nothing contradicts it. */',
    `export const mostlySimplified = ${JSON.stringify(mostlySimplified.join(''))};\n`,
    '/** Pairs: Simplified character outside the BMP, its Traditional character; parted by a blank. */',
    `export const rareSimplified = ${JSON.stringify(rare.map(([from, to]) => to + from).join(' '))};\n`,
  ].join('\n');
}
