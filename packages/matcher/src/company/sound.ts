import { shapeGroups } from '../generated/han-shapes.ts';
import { soundGroups, syllables } from '../generated/han-sounds.ts';
import { coarseForm } from './fold.ts';

const readings = new Map<string, number[]>();
const names: string[] = [];
for (const group of soundGroups.split(' ')) {
  const [sound, chars] = group.split(':') as [string, string];
  const number = names.push(sound) - 1;
  for (const char of chars) readings.set(char, [...(readings.get(char) ?? []), number]);
}

const shapes = new Map<string, number[]>();
shapeGroups.split(' ').forEach((group, number) => {
  for (const char of group) shapes.set(char, [...(shapes.get(char) ?? []), number]);
});

const share = (table: ReadonlyMap<string, readonly number[]>, a: string, b: string): boolean => {
  const [left, right] = [table.get(coarseForm(a)), table.get(coarseForm(b))];
  return left?.some((number) => right?.includes(number)) ?? false;
};

/** Do two characters have a reading in common, tone and all? 背 bèi and 被 bèi. */
export const soundsSame = (a: string, b: string): boolean => share(readings, a, b);

/** Do two characters share the part that fills most of them? 技 and 枝. */
export const looksAlike = (a: string, b: string): boolean => share(shapes, a, b);

/** First reading of each character without tone; what has no reading stands for itself. */
export const soundKey = (coarse: string): string =>
  [...coarse].map((char) => names[readings.get(char)?.[0] ?? -1]?.slice(0, -1) ?? char).join(' ');

export const knownSyllables: ReadonlySet<string> = new Set(syllables.split(' '));
