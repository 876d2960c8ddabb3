import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that ask for colours and sizes. */
const ofLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/**
 * What axe finds wrong with a page as it is shown now; empty when nothing is.
 *
 * Not through @axe-core/playwright: it sends axe to the page and opens a page of its own for every run, and here each
 * page is looked at in five guises. We have no frames, which is what that work is for.
 *
 * @param rules those of a look alone can be another in another theme or width when all hold in one
 * @param media on paper there is nothing to hit, so that targets may be small
 */
export async function violationsOf(
  page: Page,
  media: 'screen' | 'print',
  rules: 'all' | 'of its look' = 'all',
): Promise<string[]> {
  const options: RunOptions = {
    ...(rules === 'of its look' && { runOnly: { type: 'rule', values: ofLook } }),
    resultTypes: ['violations'],
    // Asked for by WCAG 2.2 at AA, and left out by axe unless it is told.
    rules: { 'target-size': { enabled: media === 'screen' } },
  };
  if (!(await page.evaluate<boolean>('typeof axe === "object"'))) await page.evaluate(source);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
