import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OpenDeps } from '@aipower/site/deps';
import { receiptFolder } from '@aipower/site/signing/receipt-folder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, startSite } from '../start-site.ts';

const token = 'x'.repeat(40);
/** How many elements each piece of work had that passed the queue of large computations. */
const queued: number[] = [];

/** Counts what passes, and lets it pass. */
function watched(deps: OpenDeps): OpenDeps {
  const { workQueue } = deps;
  const map: typeof workQueue.map = (list, work, aborted) => {
    queued.push(list.length);
    return workQueue.map(list, work, aborted);
  };
  return { ...deps, workQueue: { ...workQueue, map } };
}

let site: RunningSite;
beforeAll(async () => {
  site = await startSite({ env: { USAGE_TOKEN: token }, change: watched });
});
afterAll(() => site.stop());

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('the desk', () => {
  it('knows the token of the usage service before it reads a byte of what is sent', async () => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
    let text = '';
    socket.on('error', () => {});
    socket.on('data', (data) => {
      text += data;
    });
    const closed = new Promise((done) => socket.once('close', done));
    // Eight megabytes are promised and never sent.
    socket.write(
      'POST /staff/usage.json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 8000000\r\n\r\n{',
    );
    await closed;
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('reads no long form of somebody who is not logged in, since it would be given back', async () => {
    const send = (paths: string, bytes: number) =>
      site.get(paths, { method: 'POST', body: new URLSearchParams({ a: '<'.repeat(bytes / 3) }) });
    for (const path of ['/staff/logout', '/apply/login']) {
      expect((await send(path, 300_000)).status, path).toBe(413);
      const kept = await send(path, 3000);
      expect([kept.status, await kept.text()], path).toEqual([403, expect.stringContaining('&lt;'.repeat(1000))]);
    }
  });

  it('does not unpack what the usage service is sent', async () => {
    const answer = await site.get('/staff/usage.json', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: `Bearer ${token}` },
      body: gzipSync(JSON.stringify({ source: 's', rows: [] })),
    });
    expect(answer.status).toBe(415);
  });
});

describe('reconciliation', () => {
  it('answers twenty long texts in turns with others, not in one go', async () => {
    queued.length = 0;
    const long = '用相機自動找出面板上的刮傷與污點。'.repeat(110);
    const queries = Array.from({ length: 20 }, () => ({
      conditions: [{ matchType: 'name', propertyValue: long }],
    }));
    expect((await site.get('/reconcile/v1/reconcile', json({ queries }))).status).toBe(200);
    expect(queued).toEqual([20]);
  });

  it('gives the values of many entities in turns with others, and of more than it can give says how many it gives', async () => {
    queued.length = 0;
    const ask = (ids: number, properties: number) =>
      site.get(
        '/reconcile/v1/extend',
        json({
          ids: Array.from({ length: ids }, (_, n) => `${90_000_000 + n}`),
          properties: Array.from({ length: properties }, () => ({ id: 'ubn' })),
        }),
      );
    expect((await ask(1000, 10)).status).toBe(200);
    expect(queued).toEqual([1000]);
    const refused = await ask(1000, 11);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ limit: 10_000, cells: 11_000 });
  });
});

it('agents ask ten questions in one request, and are told so for those on top', async () => {
  const call = (id: number) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name: 'search_catalogue', arguments: { q: 'AOI' } },
  });
  const answer = await site.get('/mcp', {
    ...json(Array.from({ length: 30 }, (_, n) => call(n))),
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  });
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text.match(/"structuredContent"/g)).toHaveLength(10);
  expect(text.match(/"isError":true/g)).toHaveLength(20);
  expect(text).toContain('body-too-large');
});

it('a receipt that cannot be kept leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-receipts-'));
  try {
    const store = await receiptFolder(folder);
    mkdirSync(join(folder, 'taken.jws'));
    await expect(store.keep('taken', 'token')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken.jws']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
