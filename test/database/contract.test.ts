import {
  assertAnswers,
  DatabaseError,
  exclusively,
  inTransaction,
  type Migrations,
  migrate,
  type OpenDatabase,
  openDatabase,
  syncedOnce,
  takeLock,
} from '@aipower/database';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresServer, sqliteFiles, type TestDatabases } from '../registry/databases.ts';
import { frozenProxy } from './frozen-proxy.ts';

interface Tables {
  note: { id: number; text: string };
}

const notes = {
  '001-note': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('note')
        .addColumn('id', 'integer', (c) => c.primaryKey())
        .addColumn('text', 'text', (c) => c.notNull())
        .execute();
    },
  },
};
const owner: Migrations = { table: 'notes_migration', steps: notes };

const withDatabase = async <T>(url: string, use: (open: OpenDatabase<Tables>) => Promise<T>): Promise<T> => {
  const open = await openDatabase<Tables>(url);
  try {
    return await use(open);
  } finally {
    await open.close();
  }
};

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error) => (error instanceof DatabaseError ? error.code : error),
  );

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
] as const)('a database: %s', (kind, start) => {
  let databases: TestDatabases;
  let url: string;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases?.stop());
  beforeEach(async () => {
    url = await databases.create();
  });

  test('work that waits for the disk once is there afterwards, also what it wrote before it failed; then each commit waits again', async () => {
    await withDatabase(url, async (open) => {
      await migrate(open, owner);
      const write = (id: number) =>
        inTransaction(open.db, 'writing', (trx) => trx.insertInto('note').values({ id, text: 'x' }).execute());
      const done = syncedOnce(open, async () => {
        await write(1);
        await write(2);
        return 'done';
      });
      expect(await done).toBe('done');
      const failing = syncedOnce(open, async () => {
        await write(3);
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await open.db.selectFrom('note').select('id').orderBy('id').execute()).toEqual([
        { id: 1 },
        { id: 2 },
        { id: 3 },
      ]);
      if (open.dialect === 'sqlite') expect(open.raw.pragma('synchronous', { simple: true })).toBe(2);
    });
  });

  test('ten that start at once on an empty database all find the schema, made once', async () => {
    const texts = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        withDatabase(url, async (open) => {
          await migrate(open, owner);
          await inTransaction(open.db, 'writing a note', (trx) =>
            trx
              .insertInto('note')
              .values({ id: i, text: `${i}` })
              .execute(),
          );
          return i;
        }),
      ),
    );
    expect(texts).toHaveLength(10);
    await withDatabase(url, async (open) => {
      expect(await open.db.selectFrom('note').selectAll().execute()).toHaveLength(10);
    });
  });

  test('two owners share a database, each with its own table of migrations', async () => {
    const other: Migrations = {
      table: 'other_migration',
      steps: {
        '001-other': {
          up: async (db: Kysely<unknown>) => {
            await db.schema.createTable('other').addColumn('id', 'integer').execute();
          },
        },
      },
    };
    await withDatabase(url, async (open) => {
      await migrate(open, owner);
      await migrate(open, other);
      await migrate(open, owner);
      for (const table of ['notes_migration', 'other_migration']) {
        const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(open.db);
        expect(rows).toHaveLength(1);
      }
    });
  });

  test('a migration that fails leaves nothing, and is named with its cause', async () => {
    const broken: Migrations = {
      ...owner,
      steps: {
        ...notes,
        '002-broken': {
          up: async (db: Kysely<unknown>) => {
            await db.schema.createTable('half').addColumn('id', 'integer').execute();
            await sql`select * from nothing_of_this_name`.execute(db);
          },
        },
      },
    };
    await withDatabase(url, async (open) => {
      const error = await migrate(open, broken).catch((caught) => caught);
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error.code).toBe('database-failed');
      expect(error.cause).toBeInstanceOf(Error);
      expect(error.message).toContain('nothing_of_this_name');
      const tables = await open.db.introspection.getTables();
      expect(tables.map(({ name }) => name)).not.toContain('half');
      await migrate(open, owner);
      expect(await open.db.selectFrom('note').selectAll().execute()).toEqual([]);
    });
  });

  test('a database of a newer program is refused', async () => {
    await withDatabase(url, async (open) => {
      await migrate(open, { ...owner, steps: { ...notes, '009-later': { up: async () => {} } } });
      expect(await codeOf(migrate(open, owner))).toBe('schema-too-new');
    });
  });

  test('a transaction is all or nothing', async () => {
    await withDatabase(url, async (open) => {
      await migrate(open, owner);
      const failing = inTransaction(open.db, 'writing', async (trx) => {
        await trx.insertInto('note').values({ id: 1, text: 'a' }).execute();
        throw new RangeError('changed my mind');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await open.db.selectFrom('note').selectAll().execute()).toEqual([]);
    });
  });

  test('a lock is held by one; who waits for it runs afterwards', async () => {
    const [a, b] = [await openDatabase<Tables>(url), await openDatabase<Tables>(url)];
    const held = await takeLock(a, 'seed', 'seeding');
    expect(await codeOf(takeLock(b, 'seed', 'seeding'))).toBe('database-locked');
    await (await takeLock(b, 'other', 'something else')).release();
    const order: string[] = [];
    const waiting = exclusively(b, 'seed', 'seeding', async () => order.push('second'));
    order.push('first');
    held.release();
    await waiting;
    expect(order).toEqual(['first', 'second']);
    await expect(takeLock(a, 'not a name!', 'x')).rejects.toThrow(TypeError);
    await a.close();
    await b.close();
  });

  test('it answers while it is open, and says that it is closed afterwards', async () => {
    const open = await openDatabase<Tables>(url);
    await assertAnswers(open);
    await open.close();
    expect(await codeOf(assertAnswers(open))).toBe('database-closed');
  });

  if (kind === 'PostgreSQL') {
    // Short enough to be waited for, long enough that an honest question on a busy machine is never cut off.
    const short = { statement: 1500, answer: 3000, lock: 300, connect: 3000 };
    const throughProxy = async (use: (open: OpenDatabase<Tables>, freeze: () => void) => Promise<void>) => {
      const address = new URL(url);
      const proxy = await frozenProxy(Number(address.port));
      address.port = String(proxy.port);
      const open = await openDatabase<Tables>(address.href, { timeouts: short });
      try {
        await use(open, proxy.freeze);
      } finally {
        await open.close();
        await proxy.close();
      }
    };
    const ask = (open: OpenDatabase<Tables>) => sql`select 1 as one`.execute(open.db);

    test('a statement that takes too long is ended by the server', async () => {
      const open = await openDatabase<Tables>(url, { timeouts: short });
      expect(
        await codeOf(
          inTransaction(open.db, 'sleeping', async (trx) => {
            await sql`select pg_sleep(20)`.execute(trx);
          }),
        ),
      ).toBe('database-timeout');
      await ask(open);
      await open.close();
    });

    test('a server that freezes is cut off, later questions too, and closing does not wait for it', async () => {
      await throughProxy(async (open, freeze) => {
        await ask(open);
        freeze();
        expect(
          await codeOf(
            inTransaction(open.db, 'asking', async (trx) => {
              await sql`select 1`.execute(trx);
            }),
          ),
        ).toBe('database-timeout');
        // The pool has no connection left, and a new one is not answered either.
        expect(await codeOf(assertAnswers(open, 60_000))).toBe('database-unreachable');
      });
    });

    test('closing cuts what a frozen server keeps waiting', async () => {
      const address = new URL(url);
      const proxy = await frozenProxy(Number(address.port));
      address.port = String(proxy.port);
      // As patient as a program is that knows no limit.
      const open = await openDatabase<Tables>(address.href, { timeouts: { answer: 2_000_000_000, statement: 0 } });
      await ask(open);
      proxy.freeze();
      const waiting = codeOf(assertAnswers(open, 2_000_000_000));
      // The question is on its way.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await open.close();
      expect(await waiting).toBe('database-closed');
      await proxy.close();
    });

    test('a readiness probe waits no longer than it was told', async () => {
      await throughProxy(async (open, freeze) => {
        await ask(open);
        freeze();
        expect(await codeOf(assertAnswers(open, 100))).toBe('database-timeout');
      });
    });

    test('long work may take its time, and leaves no patience behind', async () => {
      const open = await openDatabase<Tables>(url, { timeouts: { ...short, longStatement: 60_000 } });
      if (open.dialect !== 'postgres') throw new Error('PostgreSQL is meant');
      const { client, release } = await open.connectForLongWork();
      await client.query('select pg_sleep(3.2)');
      release();
      const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(
        open.db,
      );
      expect(rows).toEqual([{ limit: '1500ms' }]);
      await open.close();
    });

    test('a row that another transaction holds is waited for, then named', async () => {
      await withDatabase(url, async (open) => {
        await migrate(open, owner);
        const other = await openDatabase<Tables>(url, { timeouts: short });
        await open.db.insertInto('note').values({ id: 1, text: 'a' }).execute();
        const trx = await open.db.startTransaction().execute();
        await trx.updateTable('note').set({ text: 'b' }).execute();
        const blocked = inTransaction(other.db, 'writing', (late) =>
          late.updateTable('note').set({ text: 'c' }).execute(),
        );
        // Let it fail and try again at least once.
        await new Promise((resolve) => setTimeout(resolve, 800));
        await trx.commit().execute();
        await blocked;
        expect(await open.db.selectFrom('note').select('text').execute()).toEqual([{ text: 'c' }]);
        await other.close();
      });
    });
  }
});

test('another address is misuse', async () => {
  await expect(openDatabase('mysql://x/y')).rejects.toThrow(/mysql:\/\/ is not supported/);
  await expect(openDatabase('')).rejects.toThrow(TypeError);
});
