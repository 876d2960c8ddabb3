import { shapesOfItems } from '../generated/shapes.ts';
import { commonSounds, firstCommon } from '../generated/sounds.ts';
import { KeyTable } from '../text/key-table.ts';
import type { CapabilityIndex } from './build-index.ts';
import { fields } from './passages.ts';

/** Finds what was meant by a pair of characters that no item knows. */
export interface Slips {
  /** Pairs of the titles, keywords, terms and definitions that differ in one character which sounds or looks the same; often none. `pair` by its codes: `first × 65536 + second`. */
  meant(pair: number): readonly number[];
}

const DEFINITION = fields.indexOf('definition');
const NONE: readonly number[] = [];

/** How many codes are passed over, or the syllables of the next one. */
const SOUNDS = /\d+|[A-Z][a-z]*(?:\+[A-Z][a-z]*)*/g;

/** For each UTF-16 code the groups it is confused within: `of[first[code]]` up to `of[first[code + 1]]`. */
interface Confusions {
  readonly first: Uint32Array;
  readonly of: Uint16Array;
}

function confusions(): Confusions {
  const bySound = new Map<string, string>();
  let code = firstCommon;
  for (const [entry] of commonSounds.matchAll(SOUNDS)) {
    const passed = Number(entry);
    if (passed > 0) {
      code += passed;
      continue;
    }
    const character = String.fromCharCode(code);
    for (const sound of entry.split('+')) bySound.set(sound, (bySound.get(sound) ?? '') + character);
    code += 1;
  }
  const groups = [...bySound.values(), ...shapesOfItems.split(' ')];
  const first = new Uint32Array(CODES + 1);
  const last = new Uint16Array(CODES);
  const eachOnce = (visit: (code: number, group: number) => void) => {
    last.fill(0);
    groups.forEach((characters, group) => {
      for (let at = 0; at < characters.length; at++) {
        const code = characters.charCodeAt(at);
        if (last[code] === group + 1) continue;
        last[code] = group + 1;
        visit(code, group);
      }
    });
  };
  eachOnce((code) => {
    first[code + 1]! += 1;
  });
  for (let code = 0; code < CODES; code++) first[code + 1]! += first[code]!;
  const of = new Uint16Array(first[CODES]!);
  const next = first.slice();
  eachOnce((code, group) => {
    of[next[code]!] = group;
    next[code]! += 1;
  });
  return { first, of };
}

/**
 * Slips of the catalogue's own pairs. The table behind it is built when the first unknown pair is asked for, and kept.
 * Only one character of the two may differ: when both do, it is another word.
 */
export function slipsOf(index: CapabilityIndex): Slips {
  let table: SlipTable | undefined;
  return {
    meant(pair) {
      table ??= slipTable(index);
      const { alike, newest, term, older } = table;
      const first = pair >>> 16;
      const second = pair & 0xffff;
      let found: number[] | undefined;
      for (let side = FIRST; side <= SECOND; side++) {
        const wrong = side === FIRST ? first : second;
        const kept = side === FIRST ? second : first;
        for (let at = alike.first[wrong]!; at < alike.first[wrong + 1]!; at++) {
          for (let row = newest.get(slot(alike.of[at]!, kept, side)); row >= 0; row = older[row]!) {
            if (found === undefined) found = [term[row]!];
            else if (!found.includes(term[row]!)) found.push(term[row]!);
          }
        }
      }
      return found ?? NONE;
    },
  };
}

/**
 * Where a pair with one wrong character is looked up: by the group of that character, the character that stays, and on which side it stands. Each slot leads to
 * its newest row, and each row to the one before it: texts ask this for every unknown pair.
 */
interface SlipTable {
  readonly alike: Confusions;
  readonly newest: KeyTable;
  readonly term: readonly number[];
  readonly older: readonly number[];
}

function slipTable(index: CapabilityIndex): SlipTable {
  const alike = confusions();
  const newest = new KeyTable(1 << 16);
  const term: number[] = [];
  const older: number[] = [];
  const { first, of } = alike;
  index.terms.forEachPair((pair, number) => {
    const a = pair >>> 16;
    const b = pair & 0xffff;
    if (first[a] === first[a + 1] || first[b] === first[b + 1] || !isOfficialWord(index, number)) return;
    for (let side = FIRST; side <= SECOND; side++) {
      const wrong = side === FIRST ? a : b;
      const kept = side === FIRST ? b : a;
      for (let at = first[wrong]!; at < first[wrong + 1]!; at++) {
        const key = slot(of[at]!, kept, side);
        older.push(newest.get(key));
        newest.set(key, term.length);
        term.push(number);
      }
    }
  });
  return { alike, newest, term, older };
}

/** Which character of a pair is the wrong one. */
const FIRST = 0;
const SECOND = 1;
const CODES = 0x10000;
/** Below 2³²: there are fewer than 32,768 groups. */
const slot = (group: number, kept: number, side: number): number => ((group * 2 + side) * CODES + kept) >>> 0;

function isOfficialWord(index: CapabilityIndex, term: number): boolean {
  for (let at = index.first[term]!; at < index.first[term + 1]!; at++) if (index.field[at]! <= DEFINITION) return true;
  return false;
}
