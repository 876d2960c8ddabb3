import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { verifyReceipt } from '@aipower/receipts';
import { type Claim, getScheme, openRegister, readClaimSheet, type Verdict } from '@aipower/registry';
import { zh } from '@aipower/site/page/words.zh';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { startSampleSite } from './sample-site.ts';
import { type RunningSite, textOf, today, unescapeHtml } from './start-site.ts';

const on = '2026-07-01';
const bin = fileURLToPath(new URL('../../packages/registry/bin/aipower-registry.js', import.meta.url));

/** Questions with every kind of answer that the sample can give. */
const questions: readonly (Claim & { readonly number: string })[] = [
  { scheme: 'ai', number: '示範-AI-0001', ubn: '00000254', name: '示範標註工坊股份有限公司' },
  { scheme: 'ai', number: '示範-AI-0001', ubn: '', name: '' },
  { scheme: 'ai', number: '示範-AI-0003', ubn: '00000048', name: '某公司' },
  { scheme: 'ai', number: '示範-AI-9999', ubn: '00000254', name: '示範標註工坊股份有限公司' },
  { scheme: 'ai', number: '如附件', ubn: '00000254', name: '示範標註工坊股份有限公司' },
  { scheme: 'e-signature', number: '申請中', ubn: '00000254', name: '示範標註工坊股份有限公司' },
  { scheme: 'information-security', number: '是', ubn: '00000048', name: '' },
];

let site: RunningSite;
let asked: readonly Verdict[];
beforeAll(async () => {
  site = await startSampleSite();
  const { register } = site.deps;
  // One of every state that the list knows, with its holder.
  const seen = new Set<string>();
  const states = register.snapshot().providers.flatMap(({ ubn, name, certificates }) =>
    certificates.flatMap((one): (Claim & { number: string })[] => {
      const { status } = one.states.at(-1)!;
      if (one.number === null || seen.has(status)) return [];
      seen.add(status);
      return [{ scheme: one.scheme, number: one.number, ubn, name }];
    }),
  );
  asked = (await register.verify([...questions, ...states], { on, today })).results;
});
afterAll(() => site.stop());

const both = (verdicts: readonly Verdict[]) => verdicts.map((one) => [one.verdict, one.today.verdict]);

/** The sheet of these questions, sent to the page for an answer of this kind. */
async function sheet(as: string): Promise<Response> {
  const header = '案號\t企業名稱\t統一編號\t登錄類別\t登錄編號';
  const lines = asked.map(({ claim }, i) =>
    [`Q${i}`, claim.name ?? '', claim.ubn ?? '', getScheme(claim.scheme).name.zh, claim.number].join('\t'),
  );
  const form = new FormData();
  form.append('paste', [header, ...lines].join('\n'));
  form.append('on', on);
  form.append('as', as);
  const response = await site.get('/verify/sheet', { method: 'POST', body: form });
  expect(response.status).toBe(200);
  return response;
}

/** As a reader is told: a field that says 申請中 was filled in, which 未填報 would hide. */
const wordOf = ({ verdict, reason }: Verdict['today']) =>
  reason === 'not-yet-granted' ? '尚未取得' : zh.verdict.words[verdict];
const wordsOf = (verdicts: readonly Verdict[]) => verdicts.map((one) => [wordOf(one), wordOf(one.today)]);

test('the questions have many kinds of answer, and without an applicant none is valid', () => {
  expect(new Set(asked.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(7);
  expect(asked[1]!.verdict).toBe('holder-unchecked');
});

test('the page of one question', async () => {
  for (const { claim, today: now, ...day } of asked) {
    const values = { scheme: claim.scheme, number: claim.number!, ubn: claim.ubn ?? '', name: claim.name ?? '', on };
    if (claim.scheme === 'information-security') values.number = '';
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
    const response = await site.get(`/verify?${query}`);
    const text = textOf(await response.text());
    const isSame = day.verdict === now.verdict && day.reason === now.reason;
    const today = '今日 115年11月22日（2026-11-22）';
    if (isSame) expect(text, claim.number!).toMatch(new RegExp(`${wordOf(day)}.*${today}結果相同。`));
    else {
      expect(text, claim.number!).toContain(`基準日 115年7月1日（2026-07-01） ${wordOf(day)}`);
      expect(text, claim.number!).toContain(`${today} ${wordOf(now)}`);
    }
  }
});

test('the API, with its receipts, which hold offline', async () => {
  const claims = asked.map(({ claim: { scheme, number, ubn, name } }) => ({ scheme, number, ubn, name }));
  const response = await site.get('/api/v1/verifications', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on, claims, receipt: true }),
  });
  const answer = (await response.json()) as {
    results: Verdict[];
    receipts: { token: string; results: number[]; id: string }[];
  };
  expect(both(answer.results)).toEqual(both(asked));
  const keys = await (await site.get('/.well-known/jwks.json')).json();
  const told = new Map<number, string[]>();
  for (const { token, results, id } of answer.receipts) {
    const found = await verifyReceipt(token, keys);
    if (found.status !== 'valid' || found.receipt.kind !== 'verify') throw new Error(JSON.stringify(found));
    expect(found.receipt.id).toBe(id);
    for (const [k, i] of results.entries())
      told.set(
        i,
        found.receipt.answer.claims[k]!.days.map(({ verdict }) => verdict),
      );
    // What is not decided is never told as a yes or a no.
    for (const { days } of found.receipt.answer.claims)
      for (const { verdict, outcome } of days) {
        expect(outcome === 'yes').toBe(verdict === 'valid');
        if (['unverifiable', 'needs-a-person', 'holder-unchecked'].includes(verdict)) expect(outcome).toBe('unknown');
      }
  }
  expect(asked.map((_, i) => told.get(i))).toEqual(both(asked));
});

test('the text for the cell of a spreadsheet', async () => {
  for (const { claim, today: now, ...day } of asked) {
    const number = claim.scheme === 'information-security' ? '' : claim.number!;
    const query = { scheme: claim.scheme, number, ubn: claim.ubn ?? '', name: claim.name ?? '', on };
    const cell = async (answer: string) =>
      (await site.get(`/api/v1/verify.txt?${new URLSearchParams({ ...query, answer })}`)).text();
    expect([await cell('code'), await cell('word')], claim.number!).toEqual([day.verdict, wordOf(day)]);
    expect(await cell('today')).toBe(wordOf(now));
  }
});

test('the tool of an agent, asked with the client of the protocol', async () => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', site.url)));
  try {
    for (const { claim, verdict, today: now } of asked) {
      const { scheme, number, ubn, name } = claim;
      const answer = await client.callTool({
        name: 'verify_certificate',
        arguments: { scheme, number, ubn, name, on },
      });
      const { result } = (answer.structuredContent as { answer: { result: Verdict } }).answer;
      expect([result.verdict, result.today.verdict], number!).toEqual([verdict, now.verdict]);
    }
  } finally {
    await client.close();
  }
});

/** Of a certificate in the hands of its holder, the state that lists show is the verdict that a claim gets. */
const stateOf: Partial<Record<Verdict['verdict'], readonly string[]>> = {
  valid: ['valid', 'expiring'],
  'not-yet-valid': ['not-yet-valid'],
  expired: ['expired'],
  revoked: ['revoked'],
  suspended: ['suspended'],
};

test('reconciliation: the number is found, and its state is the verdict its holder gets', async () => {
  const held = asked.filter(
    ({ relation, match, verdict }) => relation === 'same' && match?.certificate.number && stateOf[verdict],
  );
  expect(held.length).toBeGreaterThanOrEqual(4);
  const form = (field: string, value: object) =>
    site.get('/reconcile', { method: 'POST', body: new URLSearchParams({ [field]: JSON.stringify(value) }) });
  const queries = Object.fromEntries(
    held.map(({ claim }, i) => [
      `q${i}`,
      { query: claim.number, type: 'certificate', properties: [{ pid: 'scheme', v: claim.scheme }] },
    ]),
  );
  const found = (await (await form('queries', queries)).json()) as Record<string, { result: { id: string }[] }>;
  const ids = held.map((_, i) => found[`q${i}`]!.result[0]!.id);
  const properties = [{ id: 'state_code', settings: { on } }, { id: 'ubn' }];
  const { rows } = (await (await form('extend', { ids, properties })).json()) as {
    rows: Record<string, { state_code: { str: string }[]; ubn: { str: string }[] }>;
  };
  for (const [i, { verdict, claim }] of held.entries()) {
    const row = rows[ids[i]!]!;
    expect(stateOf[verdict], claim.number!).toContain(row.state_code[0]!.str);
    expect(row.ubn.map(({ str }) => str)).toContain(claim.ubn);
  }
});

test('the badge says of today what the verification says, on pages of any origin', async () => {
  const seen = new Set<string>();
  for (const { ubn } of site.deps.register.snapshot().providers) {
    const response = await site.get(`/providers/${ubn}/badge.svg`);
    const svg = await response.text();
    const shown = Object.entries(zh.verdict.words).filter(([, word]) => svg.includes(`>${word} ${today}</text>`));
    const best = site.deps.register.provider(ubn)!.certificates.filter(({ scheme }) => scheme === 'ai');
    const claims = (best.length > 0 ? best : [{ number: undefined }]).map(({ number }) => ({
      scheme: 'ai' as const,
      number: number ?? undefined,
      ubn,
    }));
    const { results } = await site.deps.register.verify(claims, { on: today, today });
    const verdicts = results.map(({ verdict }) => verdict);
    expect(shown, ubn).toHaveLength(1);
    const [code] = shown[0]!;
    expect(verdicts, ubn).toContain(code);
    // Whoever holds one that is valid is never shown by another.
    if (verdicts.includes('valid')) expect(code).toBe('valid');
    seen.add(code);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(svg).not.toMatch(/<script|href=/);
  }
  expect(seen.size).toBeGreaterThanOrEqual(3);
  expect((await site.get('/providers/99999999/badge.svg')).status).toBe(404);
  const page = unescapeHtml(await (await site.get('/providers/00000254')).text());
  expect(page).toContain(
    `<a href="${site.url}/providers/00000254"><img src="${site.url}/providers/00000254/badge.svg"`,
  );
});

test('the downloads for machines: CSV and JSON', async () => {
  const csv = parse(await (await sheet('exact')).text(), { columns: true }) as Record<string, string>[];
  expect(csv.map((row) => [row['aipower_verdict'], row['aipower_verdict_today']])).toEqual(both(asked));
  const json = (await (await sheet('json')).json()) as { results: { verdict: Verdict }[] };
  expect(both(json.results.map(({ verdict }) => verdict))).toEqual(both(asked));
});

test('the workbook for people, read back with our own reader: own columns first, words and sentences ours', async () => {
  const bytes = new Uint8Array(await (await sheet('xlsx')).arrayBuffer());
  const [byApplication, byClaim] = [0, 1].map((n) => readClaimSheet({ name: 'a.xlsx', bytes }, { sheet: n }));
  expect(byClaim!.header.slice(0, 5)).toEqual(['案號', '企業名稱', '統一編號', '登錄類別', '登錄編號']);
  const column = (name: string) => byClaim!.header.lastIndexOf(name);
  const words = byClaim!.rows.map((cells) => [cells[column('基準日結果')], cells[column('查驗日結果')]]);
  expect(words).toEqual(wordsOf(asked));
  expect(byClaim!.rows[0]![2]).toBe('00000254');
  expect(byClaim!.rows[0]![column('會議紀錄句')]).toContain('示範-AI-0001');
  expect(byApplication!.rows).toHaveLength(asked.length);
  expect(byApplication!.header).toContain('要處理的事');
});

test('the matrix and its pages on paper', async () => {
  const html = await (await sheet('print')).text();
  const discussed = asked.filter(
    ({ verdict, today: now }) => !(verdict === 'valid' && now.verdict === 'valid') && verdict !== 'not-claimed',
  );
  const papers = html.split('<article class="a4"').slice(1).map(textOf);
  expect(papers).toHaveLength(discussed.length);
  for (const { claim, verdict, today: now } of discussed) {
    const id = `Q${asked.findIndex((one) => one.claim === claim)} `;
    const paper = papers.find((text) => text.includes(`案號 ${id}`))!;
    expect(paper, claim.number!).toContain(`${zh.verdict.words[verdict]} ${zh.verdict.words[now.verdict]}`);
    expect(paper).toMatch(/查驗回條 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/);
  }
  const rows = html
    .split('<article')[0]!
    .split('<tr')
    .filter((row) => row.includes('scope="row"'));
  expect(rows).toHaveLength(asked.length);
});

test('the command line, on the same register', async () => {
  const path = join(site.folder, 'register.db');
  for (const { claim, verdict, today: now } of asked.slice(0, 5)) {
    const args = ['--scheme', claim.scheme, '--number', claim.number!, '--on', on, '--today', today, '--json'];
    const party = [...(claim.ubn ? ['--ubn', claim.ubn] : []), ...(claim.name ? ['--name', claim.name] : [])];
    // An answer that is not a plain yes ends with another exit code.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=aipower:source', bin, 'verify', ...args, ...party],
      {
        env: { ...plainEnvironment, DATABASE_URL: path },
      },
    ).catch((error: { stdout: string }) => error);
    const told = JSON.parse(stdout) as Verdict;
    expect([told.verdict, told.today.verdict]).toEqual([verdict, now.verdict]);
  }
});

test('the package alone, over the file that the site has', async () => {
  const register = await openRegister(join(site.folder, 'register.db'));
  try {
    const claims = asked.map(({ claim }) => claim);
    expect(both((await register.verify(claims, { on, today })).results)).toEqual(both(asked));
  } finally {
    await register.close();
  }
});

test('a receipt is shown by what it carries, asked again, and refused when a letter of it is another', async () => {
  const { claim } = asked[0]!;
  const issued = await site.get('/verify', {
    method: 'POST',
    body: new URLSearchParams({ scheme: claim.scheme, number: claim.number!, ubn: claim.ubn!, on }),
  });
  const html = await issued.text();
  expect(textOf(html)).toContain('今日再查，結果相同。');
  const href = unescapeHtml(/href="(\/r\/[^"]+)"/.exec(html)![1]!);
  const again = await site.get(href);
  expect(again.status).toBe(200);
  expect(textOf(await again.text())).toContain('本站簽發，內容未經變更');
  const token = new URL(href, site.url).searchParams.get('receipt')!;
  const at = token.length - 20;
  const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
  const refused = await site.get('/r', { method: 'POST', body: new URLSearchParams({ token: forged }) });
  expect(refused.status).toBe(400);
  expect(textOf(await refused.text())).toContain('內容與簽章不符');
  // Nothing is kept unless the operator says so.
  const alone = await site.get(href.split('?')[0]!);
  expect(alone.status).toBe(404);
  expect(textOf(await alone.text())).toContain('本站不存放回條');
});
