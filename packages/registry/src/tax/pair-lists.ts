import type Sqlite from 'better-sqlite3';
import { PairNumbers } from './pair-numbers.ts';
import { foldedPair, pairOfWord, writePairs } from './pairs.ts';

/**
 * Which rows hold a pair of letters: for each pair and block of rows a list of numbers, made by counting and sorting in typed arrays.
 * The same index as SQLite's FTS5 without positions, in a quarter of its time (docs/decisions/215).
 */

/** Rows of a block; their numbers within it take two bytes. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
/** A list that would be longer than one bit for each row of its block is written so. */
const BITMAP_BYTES = BLOCK / 8;
/** Of a row number in a varint. */
const MAX_BYTES = 3;
const FIRST_ROOM = 1 << 20;

/** The key of a list: blocks one after the other, so that a new one is appended. */
const keyOf = (block: number, pair: number) => block * 2 ** 32 + pair;

/** Writes the lists of a table; rows come by ascending id. */
export interface PairLists {
  /** @param folded the text whose pairs are kept, with the mark of a folded one */
  add(id: number, folded: string): void;
  /** Writes what is still in memory. */
  end(): void;
}

/** Makes the table and fills it, a block of rows in memory at a time. */
export function writePairLists(db: Sqlite.Database, table: string): PairLists {
  db.exec(`create table ${table} (id integer primary key, list blob not null)`);
  const insert = db.prepare(`insert into ${table} (id, list) values (?, ?)`);
  let block = -1;
  const numbers = new PairNumbers();
  let ofText = new Uint32Array(256);
  let pairOf = new Uint32Array(FIRST_ROOM);
  let rowOf = new Uint16Array(FIRST_ROOM);
  let used = 0;

  function write(): void {
    const starts = new Uint32Array(numbers.size + 1);
    for (let i = 0; i < used; i++) starts[pairOf[i]! + 1]!++;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const next = starts.slice();
    const rows = new Uint16Array(used);
    for (let i = 0; i < used; i++) rows[next[pairOf[i]!]!++] = rowOf[i]!;
    for (const pair of numbers.pairs().sort()) {
      const number = numbers.of(pair);
      insert.run(keyOf(block, pair), listOf(rows.subarray(starts[number]!, starts[number + 1]!)));
    }
    numbers.clear();
    used = 0;
  }

  function makeRoom(more: number): void {
    if (used + more <= pairOf.length) return;
    const [pairs, rows] = [pairOf, rowOf];
    pairOf = new Uint32Array((used + more) * 2);
    pairOf.set(pairs);
    rowOf = new Uint16Array((used + more) * 2);
    rowOf.set(rows);
  }

  return {
    add(id, folded) {
      if (id >> BLOCK_BITS !== block) {
        if (block >= 0) write();
        block = id >> BLOCK_BITS;
      }
      if (folded.length + 2 > ofText.length) ofText = new Uint32Array(folded.length + 2);
      let count = writePairs(folded, ofText);
      ofText[count++] = foldedPair;
      makeRoom(count);
      const row = id & (BLOCK - 1);
      for (let i = 0; i < count; i++) {
        pairOf[used] = numbers.of(ofText[i]!);
        rowOf[used++] = row;
      }
    },
    end() {
      if (block >= 0) write();
      block = -1;
    },
  };
}

/** What a list is written into before it is stored: the longest there can be. */
const scratch = Buffer.allocUnsafe(BLOCK * MAX_BYTES);

/** Ascending rows, repeated ones once: steps between them as varints, or a bit for each row. Valid until the next call. */
function listOf(rows: Uint16Array): Buffer {
  let length = 0;
  let last = -1;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === last) continue;
    let step = row - last;
    last = row;
    for (; step > 127; step >>>= 7) scratch[length++] = (step & 127) | 128;
    scratch[length++] = step;
  }
  if (length < BITMAP_BYTES) return scratch.subarray(0, length);
  const bits = scratch.subarray(0, BITMAP_BYTES).fill(0);
  for (let i = 0; i < rows.length; i++) bits[rows[i]! >> 3]! |= 1 << (rows[i]! & 7);
  return bits;
}

function rowsOf(list: Uint8Array): number[] {
  const rows: number[] = [];
  if (list.length === BITMAP_BYTES) {
    for (let row = 0; row < BLOCK; row++) if (list[row >> 3]! & (1 << (row & 7))) rows.push(row);
    return rows;
  }
  let row = -1;
  for (let at = 0; at < list.length; ) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = list[at++]!;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    row += step;
    rows.push(row);
  }
  return rows;
}

/** The rows of both: a short list, and a long one that is gone through beside it. */
function common(rows: readonly number[], list: Uint8Array): number[] {
  if (list.length === BITMAP_BYTES) return rows.filter((row) => list[row >> 3]! & (1 << (row & 7)));
  const both: number[] = [];
  let row = -1;
  for (let at = 0, next = 0; at < list.length && next < rows.length; ) {
    let byte = list[at++]!;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = list[at++]!;
      step |= (byte & 127) << shift;
    }
    row += step;
    while (next < rows.length && rows[next]! < row) next++;
    if (rows[next] === row) both.push(row);
  }
  return both;
}

/** Bytes of a list that are gone through in the time of reading a row and comparing its text: some 8 µs. */
const BYTES_FOR_A_ROW = 2500;

/**
 * Finds the ids of rows, ascending, from lists that {@link writePairLists} wrote: every row that has all the words, and where
 * it is quicker to look at the row itself, one that has most of them.
 */
export function readPairLists(
  db: Sqlite.Database,
  table: string,
): (words: readonly string[], after: number, limit: number) => readonly number[] {
  const list = db.prepare<[number], Uint8Array>(`select list from ${table} where id = ?`).pluck();
  const last = db.prepare<[], number | null>(`select max(id) from ${table}`).pluck().get() ?? -1;
  const lastBlock = Math.floor(last / 2 ** 32);
  return (words, after, limit) => {
    const found: number[] = [];
    // How long the list of a pair was where it was last seen: the next block is asked for the rarest first, and for no more
    // once nothing is left or the rest takes longer than looking at the few texts.
    const pairs = [...new Set(words.map(pairOfWord))].map((pair) => ({ pair, bytes: 0 }));
    for (let block = after >> BLOCK_BITS; block <= lastBlock; block++) {
      let rows: number[] | null = null;
      for (const one of pairs) {
        if (rows && (rows.length === 0 || rows.length * BYTES_FOR_A_ROW < one.bytes)) break;
        const bytes = list.get(keyOf(block, one.pair));
        one.bytes = bytes?.length ?? 0;
        rows = !bytes ? [] : rows ? common(rows, bytes) : rowsOf(bytes);
      }
      pairs.sort((a, b) => a.bytes - b.bytes);
      for (const row of rows ?? []) {
        const id = (block << BLOCK_BITS) + row;
        if (id > after) found.push(id);
        if (found.length === limit) return found;
      }
    }
    return found;
  };
}
