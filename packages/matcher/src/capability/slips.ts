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
  // One number for a group of characters, the character that stays, and on which side it stands: texts ask this for every unknown pair.
  let table: Map<number, number[]> | undefined;
  let alike: ReadonlyMap<string, readonly number[]>;
  const build = () => {
    alike = confusions();
    table = new Map();
    for (const [key, term] of index.terms) {
      if (key.length !== 2 || !alike.has(key[0]!) || !alike.has(key[1]!) || !isOfficialWord(index, term)) continue;
      for (const group of alike.get(key[0]!)!) add(table, slot(group, key.charCodeAt(1), FIRST), term);
      for (const group of alike.get(key[1]!)!) add(table, slot(group, key.charCodeAt(0), SECOND), term);
    }
    return table;
  };
  return {
    meant(pair) {
      table ??= build();
      let found: number[] | undefined;
      for (const side of [FIRST, SECOND] as const) {
        const kept = pair.charCodeAt(1 - side);
        for (const group of alike.get(pair[side]!) ?? NONE) {
          for (const term of table.get(slot(group, kept, side)) ?? NONE) {
            if (found === undefined) found = [term];
            else if (!found.includes(term)) found.push(term);
          }
        }
      }
      return found ?? NONE;
    },
  };
}

/** Which character of a pair is the wrong one. */
const FIRST = 0;
const SECOND = 1;
const slot = (group: number, kept: number, side: number): number => (group * 0x10000 + kept) * 2 + side;

function isOfficialWord(index: CapabilityIndex, term: number): boolean {
  for (let at = index.first[term]!; at < index.first[term + 1]!; at++) if (index.field[at]! <= DEFINITION) return true;
  return false;
}

function add(table: Map<number, number[]>, key: number, term: number): void {
  const terms = table.get(key);
  if (terms === undefined) table.set(key, [term]);
  else terms.push(term);
}
