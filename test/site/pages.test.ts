import { isCacheable, menuPages, type PageEntry, pageNames, pages } from '@aipower/site/page/pages';
import { pathsFor } from '@aipower/site/page/paths';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statesOfPages } from '../browser/page-states.ts';
import { servedPaths } from './served-paths.ts';
import { type RunningSite, startSite } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

describe('the table of pages', () => {
  it('names every page that is served, and nothing else', () => {
    // Files and answers to scripts: no pages.
    const extra = [
      '/apply/:application/draft.json',
      '/programme/:year/results.atom',
      '/programme/:year/results.csv',
      '/statistics.csv',
      '/statistics/register.csv',
      '/staff/dashboard.csv',
      '/staff/dashboard.xlsx',
      '/staff/rounds/:year/:category/:round/table.csv',
      '/staff/rounds/:year/:category/:round/table.xlsx',
      '/feed.atom',
      '/expiring.atom',
      '/providers/:ubn/feed.atom',
      '/providers/:ubn/badge.svg',
      '/providers.csv',
      '/providers.json',
      '/search/suggest',
      '/staff/login/callback',
      '/staff/login/start',
    ];
    expect([...servedPaths(site)].sort()).toEqual([...pageNames.map((name) => pages[name].path), ...extra].sort());
  });

  it('is walked by the browser, each page in at least one state', () => {
    expect(Object.keys(statesOfPages).sort()).toEqual([...pageNames].sort());
    expect(Object.entries(statesOfPages).filter(([, states]) => states.length === 0)).toEqual([]);
  });

  it('makes the menu of every page', async () => {
    for (const language of ['zh', 'en'] as const) {
      const p = pathsFor(language);
      const html = await (await site.get(p.home())).text();
      const menu = /<nav[\s\S]*?<\/nav>/.exec(html)![0];
      const links = [...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
      expect(links).toEqual(menuPages.map((name) => p[name]()));
    }
  });

  it('makes the sitemap: every page that it names, in both languages', async () => {
    const own = new Set(pageNames.map((name) => pages[name].path as string));
    const map = await (await site.get('/sitemaps/pages.xml')).text();
    const providers = await (await site.get('/sitemaps/providers-1.xml')).text();
    for (const name of pageNames) {
      const { path, sitemap }: PageEntry = pages[name];
      const shape = path === '/' ? '(/en)?/?' : `(/en)?${path.replace(/:\w+/g, '[^/<]+')}`;
      const listed = [...`${map}${providers}`.matchAll(new RegExp(`<loc>http://[^/]+(${shape})</loc>`, 'g'))];
      // An address that is another page's own path is that page's, though it fits a parameter too.
      const found = listed.filter(([, address]) => {
        const plain = address!.replace(/^\/en/, '');
        return plain === path || !own.has(plain);
      }).length;
      if (sitemap === false) expect(found, name).toBe(0);
      else if (sitemap === true) expect(found, name).toBe(2);
      else expect(found, name).toBeGreaterThanOrEqual(2);
    }
  });

  it('says which pages are kept, and never one that holds what was typed', () => {
    const p = pathsFor('en');
    expect(isCacheable(p.providers({ state: 'valid' }))).toBe(true);
    expect(isCacheable(p.providers({ state: 'valid', q: '示範' }))).toBe(false);
    expect(isCacheable(p.compare(['00000005'], '示範'))).toBe(false);
    expect(isCacheable(`${p.programme()}?amount=3`)).toBe(false);
    for (const kept of [p.home(), '/', '/?x=1', p.provider('00000005'), p.certificate('ai', '示範/1')])
      expect(isCacheable(kept), kept).toBe(true);
    for (const not of [p.search('x'), p.verify(), p.precheckResult(), p.verifySheet(), '/english', '/api/v1/register'])
      expect(isCacheable(not), not).toBe(false);
  });
});
