import { shapeGroups } from '../generated/han-shapes.ts';
import { syllables } from '../generated/han-sounds.ts';
import { coarseForm } from './fold.ts';
import { soundGroups } from './sounds.ts';

/** Character → numbers of the groups it stands in. */
type Groups = ReadonlyMap<string, readonly number[]>;

interface Tables {
  readings: Groups;
  shapes: Groups;
  /** Sound of a group number, with its tone. */
  sounds: readonly string[];
}

// Made when first asked for: whoever imports the package for something else does not pay for 20,000 characters.
let tables: Tables | undefined;

function loaded(): Tables {
  if (tables) return tables;
  const named = [...soundGroups()];
  tables = {
    readings: groupsOf(named.map(([, chars]) => chars)),
    shapes: groupsOf(shapeGroups.split(' ')),
    sounds: named.map(([sound]) => sound),
  };
  return tables;
}

function groupsOf(groups: readonly string[]): Groups {
  const numbers = new Map<string, number[]>();
  groups.forEach((group, number) => {
    for (const char of group) {
      const known = numbers.get(char);
      if (known) known.push(number);
      else numbers.set(char, [number]);
    }
  });
  return numbers;
}

function share(groups: Groups, a: string, b: string): boolean {
  const [left, right] = [groups.get(coarseForm(a)), groups.get(coarseForm(b))];
  return left?.some((number) => right?.includes(number)) ?? false;
}

/** Do two characters have a reading in common, tone and all? 背 bèi and 被 bèi. */
export const soundsSame = (a: string, b: string): boolean => share(loaded().readings, a, b);

/** Do two characters share the part that is not their radical, or are they taken for one another? 技 and 枝. */
export const looksAlike = (a: string, b: string): boolean => share(loaded().shapes, a, b);

/** First reading of each character without tone; what has no reading stands for itself. */
export function soundKey(coarse: string): string {
  const { readings, sounds } = loaded();
  return [...coarse].map((char) => sounds[readings.get(char)?.[0] ?? -1]?.slice(0, -1) ?? char).join(' ');
}

/** Every syllable of Mandarin in pinyin, tones aside. */
export const knownSyllables = (): string[] => syllables.split(' ');
