import type pg from 'pg';
import { addressWords, nameWords, type TaxRow } from './row.ts';
import type { TaxBuilder, TaxIndexes, TaxStore } from './store.ts';
import type { StoredUnit } from './unit.ts';

const columns = 'ubn, head_office, name, address, capital, established, organisation, invoices, industries';
const fields = [
  'ubn',
  'head_office',
  'name',
  'address',
  'capital',
  'established',
  'organisation',
  'invoices',
  'industries',
] as const;
const BATCH = 5000;

/** Reads a tax register that {@link buildPostgres} made; `table` comes from our own records, never from input. */
export function openPostgresStore(pool: pg.Pool, table: string): TaxStore {
  return {
    async byUbn(ubn) {
      const { rows } = await pool.query<StoredUnit>(
        `select id, ${columns} from ${table} where ubn = $1 order by id limit 1`,
        [ubn],
      );
      return rows[0] ?? null;
    },
    async branches(headOffice, after, limit) {
      const text = `select id, ${columns} from ${table} where head_office = $1 and head_office <> '' and id > $2 order by id limit $3`;
      return (await pool.query<StoredUnit>(text, [headOffice, after, limit])).rows;
    },
    async withWords(column, words, after, limit) {
      const text = `select id, ${columns} from ${table} where ${column}_pairs @> $1 and id > $2 order by id limit $3`;
      return (await pool.query<StoredUnit>(text, [words, after, limit])).rows;
    },
    async close() {},
  };
}

/**
 * Builds a tax register in a table of its own. The pairs of letters are text arrays under a GIN index, which needs no
 * extension. An unfinished table is dropped by the next build.
 */
export async function buildPostgres(client: pg.PoolClient, table: string, indexes: TaxIndexes): Promise<TaxBuilder> {
  await client.query(`drop table if exists ${table}`);
  await client.query(`create unlogged table ${table} (id serial, ubn text not null, head_office text not null, name text not null,
    address text not null, capital text not null, established text not null, organisation text not null, invoices text not null,
    industries text not null, name_pairs text[], address_pairs text[])`);
  let waiting: TaxRow[] = [];
  const insert = `insert into ${table} (${columns}, name_pairs, address_pairs)
    select ${columns}, string_to_array(nw, ' '), string_to_array(aw, ' ')
    from unnest(${Array.from({ length: 11 }, (_, i) => `$${i + 1}::text[]`).join(', ')}) as t(${columns}, nw, aw)`;
  async function write(rows: readonly TaxRow[]): Promise<void> {
    const nothing = rows.map(() => null);
    const names = indexes.name ? rows.map(nameWords) : nothing;
    const addresses = indexes.address ? rows.map(addressWords) : nothing;
    // PostgreSQL texts hold no NUL.
    const clean = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '') : text);
    const values = fields.map((field) => rows.map((row) => clean(row[field])));
    await client.query(insert, [...values, names, addresses]);
  }
  return {
    add(row) {
      waiting.push(row);
    },
    async flush() {
      while (waiting.length > 0) {
        const rows = waiting.slice(0, BATCH);
        waiting = waiting.slice(BATCH);
        await write(rows);
      }
    },
    async finish(onPhase) {
      onPhase('number-index');
      await client.query(`create index ${table}_ubn on ${table} (ubn, id)`);
      const { rowCount } = await client.query(
        `delete from ${table} a using ${table} b where a.ubn = b.ubn and a.id > b.id`,
      );
      await client.query(`alter table ${table} add primary key (id)`);
      await client.query(`create index ${table}_head on ${table} (head_office, id) where head_office <> ''`);
      if (indexes.name) {
        onPhase('name-index');
        await client.query(`create index ${table}_name on ${table} using gin (name_pairs)`);
      }
      if (indexes.address) {
        onPhase('address-index');
        await client.query(`create index ${table}_address on ${table} using gin (address_pairs)`);
      }
      onPhase('swapping');
      // Unlogged while it was filled: faster, and worthless until now anyway.
      await client.query(`alter table ${table} set logged`);
      await client.query(`analyze ${table}`);
      return { location: table, duplicates: rowCount ?? 0 };
    },
    async abort() {
      await client.query(`drop table if exists ${table}`);
    },
  };
}
