import { commonWordGroups } from '../generated/common-words.ts';

let words: ReadonlySet<string> | undefined;

function loaded(): ReadonlySet<string> {
  words ??= new Set(
    commonWordGroups.split(' ').flatMap((group) => {
      const [two = '', three = ''] = group.slice(1).split('/');
      return [
        ...[...two].map((rest) => group[0] + rest),
        ...(three.match(/../gu) ?? []).map((rest) => group[0] + rest),
      ];
    }),
  );
  return words;
}

/** Is it a word of everyday language (未來, 快樂)? Two or three characters, folded by coarseForm. Such a word alone names no firm. */
export const isCommonWord = (coarse: string): boolean => loaded().has(coarse);
