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

describe.each(pageStates.map((state) => [state.name, state] as const))('%s', (_name, state) => {
  test.each(['zh', 'en'] as const)(
    '%s: valid, light, quiet, whole on a phone, accessible in both themes',
    async (language) => {
      const context = await browser.newContext({ viewport: { width: 375, height: 800 }, colorScheme: 'light' });
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
      expect(await faultsOf(html)).toEqual([]);
      expect(gzipSync(html).length + stylesheet, 'compressed HTML and CSS').toBeLessThanOrEqual(mostBytes);

      // As text: the tests are checked as programs of Node, which knows no document.
      const [scroll, width] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(scroll, 'scrolls sideways').toBeLessThanOrEqual(width);

      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await violationsOf(new AxeBuilder({ page })), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Colours are all that another theme changes.
      expect(await violationsOf(new AxeBuilder({ page }).withRules('color-contrast')), 'dark').toEqual([]);
      expect(said).toEqual([]);
      await context.close();
    },
  );
});

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${ruleId} ${message}`),
  );
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
