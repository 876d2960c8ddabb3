import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openRegister, type Snapshot } from '@aipower/registry';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresServer, sqliteFiles, type TestDatabases } from './databases.ts';

const header = 'scheme,number,ubn,name,registered_on,valid_until,status\n';
const row = (number: string, ubn: string, status = '生效') =>
  `ai,${number},${ubn},示範${ubn}有限公司,2026-01-01,2027-01-01,${status}\n`;
const list = (...rows: string[]) => ({ name: 'list.csv', bytes: new TextEncoder().encode(header + rows.join('')) });
const on = (day: string) => ({ seenOn: day, recordedAt: `${day}T02:00:00Z`, by: 'test', acceptGone: true });
const who = { by: 'Lin', why: 'wrong file', recordedAt: '2026-05-01T02:00:00Z' };

/** Everything that is answered, for comparison: who holds what, which lists, how old. */
const answers = ({ providers, lists }: Snapshot) => {
  const plain = [...lists.values()].map(({ revision: _, ...rest }) => rest);
  return JSON.parse(JSON.stringify({ providers, lists: plain }));
};

describe.each([
  ['sqlite', sqliteFiles],
  ['postgres', postgresServer],
] as const)('the history in %s', (dialect, make) => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await make();
  });
  afterAll(() => databases.stop());

  async function filled() {
    const url = await databases.create();
    const register = await openRegister(url, { refreshEvery: 0 });
    await register.importList(list(row('甲-1', '00000254'), row('甲-2', '00000276')), on('2026-02-01'));
    await register.importList(
      list(row('甲-1', '00000254', '廢止'), row('甲-2', '00000276'), row('甲-3', '00000313')),
      on('2026-03-01'),
    );
    return { url, register };
  }

  /** Statements by somebody who has the database itself. */
  async function statements(url: string, run: (say: (sql: string) => Promise<unknown>) => Promise<void>) {
    if (dialect === 'sqlite') {
      const raw = new Sqlite(url);
      await run(async (sql) => raw.exec(sql));
      raw.close();
      return;
    }
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await run((sql) => client.query(sql));
    await client.end();
  }

  it('refuses to be changed or deleted, row by row, by whoever writes', async () => {
    const { url, register } = await filled();
    await statements(url, async (say) => {
      for (const sql of [
        "update import_run set recorded_by = 'nobody'",
        'delete from import_run',
        "update scheme_list set seen_on = '2030-01-01'",
        'delete from scheme_list',
        "update certificate_version set status = 'valid'",
        'update certificate_version set rev_to = null where rev_to is not null',
        'update certificate_version set rev_to = 9 where rev_to is not null',
        'delete from certificate_version',
        "update provider_version set name = 'x' where rev_to is null",
        'delete from provider_version',
        "update import_seal set digest = ''",
        'delete from import_seal',
        ...(dialect === 'postgres' ? ['truncate import_seal', 'truncate certificate_version'] : []),
      ])
        await expect(say(sql), sql).rejects.toThrow(/the history of the register is never changed/);
    });
    expect((await register.proveHistory()).faults).toEqual([]);
    await register.close();
  });

  it('shows what was changed by somebody who took the guards away', async () => {
    const { url, register } = await filled();
    const { head } = await register.proveHistory();
    await register.importList(list(row('甲-2', '00000276')), on('2026-04-01'));
    const before = await register.proveHistory(head);
    expect(before).toMatchObject({ revision: 3, faults: [] });
    const drop = dialect === 'sqlite' ? 'drop trigger' : 'alter table certificate_version disable trigger';
    await statements(url, async (say) => {
      await say(`${drop} certificate_version_fixed`);
      await say("update certificate_version set valid_until = '2099-12-31' where number = '甲-3' and rev_from = 2");
    });
    expect((await register.proveHistory(head)).faults).toEqual([{ revision: 2, code: 'changed' }]);
    expect((await register.proveHistory('0'.repeat(64))).faults).toContainEqual({ revision: 3, code: 'head-unknown' });
    await register.close();
  });

  it('keeps a withdrawn import, and answers as before it', async () => {
    const { register } = await filled();
    const good = answers(register.snapshot());
    const ages = register.status('2026-04-20').schemes;
    await register.importList(list(row('乙-9', '00000276')), on('2026-04-15'));
    expect(answers(register.snapshot())).not.toEqual(good);
    expect(await register.withdraw(3, who)).toEqual({ revision: 4, withdrawn: [3] });
    expect(answers(register.snapshot())).toEqual(good);
    expect(register.status('2026-04-20').schemes).toEqual(ages);
    // What was known in between stays what was known in between.
    expect(answers(await register.asKnownAt('2026-04-16'))).not.toEqual(good);
    const [newest] = await register.history({ ubn: '00000276', limit: 1 });
    expect(newest).toMatchObject({ revision: 4, by: 'Lin', why: 'wrong file' });
    // A later list, older than the withdrawn one, is taken as if that had never been.
    const late = await register.importList(list(row('甲-2', '00000276')), on('2026-04-10'));
    expect(late.revision).toBe(5);
    // And a withdrawal can itself be taken back.
    await register.withdraw(4, { ...who, recordedAt: '2026-05-02T02:00:00Z' });
    expect(register.certificates('ai', '乙-9')).toHaveLength(1);
    expect((await register.proveHistory()).faults).toEqual([]);
    await expect(register.withdraw(99, who)).rejects.toThrow(TypeError);
    await expect(register.withdraw(1, { ...who, why: ' ' })).rejects.toThrow(/may not be empty/);
    await register.close();
  });
});

it('seals what an earlier version recorded when it is opened by this one', async () => {
  const databases = await sqliteFiles();
  const url = await databases.create();
  const register = await openRegister(url, { refreshEvery: 0 });
  await register.importList(list(row('甲-1', '00000254')), on('2026-02-01'));
  const { head } = await register.proveHistory();
  await register.close();
  const old = join(dirname(url), 'old.sqlite');
  copyFileSync(url, old);
  const raw = new Sqlite(old);
  const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const name of triggers) raw.exec(`drop trigger ${name}`);
  raw.exec(
    'drop table import_seal; drop table withdrawal; drop index provider_version_closed; drop index certificate_version_closed',
  );
  raw.exec("delete from kysely_migration where name in ('004-history', '005-closed-rows')");
  raw.close();
  const again = await openRegister(old, { refreshEvery: 0 });
  expect(await again.proveHistory(head)).toMatchObject({ head, faults: [] });
  await again.close();
  await databases.stop();
});

it('a clock that was set back lets nobody know what came later', async () => {
  const register = await openRegister(':memory:', { refreshEvery: 0 });
  await register.importList(list(row('甲-1', '00000254')), { ...on('2026-02-01'), recordedAt: '2026-02-01T10:00:00Z' });
  await register.importList(list(row('甲-1', '00000254'), row('甲-2', '00000276')), {
    ...on('2026-02-01'),
    recordedAt: '2026-02-01T09:00:00Z',
  });
  const seen = async (moment: string) => (await register.asKnownAt(moment)).revision;
  expect(await seen('2026-02-01T08:00:00Z')).toBe(0);
  expect(await seen('2026-02-01T09:30:00Z')).toBe(0);
  expect(await seen('2026-02-01T10:00:00Z')).toBe(2);
  await register.close();
});

it('a backup overwrites nothing', async () => {
  const databases = await sqliteFiles();
  const [one, other] = [await databases.create(), await databases.create()];
  const register = await openRegister(one);
  await (await openRegister(other)).close();
  await expect(register.backup(other)).rejects.toMatchObject({ code: 'file-unwritable' });
  await register.close();
  await databases.stop();
});
