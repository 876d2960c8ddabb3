import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { answerBadConnection } from '@aipower/site/problems/bad-connection';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    { scheme: '資訊', number: '示範-AI-0001' },
  ])
    expect((await ask(query as Record<string, string>)).status, JSON.stringify(query)).toBe(400);
  const roc = await ask({ number: '示範-AI-0001', ubn: '00000254', on: '115-07-01', answer: 'code' });
  expect(await roc.text()).toBe('valid');
  // As the command line and sheets take it.
  const named = await ask({ scheme: '人工智慧', number: '示範-AI-0001', ubn: '00000254', answer: 'code' });
  expect(await named.text()).toBe('valid');
});

describe('an address that is not percent-encoded UTF-8', () => {
  it('is refused, not read as another question, and in the language of the answer', async () => {
    const response = await site.get('/api/v1/verify.txt?number=%A5%DC%BDdAI-0001');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: `${site.url}/problems/malformed-address` });
    for (const [language, words] of [
      ['zh', /^參數有誤.*沒有「x」/],
      ['en', /^A parameter is not right.*x/],
    ] as const) {
      const asked = await site.get(`/api/v1/verify.txt?scheme=x&number=1&language=${language}`);
      const { title, errors } = (await asked.json()) as { title: string; errors: { detail: string }[] };
      expect(`${title} ${errors[0]!.detail}`).toMatch(words);
    }
  });

  it('as a command line sends it, is told what to do', async () => {
    // Node gives such an address up before the site sees it.
    const server = createServer().on('clientError', answerBadConnection);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('end', () => resolve(text)).on('error', reject);
      socket.write('GET /api/v1/verify.txt?number=示範 HTTP/1.1\r\nHost: x\r\n\r\n');
    });
    await new Promise((resolve) => server.close(resolve));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({
      type: '/problems/malformed-address',
      detail: expect.stringMatching(/百分比編碼.*encodeURIComponent/),
    });
  });
});
