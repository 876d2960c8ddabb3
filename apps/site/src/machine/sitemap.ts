import { groups, items, tiers } from '@aipower/taxonomy';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { languageTag } from '../page/language.ts';
import { type EachPage, type PageEntry, pageNames, pages, type SinglePage } from '../page/pages.ts';
import { pathsFor } from '../page/paths.ts';
import { problemTypeIds } from '../problems/problem-types.ts';

const zh = pathsFor('zh');
const en = pathsFor('en');
type Page = (paths: typeof zh) => string;

/** A map may hold 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html); each provider takes two of them. */
const PROVIDERS_PER_MAP = 10_000;

const codes = [...tiers, ...groups, ...items].map(({ code }) => code);

/** What stands in the variable part of an address; `null`: too many for one map, and named in parts. */
const valuesOf = (years: readonly string[]): Readonly<Record<EachPage, readonly string[] | null>> => ({
  problem: problemTypeIds,
  catalogueEntry: codes,
  programmeOfYear: years,
  noticesOfYear: years,
  provider: null,
});

const fixedPages = (values: ReturnType<typeof valuesOf>): readonly Page[] =>
  pageNames.flatMap((name): Page[] => {
    const { sitemap }: PageEntry = pages[name];
    if (sitemap === true) return [(p) => p[name as SinglePage]()];
    if (sitemap === 'each')
      return (values[name as EachPage] ?? []).map(
        (value): Page =>
          (p) =>
            p[name as EachPage](value),
      );
    return [];
  });

/** Every page with an address of its own, in both languages: an index of maps, the fixed pages, the providers in parts. */
export function sitemapRoutes({ origin, register, programmes }: Deps): Router {
  const router = Router();
  const fixed = fixedPages(valuesOf([...programmes.keys()]));
  const parts = () => Math.ceil(register.snapshot().providers.length / PROVIDERS_PER_MAP);

  router.get('/sitemap.xml', (_req, res) => {
    const maps = ['pages', ...Array.from({ length: parts() }, (_, index) => `providers-${index + 1}`)];
    const entries = maps.map((name) => `<sitemap><loc>${origin}/sitemaps/${name}.xml</loc></sitemap>`);
    res
      .set('Cache-Control', 'no-cache')
      .type('application/xml')
      .send(document('sitemapindex', '', entries));
  });

  router.get('/sitemaps/:name.xml', (req, res) => {
    const pages = pagesOf(req.params.name);
    if (!pages) throw new NotFound(`/sitemaps/${req.params.name}.xml`);
    const xhtml = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"';
    res
      .set('Cache-Control', 'no-cache')
      .type('application/xml')
      .send(document('urlset', xhtml, pages.flatMap(inBothLanguages)));
  });

  function pagesOf(name: string): readonly Page[] | null {
    if (name === 'pages') return fixed;
    const part = Number(/^providers-([1-9]\d{0,4})$/.exec(name)?.[1] ?? 0);
    if (part < 1 || part > parts()) return null;
    const { providers } = register.snapshot();
    return providers.slice((part - 1) * PROVIDERS_PER_MAP, part * PROVIDERS_PER_MAP).map(
      ({ ubn }): Page =>
        (p) =>
          p.provider(ubn),
    );
  }

  function inBothLanguages(page: Page): string[] {
    const addresses = { zh: origin + page(zh), en: origin + page(en) };
    const alternates = (['zh', 'en'] as const)
      .map(
        (language) => `<xhtml:link rel="alternate" hreflang="${languageTag[language]}" href="${addresses[language]}"/>`,
      )
      .join('');
    return Object.values(addresses).map((address) => `<url><loc>${address}</loc>${alternates}</url>`);
  }
  return router;
}

function document(root: string, namespaces: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>
${entries.join('\n')}
</${root}>
`;
}
