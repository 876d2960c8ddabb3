import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  exportRegister,
  type ImportOptions,
  openRegister,
  type Register,
  RegisterDataError,
  type SourceFile,
} from '@aipower/registry';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postgresServer, sqliteFiles, type TestDatabases } from './databases.ts';
import { ALPHA, BETA, csvList, HEADER, importedOn, SECURITY } from './lists.ts';

const sample = fileURLToPath(new URL('../../data/sample/', import.meta.url));

/** The same promises on both databases. */
describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
] as const)('a register on %s', (_, start) => {
  let databases: TestDatabases;
  let url: string;
  let register: Register;

  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases?.stop());
  beforeEach(async () => {
    url = await databases.create();
    register = await openRegister(url, { refreshEvery: 0 });
  });
  afterEach(() => register.close());

  const verdict = async (claim: Parameters<Register['verify']>[0][number], on: string, today = on, knownAt?: string) =>
    (await register.verify([claim], { on, today, knownAt })).results[0]!;

  it('keeps a renewal printed as another row apart from the first term, whichever way the list does it', async () => {
    const first = '113電簽0001,00000079,示範甲股份有限公司,,,,2024-07-01,2026-06-30';
    const renewed = '113電簽0001（展延）,00000079,示範甲股份有限公司,,,,2026-07-01,2028-06-30,展延,,';
    const claim = { scheme: 'e-signature', number: '113電簽0001', ubn: '00000079' } as const;
    await register.importList(csvList(`e-signature,${first},生效,,`), importedOn('2026-03-01'));
    await register.importList(csvList(`e-signature,${renewed}`), importedOn('2026-08-01'));
    expect(await verdict(claim, '2026-03-01', '2026-08-02')).toMatchObject({
      verdict: 'valid',
      today: { verdict: 'valid' },
    });
    expect(await verdict(claim, '2026-05-01', '2026-08-02')).toMatchObject({
      verdict: 'unverifiable',
      reason: 'gone-day-unknown',
    });
    expect((await verdict(claim, '2026-05-01', '2026-08-02')).matches).toHaveLength(2);
    expect((await verdict(claim, '2026-05-01', '2026-08-02', '2026-03-02')).verdict).toBe('valid');
    expect((await verdict(claim, '2026-07-01', '2026-08-02')).verdict).toBe('valid');
    // The list of the same day, with the first row among the expired, closes the gap.
    const whole = csvList(`e-signature,${first},屆期失效,,`, `e-signature,${renewed}`);
    await register.importList(whole, importedOn('2026-08-01'));
    expect((await verdict(claim, '2026-05-01', '2026-08-02')).verdict).toBe('valid');
  });

  it('takes a number printed another way as one change, then as none', async () => {
    await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
    const renamed = csvList(
      ALPHA.replace('示範-AI-0001', '示範ＡＩ－０００１').replace('示範甲股份有限公司', '示範新甲股份有限公司'),
    );
    await register.importList(renamed, importedOn('2026-02-10'));
    expect(register.certificates('ai', '示範-AI-0001').map(({ number }) => number)).toEqual(['示範ＡＩ－０００１']);
    expect(await register.importList(renamed, importedOn('2026-02-10'))).toMatchObject({ revision: null, changes: [] });
    const history = await register.history({ scheme: 'ai', key: '示範AI0001' });
    expect(history.map(({ kind, number, name }) => `${kind} ${number} ${name}`)).toEqual([
      'changed 示範ＡＩ－０００１ 示範新甲股份有限公司',
      'new 示範-AI-0001 示範甲股份有限公司',
    ]);
  });

  it('takes letters that a database cannot hold as none, once and for all, and finds nothing under them', async () => {
    // UTF-16 can say half a letter (a file with NUL is read as none of the four kinds); a second reading of the same list must not see a change in it.
    const half = ALPHA.replace('示範甲', '示範\ud800甲\u001b[2J');
    const bytes = Buffer.from(`\ufeff${HEADER}\n${half}\n`, 'utf16le');
    const by = { by: 'Lin\0\u202e', why: 'half \ud800 \0' };
    expect(await register.importList({ name: 'a\0.csv', bytes }, importedOn('2026-01-10', by))).toMatchObject({
      revision: 1,
    });
    expect(await register.importList({ name: 'a\0.csv', bytes }, importedOn('2026-01-11', by))).toMatchObject({
      changes: [],
    });
    expect(register.provider('00000079')!.name).toBe('示範\ufffd甲[2J股份有限公司');
    expect((await register.history({ limit: 1 }))[0]).toMatchObject({ by: 'Lin', why: 'half \ufffd ' });
    for (const odd of ['\0', '\ud800', '示\0範', '\u001b']) {
      expect(await register.history({ ubn: odd })).toEqual([]);
      expect(await register.history({ scheme: 'ai', key: odd })).toEqual([]);
      expect((await register.changes({ after: 0, ubn: odd })).changes).toEqual([]);
      expect((await verdict({ scheme: 'ai', number: odd, ubn: odd, name: odd }, '2026-01-10')).verdict).not.toBe(
        'valid',
      );
    }
  });

  it('holds fictional lists or real ones, never both', async () => {
    const codesOf = async (file: SourceFile, options: ImportOptions) => {
      const error = await register.importList(file, options).catch((caught) => caught);
      return error instanceof RegisterDataError ? error.problems.map(({ code }) => code) : error;
    };
    await register.importList(csvList(ALPHA), importedOn('2026-01-10', { fictional: true }));
    expect(register.status('2026-01-10').fictional).toBe(true);
    expect(await codesOf(csvList(BETA), importedOn('2026-01-11', { acceptGone: true }))).toEqual([
      'register-is-fictional',
    ]);
    expect(await codesOf(csvList(ALPHA), importedOn('2026-01-11'))).toEqual(['register-is-fictional']);
    expect(register.revision).toBe(1);
    await register.importList(csvList(BETA), importedOn('2026-01-11', { fictional: true, complete: false }));
    expect([...(await register.asKnownAt('2026-01-12')).lists.values()].map(({ fictional }) => fictional)).toEqual([
      true,
    ]);

    const real = await openRegister(await databases.create(), { refreshEvery: 0 });
    await real.importList(csvList(ALPHA), importedOn('2026-01-10'));
    expect(real.status('2026-01-10').fictional).toBe(false);
    const report = await real.importList(
      csvList(BETA),
      importedOn('2026-01-11', { fictional: true, dryRun: true, acceptGone: true }),
    );
    expect(report.problems.map(({ code }) => code)).toEqual(['list-is-fictional']);
    await real.close();
  });

  it('begins empty, and an empty register proves nothing', async () => {
    expect(register.revision).toBe(0);
    expect(await verdict({ scheme: 'ai', number: '示範-AI-0001' }, '2026-01-01')).toMatchObject({
      verdict: 'unverifiable',
      reason: 'list-not-loaded',
    });
  });

  it('tells what an import would do, does it once, and does nothing the second time', async () => {
    const dry = await register.importList(csvList(ALPHA, BETA, SECURITY), importedOn('2026-01-10', { dryRun: true }));
    expect(dry).toMatchObject({ dryRun: true, revision: null, counts: { new: 3, providersNew: 2 } });
    expect(register.revision).toBe(0);
    const real = await register.importList(csvList(ALPHA, BETA, SECURITY), importedOn('2026-01-10'));
    expect(real).toMatchObject({ revision: 1, changes: dry.changes });
    const again = await register.importList(csvList(ALPHA, BETA, SECURITY), importedOn('2026-01-10'));
    expect(again).toMatchObject({ revision: null, changes: [], counts: { unchanged: 3 } });
    expect(register.revision).toBe(1);
  });

  it('closes what is gone, and keeps it findable', async () => {
    await register.importList(csvList(ALPHA, BETA), importedOn('2026-01-10'));
    const report = await register.importList(csvList(BETA), importedOn('2026-02-10'));
    expect(report.counts).toMatchObject({ gone: 1, unchanged: 1 });
    expect(await verdict({ scheme: 'ai', number: '示範AI0001', ubn: '00000079' }, '2026-01-10')).toMatchObject({
      verdict: 'valid',
    });
    expect(await verdict({ scheme: 'ai', number: '示範AI0001' }, '2026-01-20')).toMatchObject({
      verdict: 'unverifiable',
      reason: 'gone-day-unknown',
    });
    expect(await verdict({ scheme: 'ai', number: '示範AI0001' }, '2026-02-10')).toMatchObject({
      verdict: 'not-found',
      reason: 'gone-from-list',
    });
    expect(register.providers({ on: '2026-02-10', q: '示範甲' }).total).toBe(1);
    expect(register.providers({ on: '2026-02-10', state: ['gone'] }).providers.map(({ ubn }) => ubn)).toEqual([
      '00000079',
    ]);
  });

  it('leaves alone what a partial list lacks, and does not call it fresher', async () => {
    await register.importList(csvList(ALPHA, BETA), importedOn('2026-01-10'));
    const report = await register.importList(
      csvList(BETA.replace('2027-02-28', '2028-02-28')),
      importedOn('2026-03-10', { complete: false }),
    );
    expect(report.counts).toMatchObject({ gone: 0, changed: 1 });
    const { list } = register.status('2026-03-10').schemes.find(({ scheme }) => scheme === 'ai')!;
    expect(list).toMatchObject({ seenOn: '2026-01-10', ageDays: 59, stale: true, complete: true });
  });

  it('can be asked for any past state, by the day it was true and by the day it was known', async () => {
    await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
    await register.importList(csvList(ALPHA.replace('生效', '廢止')), importedOn('2026-03-10'));
    const claim = { scheme: 'ai', number: '示範AI0001', ubn: '00000079' } as const;
    expect((await verdict(claim, '2026-03-10')).verdict).toBe('revoked');
    expect((await verdict(claim, '2026-03-10', '2026-03-10', '2026-03-09')).verdict).toBe('valid');
    expect((await verdict(claim, '2026-03-10', '2026-03-10', '2026-03-10T09:59:59+08:00')).verdict).toBe('valid');
    expect((await verdict(claim, '2026-03-10', '2026-03-10', '2026-03-10T10:00:00+08:00')).verdict).toBe('revoked');
    expect((await verdict(claim, '2026-03-10', '2026-03-10', '2026-01-09')).verdict).toBe('unverifiable');
    expect((await register.asKnownAt('2026-01-31')).revision).toBe(1);
  });

  it('takes a second list of the same day as a correction, and history still tells the first', async () => {
    await register.importList(csvList(ALPHA.replace('2026-12-31', '2036-12-31')), importedOn('2026-01-10'));
    await register.importList(csvList(ALPHA), importedOn('2026-01-10', { why: 'typing error' }));
    expect(register.certificates('ai', '示範AI0001')[0]!.states).toHaveLength(1);
    const entries = await register.history({ scheme: 'ai', key: '示範AI0001' });
    expect(entries.map(({ revision, kind, why }) => [revision, kind, why])).toEqual([
      [2, 'changed', 'typing error'],
      [1, 'new', ''],
    ]);
    expect(entries[0]!.fields).toEqual([{ field: 'valid_until', before: '2036-12-31', after: '2026-12-31' }]);
  });

  it('remembers former names by itself', async () => {
    await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
    await register.importList(csvList(ALPHA.replace('示範甲股份', '示範新甲股份')), importedOn('2026-02-10'));
    expect(register.provider('00000079')).toMatchObject({
      name: '示範新甲股份有限公司',
      formerNames: ['示範舊甲有限公司', '示範甲股份有限公司'],
    });
    expect(
      await verdict({ scheme: 'ai', number: '示範AI0001', name: '示範甲股份有限公司' }, '2026-02-10'),
    ).toMatchObject({ verdict: 'valid', relation: 'former-name' });
    const page = await register.history({ ubn: '00000079' });
    expect(page.filter(({ subject }) => subject === 'provider').map(({ kind }) => kind)).toEqual(['changed', 'new']);
  });

  it('tells each provider its own history, the same as the history of everything', async () => {
    const renewed = ALPHA.replace('2026-12-31', '2027-12-31');
    const signing = 'e-signature,113電簽0009,00000074,示範乙有限公司,Demo Beta,,高雄市,2025-03-01,2027-02-28,生效,,';
    const sameAsEverything = async (changes: Readonly<Record<string, number>>) => {
      const everything = await register.history();
      for (const ubn of ['00000079', '00000074', '00000079', '99999999']) {
        const own = await register.history({ ubn });
        expect(own).toEqual(everything.filter((entry) => entry.ubn === ubn));
        expect(own).toHaveLength(changes[ubn] ?? 0);
        expect(await register.history({ ubn, limit: 2, before: 3 })).toEqual(
          own.filter(({ revision }) => revision < 3).slice(0, 2),
        );
      }
    };
    await register.importList(csvList(ALPHA, BETA), importedOn('2026-01-10'));
    await register.importList(csvList(renewed, BETA), importedOn('2026-02-10'));
    await sameAsEverything({ '00000079': 3, '00000074': 2 });
    // Of another scheme, in another list: what was listed before is not changed by it.
    await register.importList(csvList(renewed, BETA, signing), importedOn('2026-03-10'));
    await sameAsEverything({ '00000079': 3, '00000074': 3 });
    await register.withdraw(2, { by: 'Lin', why: 'wrong list', recordedAt: '2026-03-11T00:00:00Z' });
    await sameAsEverything({ '00000079': 4, '00000074': 4 });
  });

  it('imports all or nothing, and refuses a list older than the one it has', async () => {
    await register.importList(csvList(ALPHA), importedOn('2026-02-10'));
    const broken = register.importList(
      csvList(BETA, BETA.replace('0002', '0003').replace('00000074', '123')),
      importedOn('2026-03-10'),
    );
    await expect(broken).rejects.toThrow(RegisterDataError);
    const older = register.importList(csvList(ALPHA, BETA), importedOn('2026-01-10'));
    await expect(older).rejects.toMatchObject({ code: 'bad-data', problems: [{ code: 'list-older-than-register' }] });
    expect(register.revision).toBe(1);
    expect(register.provider('00000074')).toBeNull();
  });

  it('does not lose most of a list by accident', async () => {
    const many = Array.from({ length: 25 }, (_, i) => BETA.replace('0002', `1${String(i).padStart(3, '0')}`));
    await register.importList(csvList(...many), importedOn('2026-01-10'));
    const short = csvList(...many.slice(0, 5));
    await expect(register.importList(short, importedOn('2026-02-10'))).rejects.toMatchObject({
      problems: [{ code: 'most-rows-gone' }],
    });
    expect((await register.importList(short, importedOn('2026-02-10', { acceptGone: true }))).counts.gone).toBe(20);
  });

  it('queues imports of two processes, and each sees the other’s', async () => {
    const other = await openRegister(url, { refreshEvery: 0 });
    try {
      const reports = await Promise.all([
        register.importList(csvList(ALPHA), importedOn('2026-01-10')),
        other.importList(csvList(SECURITY), importedOn('2026-01-10')),
      ]);
      expect(reports.map(({ revision }) => revision).sort()).toEqual([1, 2]);
      await register.refresh();
      await other.refresh();
      expect(register.snapshot().providers).toEqual(other.snapshot().providers);
      expect(register.provider('00000079')!.certificates).toHaveLength(2);
    } finally {
      await other.close();
    }
  });

  it('hears of another process’s import by itself', async () => {
    const other = await openRegister(url, { refreshEvery: 20 });
    try {
      await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
      await expect.poll(() => other.revision).toBe(1);
    } finally {
      await other.close();
    }
  });

  it('answers from the old or the new state while an import runs, and from nothing between', async () => {
    const rows = (until: string) =>
      Array.from(
        { length: 2000 },
        (_, i) => `ai,示範-${String(i).padStart(4, '0')},00000079,示範甲股份有限公司,,,,2025-01-01,${until},,,`,
      );
    await register.importList(csvList(...rows('2026-12-31')), importedOn('2026-01-10'));
    const reader = await openRegister(url, { refreshEvery: 0 });
    try {
      let done = false;
      const importing = register.importList(csvList(...rows('2027-12-31')), importedOn('2026-02-10')).finally(() => {
        done = true;
      });
      const seen = new Set<string>();
      do {
        const revision = await reader.refresh();
        const ends = new Set(
          reader.snapshot().providers[0]!.certificates.map((one) => one.states.at(-1)!.period.until),
        );
        seen.add(`${revision}: ${[...ends].join()}`);
        await setImmediate();
      } while (!done);
      await importing;
      await reader.refresh();
      for (const state of seen) expect(['1: 2026-12-31', '2: 2027-12-31']).toContain(state);
      expect(reader.revision).toBe(2);
    } finally {
      await reader.close();
    }
  });

  it('holds the sample register, and reads its own export back without a change', async () => {
    const bytes = await readFile(`${sample}register.csv`);
    const report = await register.importList({ name: 'register.csv', bytes }, importedOn('2026-11-20'));
    expect(report).toMatchObject({ problems: [], counts: { rows: 150, new: 150, providersNew: 80 } });
    const out = [...exportRegister(register.snapshot(), 'csv', '2026-11-21')].join('');
    const back = await register.importList(
      { name: 'export.csv', bytes: Buffer.from(out) },
      importedOn('2026-11-20', { source: 'register.csv' }),
    );
    expect(back).toMatchObject({ revision: null, changes: [], problems: [], counts: { unchanged: 150 } });
    expect([...exportRegister(register.snapshot(), 'jsonl', '2026-11-21')]).toHaveLength(150);
  });

  it('swaps a tax register in whole, keeps its day, and lets the one before go', async () => {
    const first = await register.tax.importFile(`${sample}tax-register.csv`, {
      recordedAt: '2026-11-21T10:00:00+08:00',
    });
    expect(first).toMatchObject({ generation: 1, snapshotOn: '2026-06-01', skipped: 0, problems: [] });
    const other = await openRegister(url, { refreshEvery: 0 });
    try {
      const text = await readFile(`${sample}tax-register.csv`, 'utf8');
      const path = join(await mkdtemp(join(tmpdir(), 'aipower-tax-')), 'BGMOPEN1.csv');
      await writeFile(path, text.replace('01-JUN-26', '02-JUN-26').split('\n').slice(0, 12).join('\n'));
      await register.tax.importFile(path, { recordedAt: '2026-11-22T10:00:00+08:00' });
      await rm(dirname(path), { recursive: true });
      expect(register.tax.status()).toMatchObject({ loaded: true, rows: 10, snapshotOn: '2026-06-02' });
      // The other process reads on, from the old one or the new one, until it looks again.
      expect(await other.tax.byUbn('00000005')).toMatchObject({ ubn: '00000005' });
      await other.tax.refresh();
      expect(other.tax.status()).toEqual(register.tax.status());
      expect((await other.tax.find({ name: '示範', limit: 100 })).units).toHaveLength(10);
    } finally {
      await other.close();
    }
  });
});
