import { getCategory, getProgramme } from '@aipower/programme';
import { type Plan, plans, planYear, type Stage } from '@aipower/site/demonstration/plan';
import { pathsFor } from '@aipower/site/page/paths';
import { en } from '@aipower/site/page/words.en';
import { zh } from '@aipower/site/page/words.zh';
import type { Cookie, Locator, Page } from 'playwright-core';
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

/**
 * A page of the officers' desk, about the application of a plan of the demonstration: the queue says that it stands at the stage.
 *
 * @param path of the page, whose words say the state again if it is the case itself
 */
export function atStaffDesk(
  name: string,
  stage: Stage,
  path: (paths: Paths, application: string) => string,
  wanted: (plan: Plan) => boolean = () => true,
): PageState {
  return {
    name: `officers' desk, ${name}`,
    status: 200,
    world: 'desk',
    async open(page, url, language) {
      const paths = pathsFor(language);
      const { staff } = { zh, en }[language];
      await logInOfficer(page, url, 'demonstration-officer-1');
      const n = plans.findLastIndex((plan) => plan.stage === stage && wanted(plan));
      // A company may have sent another application beside it, of the other category.
      const [ubn, { category }] = [offices[n * 2]!, plans[n]!];
      const main = stage === 'active' ? 'approved' : stage;
      const { states, queue } = zh.staff;
      const inState = main === 'supplement-requested' ? new RegExp(`${states[main]}|${queue.overdue}`) : states[main];
      const inQueue = page.locator('tbody tr', { hasText: ubn }).filter({ hasText: inState });
      const list = url + pathsFor('zh').staff({ category, number: ubn });
      const application = await linked(page, list, inQueue.locator('th a'), `${ubn} ${category}`);
      const response = (await page.goto(url + path(paths, application)))!;
      if (page.url() === url + paths.staffCase(application)) {
        await page.locator('main strong').getByText(staff.states[main], { exact: true }).waitFor();
      }
      return response;
    },
  };
}

/** The same, about no application. @param account of the demonstration */
export function atStaff(
  name: string,
  path: (paths: Paths) => string,
  account = 'demonstration-officer-1',
  status = 200,
): PageState {
  return {
    name: `officers' desk, ${name}`,
    status,
    world: 'desk',
    async open(page, url, language) {
      await logInOfficer(page, url, account);
      return (await page.goto(url + path(pathsFor(language))))!;
    },
  };
}

/** A table of usage as it was read, with a row that cannot be. */
export const usageRead: PageState = {
  name: "officers' desk, usage as read",
  status: 400,
  world: 'desk',
  async open(page, url, language) {
    await logInOfficer(page, url, 'demonstration-officer-1');
    await page.goto(url + pathsFor(language).staffUsage());
    await page.locator('#table').fill('收件編號\t日期\tGPU時數\n115-training-0001\t115/10/01\t4\n115-none\t昨天\t多');
    const form = page.locator('form').filter({ has: page.locator('#file') });
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      form.locator('button').click(),
    ]);
    await page.locator('#problems').waitFor();
    return response;
  },
};
/** The page on which a reviewer reads an application whose review is in this state. @param state as the list says it */
export function atReviewer(name: string, state: string): PageState {
  const account = state === '未聲明' ? 'demonstration-reviewer-2' : 'demonstration-reviewer-1';
  return {
    name: `officers' desk, ${name}`,
    status: 200,
    world: 'desk',
    async open(page, url, language) {
      await logInOfficer(page, url, account);
      const caseOf = page.locator('.cases li', { hasText: state }).locator('a');
      const application = await linked(page, `${url}/staff`, caseOf, `${account} ${state}`);
      return (await page.goto(url + pathsFor(language).staffReview(application)))!;
    },
  };
}

/** Whoever logged in once stays so: to log in through three pages for every state took a third of the time. */
const sessions = new Map<string, { readonly cookies: Cookie[]; readonly found: string }>();

/**
 * @param who the site, and whom its session is of
 * @param enter logs in through the pages, and may find something on the way
 * @returns what was found, then or now
 */
async function loggedIn(page: Page, who: string, enter: () => Promise<string>): Promise<string> {
  const kept = sessions.get(who);
  if (kept !== undefined) {
    await page.context().addCookies(kept.cookies);
    return kept.found;
  }
  const found = await enter();
  sessions.set(who, { cookies: await page.context().cookies(), found });
  return found;
}

function logInOfficer(page: Page, url: string, account: string): Promise<string> {
  return loggedIn(page, `${url} ${account}`, async () => {
    await page.goto(`${url}/staff/login`);
    await page.locator('#account').selectOption(account);
    await page.locator('form[action$="/demonstration"] button').click();
    return account;
  });
}

const lastParts = new Map<string, string>();
/** The last part of the address behind a link of a list, which is opened once. */
async function linked(page: Page, list: string, link: Locator, what: string): Promise<string> {
  const key = `${list} ${what}`;
  const known = lastParts.get(key);
  if (known !== undefined) return known;
  await page.goto(list);
  const last = (await link.first().getAttribute('href'))!.split('/').at(-1)!;
  lastParts.set(key, last);
  return last;
}

let offices: readonly string[] = [];
/** Told once the desk's world stands: the head offices of its register, in their order. */
export function tellOffices(ubns: readonly string[]): void {
  offices = ubns;
}

/** Logs in with the card of the company of a plan: every second head office. @returns the id of its application */
function logIn(page: Page, url: string, n: number): Promise<string> {
  return loggedIn(page, `${url} company ${n}`, async () => {
    await page.goto(`${url}/apply/login`);
    await page.locator('#ubn').selectOption(offices[n * 2]!);
    await page.locator('form[action$="/demonstration"] button').first().click();
    await page.goto(`${url}/apply`);
    // The company may have sent another one beside it, of the other category.
    const { name } = getCategory(getProgramme(planYear), plans[n]!.category);
    return (await page.locator('.cases li', { hasText: name.zh }).locator('a').getAttribute('href'))!
      .split('/')
      .at(-1)!;
  });
}
