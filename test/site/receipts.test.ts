import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { KeySet } from '@aipower/receipts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { type RunningSite, startSite, textOf } from './start-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'aipower-kept-'));
const keys = join(folder, 'keys.json');
const kept = join(folder, 'receipts');
const env = { RECEIPT_KEYS_FILE: keys, RECEIPT_STORE: kept };
let site: RunningSite;
beforeAll(async () => {
  site = await startSite({ env });
});
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const claim = { scheme: 'ai', number: '示範AI-001', ubn: '00000005' };

async function receiptOf(from: RunningSite): Promise<{ id: string; token: string }> {
  const response = await from.get('/api/v1/verifications', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: '2026-11-20', claims: [claim], receipt: true }),
  });
  return ((await response.json()) as { receipts: { id: string; token: string }[] }).receipts[0]!;
}

const jwks = async () => (await (await site.get('/.well-known/jwks.json')).json()) as KeySet;
const rotate = () =>
  spawnSync(
    process.execPath,
    [
      '--conditions=aipower:source',
      resolve(import.meta.dirname, '../../packages/receipts/bin/aipower-receipt.js'),
      'rotate-key',
      keys,
      '--early',
    ],
    { encoding: 'utf8', env: plainEnvironment },
  );

test('a kept receipt is shown by its number alone, read with or without hyphens; a number never given is not found', async () => {
  const { id, token } = await receiptOf(site);
  expect(readdirSync(kept)).toEqual([`${id}.jws`]);
  for (const typed of [id, id.toLowerCase(), id.replace(/(.{4})(?=.)/g, '$1-')]) {
    const response = await site.get(`/r/${typed}`);
    expect(response.status, typed).toBe(200);
    const text = textOf(await response.text());
    expect(text).toContain('本站簽發，內容未經變更');
    expect(text).toContain('今日再查，結果相同。');
    expect(text).toContain('示範AI-001');
  }
  // Changed where it is kept: what is shown was signed here, or nothing is.
  writeFileSync(join(kept, `${id}.jws`), `${token.slice(0, -6)}AAAAAA\n`);
  const forged = await site.get(`/r/${id}`);
  expect(forged.status).toBe(400);
  expect(textOf(await forged.text())).not.toContain('內容未經變更');
  writeFileSync(join(kept, `${id}.jws`), `${token}\n`);

  rmSync(join(kept, `${id}.jws`));
  const gone = await site.get(`/r/${id}`);
  expect(gone.status).toBe(404);
  expect(textOf(await gone.text())).toContain('可能已超過保存期間');
  // The receipt itself carries all: its link still answers.
  expect((await site.get(`/r/${id}?receipt=${token}`)).status).toBe(200);
});

test('asked again today: what has changed since is told, and what was said then stays', async () => {
  const { id } = await receiptOf(site);
  const header = 'scheme,number,ubn,name,registered_on,valid_until,status,status_on,items,edition';
  const row = 'ai,示範AI-001,00000005,示範明視智檢股份有限公司,2025-07-01,2027-06-30,廢止,2026-11-21,4.6.1,112';
  await site.deps.register.importList(
    { name: 'revoked.csv', bytes: new TextEncoder().encode(`${header}\n${row}\n`) },
    { seenOn: '2026-11-22', recordedAt: '2026-11-22T01:30:00Z', by: 'test', why: 'revoked', complete: false },
  );
  const text = textOf(await (await site.get(`/r/${id}`)).text());
  expect(text).toContain('今日再查，有 1 項與當時不同。');
  expect(text).toMatch(/當時 .*有效/);
  expect(text).toMatch(/今日再查 .*廢止.*115年11月22日/);
});

test('after a rotation the site signs with the next key, shows the retired one, and knows receipts of both', async () => {
  const before = await receiptOf(site);
  const shown = (await jwks()).keys.map(({ kid }) => kid);
  expect(rotate()).toMatchObject({ status: 0, stderr: '' });
  await site.stop();
  site = await startSite({ env });
  const now = (await jwks()).keys.map(({ kid }) => kid);
  expect(now).toEqual(expect.arrayContaining(shown));
  expect(now).toHaveLength(shown.length + 1);
  const after = await receiptOf(site);
  const kid = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid as string;
  expect(kid(after.token)).not.toBe(kid(before.token));
  for (const { id } of [before, after])
    expect(textOf(await (await site.get(`/r/${id}`)).text())).toContain('本站簽發，內容未經變更');
});
