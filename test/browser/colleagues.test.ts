import { eventsOf, logLines, openProposals, readCase } from '@aipower/applications/storage';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { tickDesk } from '@aipower/site/desk/ticking';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseAt } from '../site/staff/officer.ts';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { actsAtEveryWidth, fits } from './acts.ts';
import { launchBrowser } from './browser.ts';

// Two officers on one application, and the ways of the lead agency and of the auditor, in English and by acts alone: what the second
// meets that the first has done, what stays in the fields, what the log tells of it.

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ register: 'sample', demonstration: true }), launchBrowser()]);
  await seedDemonstration(site.deps);
  await tickDesk(site.deps);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const act = actsAtEveryWidth();
const press = (page: Page, name: string | RegExp) => act(page.getByRole('button', { name }).first());
const follow = (page: Page, name: string | RegExp) => act(page.getByRole('link', { name }).first());
const stateOf = async (id: string) => (await readCase(site.deps.desk.database, id))!;
const main = (page: Page) => page.locator('main');

async function logIn(account: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1024 } });
  const page = await context.newPage();
  await page.goto(`${site.url}/en/staff/login`);
  await page.locator('#account').selectOption(account);
  await page.getByRole('button', { name: 'Log in with this account' }).click();
  await page.locator('.sitter').first().waitFor();
  return page;
}

/** Found as somebody finds it who has its number in hand. */
async function openCase(page: Page, id: string): Promise<void> {
  const { receiptNo } = await stateOf(id);
  await page.locator('#number').fill(receiptNo!);
  await press(page, 'Show');
  await act(page.locator('tbody th a'));
  await page.locator('main p.row .code', { hasText: receiptNo! }).waitFor();
}

test('two officers screen one application: the second sees what the first noted and decided, and loses nothing typed', async () => {
  const { id } = await caseAt(site, 'screening');
  const [one, two] = [await logIn('demonstration-officer-1'), await logIn('demonstration-officer-2')];
  for (const page of [one, two]) await openCase(page, id);
  const note = (page: Page, n: number) => page.locator('.conditions > li').nth(n);
  const answer = async (page: Page, n: number, choice: string, text: string) => {
    await note(page, n).locator('label.choice').getByText(choice, { exact: true }).click();
    const field = note(page, n).locator('textarea');
    if (!(await field.isVisible())) await note(page, n).getByText('Basis of the check').click();
    await field.fill(text);
  };
  await answer(one, 0, 'Met', 'Register of 20 October read.');
  await answer(two, 0, 'Not met', 'Telephoned the company.');
  await answer(two, 1, 'Met', 'Company register.');
  await press(one, 'Save');
  await one.getByText('Saved by Sample officer 1').waitFor();

  // The old window: nothing of the first is replaced, what the first noted stands beside, and what was typed is still there.
  await press(two, 'Save');
  await two.getByText('saved in another window').waitFor();
  await two.getByText('Saved by Sample officer 1 (programme operator): Met').first().waitFor();
  expect(await note(two, 0).textContent()).toContain('Register of 20 October read.');
  expect(await note(two, 0).locator('textarea').inputValue()).toContain('Telephoned the company.');
  expect(await note(two, 1).locator('textarea').inputValue()).toContain('Company register.');
  await fits(two);
  await press(two, 'Save');
  await two.getByText('Saved by Sample officer 2').waitFor();
  const noted = await logLines(site.deps.desk.database, { application: id, type: 'checks.save', most: 9 });
  expect(noted.map(({ actor_id }) => actor_id)).toEqual(['demonstration-officer-2', 'demonstration-officer-1']);

  // The first asks the company meanwhile; the second, who types on, reads so and keeps the note.
  await one.reload();
  await follow(one, 'Request missing items');
  await one.locator('summary', { hasText: 'topic' }).first().click();
  await one.locator('#reason-topic').fill('Name the field of use.');
  await one.locator('#due').fill('2026-11-10');
  await press(one, 'Send the request');
  await one.getByText('Deadline: 23:59').waitFor();
  await answer(two, 2, 'Not met', 'A branch, by the register.');
  await press(two, 'Save');
  await two.getByRole('heading', { name: 'Since you opened this page' }).waitFor();
  const told = await two.locator('.error-summary').textContent();
  for (const said of ['Missing items requested', 'Sample officer 1', 'A branch, by the register.'])
    expect(told).toContain(said);
  expect((await stateOf(id)).main).toBe('supplement-requested');

  // Both extend the deadline: the later one reads the other's day first.
  const extend = async (page: Page, due: string, reason: string) => {
    await page.locator('summary', { hasText: 'Extend the deadline' }).click();
    await page.locator('#extendDue').fill(due);
    await page.locator('#extendReason').fill(reason);
    await press(page, 'Extend the deadline');
  };
  await two.goto(one.url());
  await extend(one, '2026-11-16', 'The company telephoned.');
  await one.getByText('16 November 2026').first().waitFor();
  await extend(two, '2026-11-20', 'Waiting for another authority.');
  await two.getByRole('heading', { name: 'Since you opened this page' }).waitFor();
  expect(await two.locator('.error-summary').textContent()).toContain('The company telephoned.');
  expect(await two.locator('#extendReason').inputValue()).toContain('Waiting for another authority.');
  expect((await stateOf(id)).supplements.at(-1)!.due).toBe('2026-11-16');
  await press(two, 'Extend the deadline');
  await two.getByText('20 November 2026').first().waitFor();
  expect((await stateOf(id)).supplements.at(-1)!.due).toBe('2026-11-20');
  await one.context().close();
  await two.context().close();
});

test('a second window of the same officer: its old form is not taken for what was saved in the first', async () => {
  const { id } = await caseAt(site, 'resubmitted');
  const page = await logIn('demonstration-officer-1');
  await openCase(page, id);
  await press(page, 'Start the eligibility check');
  await page.locator('#check-form').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.locator('.conditions > li').first().locator('label.choice').getByText('Not met', { exact: true }).click();
  await press(page, 'Save');
  await page.getByText('Saved by Sample officer 1').waitFor();
  await other.locator('.conditions > li').first().locator('label.choice').getByText('Met', { exact: true }).click();
  await press(other, 'Eligible: on to expert review');
  await other.getByText('saved in another window').waitFor();
  expect(await other.locator('.conditions > li').first().textContent()).toContain('Not met');
  expect(await other.locator('.conditions input[value="yes"]').first().isChecked()).toBe(true);
  expect((await stateOf(id)).main).toBe('screening');
  await page.context().close();
});

test('the lead agency proposes, a second chair proposes otherwise, an officer confirms: each reads the other first', async () => {
  const [one, two] = [await logIn('demonstration-chair-1'), await logIn('demonstration-chair-2')];
  const { database } = site.deps.desk;
  const { id, state } = await caseAt(site, 'in-meeting');
  for (const page of [one, two]) {
    await openCase(page, id);
    await follow(page, 'Meeting and decision');
    await page.locator('#told').waitFor();
  }
  const decide = async (page: Page, outcome: string, reason: string) => {
    await page.locator(`[name="outcome"][value="${outcome}"]`).check();
    await page.locator('#reason').fill(reason);
    await press(page, 'Propose the decision');
  };
  await decide(one, 'approved', 'Agreed by the meeting.');
  await one.locator('#waiting').waitFor();
  await two.locator('[name="because"]').first().check();
  await two.locator('#told').fill('The figures were missing.');
  await decide(two, 'declined', 'The figures were missing.');
  await two.getByText('Yours is not proposed yet').waitFor();
  const told = await two.locator('.error-summary').textContent();
  for (const said of ['Sample chair 1', 'Approved', 'Agreed by the meeting.']) expect(told).toContain(said);
  expect(await two.locator('#told').inputValue()).toContain('The figures were missing.');
  expect((await openProposals(database, id)).map(({ madeBy }) => madeBy)).toEqual(['demonstration-chair-1']);

  // Meanwhile an officer has the first proposal on the screen.
  const officer = await logIn('demonstration-officer-1');
  await officer.goto(one.url());
  const box = officer.locator('#waiting ~ form label', { hasText: state.receiptNo! }).locator('input');
  await box.check();
  await press(two, 'Propose the decision');
  await two.getByText('Proposed by you').first().waitFor();
  await press(officer, 'Confirm the ticked decisions');
  await officer.getByText('One proposal was settled or replaced by a colleague').waitFor();
  expect((await stateOf(id)).main).toBe('in-meeting');
  await officer.locator('#waiting ~ form label', { hasText: state.receiptNo! }).locator('input').check();
  await press(officer, 'Confirm the ticked decisions');
  await officer.locator('tbody tr', { hasText: state.receiptNo! }).getByText('Not approved').waitFor();
  expect((await stateOf(id)).main).toBe('decided');

  // Both stand in the history of the application, with what and why.
  await openCaseFromQueue(one, id);
  const history = await one.locator('#history ~ ol').textContent();
  const lines = [
    'Proposed: decision (Approved',
    'in place of the proposal before: decision (Not approved',
    'Agreed by the meeting.',
  ];
  for (const said of lines) {
    expect(history).toContain(said);
  }
  for (const page of [one, two, officer]) await page.context().close();
});

async function openCaseFromQueue(page: Page, id: string): Promise<void> {
  await page.goto(`${site.url}/en/staff`);
  await openCase(page, id);
}

test('the auditor finds an application, reads all and changes nothing, and proves the log that tells of both proposals', async () => {
  const page = await logIn('demonstration-auditor-1');
  const { id, state } = await caseAt(site, 'screening');
  const before = (await eventsOf(site.deps.desk.database, id)).length;
  await openCase(page, id);
  // Nothing on the page would be refused to them.
  expect(await main(page).locator('form').count()).toBe(0);
  await follow(page, 'Read the form');
  await follow(page, 'Back to the eligibility check');
  await page.locator('#history').waitFor();
  await page.setViewportSize({ width: 1280, height: 1024 });
  await page.getByRole('link', { name: 'Event log', exact: true }).first().click();
  await page.locator('#number').fill(state.receiptNo!);
  await press(page, 'Show');
  await page.locator('td', { hasText: 'Eligibility notes saved' }).first().waitFor();
  await page.setViewportSize({ width: 1280, height: 1024 });
  await page.getByRole('link', { name: 'Event log', exact: true }).first().click();
  await page.locator('#type').selectOption({ label: 'Proposal replaced' });
  await press(page, 'Show');
  await page.locator('td', { hasText: 'Sample chair 2' }).first().waitFor();
  await press(page, 'Verify the whole log');
  await page.getByText(/All [\d,]+ lines are as written/).waitFor();
  await fits(page);
  expect((await eventsOf(site.deps.desk.database, id)).length).toBe(before);
  await page.context().close();
});
