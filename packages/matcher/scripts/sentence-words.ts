/** data/matching/sentences.yml → src/generated/sentences.ts: lists of words as parts of regular expressions, folded as texts are. */
import { isItemCode } from '@aipower/taxonomy';
import { namedLists, oneOf, oneOfEach, readWords, word, wordList } from '../../taiwan/scripts/patterns.ts';
import { foldedText } from '../src/text/fold.ts';

const words = wordList.min(1);
const shape = {
  computing: word.refine(isItemCode),
  stopWords: words,
  another: namedLists('zh', 'en'),
  firmEndings: words,
  registeredForm: words,
  denials: namedLists(
    ...([
      'acts',
      'wishes',
      'also',
      'results',
      'isNot',
      'otherWord',
      'asks',
      'none',
      'noneOf',
      'atAll',
      'things',
    ] as const),
    ...(['hopes', 'refuses', 'with', 'unrelated', 'outside', 'scope', 'only', 'oneKind', 'sideline'] as const),
    ...(['needless', 'follows'] as const),
  ),
  denialsInEnglish: namedLists('acts', 'trouble', 'done', 'without', 'no', 'signs'),
  noMachine: namedLists('none', 'using', 'any', 'machine', 'knowledge', 'judging', 'mechanical', 'english'),
  machine: words,
  people: namedLists('by', 'who', 'acts', 'otherwise'),
  means: namedLists('of', 'headings', 'about', 'whose', 'team', 'have'),
};

/** The text of src/generated/sentences.ts, without its header. */
export function sentenceWords(): string {
  const all = readWords('matching/sentences.yml', shape);
  const { computing, stopWords, another, firmEndings, registeredForm, machine } = all;
  const { denials, denialsInEnglish, noMachine, people, means } = all;
  const folded = (list: readonly string[]) => oneOf(list, foldedText);
  const constants = {
    computingItem: computing,
    stopWords,
    another: oneOfEach(another, foldedText),
    firmWords: oneOfEach({ endings: firmEndings, registered: registeredForm }, foldedText),
    denialWords: oneOfEach(denials, foldedText),
    denialWordsInEnglish: oneOfEach(denialsInEnglish, foldedText),
    noMachineWords: oneOfEach(noMachine, foldedText),
    machineWords: folded(machine),
    peopleWords: oneOfEach(people, foldedText),
    meansWords: oneOfEach(means),
  };
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 1)} as const;\n`)
    .join('\n');
}
