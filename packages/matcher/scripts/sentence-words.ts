/** data/matching/sentences.yml → src/generated/sentences.ts: lists of words as parts of regular expressions, folded as texts are. */
import { readFileSync } from 'node:fs';
import { isItemCode } from '@aipower/taxonomy';
import { parse } from 'yaml';
import { z } from 'zod';
import { oneOf, oneOfEach, wordList } from '../../taiwan/scripts/patterns.ts';
import { foldedText } from '../src/text/fold.ts';

const words = wordList.min(1);
const lists = <Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, words])) as Record<Name, typeof words>);

const file = z.strictObject({
  schemaVersion: z.literal(1),
  source: z.string().min(1),
  computing: z.string().refine(isItemCode),
  stopWords: words,
  another: lists('zh', 'en'),
  firmEndings: words,
  registeredForm: words,
  denials: lists(
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
  denialsInEnglish: lists('acts', 'trouble', 'done', 'without', 'no', 'signs'),
  noMachine: lists('none', 'using', 'any', 'machine', 'knowledge', 'judging', 'mechanical', 'english'),
  machine: words,
  people: lists('by', 'who', 'acts', 'otherwise'),
});

/** The text of src/generated/sentences.ts, without its header. */
export function sentenceWords(): string {
  const source = readFileSync(new URL('../../../data/matching/sentences.yml', import.meta.url), 'utf8');
  const { computing, stopWords, another, firmEndings, registeredForm, machine, ...groups } = file.parse(parse(source));
  const { denials, denialsInEnglish, noMachine, people } = groups;
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
  };
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 1)} as const;\n`)
    .join('\n');
}
