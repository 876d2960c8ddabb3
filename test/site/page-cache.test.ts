import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, type RunningSite, startSite } from './running-site.ts';

let site: RunningSite;
let now = NOW;
beforeAll(async () => {
  site = await startSite({}, (deps) => ({ ...deps, clock: { now: () => now } }));
});
afterAll(() => site.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${site.url}${path}`, { headers });
const text = async (path: string) => (await get(path)).text();

test('the second visitor gets the same page, with the same headers but a request of his own', async () => {
  const first = await get('/providers?state=valid');
  const second = await get('/providers?state=valid');
  expect(await second.text()).toBe(await first.text());
  for (const name of ['content-type', 'content-language', 'etag', 'content-security-policy']) {
    expect(second.headers.get(name), name).toBe(first.headers.get(name));
    expect(second.headers.get(name), name).not.toBeNull();
  }
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
});

test('a page that has not changed is 304 to who has it, also from the cache', async () => {
  const etag = (await get('/catalogue/4.6.1')).headers.get('etag') as string;
  // Said outright, because fetch would add no-cache to a conditional request.
  const conditional = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
  expect((await get('/catalogue/4.6.1', conditional)).status).toBe(304);
});

test('the languages and the queries of one page are pages of their own', async () => {
  await text('/providers/00000032');
  expect(await text('/en/providers/00000032')).toContain('lang="en"');
  expect(await text('/providers?state=expired')).not.toBe(await text('/providers?state=valid'));
});

test('a missing page is not kept, and is missing again', async () => {
  expect((await get('/providers/00000019')).status).toBe(404);
  expect((await get('/providers/00000019')).status).toBe(404);
});

test('a new day judges anew', async () => {
  const before = await text('/certificates/ai/示範-AI-0002');
  now = new Date('2030-01-01T02:00:00Z');
  const after = await text('/certificates/ai/示範-AI-0002');
  now = NOW;
  expect(after).not.toBe(before);
  expect(await text('/certificates/ai/示範-AI-0002')).toBe(before);
});

test('an import shows at once', async () => {
  const before = await text('/providers');
  const csv =
    'scheme,number,ubn,name,registered_on,valid_until,status\n' +
    'data-economy,示範-NEW-1,00000019,示範新進股份有限公司,2026-07-01,2027-07-01,生效\n';
  await site.deps.register.importList(
    { name: 'new.csv', bytes: Buffer.from(csv) },
    {
      seenOn: '2026-11-30',
      recordedAt: '2026-11-30T00:00:00Z',
      by: 'test',
      source: 'test (fictional)',
      fictional: true,
      complete: false,
    },
  );
  const after = await text('/providers');
  expect(after).not.toBe(before);
  expect((await get('/providers/00000019')).status).toBe(200);
});
