import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programme115 } from '@aipower/programme';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WorkspaceCopy, workspaceCopy } from '../workspace-copy.ts';

// The recipe of CONTRIBUTING.md: a scheme is an entry more in data/schemes.yml. This one is fictional, and no programme asks for it.
const entry = `  - id: demo-service
    name: { zh: 示範服務機構能量登錄, en: Capability registration of demo service providers }
    shortName: { zh: 示範服務, en: Demo service }
    aliases: ['6.1', 示範業]
    numberLabel: 證書編號
    numberLabelVariants: []
    numberKnown: 'no'
    hints: []
    lists: []
    verifiedBy: [number, ubn, name]
    listedOn: '2027-01-01'
    source: 'fictional'
`;
let copy: WorkspaceCopy;

beforeAll(() => {
  copy = workspaceCopy(['registry']);
  const file = join(copy.folder, 'data/schemes.yml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^(?=(?:#[^\n]*\n)*sharedNames:)/m, entry));
  copy.generate('registry');
});
afterAll(() => copy?.remove());

test('a seventh scheme appears in lists, facets, verification, sheets and exports, no code changed', () => {
  const said = copy.ask<Record<string, unknown>>(`
    import { exportRegister, findScheme, openRegister, readClaimSheet, schemes } from '@aipower/registry';
    const text = (lines) => new TextEncoder().encode(lines.join('\\n'));
    const register = await openRegister(':memory:', { refreshEvery: 0 });
    const list = ['scheme,number,ubn,name,registered_on,valid_until',
      '示範服務,示範-0001,00000079,示範甲股份有限公司,2027-01-01,2028-12-31', 'ai,示範-AI-0001,00000079,示範甲股份有限公司,2027-01-01,2028-12-31'];
    await register.importList({ name: 'list.csv', bytes: text(list) }, { seenOn: '2027-02-01', recordedAt: '2027-02-01T00:00:00Z', by: 'test' });
    const sheet = readClaimSheet({ name: 'claims.csv', bytes: text(['能量登錄,證書編號,統一編號', '6.1 示範服務,示範-0001,00000079']) });
    if (sheet.problems.length > 0) throw new Error(JSON.stringify(sheet.problems));
    const { results } = await register.verify(sheet.claims, { on: '2027-03-01', today: '2027-03-01' });
    const page = register.providers({ on: '2027-03-01', scheme: ['demo-service'] });
    console.log(JSON.stringify({
      last: schemes.at(-1).id, count: schemes.length,
      found: ['demo-service', '示範業', '示範服務機構能量登錄', '6.1', '6.1 示範服務'].map((word) => findScheme(word)?.id ?? null),
      contradiction: findScheme('5.4 示範服務'),
      verdict: [results[0].claim.scheme, results[0].verdict],
      facet: page.facets.scheme.get('demo-service'), total: page.total,
      listed: register.status('2027-03-01').schemes.find(({ scheme }) => scheme === 'demo-service').certificates,
      exported: [...exportRegister(register.snapshot(), 'csv', '2027-03-01')].join('').includes('demo-service'),
    }));`);
  expect(said).toEqual({
    last: 'demo-service',
    count: 7,
    found: Array(5).fill('demo-service'),
    contradiction: null,
    verdict: ['demo-service', 'valid'],
    facet: 1,
    total: 1,
    listed: 1,
    exported: true,
  });
});

test('the form of 115 asks for what it printed, whatever else is registered', () => {
  const asked = programme115.bonus.items.flatMap((item) => (item.kind === 'registration' ? [item.scheme] : []));
  expect(asked).not.toContain('demo-service');
});
