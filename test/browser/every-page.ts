import { gzipSync } from 'node:zlib';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningSite, type StartOptions, startSite } from '../site/start-site.ts';
import { tellOffices } from './apply-states.ts';
import { offerAxe, type Rules, violationsOf } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Language, pageStates, type World } from './page-states.ts';

const worlds: Readonly<Record<World, StartOptions>> = {
  lists: {},
  stale: { register: 'stale' },
  sample: { register: 'sample' },
  empty: { register: 'empty' },
  closed: {},
  broken: { change: (deps) => ({ ...deps, companies: () => Promise.reject(new Error('broken on purpose')) }) },
  limited: { env: { RATE_LIMIT_PER_MINUTE: '1' } },
  // A provider that nobody asks: with one, officers may name reviewers.
  desk: {
    register: 'sample',
    demonstration: true,
    env: { OIDC_ISSUER: 'https://login.example.tw', OIDC_CLIENT_ID: 'desk' },
  },
};

const sites = new Map<World, Promise<RunningSite>>();

/** The site of a world, started when it is first asked for. */
function siteOf(world: World): Promise<RunningSite> {
  const known = sites.get(world) ?? startSite(worlds[world]).then((site) => brought(world, site));
  sites.set(world, known);
  return known;
}

/** What a world takes beyond its start. */
async function brought(world: World, site: RunningSite): Promise<RunningSite> {
  offerAxe(site.server);
  if (world === 'closed') await site.deps.register.close();
  if (world === 'limited') await site.get('/');
  if (world === 'desk') {
    await seedDemonstration(site.deps);
    const { providers } = site.deps.register.snapshot();
    tellOffices(providers.filter(({ headOfficeUbn }) => headOfficeUbn === null).map(({ ubn }) => ubn));
  }
  return site;
}

let browser: Browser;
let stylesheet: number;
beforeAll(async () => {
  const site = await siteOf('lists');
  browser = await launchBrowser();
  const css = /\/public\/site\.css\?v=[^"]+/.exec(await (await site.get('/')).text())![0];
  stylesheet = gzipSync(Buffer.from(await (await site.get(css)).arrayBuffer())).length;
});
afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await (await site).stop();
});

/**
 * One page for all of them: a new one is a process of its own, which has to be started, and that took half
 * of this file's time. It is made anew after a failure, when nobody knows what it still does.
 */
let page: Page | undefined;
let said: string[];
async function visitor(site: RunningSite): Promise<Page> {
  if (page === undefined) {
    const context = await browser.newContext({
      // A colour on its way from one theme to the other is neither's.
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.on('console', (message) => {
      // The browser reports every answer of 4xx and 5xx as an error of its own; those are what some states are about.
      if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== expected) said.push(`another origin: ${request.url()}`);
    });
    // A form that was typed into asks before it is left.
    page.on('dialog', (dialog) => dialog.accept());
  }
  said = [];
  expected = site.url;
  await show(page, { width: 320, colorScheme: 'light', media: 'screen' });
  return page;
}
let expected: string;
let shown: Omit<Guise, 'rules'> | undefined;

/** Gives the page a guise; what is so already is not asked for again, for each of it is a layout. */
async function show(page: Page, guise: Omit<Guise, 'rules'>): Promise<void> {
  const { width, colorScheme, media } = guise;
  if (shown?.width !== width) await page.setViewportSize({ width, height: 800 });
  if (shown?.colorScheme !== colorScheme || shown.media !== media) await page.emulateMedia({ colorScheme, media });
  shown = { width, colorScheme, media };
}

/** Whoever comes next brings nothing along from the one before. */
async function forgetVisitor(failed: boolean): Promise<void> {
  if (page === undefined) return;
  if (failed) {
    await page.context().close();
    page = undefined;
    shown = undefined;
    return;
  }
  // To open the address that is open already is to reload it, and what its entry of the history knows is then asked again.
  // Not by leaving the site: its process would end with every page.
  await page.evaluate('localStorage.clear(), sessionStorage.clear(), history.replaceState(null, "")');
  await page.context().clearCookies();
}
afterEach(({ task }) => forgetVisitor(task.result?.state !== 'pass'));

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Views are written for their output, not for looks.
    'no-trailing-whitespace': 'off',
    // The formatter of nobody: both spellings are valid HTML.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
  },
});

/** HTML and style sheet of a page, compressed: the limit of the project. */
const mostBytes = 60 * 1024;

type Guise = {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
  readonly rules: Rules | 'none';
};

/**
 * How a page is looked at: on a phone, on a desk and on paper (A4 without its margins). The states of a page take turns
 * between the themes, which are the same sheet with other colours, and after its first state between desk and paper. Words
 * make no colours and colours no words: English, the longer language, is asked for its words and looked at where room is short.
 */
function guisesOf(language: Language, name: string, turn: number): readonly Guise[] {
  if (language === 'en') return [{ width: 375, colorScheme: 'light', media: 'screen', rules: 'of its words' }];
  const [phone, desk] = turn % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  const isFirst = !name.includes(',');
  return [
    { width: 375, colorScheme: phone, media: 'screen', rules: 'all' },
    { width: 1280, colorScheme: desk, media: 'screen', rules: isFirst || turn % 4 < 2 ? 'of its look' : 'none' },
    { width: 680, colorScheme: 'light', media: 'print', rules: isFirst || turn % 4 >= 2 ? 'of its look' : 'none' },
  ];
}

/** World after world: the browser starts a process of its own for a site whenever it comes to it from another. */
function byWorld<Row extends readonly [string, { readonly world: World }, number]>(rows: readonly Row[]): Row[] {
  const order = Object.keys(worlds);
  return rows.toSorted(([, a], [, b]) => order.indexOf(a.world) - order.indexOf(b.world));
}

/** Looks at every page in each of its states, in one language. Two files of tests do, so that two processes share the work. */
export function lookAtEveryPage(language: Language): void {
  test.each(byWorld(pageStates.map((state, turn) => [state.name, state, turn] as const)))(
    '%s: valid, light, quiet, whole on a phone, accessible',
    async (_name, state, turn) => {
      const site = await siteOf(state.world);
      const page = await visitor(site);

      const response = await state.open(page, site.url, language);
      expect(response.status()).toBe(state.status);
      const html = await response.text();
      expect(await faultsOf(html)).toEqual([]);
      expect(gzipSync(html).length + stylesheet, 'compressed HTML and CSS').toBeLessThanOrEqual(mostBytes);

      expect(await sideways(page), 'scrolls sideways on the narrowest screen').toBe(0);
      for (const { width, colorScheme, media, rules } of guisesOf(language, state.name, turn)) {
        await show(page, { width, colorScheme, media });
        const guise = `${media} ${colorScheme} ${width}`;
        expect(await sideways(page), `scrolls sideways: ${guise}`).toBe(0);
        if (rules !== 'none') expect(await violationsOf(page, media, rules), guise).toEqual([]);
      }
      expect(said).toEqual([]);
    },
  );
}

/** By how many pixels the page is wider than the screen. Asked as text: tests are checked as programs of Node. */
function sideways(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${ruleId} ${message}`),
  );
}
