import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type WorkspaceCopy, workspaceCopy } from '../workspace-copy.ts';

// Recipes of CONTRIBUTING.md, seen through the site: a scheme and an edition are data, no code changes.

let copy: WorkspaceCopy | null = null;
afterEach(() => copy?.remove());

/** Starts the copied site, gives it a list and asks it: `ask` is the body of a function of `get`, and returns what to print. */
function asked<T>(from: WorkspaceCopy, list: readonly string[], ask: string): T {
  return from.ask<T>(`
    import { createServer } from 'node:http';
    import { createApp } from '@aipower/site/app';
    import { readConfig } from '@aipower/site/config';
    import { createDeps } from '@aipower/site/open-deps';
    import { createLog } from '@aipower/site/http/log';
    const config = readConfig({ DATABASE_URL: ${JSON.stringify(join(from.folder, 'register.db'))}, SAMPLE_DATA: 'no', LOG_LEVEL: 'silent' });
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = 'http://127.0.0.1:' + server.address().port;
    const deps = await createDeps(config, { clock: { now: () => new Date('2026-07-15T02:00:00Z') }, log: createLog('silent'), origin });
    await deps.register.importList(
      { name: 'list.csv', bytes: new TextEncoder().encode(${JSON.stringify(list.join('\n'))}) },
      { seenOn: '2026-07-14', recordedAt: '2026-07-14T01:00:00Z', by: 'test' });
    server.on('request', createApp(deps));
    const get = async (path, body) => {
      const answer = await fetch(origin + path, body ? { method: 'POST', ...body } : {});
      const text = await answer.text();
      return answer.status === 200 ? text : path + ' ' + answer.status + ' ' + text.slice(0, 400);
    };
    const json = async (path, body) => JSON.parse(await get('/api/v1' + path,
      body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
    const said = await (async () => { ${ask} })();
    server.closeAllConnections();
    server.close();
    await deps.close();
    console.log(JSON.stringify(said));`);
}

test('a seventh scheme is in lists, facets, verification and exports of the site, and not on the form of 115', () => {
  copy = workspaceCopy(['registry', 'matcher'], { site: true });
  const file = join(copy.folder, 'data/schemes.yml');
  const entry = `  - id: demo-service
    name: { zh: 示範服務機構能量登錄, en: Capability registration of demo service providers }
    shortName: { zh: 示範服務, en: Demo service }
    aliases: []
    numberLabel: 證書編號
    numberLabelVariants: []
    numberKnown: 'no'
    hints: []
    lists: []
    verifiedBy: [number, ubn, name]
    listedOn: '2026-01-01'
    source: 'fictional'
`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^(?=(?:#[^\n]*\n)*sharedNames:)/m, entry));
  copy.generate('registry');
  const list = [
    'scheme,number,ubn,name,registered_on,valid_until',
    '示範服務,示範-0001,00000079,示範甲股份有限公司,2026-01-01,2027-12-31',
  ];
  const said = asked<Record<string, string>>(
    copy,
    list,
    `return {
      about: await get('/about'), providers: await get('/providers?scheme=demo-service'), facets: await get('/providers'), provider: await get('/providers/00000079'),
      certificate: await get('/certificates/demo-service/' + encodeURIComponent('示範-0001')),
      verify: await get('/verify?scheme=demo-service&number=' + encodeURIComponent('示範-0001') + '&ubn=00000079'),
      csv: await get('/providers.csv'), register: JSON.stringify(await json('/register')),
      claims: JSON.stringify(await json('/verifications', { claims: [{ scheme: 'demo-service', number: '示範-0001', ubn: '00000079' }] })),
      openapi: await get('/api/v1/openapi.json'),
      form: await get('/verify/application'), precheck: await get('/precheck'), printed: await get('/programme/115/forms/training'),
    };`,
  );
  expect(said['about']).toContain('示範服務機構能量登錄');
  expect(said['providers']).toContain('示範甲股份有限公司');
  expect(said['facets']).toMatch(/href="\/providers\?scheme=demo-service"/);
  for (const page of ['provider', 'certificate', 'verify']) expect(said[page]).toContain('示範服務');
  for (const answer of ['csv', 'register', 'openapi']) expect(said[answer]).toContain('demo-service');
  expect(said['claims']).toContain('"verdict":"valid"');
  for (const form of ['form', 'precheck', 'printed']) expect(said[form]).not.toMatch(/demo-service|示範服務/);
  expect(said['form']).toContain('name="third-party-payment-aml"');
});

test('with a second edition the site shows the current one, and each certificate its own', () => {
  copy = workspaceCopy(['taxonomy', 'registry', 'matcher'], { site: true });
  const catalogue = join(copy.folder, 'data/catalogue');
  cpSync(join(catalogue, '112'), join(catalogue, '199'), { recursive: true });
  const change = (file: string, edit: (content: Record<string, unknown>) => void) => {
    const path = join(catalogue, '199', file);
    const content = parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    edit(content);
    writeFileSync(path, stringify(content));
  };
  type Item = { code: string; neighbours: { code: string }[] };
  for (const file of readdirSync(join(catalogue, '199')).filter((name) => /^4\..*\.yml$/.test(name)))
    change(file, ({ items }) => {
      const all = items as Item[];
      if (all.at(-1)?.code === '4.14.4') all.pop();
      for (const item of all) item.neighbours = item.neighbours.filter(({ code }) => code !== '4.14.4');
    });
  const title = { zh: '示範分項內容說明（虛構）', en: 'Fictional edition' };
  const own = { id: '199', rocYear: 199, year: 2110, title, previous: '112', changes: [{ from: ['4.14.4'], to: [] }] };
  change('edition.yml', (edition) => Object.assign(edition, own));
  copy.generate('taxonomy');
  const list = [
    'scheme,number,ubn,name,registered_on,valid_until,items,edition',
    'ai,示範-1,00000079,示範甲股份有限公司,2026-01-01,2027-12-31,4.14.4;4.6.1,112',
    'ai,示範-2,00000079,示範甲股份有限公司,2026-02-01,2027-12-31,4.6.1,199',
  ];
  const said = asked<Record<string, string>>(
    copy,
    list,
    `return {
      catalogue: await get('/catalogue'), about: await get('/about'), provider: await get('/providers/00000079'),
      old: await get('/certificates/ai/' + encodeURIComponent('示範-1')),
      identifier: await get('/catalogue/199/4.6.1'), former: await get('/catalogue/112/4.6.1'), retired: await get('/catalogue/112/4.14.4'),
      whole: (await json('/catalogue')).edition,
      editions: (await json('/providers/00000079')).provider.certificates.map(({ number, edition, items }) => [number, edition, items.join()]).sort(),
    };`,
  );
  expect(said['about']).toContain('示範分項內容說明（虛構）');
  expect(said['whole']).toBe('199');
  expect(said['editions']).toEqual([
    ['示範-1', '112', '4.6.1,4.14.4'],
    ['示範-2', '199', '4.6.1'],
  ]);
  expect(said['old']).toContain('4.14.4');
  expect(said['provider']).toContain('4.14.4');
  expect(said['catalogue']).not.toContain('"/catalogue/4.14.4"');
  for (const page of ['identifier', 'former', 'retired']) expect(said[page]).toContain('<h1');
});
