import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openRegister, type Register, type TaxUnit } from '@aipower/registry';
import { generateTaxFile } from '@aipower/registry/generate-tax-file';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const fixture = fileURLToPath(new URL('../fixtures/registry/BGMOPEN1-sample.csv', import.meta.url));
const recordedAt = '2026-11-21T10:00:00+08:00';
let folder: string;
let register: Register;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aipower-tax-'));
  register = await openRegister(join(folder, 'register.sqlite'), { refreshEvery: 0 });
});
afterAll(async () => {
  await register.close();
  await rm(folder, { recursive: true, force: true });
});

async function load(text: string | Uint8Array) {
  const path = join(folder, 'tax.csv');
  await writeFile(path, text);
  return register.tax.importFile(path, { recordedAt });
}

const header =
  '營業地址,統一編號,總機構統一編號,營業人名稱,資本額,設立日期,組織別名稱,使用統一發票,行業代號,名稱,行業代號1,名稱1,行業代號2,名稱2,行業代號3,名稱3';

describe('three rows of the real file', () => {
  beforeAll(() => register.tax.importFile(fixture, { recordedAt }));

  it('keep the day of the second line, which is no row', () => {
    expect(register.tax.status()).toMatchObject({ loaded: true, rows: 3, snapshotOn: '2023-04-10' });
  });

  it('are read whole', async () => {
    expect(await register.tax.byUbn('22099131')).toEqual({
      ubn: '22099131',
      name: '台灣積體電路製造股份有限公司',
      address: '新竹市東　區科園里科學園區力行六路８號',
      headOfficeUbn: null,
      capital: 259323700670,
      taxRegisteredOn: '1987-03-21',
      organisation: '股份有限公司',
      usesInvoices: true,
      industries: [
        { rank: 1, code: '261199', printed: '261199', name: '其他積體電路製造' },
        { rank: 2, code: '261111', printed: '261111', name: '矽晶圓製造' },
        { rank: 3, code: '282011', printed: '282011', name: '一次電池製造' },
      ],
    });
    expect(await register.tax.byUbn('00000079')).toBeNull();
    expect(await register.tax.byUbn('２２０９９１３１')).toBeNull();
  });

  it.each([
    [{ name: '臺灣積體電路製造股份有限公司', mode: 'exact' }, ['22099131']],
    [{ name: '積體' }, ['22099131']],
    [{ name: '台灣', mode: 'prefix' }, ['22099131']],
    [{ name: '灣積', mode: 'prefix' }, []],
    [{ name: '積體', mode: 'exact' }, []],
    [{ name: '商' }, []],
    [{ name: '體積' }, []],
    [{ address: '力行六路8號' }, ['22099131']],
    [{ address: '東區科園里' }, ['22099131']],
    [{ address: '中寮村' }, ['38965019', '61194605']],
  ] as const)('are found by %j', async (query, ubns) => {
    const page = await register.tax.find(query);
    expect(page.units.map(({ ubn }) => ubn)).toEqual(ubns);
    expect(page.reason).toBe('name' in query && query.name === '商' ? 'text-too-short' : null);
  });
});

describe('rows as they come', () => {
  it('a branch, a code that lost its zero, a code without a name, a name with a comma and a quote, a row twice', async () => {
    const report = await load(
      [
        header,
        '"示範市, ""一""路",00000079,,"示範,""甲""公司",1000,0990101,有限公司,Y,14211,肉牛飼育,620211,,,,,',
        '示範市二路,00000074,00000079,示範甲公司分公司,,990101,其他,N,,,669999,其他,,,,',
        '示範市三路,00000079,,另一名稱,1000,0990101,有限公司,Y,472927,,,,,,,',
        '示範市四路,1234567,,短號,1,0990101,獨資,N,472927,,,,,,,',
        '欄位不足,00000005',
      ].join('\r\n'),
    );
    expect(report).toMatchObject({ rows: 2, skipped: 2, duplicates: 1, snapshotOn: null });
    expect(report.problems.map(({ code, row }) => [code, row])).toEqual([
      ['row-skipped-ubn', 5],
      ['row-skipped-width', 6],
    ]);
    expect(await register.tax.byUbn('00000079')).toMatchObject({
      name: '示範,"甲"公司',
      address: '示範市, "一"路',
      industries: [
        { rank: 1, code: '014211', printed: '14211' },
        { rank: 2, code: '620211', name: null },
      ],
    });
    expect(await register.tax.byUbn('00000074')).toMatchObject({
      headOfficeUbn: '00000079',
      taxRegisteredOn: '2010-01-01',
      capital: null,
      industries: [{ rank: 2, code: '669999' }],
    });
    expect((await register.tax.find({ headOffice: '00000079' })).units.map(({ ubn }) => ubn)).toEqual(['00000074']);
    expect((await register.tax.find({ name: '另一名稱' })).units).toEqual([]);
  });

  it.each([
    ['another file', 'a,b\n1,2', 'column-missing'],
    ['no rows', `${header}\n10-APR-23,,,,,,,,,,,,,,,\n`, 'file-empty'],
    ['an open quote', `${header}\n"示範市,00000079`, 'quote-broken'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(`${header}\n`), Buffer.from([0xb2, 0xce, 0xff])]),
      'file-unreadable',
    ],
    [
      'mostly unusable rows',
      `${header}\n${'x,y\n'.repeat(20)}示範市,00000079,,示範,1,,,,,,,,,,,\n`,
      'most-rows-unusable',
    ],
  ])('%s is refused, and the one before stands', async (_, text, code) => {
    const before = register.tax.status();
    await expect(load(text)).rejects.toMatchObject({
      code: 'bad-data',
      problems: expect.arrayContaining([expect.objectContaining({ code })]),
    });
    expect(register.tax.status()).toEqual(before);
    expect(await register.tax.byUbn('00000079')).not.toBeNull();
  });
});

describe('against the slow way', () => {
  it('rows split anywhere are the rows', async () => {
    const cell = fc.stringMatching(/^[示範,"甲 ]{0,6}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (rows, end, bom) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = rows.map(
            ([address, name], i) => `${quote(address)},${String(10_000_000 + i)},,${quote(name)},,,,,,,,,,,,`,
          );
          await load(`${bom ? '\ufeff' : ''}${[header, ...lines].join(end)}${end}`);
          for (const [i, [address, name]] of rows.entries()) {
            expect(await register.tax.byUbn(String(10_000_000 + i))).toMatchObject({
              address: address.trim(),
              name: name.trim(),
            });
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a made-up register of 5,000 is searched as by reading every name, page by page', async () => {
    const path = join(folder, 'made-up.csv');
    await generateTaxFile(path, 5000);
    await register.tax.importFile(path, { recordedAt });
    const all: TaxUnit[] = [];
    for (let after: string | undefined; ; ) {
      const page = await register.tax.find({ name: '示範', mode: 'prefix', limit: 100, after });
      all.push(...page.units);
      if (page.next === null) break;
      after = page.next;
    }
    expect(all).toHaveLength(5000);
    const letter = fc.constantFrom(...'宏達光華科技商行示範有限公');
    await fc.assert(
      fc.asyncProperty(
        fc.array(letter, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('exact', 'prefix', 'any' as const),
        async (letters, mode) => {
          const text = letters.join('');
          const expected = all.filter(({ name }) =>
            mode === 'exact' ? name === text : mode === 'prefix' ? name.startsWith(text) : name.includes(text),
          );
          const found: string[] = [];
          for (let after: string | undefined; ; ) {
            const page = await register.tax.find({ name: text, mode: mode as never, limit: 37, after });
            found.push(...page.units.map(({ ubn }) => ubn));
            if (page.next === null) break;
            after = page.next;
          }
          expect(found.sort()).toEqual(expected.map(({ ubn }) => ubn).sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a file from before the lists of rows, with SQLite FTS5, is searched as it was', async () => {
    // Imported by the version before decision 215: 59 rows, which the older index and the new one must find alike.
    const url = join(folder, 'older.sqlite');
    const older = await openRegister(url, { refreshEvery: 0 });
    await older.tax.importFile(fixture, { recordedAt });
    await older.close();
    const packed = new URL('../fixtures/registry/tax-register-fts5.sqlite.gz', import.meta.url);
    await writeFile(`${url}-tax-1.sqlite`, gunzipSync(readFileSync(packed)));
    const again = await openRegister(url, { refreshEvery: 0 });
    const all = (await again.tax.find({ name: '示範', mode: 'prefix', limit: 100 })).units;
    expect(all).toHaveLength(59);
    for (const text of ['科技股份', '工程行', '示範南河', '沒有這個'])
      expect((await again.tax.find({ name: text, limit: 100 })).units).toEqual(
        all.filter(({ name }) => name.includes(text)),
      );
    const [found] = (await again.tax.find({ address: '建國北路374號', limit: 100 })).units;
    expect(found).toMatchObject({ ubn: '10000004' });
    await again.close();
  });

  it('rows behind the first 65,536, where a new block of the index begins, are found as the others are', async () => {
    const path = join(folder, 'blocks.csv');
    await generateTaxFile(path, 66_500);
    await register.tax.importFile(path, { recordedAt, indexes: { name: true, address: false } });
    const names = [...readFileSync(path, 'utf8').matchAll(/^"[^"]*",\d{8},\d*,"([^"]+)"/gm)].map(([, name]) => name!);
    expect(names).toHaveLength(66_500);
    for (const part of ['示範宏', '達商行', names[66_007]!]) {
      const found: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await register.tax.find({ name: part, limit: 100, after });
        found.push(...page.units.map(({ name }) => name));
        if (page.next === null) break;
        after = page.next;
      }
      expect(found.toSorted()).toEqual(names.filter((name) => name.includes(part)).toSorted());
    }
  });
});
