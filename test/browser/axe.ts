import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that ask for colours and sizes. */
const ofLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/**
 * Which rules are asked: of all, those of a look can be another in another theme or width when all hold in one, and those
 * of words in another language.
 */
export type Rules = 'all' | 'of its look' | 'of its words';

/** Brings axe into every page that is opened here: to send its half a megabyte to each page takes as long as to run it. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: source });
}

/**
 * What axe finds wrong with a page as it is shown now; empty when nothing is.
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
    // Asked for by WCAG 2.2 at AA, and left out by axe unless it is told.
    rules: {
      'target-size': { enabled: media === 'screen' && rules !== 'of its words' },
      // Half the time of a run.
      ...(rules === 'of its words' && { 'color-contrast': { enabled: false } }),
    },
  };
  if (!(await page.evaluate<boolean>('typeof axe === "object"'))) await page.evaluate(source);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
