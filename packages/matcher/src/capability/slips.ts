import { shapeGroups, soundGroups } from '@aipower/taiwan/han';
import type { CapabilityIndex } from './build-index.ts';

/** Finds what was meant by a pair of characters that no item knows. */
export interface Slips {
  /** Pairs of the titles, keywords and definitions that differ in one character which sounds or looks the same; often none. */
  meant(pair: string): readonly number[];
}

const DEFINITION = 2;
const NONE: readonly number[] = [];

/** Taiwan's speakers and input methods confuse these: zh/z, ch/c, sh/s, -ing/-in, -eng/-en; tones are not compared. */
function blurred(sound: string): string {
  return sound
    .replace(/\d$/, '')
    .replace(/^([zcs])h/, '$1')
    .replace(/([ie])ng$/, '$1n');
}

/** Character → the numbers of the groups it is confused within. */
function confusions(): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number>();
  const byCharacter = new Map<string, number[]>();
  const note = (name: string, characters: string) => {
    if (!groups.has(name)) groups.set(name, groups.size);
    const group = groups.get(name)!;
    for (const character of characters) {
      const known = byCharacter.get(character);
      if (known === undefined) byCharacter.set(character, [group]);
      else if (!known.includes(group)) known.push(group);
    }
  };
  for (const [sound, characters] of soundGroups()) note(blurred(sound), characters);
  for (const characters of shapeGroups.split(' ')) note(characters, characters);
  return byCharacter;
}

/**
 * Slips of the catalogue's own pairs. The table behind it is built when the first unknown pair is asked for, and kept.
 * Only one character of the two may differ: when both do, it is another word.
 */
export function slipsOf(index: CapabilityIndex): Slips {
  let table: Map<string, number[]> | undefined;
  let alike: ReadonlyMap<string, readonly number[]>;
  const build = () => {
    alike = confusions();
    table = new Map();
    for (const [key, term] of index.terms) {
      if (key.length !== 2 || !alike.has(key[0]!) || !alike.has(key[1]!) || !isOfficialWord(index, term)) continue;
      for (const group of alike.get(key[0]!)!) add(table, `${group}_${key[1]}`, term);
      for (const group of alike.get(key[1]!)!) add(table, `${key[0]}_${group}`, term);
    }
    return table;
  };
  return {
    meant(pair) {
      table ??= build();
      const found = new Set<number>();
      for (const group of alike.get(pair[0]!) ?? NONE)
        for (const t of table.get(`${group}_${pair[1]}`) ?? NONE) found.add(t);
      for (const group of alike.get(pair[1]!) ?? NONE)
        for (const t of table.get(`${pair[0]}_${group}`) ?? NONE) found.add(t);
      return [...found];
    },
  };
}

function isOfficialWord(index: CapabilityIndex, term: number): boolean {
  for (let at = index.first[term]!; at < index.first[term + 1]!; at++) if (index.field[at]! <= DEFINITION) return true;
  return false;
}

function add(table: Map<string, number[]>, key: string, term: number): void {
  const terms = table.get(key);
  if (terms === undefined) table.set(key, [term]);
  else terms.push(term);
}
