/** The dictionaries of OpenCC are read here, once: the package itself carries the pairs that the search needs, and no dictionary. */
import { from, to } from 'opencc-js/preset/t2cn';
import { Converter } from 'opencc-js/t2cn';
import type { SearchWords, Source } from './source.ts';

const characters = Converter({ from: 'tw', to: 'cn' });
const phrases = Converter({ from: 'twp', to: 'cn' });

/** The Han characters of everyday writing. What is rarer stands in no text of the catalogue, and folds to itself. */
const [FIRST, LAST] = [0x4e00, 0x9fff];

function characterPairs(): string {
  let pairs = '';
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCodePoint(code);
    const simplified = characters(character);
    if (simplified !== character && simplified.length === 1) pairs += character + simplified;
  }
  return pairs;
}

const foldAll = (text: string) =>
  Array.from(text, (character) => characters(character.normalize('NFKC').toLowerCase())).join('');

const chineseTerms = ({ groups }: Source) => [
  ...new Set(
    groups.flatMap(({ title, items }) => [title.zh, ...items.flatMap((item) => [item.title.zh, ...item.keywords.zh])]),
  ),
];

/** Taiwanese words in the catalogue that Mainland wording replaces (軟體, 软件), folded; the longer of two comes first. */
function mainlandWords(source: Source, { mainland, kept }: SearchWords): [string, string][] {
  const dictionary = [...(from.twp as unknown[]), ...(to.cn as unknown[])]
    .flatMap((part) => String(part).split('|'))
    .map((line) => line.split(' '));
  const terms = chineseTerms(source);
  const words = dictionary
    .filter((pair): pair is [string, string] => pair.length === 2)
    .filter(
      ([word, other]) =>
        foldAll(word) !== foldAll(other) && !kept.includes(word) && terms.some((term) => term.includes(word)),
    )
    .map(([word, other]): [string, string] => [word, foldAll(other)])
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(words.map(([word]) => word).join('|'), 'g');
  const table = new Map(words);
  for (const term of terms) {
    const own = foldAll(term.replace(pattern, (word) => table.get(word)!));
    // On the way through phrases OpenCC makes 什幺 of 什麼, which it writes 什么 character by character.
    const theirs = foldAll(phrases(term)).replaceAll('幺', '么');
    if (own !== theirs) throw new Error(`${term}: expected ${theirs}, got ${own}`);
  }
  const ours = mainland.filter(([word]) => terms.some((term) => term.includes(word)));
  return [...words, ...ours.map(([word, other]): [string, string] => [word, foldAll(other)])].sort(
    ([a], [b]) => b.length - a.length || (a < b ? -1 : 1),
  );
}

/** The text of src/generated/folding.ts, without its header. */
export const folding = (source: Source, search: SearchWords): string =>
  `/** Traditional character, Simplified character, and so on. */
export const simplifiedPairs =
  ${JSON.stringify(characterPairs())};

/** Words of the catalogue and what the Mainland says for them, folded; the longer of two comes first. */
export const mainlandWords: readonly (readonly [string, string])[] = ${JSON.stringify(mainlandWords(source, search))};
`;
