import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { openRegister, RegisterDataError, readClaimSheet, readClaimSheetApart } from '@aipower/registry';
import { describe, expect, it } from 'vitest';
import { importedOn } from './lists.ts';
import { ods, odsRow, xlsxParts, zip } from './make-workbook.ts';

const MIB = 1024 * 1024;
const HEADER = ['scheme', 'number'];
const codes = (bytes: Uint8Array) => readClaimSheet({ name: 'x', bytes }).problems.map(({ code }) => code);
const cell = (attributes: string) =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>x</text:p></table:table-cell>`;
const repeated = (rows: number, columns: number) =>
  ods([
    {
      name: 'S',
      body: `${odsRow(HEADER)}<table:table-row table:number-rows-repeated="${rows}">${cell(` table:number-columns-repeated="${columns}"`)}</table:table-row>`,
    },
  ]);
const sheets = () => xlsxParts([{ name: 'S', rows: [HEADER, ['ai', 'X-1']] }]);

describe('a file that holds more than it seems to', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a billion rows in one element', () => repeated(1e9, 1), 'too-many-rows'],
    ['a billion columns in one element', () => repeated(1, 1e9), 'too-many-columns'],
    ['rows times columns', () => repeated(19_000, 200), 'too-many-cells'],
    [
      'a row of ten thousand columns',
      () => Buffer.from(`scheme,number\nai,x${',y'.repeat(10_000)}`),
      'too-many-columns',
    ],
    ['more rows than are read', () => Buffer.from(`scheme,number\n${'ai,x\n'.repeat(25_000)}`), 'too-many-rows'],
    [
      'a part that inflates to more than is allowed, whatever the archive declares',
      () =>
        zip(
          [...sheets(), { name: 'xl/bomb.xml', body: 'x', packed: deflateRawSync(Buffer.alloc(140 * MIB, 32)) }]
            .map((part) =>
              part.name === 'xl/bomb.xml' ? { ...part, name: 'xl/sharedStrings.xml', declared: 10 } : part,
            )
            .filter((part, i, all) => all.findLastIndex(({ name }) => name === part.name) === i),
        ),
      'file-too-large',
    ],
    [
      'a packed stream that breaks off',
      () =>
        zip(
          sheets().map((part) =>
            /sheet1/.test(part.name)
              ? { ...part, packed: deflateRawSync(Buffer.from(part.body)).subarray(0, 40) }
              : part,
          ),
        ),
      'file-unreadable',
    ],
  ])('%s is refused', (_what, make, code) => {
    expect(codes(make())).toEqual([code]);
  });

  it('one long row of blanks widens no other row', () => {
    const text = `scheme,number\nai,x${','.repeat(40_000)}\n${'ai,x\n'.repeat(9_000)}`;
    const sheet = readClaimSheet({ name: 'wide.csv', bytes: Buffer.from(text) });
    expect(sheet.rows).toHaveLength(9_001);
    expect(Math.max(...sheet.rows.map((row) => row.length))).toBe(2);
  });

  it('line ends of three kinds end as many claims', () => {
    const text = 'scheme,number\r\nai,甲-1\nai,甲-2\rai,甲-3\r\nai,甲-4';
    const { claims } = readClaimSheet({ name: 'mixed.csv', bytes: Buffer.from(text) });
    expect(claims.map((claim) => claim?.number)).toEqual(['甲-1', '甲-2', '甲-3', '甲-4']);
  });

  it('is an error of a register list too, and nothing is imported', async () => {
    const register = await openRegister(':memory:', { refreshEvery: 0 });
    const error = await register
      .importList({ name: 'x.ods', bytes: repeated(1e9, 1e9) }, importedOn('2026-01-10'))
      .catch((e) => e);
    expect(error).toBeInstanceOf(RegisterDataError);
    expect(error.problems).toMatchObject([{ code: 'too-many-columns', sheet: 'S', row: 2 }]);
    // One row more than a list may have: refused, not cut off.
    const long = { name: 'long.csv', bytes: Buffer.from(`scheme,number\n${'a,b\n'.repeat(300_001)}`) };
    const refused = await register.importList(long, importedOn('2026-01-10')).catch((e) => e);
    expect(refused.problems).toMatchObject([{ code: 'too-many-rows' }]);
    expect(register.revision).toBe(0);
    await register.close();
  });
});

/** The reader processes of this one. */
function readers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = /\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
        const isReader = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reader-process');
        return isReader && Number(parent) === process.pid ? [Number(pid)] : [];
      } catch {
        return [];
      }
    });
}

describe.runIf(process.platform === 'linux')('the reader process', () => {
  const small = { name: 'a.csv', bytes: Buffer.from('scheme,number\nai,X-1\n') };
  const large = { name: 'b.csv', bytes: Buffer.from(`scheme,number\n${'ai,示範-AI-0001\n'.repeat(10_000)}`) };

  it('reads what is read here, with the same answer', async () => {
    expect(await readClaimSheetApart(small)).toEqual(readClaimSheet(small));
  });

  const kill = (pids: readonly number[]) => {
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  };

  it('may be killed while it waits for work: the next file is read by a new one', async () => {
    await readClaimSheetApart(small);
    // Another file may have left readers too: which of them reads is theirs to say.
    const before = readers();
    const reading = readClaimSheetApart(large);
    kill(before);
    expect((await reading).claims).toHaveLength(10_000);
    expect(readers().filter((pid) => before.includes(pid))).toEqual([]);
  });

  it('may be killed while it reads: the caller is told, and the next file is read by a new one', async () => {
    kill(readers());
    while (readers().length > 0) await pause(10);
    const reading = readClaimSheetApart(large);
    while (readers().length === 0) await pause(1);
    kill(readers());
    expect((await reading).problems).toMatchObject([{ code: 'reading-took-too-long', severity: 'error' }]);
    expect((await readClaimSheetApart(large)).claims).toHaveLength(10_000);
  });

  it('reads two files at a time, and no more wait than can be served', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => readClaimSheetApart(small)));
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(12);
    for (const one of refused) expect(one.reason.name).toBe('ReaderBusy');
    expect(readers().length).toBeLessThanOrEqual(2);
  });
});
