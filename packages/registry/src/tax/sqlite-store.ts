import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { SqliteDatabase } from '@aipower/database';
import type Sqlite from 'better-sqlite3';
import { readPairLists, writePairLists } from './pair-lists.ts';
import { foldTaxText } from './pairs.ts';
import type { TaxBuilder, TaxIndexes, TaxStore } from './store.ts';
import type { StoredUnit } from './unit.ts';

const columns = 'ubn, head_office, name, address, capital, established, organisation, invoices, industries';
const padded = (ubn: number) => String(ubn).padStart(8, '0');

/** Numbers are kept as integers: the index is a third of the size. */
interface Row extends Omit<StoredUnit, 'ubn'> {
  readonly ubn: number;
}

/** Opens SQLite files as the register beside does. */
type Files = Pick<SqliteDatabase<unknown>, 'openFile'>;

const stored = (row: Row): StoredUnit => ({ ...row, ubn: padded(row.ubn) });

/** Reads a tax register that {@link buildSqlite} made. */
export function openSqliteStore(register: Files, location: string | Sqlite.Database): TaxStore {
  const db =
    typeof location === 'string' ? register.openFile(location, { readonly: true, fileMustExist: true }) : location;
  db.pragma('query_only = ON');
  db.pragma('mmap_size = 268435456');
  const number = db.prepare<[number], Row>(`select id, ${columns} from unit where ubn = ? order by id limit 1`);
  const branch = db.prepare<[string, number, number], Row>(
    `select id, ${columns} from unit where head_office = ? and head_office <> '' and id > ? order by id limit ?`,
  );
  const unit = db.prepare<[number], Row>(`select id, ${columns} from unit where id = ?`);
  const has = new Set(db.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]);

  type Search = (words: readonly string[], after: number, limit: number) => Row[];
  function searchOf(column: 'name' | 'address'): Search | null {
    if (has.has(`${column}_lists`)) {
      const find = readPairLists(db, `${column}_lists`);
      return (words, after, limit) => find(words, after, limit).map((id) => unit.get(id)!);
    }
    // As it was made until a list of rows was kept for each pair.
    const table = `${column}_pair`;
    if (!has.has(table)) return null;
    const match = db.prepare<[string, number, number], Row>(
      `select id, ${columns} from ${table} f join unit on unit.id = f.rowid where f.${table} match ? and f.rowid > ? order by f.rowid limit ?`,
    );
    return (words, after, limit) => match.all(words.map((word) => `"${word}"`).join(' '), after, limit);
  }
  const search = { name: searchOf('name'), address: searchOf('address') };
  return {
    async byUbn(ubn) {
      const row = number.get(Number(ubn));
      return row ? stored(row) : null;
    },
    branches: async (headOffice, after, limit) => branch.all(headOffice, after, limit).map(stored),
    async withWords(column, wanted, after, limit) {
      const find = search[column];
      if (!find) throw new TypeError(`tax.find: the tax register was imported without its ${column} index`);
      return find(wanted, after, limit).map(stored);
    },
    async close() {
      db.close();
    },
  };
}

/** A statement for each row makes reading take a seventh longer. */
const ROWS_AT_ONCE = 16;

/**
 * Builds a tax register in a file of its own, without a journal: a build that dies leaves a part file, which the next
 * build removes, and the present register untouched.
 */
export function buildSqlite(
  register: Files,
  location: string,
  indexes: TaxIndexes,
): TaxBuilder & { database: Sqlite.Database } {
  const part = location === ':memory:' ? location : `${location}.part`;
  if (part !== ':memory:') rmSync(part, { force: true });
  const db = register.openFile(part);
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('locking_mode = EXCLUSIVE');
  // Written from beginning to end and read the same way: a larger cache is filled, and finds nothing again.
  db.pragma('cache_size = -4000');
  db.exec(`create table unit (id integer primary key, ubn integer not null, head_office text not null, name text not null,
    address text not null, capital text not null, established text not null, organisation text not null,
    invoices text not null, industries text not null)`);
  const insertOf = (rows: number) =>
    db.prepare(`insert into unit (${columns}) values ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?)').join()}`);
  const insert = insertOf(ROWS_AT_ONCE);
  let waiting: (string | number)[] = [];
  db.exec('begin');

  function index(column: 'name' | 'address'): void {
    const lists = writePairLists(db, `${column}_lists`);
    const read = db.prepare<[number], [id: number, text: string]>(
      `select id, ${column} from unit where id > ? order by id limit 1024`,
    );
    read.raw();
    for (let rows = read.all(0); rows.length > 0; rows = read.all(rows.at(-1)![0])) {
      for (const [id, text] of rows) lists.add(id, foldTaxText(text));
    }
    lists.end();
  }

  return {
    database: db,
    add(row) {
      const { ubn, head_office, name, address, capital, established, organisation, invoices, industries } = row;
      waiting.push(+ubn, head_office, name, address, capital, established, organisation, invoices, industries);
      if (waiting.length < ROWS_AT_ONCE * 9) return;
      insert.run(waiting);
      waiting = [];
    },
    async flush() {},
    async finish(onPhase) {
      if (waiting.length > 0) insertOf(waiting.length / 9).run(waiting);
      onPhase('number-index');
      db.exec('create index unit_ubn on unit (ubn)');
      db.exec("create index unit_head_office on unit (head_office) where head_office <> ''");
      const duplicates = db
        .prepare(
          'delete from unit where id in (select b.id from unit a join unit b on b.ubn = a.ubn and b.id > a.id where a.ubn in (select ubn from unit group by ubn having count(*) > 1))',
        )
        .run().changes;
      if (indexes.name) {
        onPhase('name-index');
        index('name');
      }
      if (indexes.address) {
        onPhase('address-index');
        index('address');
      }
      db.exec('commit');
      onPhase('swapping');
      if (part === ':memory:') return { location, duplicates };
      db.close();
      const file = openSync(part, 'r');
      fsyncSync(file);
      closeSync(file);
      renameSync(part, location);
      return { location, duplicates };
    },
    async abort() {
      if (db.open) db.close();
      if (part !== ':memory:') rmSync(part, { force: true });
    },
  };
}
