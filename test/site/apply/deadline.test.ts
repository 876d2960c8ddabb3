import { readCase } from '@aipower/applications/storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { Applicant, sampleForm, startDesk } from './applicant.ts';

// Programme 115 closes at 23:59; the whole printed minute is inside, by the clock of Taipei wherever the server stands.

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
});
afterAll(() => site?.stop());

test('the last millisecond of 23:59 is inside, the first of the next day is outside, and what was typed stays', async () => {
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const [early, late] = [new Applicant(site, offices[3]!.ubn), new Applicant(site, offices[4]!.ubn)];
  const form = sampleForm('inference');
  const opened: string[] = [];
  for (const company of [early, late]) {
    await company.logIn();
    const application = await company.start('inference');
    await company.fill(application, 'inference', form);
    opened.push(application);
  }
  const { clock } = site.deps.demonstration!;
  clock.forwardTo(new Date('2026-10-30T23:59:59.999+08:00'));
  expect((await early.submit(opened[0]!)).status).toBe(303);
  const receipt = textOf(await (await early.get(`${opened[0]}/receipt`)).text());
  expect(receipt).toContain('115年10月30日（2026-10-30）23:59');

  clock.forwardTo(new Date('2026-10-31T00:00:00.000+08:00'));
  const refused = await late.submit(opened[1]!);
  expect(refused.status).toBe(409);
  expect(textOf(await refused.text())).toContain('受理期間已過，不能送出或更新。');
  expect(await (await late.get(`${opened[1]}/form/scenario`)).text()).toContain(String(form['scenario']));
  expect((await early.post(`${opened[0]}/revise`, {})).status).toBe(409);
  expect((await late.post('/apply/start', { category: 'training' })).status).toBe(409);
  const state = await readCase(site.deps.desk.database, opened[1]!.split('/').at(-1)!);
  expect(state!.main).toBe('draft');
});
