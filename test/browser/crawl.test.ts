import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { crawl } from './crawl.ts';

let site: RunningSite;
beforeAll(async () => {
  // The register a first start brings: the examples of the API reference are taken from it.
  site = await startSite('sample');
});
afterAll(() => site?.stop());

test('no link of our own is dead, and every fragment has its place', async () => {
  const { pages, dead } = await crawl(site.url, ['/', '/en']);
  expect(dead).toEqual([]);
  // Both languages of the catalogue, of the providers and of the certificates were reached.
  expect(pages.size).toBeGreaterThan(2 * (87 + 23 + 4 + 80 + 100));
});
