import { type Programme, programmeOn } from '@aipower/programme';
import type { Provider, Snapshot } from '@aipower/registry';
import { addDays, type Day, taipeiDay } from '@aipower/taiwan/dates';
import { groups, items, tiers } from '@aipower/taxonomy';
import { Router } from 'express';
import { apiTopics } from '../api/reference/topics.ts';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { SHARED_AT_ANY_TIME } from '../http/shared-caches.ts';
import { languageTag } from '../page/language.ts';
import { type EachPage, type PageEntry, type PageName, pageNames, pages, type SinglePage } from '../page/pages.ts';
import { pathsFor } from '../page/paths.ts';
import { problemsDescribedOn, problemTypeIds } from '../problems/problem-types.ts';

const zh = pathsFor('zh');
const en = pathsFor('en');

interface Entry {
  readonly at: (paths: typeof zh) => string;
  /** The day from which on the page has said what it says; `null`: not known. */
  readonly lastmod: Day | null;
}

/** Pages that say what the register holds: a new list changes them. */
const ofTheRegister: ReadonlySet<string> = new Set<PageName>([
  'home',
  'catalogue',
  'catalogueEntry',
  'providers',
  'about',
]);

/** Pages that give the text of a programme as it stands. */
const ofItsText: ReadonlySet<string> = new Set<PageName>(['notices', 'noticesOfYear', 'programmeSource']);

/** A map may hold 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html); each provider takes two of them. */
const PROVIDERS_PER_MAP = 10_000;

const codes = [...tiers, ...groups, ...items].map(({ code }) => code);

/** What stands in the variable part of an address; `null`: too many for one map, and named in parts. */
const valuesOf = (years: readonly string[]): Readonly<Record<EachPage, readonly string[] | null>> => ({
  problem: problemTypeIds,
  apiTopic: apiTopics,
  catalogueEntry: codes,
  programmeOfYear: years,
  noticesOfYear: years,
  results: years,
  provider: null,
});

/** Since when a page says what it says, by its name and, where it has many addresses, the value in this one. */
type ChangedOn = (name: PageName, value?: string) => Day | null;

const fixedPages = (values: ReturnType<typeof valuesOf>, changedOn: ChangedOn): readonly Entry[] =>
  pageNames.flatMap((name): Entry[] => {
    const { sitemap }: PageEntry = pages[name];
    if (sitemap === true) return [{ at: (p) => p[name as SinglePage](), lastmod: changedOn(name) }];
    if (sitemap === 'each')
      return (values[name as EachPage] ?? []).map((value) => ({
        at: (p) => p[name as EachPage](value),
        lastmod: changedOn(name, value),
      }));
    return [];
  });

const newest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null);

/** The day of the newest list of any scheme. */
const listedOn = ({ lists }: Snapshot) => newest([...lists.values()].map(({ newestOn }) => newestOn));

/** Since when the text of a programme is known: the day it opened or, where that is not printed, was first seen open. */
const textKnownOn = ({ window }: Programme): Day | null => window.opensOn ?? window.seenOpenOn?.date ?? null;

/** A page of a programme says another thing once it is open, once a review has been and once it has closed. */
function turnedOn(programme: Programme, today: Day): Day | null {
  const over = [
    taipeiDay(programme.window.closesAt),
    ...programme.categories.flatMap(({ rounds }) => rounds.map(({ reviewOn }) => reviewOn)),
  ];
  const days = [textKnownOn(programme) ?? [], over.map((day) => addDays(day, 1))].flat(2);
  return newest(days.filter((day) => day <= today));
}

/** When a list last said something new of a provider, or a certificate of it began or came to its end. */
function changedOn({ certificates }: Provider, today: Day): Day | null {
  const days = certificates.flatMap(({ states }) =>
    states.flatMap(({ from, period }) => [
      from,
      period.from,
      ...(period.until === 'open' ? [] : [addDays(period.until, 1)]),
    ]),
  );
  return newest(days.filter((day) => day <= today));
}

/** Every page with an address of its own, in both languages: an index of maps, the fixed pages, the providers in parts. */
export function sitemapRoutes({ origin, register, programmes, clock }: Deps): Router {
  const router = Router();
  const values = valuesOf([...programmes.keys()]);
  const parts = () => Math.ceil(register.snapshot().providers.length / PROVIDERS_PER_MAP);

  router.get('/sitemap.xml', (_req, res) => {
    const maps = ['pages', ...Array.from({ length: parts() }, (_, index) => `providers-${index + 1}`)];
    const entries = maps.map((name) => `<sitemap><loc>${origin}/sitemaps/${name}.xml</loc></sitemap>`);
    res
      .set('Cache-Control', SHARED_AT_ANY_TIME)
      .type('application/xml')
      .send(document('sitemapindex', '', entries));
  });

  router.get('/sitemaps/:name.xml', (req, res) => {
    const pages = pagesOf(req.params.name);
    if (!pages) throw new NotFound(`/sitemaps/${req.params.name}.xml`);
    const xhtml = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"';
    res
      .set('Cache-Control', SHARED_AT_ANY_TIME)
      .type('application/xml')
      .send(document('urlset', xhtml, pages.flatMap(inBothLanguages)));
  });

  function pagesOf(name: string): readonly Entry[] | null {
    const snapshot = register.snapshot();
    const today = taipeiToday(clock);
    if (name === 'pages') return fixedPages(values, pagesChangedOn(listedOn(snapshot), today));
    const part = Number(/^providers-([1-9]\d{0,4})$/.exec(name)?.[1] ?? 0);
    if (part < 1 || part > parts()) return null;
    return snapshot.providers
      .slice((part - 1) * PROVIDERS_PER_MAP, part * PROVIDERS_PER_MAP)
      .map((provider) => ({ at: (p) => p.provider(provider.ubn), lastmod: changedOn(provider, today) }));
  }

  function pagesChangedOn(listed: Day | null, today: Day): ChangedOn {
    return (name, value) => {
      if (ofTheRegister.has(name)) return listed;
      if (name === 'problems' || name === 'problem') return problemsDescribedOn;
      const programme = value === undefined ? programmeOn(today, programmes) : programmes.get(value);
      if (!programme) return null;
      if (name === 'programme' || name === 'programmeOfYear') return turnedOn(programme, today);
      return ofItsText.has(name) ? textKnownOn(programme) : null;
    };
  }

  function inBothLanguages({ at, lastmod }: Entry): string[] {
    const addresses = { zh: origin + at(zh), en: origin + at(en) };
    const alternates = Object.entries({
      [languageTag.zh]: addresses.zh,
      [languageTag.en]: addresses.en,
      'x-default': addresses.zh,
    })
      .map(([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`)
      .join('');
    const changed = lastmod === null ? '' : `<lastmod>${lastmod}</lastmod>`;
    return Object.values(addresses).map((address) => `<url><loc>${address}</loc>${changed}${alternates}</url>`);
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
