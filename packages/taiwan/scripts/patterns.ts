/** Files of words, and words as a part of a regular expression, for the generators of this and other packages. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export const word = z.string().min(1);
/** Words, none twice. */
export const wordList = z.array(word).refine((list) => new Set(list).size === list.length, 'a word stands twice');

const words = wordList.min(1);

/** Lists of words by these names. */
export const namedLists = <Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, words])) as Record<Name, typeof words>);

/** What a file of `data/` says: the shape, beside its source and the version of its schema. @throws where it says anything else */
export const readWords = <Shape extends z.ZodRawShape>(file: string, shape: Shape) =>
  z
    .strictObject({ schemaVersion: z.literal(1), source: word, ...shape })
    .parse(parse(readFileSync(new URL(file, data), 'utf8')));
const data = new URL('../../../data/', import.meta.url);

/** A word that counts unless one of others stands behind it (`notBefore`) or before it (`notBehind`). */
const guarded = z.strictObject({ word, notBefore: wordList.optional(), notBehind: wordList.optional() });
/** Words, in the order in which they are tried. */
export const guardedWords = z.array(z.union([word, guarded])).min(1);
type GuardedWords = readonly z.infer<typeof guardedWords>[number][];

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The alternatives of a regular expression that meets any of the words, the first that fits; to stand between brackets. */
export function oneOf(words: GuardedWords, fold: (text: string) => string = (text) => text): string {
  const any = (list: readonly string[]) => list.map((one) => escaped(fold(one))).join('|');
  return words
    .map((one) => {
      if (typeof one === 'string') return escaped(fold(one));
      const before = one.notBehind ? `(?<!${any(one.notBehind)})` : '';
      const behind = one.notBefore ? `(?!${any(one.notBefore)})` : '';
      return before + escaped(fold(one.word)) + behind;
    })
    .join('|');
}

/** Lists of words by name, each as {@link oneOf}. */
export const oneOfEach = <Name extends string>(
  lists: Readonly<Record<Name, GuardedWords>>,
  fold?: (text: string) => string,
): Record<Name, string> =>
  Object.fromEntries(Object.entries<GuardedWords>(lists).map(([name, list]) => [name, oneOf(list, fold)])) as Record<
    Name,
    string
  >;
