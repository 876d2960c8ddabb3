import { type NumberedChange, openRegister, type Register } from '@aipower/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresServer, sqliteFiles, type TestDatabases } from './databases.ts';

const header = 'scheme,number,ubn,name,registered_on,valid_until,status,items';
const list = (rows: readonly string[]) => new TextEncoder().encode([header, ...rows].join('\n'));
const row = (n: number, more: { until?: string; item?: string; name?: string } = {}) =>
  `ai,甲-${n},${String(70000000 + n)},${more.name ?? `第${n}示範有限公司`},2026-01-01,${more.until ?? '2027-12-31'},生效,${more.item ?? '4.6.1'}`;

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
] as const)('changes in %s', (_dialect, make) => {
  let databases: TestDatabases;
  let register: Register;
  const about = { by: 'test', why: 'test', source: 'fictional list' };
  const load = (rows: readonly string[], seenOn: string) =>
    register.importList(
      { name: 'a.csv', bytes: list(rows) },
      { ...about, seenOn, recordedAt: `${seenOn}T01:00:00Z`, acceptGone: true },
    );

  beforeAll(async () => {
    databases = await make();
    register = await openRegister(await databases.create());
    await load(
      Array.from({ length: 7 }, (_, n) => row(n)),
      '2026-02-01',
    );
    await load([...Array.from({ length: 5 }, (_, n) => row(n, n < 2 ? { item: '1.1.1' } : {})), row(9)], '2026-03-01');
    await load([row(0, { name: '改名示範有限公司' })], '2026-04-01');
    await register.withdraw(3, { ...about, recordedAt: '2026-04-02T01:00:00Z' });
  });
  afterAll(async () => {
    await register.close();
    await databases.stop();
  });

  async function walk(limit: number, filter: object = {}): Promise<NumberedChange[]> {
    const all: NumberedChange[] = [];
    for (let after = 0; ; ) {
      const { changes, more } = await register.changes({ after, limit, ...filter });
      all.push(...changes);
      if (!more) return all;
      after = changes.at(-1)!.sequence;
    }
  }

  const plain = ({ sequence: _, ...change }: NumberedChange) => JSON.stringify(change);

  it('are numbered without gaps, and are the whole history whatever the size of a page', async () => {
    const all = await walk(1000);
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, i) => i + 1));
    for (const limit of [1, 4, 13]) expect(await walk(limit)).toEqual(all);
    const history = await register.history({ limit: 1000 });
    expect(all.map(plain).sort()).toEqual(history.map((one) => JSON.stringify(one)).sort());
    expect((await register.changes({ after: 0 })).newest).toBe(all.length);
    expect(new Set(all.map(({ revision }) => revision)).size).toBe(4);
  });

  it('are told backwards as well, and by provider, scheme and item', async () => {
    const all = await walk(1000);
    const { changes, more } = await register.changes({ before: Number.POSITIVE_INFINITY, limit: 5 });
    expect(changes).toEqual(all.slice(-5).reverse());
    expect(more).toBe(true);
    const ubn = '70000001';
    expect(await walk(1, { ubn })).toEqual(all.filter((one) => one.ubn === ubn));
    expect(await walk(2, { scheme: 'ai' })).toEqual(all.filter((one) => one.subject === 'certificate'));
    expect(await walk(2, { scheme: 'e-signature' })).toEqual([]);
    const items = await walk(2, { item: '1.1.1' });
    expect(new Set(items.map((one) => one.ubn))).toEqual(new Set(['70000000', '70000001']));
    expect(items.every((one) => one.subject === 'certificate')).toBe(true);
  });

  it('keep their numbers when more is imported', async () => {
    const before = await walk(1000);
    await load([row(0), row(30)], '2026-05-01');
    const after = await walk(1000);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    const { changes } = await register.changes({ after: before.length });
    expect(changes).toEqual(after.slice(before.length));
  });

  it('refuse a cursor that is none', async () => {
    await expect(register.changes({})).rejects.toThrow(/exactly one/);
    await expect(register.changes({ after: 0, limit: 0 })).rejects.toThrow(/1 to 1000/);
  });
});
