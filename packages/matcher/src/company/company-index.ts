/** The names of a register, ready to be found by: full name, name without organisation form, special name, one character apart. */

import {
  coreKey,
  countyNamed,
  type NameParts,
  type NameRole,
  nameParts,
  type RegisteredName,
  specialKeys,
  specialOf,
} from '@aipower/taiwan/firm-name';
import { soundKey } from '@aipower/taiwan/han';
import { CompanyDataError, type CompanyEntry, type CompanyIssue, checkEntry } from './company-entry.ts';
import { HashTable, hashText } from './hash-table.ts';
import { TextPool } from './text-pool.ts';

const roles: readonly NameRole[] = ['current', 'former', 'english'];

/** One name of one firm. */
export interface NameRecord extends RegisteredName {
  /** Of the name in the index, from 0. */
  number: number;
  /** Place of its firm in the list, from 0. */
  firm: number;
  /** As registered. */
  name: string;
}

interface Building {
  ubns: number[];
  rows: number[];
  firstName: number[];
  counties: (string | undefined)[];
  bearers: number[];
}

/** A longer special name is not looked for with a slip in it: no firm's is. */
const MAX_CORE_LENGTH = 24;

/** Registered firms, prepared for `matchCompany`: about 10 µs a name to build. */
export class CompanyIndex {
  readonly #names = new TextPool();
  readonly #numbers = new HashTable();
  readonly #cores = new HashTable();
  readonly #specials = new HashTable();
  readonly #near = new HashTable();
  readonly #sounds = new HashTable();
  // One item a firm:
  readonly #ubns: Uint32Array;
  readonly #firstName: Uint32Array;
  readonly #counties: readonly (string | undefined)[];
  // One item a name, numbers and roles packed (role in the lowest two bits):
  readonly #bearers: Uint32Array;

  constructor(entries: Iterable<CompanyEntry>) {
    const issues: CompanyIssue[] = [];
    const building: Building = { ubns: [], rows: [], firstName: [], counties: [], bearers: [] };
    let row = 0;
    for (const entry of entries) {
      row++;
      const found = checkEntry(entry, row);
      if (found.length > 0) issues.push(...found);
      else this.#addFirm(building, entry, row);
    }
    for (const table of [this.#numbers, this.#cores, this.#specials, this.#near, this.#sounds]) table.seal();
    for (const firm of this.#numbers.repeated()) {
      const found = String(building.ubns[firm]).padStart(8, '0');
      issues.push({
        row: building.rows[firm]!,
        field: 'ubn',
        code: 'duplicate',
        found,
        expected: 'one entry for each 統一編號',
      });
    }
    if (issues.length > 0) throw new CompanyDataError(issues.sort((a, b) => a.row - b.row));
    this.#ubns = Uint32Array.from(building.ubns);
    this.#firstName = Uint32Array.from(building.firstName);
    this.#bearers = Uint32Array.from(building.bearers);
    this.#counties = building.counties;
  }

  #addFirm(building: Building, entry: CompanyEntry, row: number): void {
    const firm = building.ubns.push(Number(entry.ubn)) - 1;
    building.rows.push(row);
    this.#numbers.add(Number(entry.ubn), firm);
    building.counties.push(entry.city === undefined ? undefined : countyNamed(entry.city));
    building.firstName.push(building.bearers.length);
    const add = (role: number, name: string): void => {
      this.#addName(building.bearers.push(firm * 4 + role) - 1, name);
    };
    add(0, entry.name);
    for (const former of entry.formerNames ?? []) add(1, former);
    if (entry.nameEn) add(2, entry.nameEn);
  }

  #addName(record: number, name: string): void {
    this.#names.push(name);
    const parts = nameParts(name);
    this.#cores.add(hashText(coreKey(parts)), record);
    for (const special of specialKeys(parts)) this.#specials.add(hashText(special), record);
    if (parts.script === 'han') this.#sounds.add(hashText(soundKey(specialOf(parts))), record);
    for (const hash of nearHashes(nearKey(parts))) this.#near.add(hash, record);
  }

  /** How many firms it holds. */
  get size(): number {
    return this.#firstName.length;
  }

  /** Bytes its tables take; the strings and objects around them add less than a tenth. */
  get bytes(): number {
    const tables = [this.#names, this.#numbers, this.#cores, this.#specials, this.#near, this.#sounds];
    const arrays = [this.#ubns, this.#firstName, this.#bearers];
    return [...tables.map((table) => table.bytes), ...arrays.map((array) => array.byteLength)].reduce((a, b) => a + b);
  }

  /** 統一編號 of a firm, by its place in the list, from 0. */
  ubn(firm: number): string {
    return String(this.#ubns[firm]).padStart(8, '0');
  }

  /** Its name now, as registered. */
  name(firm: number): string {
    return this.#names.get(this.#firstName[firm]!);
  }

  /** Its county or city as today's name; `undefined` when none was given. */
  county(firm: number): string | undefined {
    return this.#counties[firm];
  }

  /** Place of the firm with this number, eight digits; `undefined` when there is none. */
  firmWith(ubn: string): number | undefined {
    return this.#numbers.get(Number(ubn))[0];
  }

  /** One name, by its number in the index. */
  record(number: number): NameRecord {
    const name = this.#names.get(number);
    const bearer = this.#bearers[number]!;
    return { number, firm: bearer >>> 2, role: roles[bearer & 3]!, name, parts: nameParts(name) };
  }

  /** The name a firm bears now. */
  firstRecord(firm: number): NameRecord {
    return this.record(this.#firstName[firm]!);
  }

  /** Names whose core (without organisation form) is the same but for script and glyphs. */
  withCore(parts: NameParts): NameRecord[] {
    const key = coreKey(parts);
    return this.#read(this.#cores.get(hashText(key))).filter((record) => coreKey(record.parts) === key);
  }

  /** Names whose special name, or its Latin or Chinese half, is the same but for script and glyphs. */
  withSpecial(special: string): NameRecord[] {
    return this.#read(this.#specials.get(hashText(special))).filter((record) =>
      specialKeys(record.parts).includes(special),
    );
  }

  /** Names whose core is one insertion, deletion, substitution or swap away, or the same. */
  near(parts: NameParts): NameRecord[] {
    const found = new Set<number>();
    for (const hash of nearHashes(nearKey(parts))) for (const number of this.#near.get(hash)) found.add(number);
    return this.#read([...found]);
  }

  /** Latin names that begin with the first of these tokens, or the first two written as one. */
  withLatinStart(tokens: readonly string[]): NameRecord[] {
    const starts = [1, 2, 3].map((count) => tokens.slice(0, count).join(''));
    return [...new Set(starts)]
      .flatMap((start) => this.withSpecial(start))
      .filter((record) => record.parts.script === 'latin');
  }

  /** Names whose special name sounds the same, tones aside. */
  soundingLike(parts: NameParts): NameRecord[] {
    if (parts.script === 'latin') return [];
    return this.#read(this.#sounds.get(hashText(soundKey(specialOf(parts)))));
  }

  #read(numbers: readonly number[]): NameRecord[] {
    return numbers.map((number) => this.record(number));
  }
}

const nearKey = (parts: NameParts): string =>
  parts.script === 'latin' ? `=${specialOf(parts).replaceAll(' ', '')}` : parts.coarse.slice(0, parts.coreEnd);

function* nearHashes(key: string): Iterable<number> {
  if (key.length < 3 || key.length > MAX_CORE_LENGTH) return;
  yield hashText(key);
  for (let skip = 0; skip < key.length; skip++) yield hashText(key, skip);
}

/**
 * Makes an index over a register of firms, for {@link matchCompany}.
 *
 * @param entries one per firm: `ubn` eight digits (leading zeros kept; the checksum is not asked for, since registered firms fail it),
 *   `name` as registered, `nameEn`, `formerNames`, `city` (a county or city, 臺北市; text that starts with one, as an address does, is read too).
 * @throws TypeError when entries cannot be iterated; CompanyDataError listing every bad row (codes in {@link CompanyIssue}): nothing is indexed then.
 * @example const index = companyIndex([{ ubn: '12345675', name: '星塵示範科技股份有限公司', city: '臺北市' }]);
 * Cost: about 10 µs and 150 bytes a name; build once and keep.
 */
export function companyIndex(entries: Iterable<CompanyEntry>): CompanyIndex {
  if (entries === null || typeof entries !== 'object' || !(Symbol.iterator in entries)) {
    throw new TypeError('companyIndex(entries): entries must be an array or another iterable of { ubn, name, … }');
  }
  return new CompanyIndex(entries);
}
