import { readCase } from '@aipower/applications/storage';
import { formFields, programme115 } from '@aipower/programme';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningSite } from '../running-site.ts';
import { caseAt } from '../staff/officer.ts';
import { textOf } from '../start-site.ts';
import { Applicant, entriesOf, sampleForm, startDesk } from './applicant.ts';

// A browser shows the answer to the last click: what the first one did must not be said to be undone.

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
  await seedDemonstration(site.deps);
});
afterAll(() => site?.stop());

const caseOf = async (id: string) => (await readCase(site.deps.desk.database, id))!;
const twice = async (ask: () => Promise<Response>) => [await ask(), await ask()].map(({ status }) => status);

async function atHome(ubn: string): Promise<Applicant> {
  const company = new Applicant(site, ubn);
  await company.logIn();
  return company;
}

test('an application that is begun, updated and withdrawn by two clicks each is one, once', async () => {
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const free = [];
  for (const { ubn } of offices) {
    const own = await site.deps.desk.database.db
      .selectFrom('desk_application')
      .select('id')
      .where('ubn', '=', ubn)
      .execute();
    if (own.length === 0) free.push(ubn);
  }
  const company = await atHome(free[0]!);
  const begun = [0, 1].map(() => company.post('/apply/start', { category: 'inference' }));
  const places = (await Promise.all(begun)).map(({ headers }) => headers.get('location'));
  expect(places[0]).toMatch(/\/notices$/);
  expect(places[1]).toBe(places[0]);
  const application = places[0]!.replace('/notices', '');
  const id = application.split('/').at(-1)!;
  await company.posted(`${application}/notices`);
  const form = sampleForm('inference');
  await company.fill(application, 'inference', form);
  await company.submit(application);
  const html = await (await company.get(`${application}/revise`)).text();
  const key = /name="key" value="([^"]+)"/.exec(html)![1]!;
  const whole = { ...entriesOf(form, formFields(programme115, 'inference')), benefits: '改過的效益', key };
  expect(await twice(() => company.post(`${application}/revise`, whole))).toEqual([303, 303]);
  expect((await caseOf(id)).forms).toHaveLength(2);
  expect(await twice(() => company.post(`${application}/withdraw`))).toEqual([303, 303]);
  // Much later it is no second click.
  site.deps.demonstration!.clock.forwardTo(new Date(site.deps.clock.now().getTime() + 60_000));
  expect((await company.post(`${application}/withdraw`)).status).toBe(409);
});

test('a duty is handed in and an award given back by two clicks each, and what cannot be taken is still said', async () => {
  const running = await caseAt(site, 'active', (n) => n === 4);
  const company = await atHome(running.ubn);
  const page = `/apply/${running.id}/award`;
  const due = (await caseOf(running.id)).obligations.find(({ kind }) => kind === 'closing-report')!;
  const links = ['report', 'slides', 'video'].map((name) => `https://example.tw/${name}`);
  expect(await twice(() => company.post(`${page}/deliver`, { obligation: due.id, link: links }))).toEqual([303, 303]);
  const wrong = await company.post(`${page}/deliver`, { obligation: due.id, link: ['http://example.tw/1', '', ''] });
  expect(wrong.status).toBe(409);
  expect(await wrong.text()).toContain('<dd class="own-text">http://example.tw/1</dd>');
  expect(await twice(() => company.post(`${page}/renounce`))).toEqual([303, 303]);
  expect(textOf(await (await company.get(page)).text())).toContain('企業放棄使用');
});
