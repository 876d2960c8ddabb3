import { matchCompany } from '@aipower/matcher';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleSite } from '../sample-site.ts';
import type { RunningSite } from '../start-site.ts';
import { schemas } from './reconcile-schemas.ts';

// biome-ignore lint/suspicious/noExplicitAny: its shape is what the schemas check.
type Loose = any;

let site: RunningSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.stop());

const ajv = new Ajv({ allErrors: true, strictTuples: false });

function conforms(schema: keyof typeof schemas, data: unknown): void {
  const check = ajv.compile(schemas[schema]);
  expect(check(data) ? [] : check.errors, schema).toEqual([]);
}

async function json(path: string, init?: RequestInit): Promise<Loose> {
  const response = await site.get(path, init);
  expect(response.status, `${path} ${await response.clone().text()}`).toBe(200);
  return response.json();
}

const form = (fields: Record<string, unknown>) => ({
  method: 'POST',
  body: new URLSearchParams(
    Object.entries(fields).map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
  ),
});
const post = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function ask02(queries: Record<string, object>): Promise<Loose> {
  const answer = await json('/reconcile', form({ queries }));
  conforms('results02', answer);
  expect(Object.keys(answer)).toEqual(Object.keys(queries));
  for (const { result } of Object.values(answer) as Loose[]) {
    const scores = result.map((one: Loose) => one.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const matched = result.filter((one: Loose) => one.match);
    expect(matched.length).toBeLessThanOrEqual(1);
    // OpenRefine takes the decision of the first candidate only.
    if (matched.length > 0) expect(result[0].match && (result[1]?.score ?? -1) < result[0].score).toBe(true);
  }
  return answer;
}

describe('the manifests', () => {
  it('say what each version asks for, and keep their promises', async () => {
    const manifest = await json('/reconcile');
    conforms('manifest02', manifest);
    conforms('manifest10', await json('/reconcile/v1'));
    expect(manifest.name).toContain('能量登錄');
    const english = await json('/reconcile', { headers: { 'accept-language': 'en' } });
    expect(english.name).toContain('register of Taiwan');
    for (const kind of ['entity', 'property', 'type'] as const) {
      const { service_url, service_path } = manifest.suggest[kind];
      expect(service_url).toBe(site.url);
      conforms(kind === 'entity' ? 'suggestEntities' : 'suggestNamed', await json(`${service_path}?prefix=`));
    }
  });

  it('are open to pages of any origin, errors too', async () => {
    for (const [path, init] of [
      ['/reconcile', {}],
      ['/reconcile', form({ queries: {} })],
      ['/reconcile/suggest/type?prefix=x', {}],
      ['/reconcile/v1/reconcile', post({ queries: [] })],
      ['/reconcile/v1/reconcile', post({})],
      ['/reconcile/nowhere', {}],
      ['/reconcile/preview?id=4.6.1', {}],
    ] as const) {
      const headers = { ...(init as Loose).headers, origin: 'https://other.example' };
      const response = await site.get(path, { ...init, headers });
      expect(response.headers.get('access-control-allow-origin'), path).toBe('*');
    }
    const preflight = await site.get('/reconcile/v1/reconcile', {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
  });
});

describe('queries', () => {
  it('match a firm exactly where the matcher links it', async () => {
    const { register } = site.deps;
    const index = await site.deps.companies();
    const names = register
      .snapshot()
      .providers.slice(0, 40)
      .flatMap(({ name, ubn }) => [
        name,
        name.slice(0, -4),
        name.replace('股份有限公司', '(股)公司'),
        ubn,
        `${name}與某某`,
      ]);
    const answer = await ask02(Object.fromEntries(names.map((query, i) => [`q${i}`, { query, type: 'firm' }])));
    let linked = 0;
    for (const [i, name] of names.entries()) {
      const { link } = matchCompany(index, { name });
      const [first] = answer[`q${i}`].result;
      expect(first?.match ? first.id : null, name).toBe(link?.ubn ?? null);
      if (link) linked++;
    }
    expect(linked).toBeGreaterThan(20);
    expect(linked).toBeLessThan(names.length);
  });

  it('read numbers, codes and texts without a type, and leave open what is both or neither', async () => {
    const answer = await ask02({
      firm: { query: '示範標註工坊股份有限公司' },
      number: { query: '示範-AI-0001' },
      typed: { query: '示範－ＡＩ－0001', type: ['certificate'], type_strict: 'should' },
      slip: { query: '示範-AI-00O1', type: 'certificate' },
      code: { query: '4.6.1' },
      title: { query: '瑕疵檢測 AOI/良率最佳化', type: 'item' },
      need: { query: '用相機自動找出面板上的刮傷與污點', type: 'item', limit: 3 },
      nothing: { query: '無' },
      blank: { query: '   ' },
      id: { query: 'ai:示範AI0001', type: 'certificate' },
      foreign: { query: '示範標註工坊股份有限公司', type: '/people/person' },
      either: { query: '示範標註工坊股份有限公司', type: ['/people/person', 'firm'] },
    });
    const first = (key: string) => answer[key].result[0];
    for (const key of ['firm', 'either'])
      expect(first(key)).toMatchObject({ id: '00000254', match: true, type: [{ id: 'firm' }] });
    // Of a kind that we do not have there is nothing; the rest of the batch is answered.
    expect(answer.foreign.result).toEqual([]);
    for (const key of ['number', 'typed', 'id']) expect(first(key)).toMatchObject({ id: 'ai:示範AI0001', match: true });
    expect(first('slip')).toMatchObject({ match: false, type: [{ id: 'certificate' }] });
    for (const key of ['code', 'title']) expect(first(key)).toMatchObject({ id: '4.6.1', match: true });
    expect(first('need')).toMatchObject({ id: '4.6.1', match: false });
    expect(answer.need.result.length).toBeLessThanOrEqual(3);
    expect(answer.nothing.result.every((one: Loose) => !one.match)).toBe(true);
    expect(answer.blank.result).toEqual([]);
  });

  it('let properties decide against, and never for, beyond what the matcher does', async () => {
    const named = { query: '示範標註工坊股份有限公司', type: 'firm' };
    const answer = await ask02({
      right: { ...named, properties: [{ pid: 'ubn', v: '00000254' }] },
      wrong: { ...named, properties: [{ pid: 'ubn', v: '00000048' }] },
      number: { type: 'firm', properties: [{ pid: 'ubn', v: { id: '00000254' } }] },
      elsewhere: { ...named, properties: [{ pid: 'city', v: '連江縣' }] },
      unknown: { ...named, properties: [{ pid: 'favourite_colour', v: ['red', 'blue'] }] },
      cleared: { ...named, properties: [{ pid: 'city', v: '' }] },
    });
    for (const key of ['right', 'number', 'unknown', 'cleared'])
      expect(answer[key].result[0], key).toMatchObject({ id: '00000254', match: true });
    for (const key of ['wrong', 'elsewhere'])
      expect(
        answer[key].result.every((one: Loose) => !one.match),
        key,
      ).toBe(true);
  });

  it('come by GET and one by one as well', async () => {
    const queries = JSON.stringify({ q0: { query: '示範標註工坊股份有限公司', type: 'firm', limit: 1 } });
    const batch = await json(`/reconcile?${new URLSearchParams({ queries })}`);
    conforms('results02', batch);
    const single = await json(`/reconcile?${new URLSearchParams({ query: '示範標註工坊股份有限公司' })}`);
    expect(single.result[0]).toMatchObject({ id: batch.q0.result[0].id, match: true });
  });

  it('of the 1.0 draft: conditions that are required filter, also by all and none', async () => {
    const name = (propertyValue: string) => ({ matchType: 'name', propertyValue });
    const property = (propertyId: string, propertyValue: unknown, more: object = {}) => ({
      matchType: 'property',
      propertyId,
      propertyValue,
      ...more,
    });
    const queries = [
      { type: 'firm', conditions: [name('示範標註工坊股份有限公司')] },
      { type: 'firm', conditions: [name('示範標註工坊股份有限公司'), property('ubn', '00000048', { required: true })] },
      {
        type: 'firm',
        conditions: [name('示範標註工坊'), property('ubn', ['00000254'], { required: true, matchQuantifier: 'none' })],
      },
      { type: 'firm', conditions: [{ matchType: 'property', pid: 'ubn', v: '00000254' }] },
      { type: 'Q5', conditions: [name('示範標註工坊股份有限公司')] },
    ];
    const body = await json('/reconcile/v1/reconcile', post({ queries }));
    conforms('results10', body);
    const [plain, other, none, earlier, foreign] = body.results.map((one: Loose) => one.candidates);
    expect(plain[0]).toMatchObject({ id: '00000254', match: true });
    expect(other.every((one: Loose) => one.id === '00000048' && !one.match)).toBe(true);
    expect(none.map((one: Loose) => one.id)).not.toContain('00000254');
    expect(earlier[0]).toMatchObject({ id: '00000254', match: true });
    expect(foreign).toEqual([]);
    // The same body at the older address is told by being JSON.
    expect(await json('/reconcile', post({ queries }))).toEqual(body);
  });

  it('that cannot be read are refused by name, never answered with nothing', async () => {
    const cases: readonly [string, RequestInit, number, string | null][] = [
      ['/reconcile', form({ queries: { q7: { query: 'x', type: 7 } } }), 400, '#/q7/type'],
      ['/reconcile', form({ queries: { q7: {} } }), 400, '#/q7'],
      ['/reconcile', form({ queries: [{ query: 'x' }] }), 400, '#'],
      ['/reconcile', form({ queries: { q7: { query: 'x', limit: -1 } } }), 400, '#/q7/limit'],
      // An id that objects of JavaScript lose.
      [
        '/reconcile',
        { method: 'POST', body: new URLSearchParams({ queries: '{"__proto__":{"query":"x"}}' }) },
        400,
        '#/__proto__',
      ],
      ['/reconcile', { method: 'POST', body: new URLSearchParams({ queries: '{"q0":' }) }, 400, null],
      ['/reconcile', { method: 'POST', body: new URLSearchParams({ other: 'x' }) }, 400, '#'],
      ['/reconcile', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415, null],
      ['/reconcile/v1/reconcile', post({ queries: [{ conditions: [] }] }), 400, '#/queries/0/conditions'],
      [
        '/reconcile/v1/reconcile',
        post({ queries: [{ conditions: [{ matchType: 'property', propertyValue: 'x' }] }] }),
        400,
        '#/queries/0/conditions/0',
      ],
      [
        '/reconcile',
        form({ queries: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`q${i}`, { query: 'x' }])) }),
        413,
        null,
      ],
      ['/reconcile', { method: 'DELETE' }, 405, null],
      ['/reconcile/v1/reconcile', {}, 405, null],
      ['/reconcile/preview?id=99999999', {}, 404, null],
      // Big5: read as UTF-8 it would be another prefix.
      ['/reconcile/suggest/entity?prefix=%A5%DC', {}, 400, null],
    ];
    for (const [path, init, status, pointer] of cases) {
      const response = await site.get(path, init);
      expect(response.status, `${path} ${pointer}`).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const problem = (await response.json()) as Loose;
      if (pointer) expect(problem.errors[0].pointer).toBe(pointer);
      // In one language, that of the service: Chinese unless English is asked for by name.
      for (const said of [problem.title, problem.detail, ...(problem.errors ?? []).map(({ detail }: Loose) => detail)])
        expect(said).toMatch(/\p{Script=Han}/u);
    }
    const english = { 'accept-language': 'en' };
    const response = await site.get('/reconcile/flyout/entity?id=99999999', { headers: english });
    const { title, errors } = (await response.json()) as Loose;
    expect(`${title}: ${errors[0].detail}`).toMatch(/^No such address: There is no 99999999/);
  });
});

describe('extension', () => {
  const ids = ['00000254', 'ai:示範AI0001', '4.6.1', '99999999'];
  const wanted = ['ubn', 'state', 'state_code', 'valid_until', 'items', 'holder', 'on', 'title_en'];

  it('gives state, days, items and the 統一編號 as text, in both versions alike', async () => {
    const extension = { ids, properties: wanted.map((id) => ({ id, settings: { on: '115-07-01', scheme: 'ai' } })) };
    const old = await json('/reconcile', form({ extend: extension }));
    conforms('extension02', old);
    expect(Object.keys(old.rows)).toEqual(expect.arrayContaining(ids));
    expect(old.rows['00000254'].ubn).toEqual([{ str: '00000254' }]);
    expect(old.rows['00000254'].on).toEqual([{ str: '2026-07-01' }]);
    expect(old.rows['00000254'].state).toEqual([{ str: '有效' }]);
    expect(old.rows['00000254'].items.length).toBeGreaterThan(0);
    expect(old.rows['ai:示範AI0001'].holder).toEqual([{ id: '00000254', name: '示範標註工坊股份有限公司' }]);
    expect(old.rows['4.6.1'].title_en[0].str).toMatch(/AOI/);
    expect(Object.values(old.rows['99999999']).every((values) => (values as unknown[]).length === 0)).toBe(true);
    const draft = await json('/reconcile/v1/extend', post(extension));
    conforms('extension10', draft);
    for (const { id, properties } of draft.rows)
      for (const one of properties) expect(one.values).toEqual(old.rows[id][one.id]);
    expect(draft.meta).toEqual(old.meta);
  });

  it('agrees with the provider as the API gives it', async () => {
    const { providers } = site.deps.register.snapshot();
    const firms = providers.slice(0, 30).map(({ ubn }) => ubn);
    const { rows } = await json(
      '/reconcile',
      form({ extend: { ids: firms, properties: [{ id: 'certificates' }, { id: 'state_code' }] } }),
    );
    for (const ubn of firms) {
      const { provider } = await json(`/api/v1/providers/${ubn}`);
      expect(rows[ubn].certificates).toHaveLength(provider.certificates.length);
      const verdicts = provider.certificates.map((one: Loose) => one.today.verdict);
      const [{ str: state } = { str: null }] = rows[ubn].state_code;
      if (state === 'valid' || state === 'expiring') expect(verdicts).toContain('valid');
      else expect(verdicts).not.toContain('valid');
    }
  });

  it('proposes what each type has, and refuses what nothing has', async () => {
    for (const type of ['firm', 'certificate', 'item']) {
      const proposal = await json(`/reconcile/extend/propose?type=${type}&limit=3`);
      conforms('proposal', proposal);
      expect(proposal.properties).toHaveLength(3);
    }
    for (const properties of [[{ id: 'shoe_size' }], [{ id: 'state', settings: { on: '115/13/40' } }]]) {
      const response = await site.get('/reconcile', form({ extend: { ids: ['00000254'], properties } }));
      expect(response.status).toBe(400);
    }
  });
});

describe('suggest, flyout, preview and view', () => {
  it('find what a name, a number or an id begins', async () => {
    const first = async (query: Record<string, string>) => {
      const answer = await json(`/reconcile/suggest/entity?${new URLSearchParams(query)}`);
      conforms('suggestEntities', answer);
      return answer.result.map((one: Loose) => one.id);
    };
    expect(await first({ prefix: '示範標註' })).toContain('00000254');
    expect(await first({ prefix: '00000254' })).toContain('00000254');
    expect((await first({ prefix: '示範-AI-000', type: 'certificate' })).length).toBeGreaterThan(3);
    expect(await first({ prefix: '瑕疵', type: 'item' })).toContain('4.6.1');
    expect((await first({ prefix: '4.6' })).slice(0, 1)).toEqual(['4.6.1']);
    const [one, two] = [await first({ prefix: '示範' }), await first({ prefix: '示範', cursor: '10' })];
    expect(one).toHaveLength(10);
    expect(two.filter((id: string) => one.includes(id))).toEqual([]);
  });

  it('show an entity in a frame of any page, without a script, and lead to its page', async () => {
    for (const id of ['00000254', 'ai:示範AI0001', '4.6.1']) {
      const preview = await site.get(`/reconcile/preview?${new URLSearchParams({ id })}`);
      expect(preview.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors \*/);
      expect(preview.headers.get('x-frame-options')).toBeNull();
      const html = await preview.text();
      expect(html).toContain('<html lang="zh-Hant-TW">');
      expect(html).not.toContain('<script');
      conforms('flyout', await json(`/reconcile/flyout/entity?${new URLSearchParams({ id })}`));
      const view = await site.get(`/reconcile/id/${encodeURIComponent(id)}`);
      expect(view.status).toBe(303);
      expect((await fetch(new URL(view.headers.get('location')!, site.url))).status).toBe(200);
    }
    conforms('flyout', await json('/reconcile/flyout/type?id=firm'));
    conforms('flyout', await json('/reconcile/flyout/property?id=state'));
  });
});
