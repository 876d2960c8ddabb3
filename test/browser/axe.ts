import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that ask for colours and sizes. */
const ofLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/**
 * Which rules are asked: of all, those of a look can be another in another theme or width when all hold in one, and those
 * of words in another language.
 */
export type Rules = 'all' | 'of its look' | 'of its words';

/** Where a site under test has axe; nowhere that its own pages are. */
const ADDRESS = '/axe-of-the-tests.js';

/**
 * Lets a site under test answer with axe too. The browser then has it in its cache, compiled: to send its half a megabyte
 * to a page through the debugger, or before every page that is opened, takes longer than to run it.
 */
export function offerAxe(server: Server): void {
  const answers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.url !== ADDRESS) return answers.forEach((answer) => void answer(request, response));
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=86400, immutable' });
    response.end(source);
  });
}

const fetched = `new Promise((done) => {
  const script = Object.assign(document.createElement('script'), { src: '${ADDRESS}' });
  script.onload = script.onerror = () => done(script.remove());
  document.head.append(script);
})`;

/** Axe in the page: from its site, or sent to it where that does not answer. */
async function bringAxe(page: Page): Promise<void> {
  // What was pressed just now may have led to a document that is not read yet.
  await page.waitForLoadState('domcontentloaded');
  const isThere = () => page.evaluate<boolean>('typeof axe === "object"');
  if (await isThere()) return;
  await page.evaluate(fetched);
  if (!(await isThere())) await page.evaluate(source);
}

/**
 * What axe finds wrong with a page as it is shown now, whose site {@link offerAxe}; empty when nothing is.
 *
 * Not through @axe-core/playwright: it sends axe to the page and opens a page of its own for every run, and here each
 * page is looked at in five guises. We have no frames, which is what that work is for.
 *
 * @param media on paper there is nothing to hit, so that targets may be small
 */
export async function violationsOf(page: Page, media: 'screen' | 'print', rules: Rules = 'all'): Promise<string[]> {
  const values = ofLook.filter((rule) => media === 'screen' || rule !== 'target-size');
  const options: RunOptions = {
    ...(rules === 'of its look' && { runOnly: { type: 'rule', values } }),
    resultTypes: ['violations'],
    // Style sheets are asked for again only for a rule that axe leaves out, and we have no sound.
    preload: false,
    // Asked for by WCAG 2.2 at AA, and left out by axe unless it is told.
    rules: {
      'target-size': { enabled: media === 'screen' && rules !== 'of its words' },
      // Half the time of a run.
      ...(rules === 'of its words' && { 'color-contrast': { enabled: false } }),
    },
  };
  await bringAxe(page);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
