import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openRegister } from '@aipower/registry';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { frozenProxy } from '../database/frozen-proxy.ts';
import { postgresServer, sqliteFiles, type TestDatabases } from './databases.ts';
import { ALPHA, csvList, importedOn } from './lists.ts';

const here = fileURLToPath(new URL('../', import.meta.url));
const sample = fileURLToPath(new URL('../../data/sample/', import.meta.url));
const bin = fileURLToPath(new URL('../../packages/registry/bin/aipower-registry.js', import.meta.url));

/** What a site does at its first start, in a process of its own. */
const start = `import { readFileSync } from 'node:fs';
import { openRegister } from '@aipower/registry';
const [url, folder] = process.argv.slice(1);
const register = await openRegister(url);
const bytes = readFileSync(folder + 'register.csv');
const options = { seenOn: '2026-11-20', recordedAt: '2026-11-20T02:00:00Z', by: 'start', fictional: true };
await register.exclusively('seed', async () => {
  if ((await register.refresh()) === 0) {
    await register.importList({ name: 'register.csv', bytes }, options);
    await register.tax.importFile(folder + 'tax-register.csv', options);
    console.log('seeded');
  }
  await register.tax.refresh();
});
console.log(register.revision, register.tax.status().rows > 0);
await register.close();`;

const run = promisify(execFile);
const node = (...args: string[]) =>
  run(process.execPath, ['--conditions=aipower:source', ...args], { cwd: here, encoding: 'utf8' });

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
] as const)('many at once on an empty register: %s', (kind, open) => {
  let databases: TestDatabases;
  let url: string;
  beforeAll(async () => {
    databases = await open();
  });
  afterAll(() => databases?.stop());
  beforeEach(async () => {
    url = await databases.create();
  });

  it('ten first starts: one seeds, all see the same', async () => {
    const starts = Array.from({ length: 10 }, () => node('--input-type=module', '--eval', start, url, sample));
    const printed = (await Promise.all(starts)).map(({ stdout }) => stdout);
    expect(printed.filter((text) => text.includes('seeded'))).toHaveLength(1);
    expect(printed.map((text) => text.replace('seeded\n', ''))).toEqual(Array(10).fill('1 true\n'));
  });

  it('five first imports by the command line: all succeed, one makes the revision', async () => {
    const list = ['import', join(sample, 'register.csv'), '--seen-on', '2026-11-20', '--by', 'Lin', '--fictional'];
    const imports = Array.from({ length: 5 }, () => node(bin, '--database', url, ...list));
    await Promise.all(imports);
    const register = await openRegister(url, { refreshEvery: 0 });
    expect(register.revision).toBe(1);
    expect(register.status('2026-11-20').certificates).toBeGreaterThan(10);
    await register.close();
  });

  it('a register restored in place with the same revision is read anew', async () => {
    const other = await databases.create();
    const [served, twin] = [
      await openRegister(url, { refreshEvery: 0 }),
      await openRegister(other, { refreshEvery: 0 }),
    ];
    await served.importList(csvList(ALPHA), importedOn('2026-01-10'));
    const renamed = csvList(ALPHA.replace('示範甲股份有限公司', '示範新甲股份有限公司'));
    await twin.importList(renamed, importedOn('2026-01-10'));
    expect(twin.revision).toBe(served.revision);
    // Restored row by row, as a dump is: the file, or the database, stays the same.
    await node('--input-type=module', '--eval', restore, other, url);
    expect(await served.refresh()).toBe(1);
    expect(served.provider('00000079')?.name).toBe('示範新甲股份有限公司');
    await served.close();
    await twin.close();
  });

  if (kind === 'PostgreSQL') {
    it('a server that freezes: memory answers and says since when, nothing hangs, closing works', async () => {
      const address = new URL(url);
      const proxy = await frozenProxy(Number(address.port));
      address.port = String(proxy.port);
      const register = await openRegister(address.href, { refreshEvery: 50 });
      await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
      expect(register.lastCheck()).toMatchObject({ failing: null });
      proxy.freeze();
      await expect.poll(() => register.lastCheck().secondsAgo).toBeGreaterThan(0.5);
      await expect(register.assertAnswers(200)).rejects.toMatchObject({ code: 'database-timeout' });
      expect(register.provider('00000079')?.name).toBe('示範甲股份有限公司');
      const waiting = register.refresh().catch((error) => error.code);
      await register.close();
      expect(await waiting).toMatch(/^(database-unreachable|register-closed)$/);
      await proxy.close();
    });
  }
});

/** Copies the tables of a register over those of another. */
const restore = `import { openDatabase } from '@aipower/database';
import { sql } from 'kysely';
const [from, to] = await Promise.all(process.argv.slice(1).map((url) => openDatabase(url)));
const tables = ['register_meta', 'import_run', 'scheme_list', 'provider_version', 'certificate_version', 'import_seal'];
const rows = await Promise.all(tables.map((table) => from.db.selectFrom(table).selectAll().execute()));
// Only the owner of the tables can: what keeps the history is taken off, and put back.
const lite = !process.argv[1].startsWith('postgres');
const guards = lite ? (await sql\`select name, sql from sqlite_master where type = 'trigger'\`.execute(to.db)).rows : [];
for (const { name } of guards) await sql.raw('drop trigger ' + name).execute(to.db);
const switched = (state) => Promise.all(tables.map((t) => sql.raw('alter table ' + t + ' ' + state + ' trigger user').execute(to.db)));
if (!lite) await switched('disable');
for (const table of tables.toReversed()) await to.db.deleteFrom(table).execute();
for (const [i, table] of tables.entries()) await to.db.insertInto(table).values(rows[i]).execute();
for (const { sql: text } of guards) await sql.raw(text).execute(to.db);
if (!lite) await switched('enable');
await from.close();
await to.close();`;
