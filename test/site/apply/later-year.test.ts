import { execute, offerPoints, programmesOfCases, publish, readCase } from '@aipower/applications/storage';
import { getProgramme, type Programme, parseProgramme, programmesFrom } from '@aipower/programme';
import { tickDesk } from '@aipower/site/desk/ticking';
import { observationsOf } from '@aipower/site/watch/watch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readYaml } from '../../programme/cases.ts';
import { logInAs, officer1 } from '../staff/officer.ts';
import { type RunningSite, startSite, textOf } from '../start-site.ts';
import { Applicant, sampleForm } from './applicant.ts';

// The desk over two years: what is begun in 115 stays under 115, what is begun in the fictional 116 is asked its form, with
// no code for either. The clock goes forward only, so the tests are one story in order.
const [year115, year116] = [getProgramme('115'), parseProgramme(readYaml('test/fixtures/programme/116.yml'))];
const both = programmesFrom([year115, year116]);

let site: RunningSite;
let [early, late, officer]: Applicant[] = [];
const address = { sent: '', draft: '', agents: '', twin: '' };
const need =
  '本公司每日處理三千件客服紀錄，擬以代理人自動分類、摘要並草擬回覆，再由同仁確認後寄出；現有設備只能處理其中兩成，' +
  '因此需要更多推論算力，預計四個月內完成試辦，並逐週檢討錯誤率、回覆時間與同仁修改的幅度，作為日後擴大辦理的依據。';
beforeAll(async () => {
  site = await startSite({
    register: 'sample',
    demonstration: true,
    change: (deps) => ({ ...deps, programmes: both }),
  });
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  [early, late] = [new Applicant(site, offices[5]!.ubn), new Applicant(site, offices[6]!.ubn)];
});
afterAll(() => site?.stop());

const idOf = (application: string) => application.split('/').at(-1)!;
const caseOf = async (application: string) => (await readCase(site.deps.desk.database, idOf(application)))!;
const read = async (who: Applicant, path: string) => {
  const answer = await who.get(path);
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return textOf(await answer.text());
};
const form116 = {
  topic: '示範代理人',
  need: '需要推論算力',
  safety: '無',
  bonusMou: '無',
  bonusAi: '無',
  bonusDemo: '無',
};
const now = () => site.deps.clock.now().toISOString();

test('while 115 is in force its form is asked', async () => {
  await early!.logIn();
  expect(await read(early!, '/apply')).toContain(year115.contact.email.value);
  address.sent = await early!.start('inference');
  await early!.fill(address.sent, 'inference', sampleForm('inference'), year115);
  expect((await early!.submit(address.sent)).status).toBe(303);
  await late!.logIn();
  expect((await late!.post('/apply/start', { category: 'agents' })).status).toBe(400);
  address.draft = await late!.start('inference');
  expect((await caseOf(address.sent)).receiptNo).toMatch(/^115-inference-\d{4}$/);
});

test('while 116 is in force the desk shows its call, its categories and its contact', async () => {
  site.deps.demonstration!.clock.forwardTo(new Date('2027-03-01T10:00:00+08:00'));
  await tickDesk(site.deps);
  // The draft of 115 ended when 115 closed, four months before.
  expect(await caseOf(address.draft)).toMatchObject({ main: 'lapsed', since: '2026-10-30T16:00:00.000Z' });
  await late!.logIn();
  const home = await read(late!, '/apply');
  expect(home).toContain('desk@example.tw');
  expect(home).toContain('代理人類第1批');
  expect(home).not.toContain(year115.contact.email.value);
  const start = await read(late!, '/apply/start');
  expect([start.includes('代理人類'), start.includes('模型推論類')]).toEqual([true, false]);
  expect((await late!.post('/apply/start', { category: 'inference' })).status).toBe(400);
});

test('an application of 116 is filled in, sent and revised by its own form', async () => {
  address.agents = await late!.start('agents');
  await late!.fill(address.agents, 'agents', form116, year116);
  const check = await read(late!, `${address.agents}/check`);
  expect(check).toContain('為何需要算力');
  expect(check).not.toMatch(/undefined|NaN|null/);
  const sent = await late!.submit(address.agents);
  expect([sent.status, sent.status === 303 ? '' : textOf(await sent.text())]).toEqual([303, '']);
  expect(await caseOf(address.agents)).toMatchObject({
    main: 'submitted',
    receiptNo: '116-agents-0001',
    round: 1,
    programme: { id: '116' },
    rules: { programme: '116' },
  });
  const receipt = await read(late!, `${address.agents}/receipt`);
  expect(receipt).toContain('代理人類第1批');
  expect(receipt).toContain('等待審查');
  expect(await read(late!, `${address.agents}/sent`)).toContain('示範代理人');
  const html = await (await late!.get(`${address.agents}/revise`)).text();
  expect(html).toContain('name="need"');
  expect(html).not.toContain('name="pledgeAccepted"');
  await late!.posted(`${address.agents}/revise`, { ...form116, need });
  expect((await caseOf(address.agents)).forms).toHaveLength(2);
});

test('an application of 115 is shown and decided by 115, whatever year is in force', async () => {
  await early!.logIn();
  const page = await read(early!, address.sent);
  expect(page).toContain(year115.contact.email.value);
  expect(page).toContain(getProgramme('115').categories[1]!.name.zh);
  expect(await read(early!, `${address.sent}/sent`)).toContain('模型推論類');
  const { database } = site.deps.desk;
  const command = { type: 'screening.start', by: { kind: 'officer', id: 'officer-1' } } as const;
  await expect(
    execute(database, { application: idOf(address.draft), command, programme: year116 }, now()),
  ).rejects.toThrow(/is of programme 115, and 116 was given/);
  const done = await execute(database, { application: idOf(address.sent), command, programme: year116 }, now());
  expect(done).toMatchObject({ state: { main: 'screening', programme: { id: '115' } } });
});

test('the queue holds both years, each application under its own, and narrows to one', async () => {
  officer = await logInAs(site, officer1);
  const both = await read(officer, '/staff');
  for (const part of ['115-inference-0001', '116-agents-0001', '模型推論類', '代理人類第1批'])
    expect(both).toContain(part);
  const html = await (await officer.get('/staff?group=draft')).text();
  const options = [...html.matchAll(/<option value="(\w+)"/g)].map(([, value]) => value);
  const rounds = Math.max(...year115.categories.map((one) => one.rounds.length));
  const numbers = Array.from({ length: rounds }, (_one, i) => String(i + 1));
  expect(options).toEqual(['116', '115', 'training', 'agents', 'inference', ...numbers]);
  // Of a year whose file is gone the copies that applications keep are left.
  const kept = await programmesOfCases(site.deps.desk.database, new Map());
  expect(kept.map(({ id, categories }) => [id, categories.length])).toEqual([
    ['116', 2],
    ['115', 2],
  ]);
  const one = await (await officer.get('/staff?year=116')).text();
  expect([one.includes('116-agents-0001'), one.includes('115-inference-0001')]).toEqual([true, false]);
  expect(one).not.toContain('value="inference"');
  const none = await (await officer.get('/staff?year=115&category=inference&round=9')).text();
  expect(none).not.toContain('<th scope="row">');
});

test('an officer screens an application of 116 by its conditions, the one that 115 does not have included', async () => {
  const page = `/staff/${idOf(address.agents)}`;
  await officer!.posted(`${page}/start`);
  const shown = await read(officer!, page);
  const { conditions } = year116.eligibility;
  for (const { text } of conditions) expect(shown).toContain(text.zh);
  expect(shown).toContain(`共 ${conditions.length} 項`);
  expect(shown).toContain('代理人類第1批');
  expect(shown).not.toMatch(/undefined|NaN|聲明及同意事項/);
  expect(await read(officer!, `${page}/form`)).toContain(need);
  expect(await read(officer!, `${page}/supplement`)).toContain('為何需要算力');

  // Answered as 115 asks: the condition that 116 adds is named.
  const met = (programme: Programme) =>
    Object.fromEntries(programme.eligibility.conditions.map(({ id }) => [`answer-${id}`, 'yes']));
  const { 'answer-tax-registered': added, ...others } = met(year116);
  expect([added, 'answer-tax-registered' in met(year115)]).toEqual(['yes', false]);
  const refused = await officer!.post(`${page}/checks`, { ...met(year115), ...others, version: '0', to: 'accept' });
  expect(refused.status).toBe(400);
  const summary = /class="error-summary"[\s\S]*?<\/div>/.exec(await refused.text())![0];
  expect(summary).toContain('稅籍於115年以後設立');
  const version = /name="version" value="(\d+)"/.exec(await (await officer!.get(page)).text())![1]!;
  await officer!.posted(`${page}/checks`, { ...met(year116), version, to: 'accept' });
  expect((await caseOf(address.agents)).main).toBe('eligible');

  // Looked at again under its own year, with receipts that are asked again under it, too.
  const looks = await observationsOf(site.deps.desk.database, idOf(address.agents));
  expect(looks.map(({ occasion }) => occasion)).toEqual(['submitted', 'screening', 'accepted']);
  for (const { conditions: seen } of looks) expect(Object.keys(seen)).toEqual(conditions.map(({ id }) => id));
  const { id, token } = looks.at(-1)!.receipts[0]!;
  const receipt = await read(officer!, `/r/${id}?receipt=${token}`);
  expect(receipt).toContain('116年度');
});

test('what two applications of 116 have in common is found in the questions that 116 asks', async () => {
  address.twin = await early!.start('agents');
  await early!.fill(address.twin, 'agents', { ...form116, need: `另案：${need}` }, year116);
  expect((await early!.submit(address.twin)).status).toBe(303);
  const shown = await read(officer!, `/staff/${idOf(address.twin)}`);
  expect(shown).toContain('文字相近');
  expect(shown).toContain(need.slice(0, 40));
  expect(shown).toContain('116-agents-0001');
});

test('the rounds of two years are two, though both count from 1', async () => {
  const { database } = site.deps.desk;
  await offerPoints(database, { programme: '115', category: 'training', round: 1 }, 10);
  await offerPoints(database, { programme: '116', category: 'training', round: 1 }, 20);
  const rounds = await database.db.selectFrom('desk_round').selectAll().orderBy('programme').execute();
  expect(rounds.map(({ programme, points_offered }) => [programme, points_offered])).toEqual([
    ['115', 10],
    ['116', 20],
  ]);
  // Nothing of 116 is decided yet, and what 115 left open in a round of the same number is not in its way.
  const people = { by: { kind: 'chair', id: 'chair-1' }, confirmedBy: { kind: 'officer', id: 'officer-1' } } as const;
  const blocked = await publish(database, { category: 'agents', round: 1, ...people }, year116, now());
  expect(blocked).toMatchObject({
    refused: 'undecided',
    detail: { applications: [address.agents, address.twin].map(idOf) },
  });
  const none = await publish(database, { category: 'inference', round: 4, ...people }, year116, now());
  expect(none).toMatchObject({ list: [] });
});
