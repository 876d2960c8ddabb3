import { operations } from '@aipower/site/api/operations';
import { expect, it } from 'vitest';
import { linksOf, startSite, textOf } from '../start-site.ts';

it('shows the request and the answer of every operation, the same in both languages', async () => {
  const site = await startSite('sample');
  try {
    for (const address of ['/api', '/en/api']) {
      const html = await (await site.get(address)).text();
      expect(html.match(/<pre class="sample-code answer"/g)).toHaveLength(operations.length);
      const text = textOf(html);
      expect(text).toContain(`curl '${site.url}/api/v1/catalogue/4.6.1'`);
      expect(text).toContain('"verdict": "valid"');
      expect(text).not.toContain('register.example.tw');
    }
  } finally {
    await site.stop();
  }
});

it('leads to the numbers of the examples only where the register holds them', async () => {
  const [sample, other] = await Promise.all([startSite('sample'), startSite('lists')]);
  try {
    const tried = async (site: typeof sample) =>
      linksOf(await (await site.get('/en/api')).text()).filter((href) => href.startsWith('/api/v1/'));
    const [here, there] = [await tried(sample), await tried(other)];
    expect(here).toContain('/api/v1/providers/00000254');
    expect(there).not.toContain('/api/v1/providers/00000254');
    for (const href of here) expect((await sample.get(href)).status, href).toBe(200);
    for (const href of there) expect((await other.get(href)).status, href).toBe(200);
    expect(textOf(await (await other.get('/en/api')).text())).toContain('Another list is loaded here');
  } finally {
    await sample.stop();
    await other.stop();
  }
});
