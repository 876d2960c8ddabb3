import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { launchBrowser } from './browser.ts';
import { pageStates } from './page-states.ts';

let site: RunningSite;
let browser: Browser;
let stylesheet: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const css = /\/public\/site\.css\?v=[^"]+/.exec(await (await site.get('/')).text())![0];
  stylesheet = gzipSync(Buffer.from(await (await site.get(css)).arrayBuffer())).length;
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

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

const looks = [
  { language: 'zh', colorScheme: 'light' },
  { language: 'zh', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
] as const;

describe.each(pageStates.map((state) => [state.name, state] as const))('%s', (_name, state) => {
  test.each(looks)(
    '$language, $colorScheme: accessible, quiet, whole on a phone',
    async ({ language, colorScheme }) => {
      const context = await browser.newContext({ viewport: { width: 375, height: 800 }, colorScheme });
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => {
        // The browser reports every answer of 4xx as an error of its own; those are what some states are about.
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(String(error)));
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== site.url) said.push(`another origin: ${request.url()}`);
      });

      const response = await state.open(page, site.url, language);
      expect(response.status()).toBe(state.status);
      const html = await response.text();

      // As text: the tests are checked as programs of Node, which knows no document.
      const [scroll, width] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(scroll, 'scrolls sideways').toBeLessThanOrEqual(width);
      expect(gzipSync(html).length + stylesheet, 'compressed HTML and CSS').toBeLessThanOrEqual(mostBytes);
      if (colorScheme === 'light') {
        const report = await validator.validateString(html);
        const faults = report.results.flatMap(({ messages }) =>
          messages.map((one) => `${one.line}: ${one.ruleId} ${one.message}`),
        );
        expect(faults).toEqual([]);
      }

      await page.setViewportSize({ width: 1280, height: 900 });
      // Colours are all that another theme changes.
      const axe = new AxeBuilder({ page });
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
      );
      expect(found).toEqual([]);
      expect(said).toEqual([]);
      await context.close();
    },
  );
});
