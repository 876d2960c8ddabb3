import { spelledOut } from '@aipower/taiwan/firm-name';
import { FOLDED, foldTaiOnly, foldTaxText, queryWords, type TextMode, textMatches } from './pairs.ts';
import type { TaxStore } from './store.ts';
import { readUnit, type TaxUnit } from './unit.ts';

/** What is looked for in the tax register. */
export interface TaxQuery {
  /** Two characters or more of a name, unless `mode` says otherwise. */
  readonly name?: string | undefined;
  /** Two characters or more of an address. Exactly one of `name`, `address` and `headOffice`. */
  readonly address?: string | undefined;
  /** 統一編號 whose branches are wanted. */
  readonly headOffice?: string | undefined;
  /** `exact` the whole text, `prefix` its beginning, `any` any part; default `any`, which gives the exact ones first. */
  readonly mode?: TextMode | undefined;
  /** 1 to 100, default 20. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/** A page of tax units, and whether there are more. */
export interface TaxPage {
  /** At most as many as asked for. */
  readonly units: readonly TaxUnit[];
  /** Cursor of the next page; `null` when there is no more. */
  readonly next: string | null;
  /** Set when nothing was looked for: fewer than two characters. */
  readonly reason: 'text-too-short' | null;
}

/** Rows asked for at once, at first as many as a page still lacks. */
const STEP = 64;
/** Rows compared for one page at most; a page may then be short, with a cursor to go on. */
const MAX_COMPARED = 4000;

const phases: readonly TextMode[] = ['exact', 'prefix', 'any'];

interface Cursor {
  readonly phase: number;
  readonly id: number;
}

function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { phase: 0, id: 0 };
  const match = /^([012])\.(\d{1,10})$/.exec(text);
  if (!match) throw new TypeError(`tax.find({ after }): ${JSON.stringify(text)} is no cursor of this register`);
  return { phase: Number(match[1]), id: Number(match[2]) };
}

function assertQuery(query: TaxQuery): number {
  const { limit = 20 } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new TypeError(`tax.find({ limit }): a whole number from 1 to 100, not ${limit}`);
  const asked = [query.name, query.address, query.headOffice].filter((one) => one !== undefined);
  if (asked.length !== 1) throw new TypeError('tax.find: give exactly one of name, address and headOffice');
  return limit;
}

/**
 * Finds units by name, by address or by head office, a page at a time.
 *
 * Without a mode the whole name comes first, then names that begin with the text, then those that hold it, each in the
 * order of the file. Upper and lower case, width, blanks, variant glyphs (峯/峰) and Simplified make no difference, and
 * （股）公司 is read as written out.
 */
export async function findUnits(store: TaxStore, query: TaxQuery): Promise<TaxPage> {
  const limit = assertQuery(query);
  let { phase, id } = readCursor(query.after);
  if (query.headOffice !== undefined) {
    const rows = await store.branches(query.headOffice, id, limit + 1);
    const page = rows.slice(0, limit);
    return { units: page.map(readUnit), next: rows.length > limit ? `0.${page.at(-1)!.id}` : null, reason: null };
  }
  const column = query.name !== undefined ? 'name' : 'address';
  const text = spelledOut((query.name ?? query.address)!.normalize('NFKC'));
  const folded = foldTaxText(text);
  if (folded.length < 2) return { units: [], next: null, reason: 'text-too-short' };
  const last = query.mode === undefined || query.mode === 'any' ? 2 : phases.indexOf(query.mode);
  const start = query.mode === 'exact' || query.mode === 'prefix' ? last : 0;
  phase = Math.max(phase, start);
  const indexed = (await isFolded(store, column)) ? folded : foldTaiOnly(text);
  const units: TaxUnit[] = [];
  for (let compared = 0; phase <= last; phase++, id = 0) {
    const mode = phases[phase]!;
    const words = queryWords(indexed, mode);
    // Names of an earlier phase were already shown.
    const shown = phases.slice(start, phase);
    for (let step = limit - units.length; ; step = STEP) {
      const rows = await store.withWords(column, words, id, step);
      for (const row of rows) {
        id = row.id;
        compared++;
        const found = row[column];
        if (!textMatches(found, folded, mode) || shown.some((earlier) => textMatches(found, folded, earlier))) continue;
        units.push(readUnit(row));
        if (units.length === limit) return { units, next: `${phase}.${id}`, reason: null };
      }
      if (rows.length < step) break;
      if (compared >= MAX_COMPARED) return { units, next: `${phase}.${id}`, reason: null };
    }
  }
  return { units, next: null, reason: null };
}

const foldedStores = new WeakMap<TaxStore, Map<string, Promise<boolean>>>();

/** Were the words of this register made with all glyphs folded? Asked once for each store and column. */
function isFolded(store: TaxStore, column: 'name' | 'address'): Promise<boolean> {
  const known = foldedStores.get(store) ?? new Map<string, Promise<boolean>>();
  foldedStores.set(store, known);
  const answer = known.get(column) ?? store.withWords(column, [FOLDED], 0, 1).then((rows) => rows.length > 0);
  if (!known.has(column)) {
    known.set(column, answer);
    answer.catch(() => known.delete(column));
  }
  return answer;
}
