import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSampleSite } from '../sample-site.ts';
import type { RunningSite } from '../start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.stop());

/** What a spreadsheet does with the formula of a row: its parts joined, the cells it names percent-encoded. */
function addressOf(formula: string, cell: (name: string) => string): string {
  const inside = /_xlfn\.WEBSERVICE\((.*)\)\)$/.exec(formula)![1]!;
  return inside
    .split(/&(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((part) => {
      const encoded = /^_xlfn\.ENCODEURL\((\w+)\)$/.exec(part);
      if (encoded) return encodeURIComponent(cell(encoded[1]!));
      return part.startsWith('"') ? part.slice(1, -1) : cell(part.replaceAll('$', ''));
    })
    .join('');
}

it('the sample workbook, read by another reader, asks what a person would, and gets the answers', async () => {
  const response = await site.get('/api/v1/verify.xlsx');
  expect(response.status).toBe(200);
  const book = xlsx.read(new Uint8Array(await response.arrayBuffer()), {
    cellFormula: true,
    sheetStubs: true,
    xlfn: true,
  });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const cell = (name: string) => String((sheet[name] as { v?: unknown } | undefined)?.v ?? '');
  expect(cell('B1')).toBe(`${site.url}/api/v1/verify.txt`);
  const formula = (name: string) => (sheet[name] as { f: string }).f;
  // Zeros stay: the 統一編號 is text.
  expect(cell('C5')).toMatch(/^\d{8}$/);
  expect((sheet['C5'] as { t: string }).t).toBe('s');
  const answers = await Promise.all(
    ['E5', 'F5', 'G5', 'H5'].map(async (name) => {
      const answer = await fetch(addressOf(formula(name), cell));
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      return answer.text();
    }),
  );
  const holder = site.deps.register.provider(cell('C5'))!;
  expect(answers[2]).toBe(holder.name);
  expect(answers.every((one) => one !== '' && !one.includes('\n'))).toBe(true);
});

it('a question that cannot be read is an error, which the cell shows; one that cannot be checked is a word', async () => {
  const ask = (query: Record<string, string>) => site.get(`/api/v1/verify.txt?${new URLSearchParams(query)}`);
  for (const query of [
    {},
    { scheme: 'ai', on: '115/13/01', number: 'x' },
    { number: '沒有這個號碼-9999' },
    { answer: 'all' },
  ])
    expect((await ask(query as Record<string, string>)).status, JSON.stringify(query)).toBe(400);
  const roc = await ask({ number: '示範-AI-0001', ubn: '00000254', on: '115-07-01', answer: 'code' });
  expect(await roc.text()).toBe('valid');
});
