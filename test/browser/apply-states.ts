import { type Plan, plans, type Stage } from '@aipower/site/demonstration/plan';
import { pathsFor } from '@aipower/site/page/paths';
import type { Page } from 'playwright-core';
import type { PageState } from './page-states.ts';

type Paths = ReturnType<typeof pathsFor>;

/** A page of the desk as a company meets it whose application of the demonstration stands at a stage. */
export function atDesk(
  name: string,
  stage: Stage,
  path: (paths: Paths, application: string) => string,
  wanted: (plan: Plan) => boolean = () => true,
): PageState {
  return {
    name: `desk, ${name}`,
    status: 200,
    world: 'desk',
    async open(page, url, language) {
      const paths = pathsFor(language);
      const n = plans.findLastIndex((plan) => plan.stage === stage && wanted(plan));
      const application = await logIn(page, url, n);
      return (await page.goto(url + path(paths, application)))!;
    },
  };
}

let offices: readonly string[] = [];
/** Told once the desk's world stands: the head offices of its register, in their order. */
export function tellOffices(ubns: readonly string[]): void {
  offices = ubns;
}

/** Logs in with the card of the company of a plan: every second head office. @returns the id of its application */
async function logIn(page: Page, url: string, n: number): Promise<string> {
  await page.goto(`${url}/apply/login`);
  await page.locator('#ubn').selectOption(offices[n * 2]!);
  await page.locator('form[action$="/demonstration"] button').first().click();
  await page.goto(`${url}/apply`);
  return (await page.locator('.cases a').first().getAttribute('href'))!.split('/').at(-1)!;
}
