import { openApiDocument } from '@aipower/site/api/openapi';
import { tags } from '@aipower/site/api/operation';
import { operations } from '@aipower/site/api/operations';
import { apiTopics } from '@aipower/site/api/reference/topics';
import { expect, it } from 'vitest';
import { linksOf, startSite, textOf } from '../start-site.ts';

const pagesIn = (prefix: string) => apiTopics.map((topic) => `${prefix}/api/reference/${topic}`);

it('shows the request and the answer of every operation, the same in both languages', async () => {
  const site = await startSite('sample');
  try {
    for (const prefix of ['', '/en']) {
      const html = (await Promise.all(pagesIn(prefix).map(async (page) => (await site.get(page)).text()))).join('\n');
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

it('names on its first page, under the old anchors, every operation and schema, and leads to where each is explained', async () => {
  const site = await startSite('sample');
  try {
    const { components } = openApiDocument(operations, { origin: site.url, language: 'en' }) as unknown as {
      components: { schemas: object };
    };
    const ids = [
      ...tags,
      ...operations.map(({ id }) => id),
      ...Object.keys(components.schemas).map((name) => `schema-${name}`),
      ...['schemas', 'reconciliation'],
    ];
    for (const prefix of ['', '/en']) {
      const html = await (await site.get(`${prefix}/api`)).text();
      expect(ids.filter((id) => html.split(` id="${id}"`).length !== 2)).toEqual([]);
      const pages = new Map<string, string>();
      const moved = linksOf(html).filter((href) => href.includes('#') && href.startsWith(`${prefix}/api/`));
      expect(moved).toHaveLength(operations.length + Object.keys(components.schemas).length);
      for (const href of moved) {
        const [page = '', id] = href.split('#');
        if (!pages.has(page)) pages.set(page, await (await site.get(page)).text());
        expect(pages.get(page), href).toContain(` id="${id}"`);
      }
      expect([...pages.keys()].sort()).toEqual(pagesIn(prefix).sort());
    }
  } finally {
    await site.stop();
  }
});

it('leads to the numbers of the examples only where the register holds them', async () => {
  const [sample, other] = await Promise.all([startSite('sample'), startSite('lists')]);
  try {
    const tried = async (site: typeof sample) => {
      const pages = ['/en/api', ...pagesIn('/en')].map(async (page) => linksOf(await (await site.get(page)).text()));
      return (await Promise.all(pages)).flat().filter((href) => href.startsWith('/api/v1/'));
    };
    const [here, there] = [await tried(sample), await tried(other)];
    expect(here).toContain('/api/v1/providers/00000254');
    expect(there).not.toContain('/api/v1/providers/00000254');
    for (const href of here) expect((await sample.get(href)).status, href).toBe(200);
    for (const href of there) expect((await other.get(href)).status, href).toBe(200);
    for (const page of ['/en/api', '/en/api/reference/register'])
      expect(textOf(await (await other.get(page)).text())).toContain('Another list is loaded here');
  } finally {
    await sample.stop();
    await other.stop();
  }
});
