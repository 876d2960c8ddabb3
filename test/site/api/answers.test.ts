import { problemsOf } from '@aipower/site/api/operation';
import { operations } from '@aipower/site/api/operations';
import { items } from '@aipower/taxonomy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, startSite, TODAY } from '../running-site.ts';
import { type Contract, client, contractOf, type Loose } from './contract.ts';

let site: RunningSite;
let contract: Contract;
let api: ReturnType<typeof client>;

beforeAll(async () => {
  site = await startSite();
  contract = contractOf(site.url);
  api = client(`${site.url}/api/v1`, contract);
});
afterAll(() => site.stop());

describe('examples of the reference', () => {
  const shown = operations.filter((operation) => operation.example !== undefined);
  it.each(shown.map((operation) => [operation.id, operation]))(
    '%s: the address to try answers',
    async (_id, operation) => {
      expect((await api.get(operation.path, operation.example)).status).toBe(200);
    },
  );

  const posted = operations.filter((operation) => operation.body !== undefined);
  it.each(posted.map((operation) => [operation.id, operation]))(
    '%s: the request shown answers',
    async (_id, operation) => {
      const answer = await api.post(operation.path, operation.body!.example);
      expect(answer.json, answer.text).not.toHaveProperty('errors');
      expect(answer.status).toBe(200);
    },
  );

  it('every operation shows one', () => {
    expect(operations.filter(({ example, body }) => example === undefined && body === undefined)).toEqual([]);
  });
});

describe('catalogue', () => {
  it('gives every item as the taxonomy has it', async () => {
    const { json } = await api.get('/catalogue');
    const given = json.tiers.flatMap((tier: Loose) => tier.groups).flatMap((group: Loose) => group.items);
    expect(given.map(({ code }: Loose) => code)).toEqual(items.map(({ code }) => code));
    expect(given.map(({ definition }: Loose) => definition.zh)).toEqual(items.map(({ definition }) => definition.zh));
  });

  it('counts the providers that the list of the item shows', async () => {
    const { json } = await api.get('/catalogue/{code}', '/catalogue/4.6.1');
    const list = await api.get('/providers', '/providers?item=4.6.1&state=valid');
    expect(json.providers).toBe(list.json.page.total);
    expect(json.providers).toBeGreaterThan(0);
    expect(json.neighbours.length).toBeGreaterThan(0);
  });

  it.each([
    ['4.6.9', ['4.6.1', '4.6.2', '4.6.3']],
    ['4.6.1.', ['4.6.1']],
    ['４．６．１', ['4.6.1']],
  ])('answers %s with the nearest codes', async (code, nearest) => {
    const { status, json } = await api.get('/catalogue/{code}', `/catalogue/${encodeURIComponent(code)}`);
    expect(status).toBe(404);
    expect(json.nearest).toEqual(nearest);
  });

  it.each([
    ['text/turtle', 'text/turtle; charset=utf-8'],
    ['application/ld+json', 'application/ld+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['text/turtle;q=0.5, application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('Accept %s gives %s', async (accept, type) => {
    for (const address of ['/catalogue', '/catalogue/4.6.1']) {
      const at = address === '/catalogue' ? address : '/catalogue/{code}';
      const answer = await api.get(at, address, { accept });
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('vary')).toMatch(/Accept/);
    }
  });

  it('refuses a format it does not have', async () => {
    const answer = await api.get('/catalogue', '/catalogue', { accept: 'image/png' });
    expect(answer.status).toBe(406);
    expect(answer.json.available).toContain('text/turtle');
  });
});

describe('providers', () => {
  it('pages through the whole list by Link, each provider once', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/providers?per_page=13';
    let pages = 0;
    while (address) {
      const { json, headers } = await api.get('/providers', address);
      seen.push(...json.providers.map(({ ubn }: { ubn: string }) => ubn));
      expect(json.page.total).toBe(80);
      const next: string | undefined = /<([^>]+)>; rel="next"/.exec(headers.get('link')!)?.[1];
      address = next?.replace(`${site.url}/api/v1`, '');
      pages++;
    }
    expect(pages).toBe(Math.ceil(80 / 13));
    expect(new Set(seen).size).toBe(80);
  });

  it('leads back from behind the last page', async () => {
    const { json, headers } = await api.get('/providers', '/providers?per_page=13&page=99');
    expect(json).toMatchObject({ page: { number: 99, pages: 7, total: 80 }, providers: [] });
    const relations = [...headers.get('link')!.matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)].map(
      ([, page, rel]) => `${rel} ${page}`,
    );
    expect(relations).toEqual(['first 1', 'prev 7', 'last 7']);
  });

  it('repeated filters take any of their values', async () => {
    const one = await api.get('/providers', '/providers?scheme=ai&per_page=200');
    const other = await api.get('/providers', '/providers?scheme=e-signature&per_page=200');
    const both = await api.get('/providers', '/providers?scheme=ai&scheme=e-signature&per_page=200');
    const union = new Set([...one.json.providers, ...other.json.providers].map(({ ubn }: Loose) => ubn));
    expect(both.json.page.total).toBe(union.size);
  });

  it('gives a provider with every certificate judged on the day and today', async () => {
    const { json } = await api.get('/providers/{ubn}', '/providers/00000254?on=2020-01-01');
    expect(json.provider.certificates.length).toBeGreaterThan(0);
    for (const one of json.provider.certificates) {
      expect(one.onDay).toMatchObject({ day: '2020-01-01' });
      expect(one.today).toMatchObject({ day: TODAY });
    }
  });

  it('says of a number it does not hold what its lists are', async () => {
    const { status, json } = await api.get('/providers/{ubn}', '/providers/12345675');
    expect(status).toBe(404);
    expect(json.register.lists).toHaveLength(6);
  });
});

describe('certificates', () => {
  it.each(['示範-AI-0001', '示範ai0001', '示範－ＡＩ－０００１'])('finds %s', async (number) => {
    const at = '/certificates/{scheme}/{number}';
    const { status, json } = await api.get(at, `/certificates/ai/${encodeURIComponent(number)}`);
    expect(status).toBe(200);
    expect(json.certificates[0].holder.ubn).toBe('00000254');
  });

  it('offers near numbers for one that is not there', async () => {
    const { status, json } = await api.get(
      '/certificates/{scheme}/{number}',
      `/certificates/ai/${encodeURIComponent('示範-AI-0010X')}`,
    );
    expect(status).toBe(404);
    expect(json.suggestions.length).toBeGreaterThan(0);
  });
});

describe('verification', () => {
  const one = { id: 'a', scheme: 'ai', number: '示範-AI-0001', ubn: '00000254' };
  it('answers claims in their order with their ids', async () => {
    const claims = Array.from({ length: 250 }, (_, index) => ({ ...one, id: String(index) }));
    const { json } = await api.post('/verifications', { claims });
    expect(json.results.map(({ id }: { id: string }) => id)).toEqual(claims.map(({ id }) => id));
    expect(new Set(json.results.map(({ verdict }: { verdict: string }) => verdict))).toEqual(new Set(['valid']));
  });

  it('says the same as the register itself', async () => {
    const claims = [
      one,
      { scheme: 'e-signature' as const, number: '無' },
      { scheme: 'ai' as const, number: '沒有這號' },
    ];
    const { json } = await api.post('/verifications', { on: '2026-01-01', claims });
    const { results } = await site.deps.register.verify(claims as never, { on: '2026-01-01', today: TODAY });
    expect(json.results.map(({ verdict, reason }: Loose) => [verdict, reason])).toEqual(
      results.map(({ verdict, reason }) => [verdict, reason]),
    );
  });

  it('takes ten thousand claims and not one more', async () => {
    const claims = Array.from({ length: 10_000 }, () => one);
    expect((await api.post('/verifications', { claims })).json.results).toHaveLength(10_000);
    const { status, json } = await api.post('/verifications', { claims: [...claims, one] });
    expect(status).toBe(400);
    expect(json.errors).toEqual([{ pointer: '#/claims', code: 'too-many', detail: 'At most 10000 entries.' }]);
  });
});

describe('matching and programme', () => {
  it('finds the item a sentence asks for, and shows the words at their place', async () => {
    const text = '用相機自動找出面板上的刮傷與污點';
    const { json } = await api.post('/matches/capabilities', { text });
    expect(json.decision).toBe('matched');
    expect(json.matches[0].code).toBe('4.6.1');
    for (const { term, start, end } of json.matches[0].evidence) expect(text.slice(start, end)).toBe(term);
  });

  it('answers none to what fits nothing', async () => {
    const { json } = await api.post('/matches/capabilities', { text: '賣珍珠奶茶' });
    expect(json).toMatchObject({ decision: 'none', matches: [] });
  });

  it('links a name and never two', async () => {
    const linked = await api.post('/matches/companies', { name: '示範標註工坊股份有限公司' });
    expect(linked.json).toMatchObject({ decision: 'linked', link: { ubn: '00000254' } });
    const none = await api.post('/matches/companies', { name: '股份有限公司' });
    expect(none.json.link).toBeNull();
  });

  it('links a number alone, and refuses neither name nor number with a sentence that names both', async () => {
    const alone = await api.post('/matches/companies', { ubn: '00000254' });
    expect(alone.json).toEqual((await api.post('/matches/companies', { name: '', ubn: '00000254' })).json);
    expect(alone.json).toMatchObject({ decision: 'linked', reason: 'number', link: { ubn: '00000254' } });
    for (const body of [{}, { limit: 3 }]) {
      const { status, json } = await api.post('/matches/companies', body);
      expect(status).toBe(400);
      expect(json.errors).toMatchObject([{ pointer: '#', code: 'contradiction' }]);
      expect(json.errors[0].detail).toMatch(/\bname\b.*\bubn\b/);
    }
  });

  it('ranks providers that hold what is wanted', async () => {
    const { json } = await api.post('/matches/providers', { codes: ['4.6.1'], limit: 100 });
    const list = await api.get('/providers', '/providers?item=4.6.1&state=valid&per_page=200');
    expect(json.providers).toHaveLength(list.json.page.total);
    for (const { items: held } of json.providers) expect(held).toContain('4.6.1');
  });

  it('looks facts up in the tax register and names what is still missing', async () => {
    const { json } = await api.post('/eligibility', { facts: { ubn: '00000254' } });
    expect(json.taxRegister.status).toBe('found');
    expect(json.eligibility.outcome).toBe('unknown');
    expect(json.eligibility.missing.map(({ fact }: Loose) => fact)).toContain('prcInvestment');
  });

  it('keeps a given fact and names it when the tax register says otherwise', async () => {
    const { json } = await api.post('/eligibility', { facts: { ubn: '00000254', industryCodes: ['472913'] } });
    expect(json.taxRegister.differs).toEqual(['industryCodes']);
    expect(json.eligibility.conditions.find(({ rule }: Loose) => rule === 'industry').outcome).toBe('not-met');
  });

  it('proves a registration by the register and states no points', async () => {
    const { json } = await api.post('/bonus', { applicant: { ubn: '00000254' }, claims: { '5.4': '示範-AI-0001' } });
    expect(json.bonus.points).toBeNull();
    expect(json.bonus.items.find(({ id }: Loose) => id === '5.4')).toMatchObject({ state: 'proven' });
    const other = await api.post('/bonus', { applicant: { ubn: '00000032' }, claims: { '5.4': '示範-AI-0001' } });
    expect(other.json.bonus.items.find(({ id }: Loose) => id === '5.4')).toMatchObject({
      state: 'not-proven',
      reason: 'certificate-of-another-holder',
    });
    const nobody = await api.post('/bonus', { claims: { '5.4': '示範-AI-0001' } });
    expect(nobody.json.bonus.items.find(({ id }: Loose) => id === '5.4')).toMatchObject({
      state: 'cannot-check',
      reason: 'certificate-holder-not-compared',
    });
  });

  it('assesses a whole applicant with the same answers as its parts', async () => {
    const facts = { ubn: '00000254', prcInvestment: false };
    const claims = { '5.4': '示範-AI-0001' };
    const whole = await api.post('/assessments', {
      category: 'training',
      facts,
      claims,
      text: '用相機自動找出面板上的刮傷與污點',
    });
    const eligibility = await api.post('/eligibility', { facts });
    const bonus = await api.post('/bonus', {
      applicant: { ubn: '00000254', name: '示範標註工坊股份有限公司' },
      claims,
    });
    expect(whole.json.eligibility).toEqual(eligibility.json.eligibility);
    expect(whole.json.bonus.counts).toEqual(bonus.json.bonus.counts);
    expect(whole.json.capabilities.needed[0].code).toBe('4.6.1');
    expect(whole.json.round.state).toBe('open');
    expect(whole.json.partners.length).toBeGreaterThan(0);
  });
});

describe('dumps', () => {
  it('hold every certificate and provider that the lists count', async () => {
    const at = '/dumps/{file}';
    const { certificates, providers } = site.deps.register.status(TODAY);
    const csv = await api.get(at, '/dumps/certificates.csv');
    expect(csv.text.trim().split('\n')).toHaveLength(certificates + 1);
    const lines = await api.get(at, '/dumps/providers.jsonl');
    const all = lines.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(all).toHaveLength(providers);
    const single = await api.get('/providers/{ubn}', '/providers/00000254');
    expect(all.find(({ ubn }) => ubn === '00000254')).toEqual(single.json.provider);
  });

  it('the spreadsheet edition has a BOM and no live formula', async () => {
    const { text, headers } = await api.get('/dumps/{file}', '/dumps/certificates-spreadsheet.csv');
    expect(headers.get('content-disposition')).toBe('attachment; filename="certificates-spreadsheet.csv"');
    const bytes = new Uint8Array(
      await (await fetch(`${site.url}/api/v1/dumps/certificates-spreadsheet.csv`)).arrayBuffer(),
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).not.toMatch(/(^|,|")[=+@]/m);
  });
});

it('documents exactly the problems that can be met', () => {
  for (const operation of operations) expect(new Set(problemsOf(operation)).size).toBe(problemsOf(operation).length);
});
