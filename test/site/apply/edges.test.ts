import { execute, readCase } from '@aipower/applications/storage';
import { formFields, programme115 } from '@aipower/programme';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { Applicant, entriesOf, sampleForm, startDesk } from './applicant.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
});
afterAll(() => site?.stop());

const caseOf = async (address: string) => (await readCase(site.deps.desk.database, address.split('/').at(-1)!))!;
const form = sampleForm('inference');

/** Companies of the sample register, one for each test, so that none stands in another's way. */
let taken = 10;
async function newCompany(): Promise<Applicant> {
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const company = new Applicant(site, offices[taken++]!.ubn);
  await company.logIn();
  return company;
}

test('twenty that submit at once are one application, and all see the same receipt', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  await company.fill(application, 'inference', form);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => company.submit(application, 'the-same-key-for-all')),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const state = await caseOf(application);
  expect(state.forms).toHaveLength(1);
  const tokens = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const html = await (await company.get(`${application}/receipt`)).text();
      return /class="receipt-token">(ey[\w.-]+)</.exec(html)![1];
    }),
  );
  expect(new Set(tokens).size).toBe(1);
});

test('a page saved in another window is not overwritten: both texts are shown, and the choice is the person’s', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  const page = `${application}/form/scenario`;
  await company.posted(page, { version: '0', scenario: '第一個視窗的內容', to: 'here' });
  const late = await company.post(page, { version: '0', scenario: '第二個視窗的內容\r\n第二行', to: 'next' });
  expect(late.status).toBe(409);
  const html = await late.text();
  expect(textOf(html)).toContain('第一個視窗的內容');
  expect(textOf(html)).toContain('第二個視窗的內容 第二行');
  expect(html).toContain('name="version" value="1"');
  await company.posted(page, { version: '1', scenario: '第二個視窗的內容', to: 'here' });
  expect(await (await company.get(page)).text()).toContain('第二個視窗的內容');
});

test('the same answers once more, of a second click or of a save whose answer was lost, are saved and no other version', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  const page = `${application}/form/scenario`;
  const typed = { version: '0', scenario: '按了兩次\r\n的內容' };
  const clicks = await Promise.all([0, 1].map(() => company.post(page, { ...typed, to: 'next' })));
  expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
  const saved = await company.post(page, { ...typed, to: 'auto' });
  expect(await saved.json()).toEqual({ version: 1 });
  const other = await company.post(page, { ...typed, scenario: '另一份內容', to: 'auto' });
  expect(other.status).toBe(409);
  expect(((await other.json()) as { message: string }).message).toContain('比對兩份內容');
  expect((await caseOf(application)).sections['inference.scenario']!.version).toBe(1);
});

test('what is typed in a window whose form was sent in another is shown, and said to be in no version', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  await company.fill(application, 'inference', form);
  const page = `${application}/form/scenario`;
  const version = await company.versionOf(page);
  await company.submit(application);
  const same = await company.post(page, { version, scenario: String(form['scenario']), to: 'next' });
  expect([same.status, same.headers.get('location')]).toEqual([303, application]);
  const late = await company.post(page, { version, scenario: '送出後才打的內容', to: 'next' });
  expect(late.status).toBe(409);
  const html = await late.text();
  expect(textOf(html)).toContain('您剛才填的，沒有儲存');
  expect(html).toContain('<dd class="own-text">送出後才打的內容</dd>');
  const silent = await company.post(page, { version, scenario: '送出後才打的內容', to: 'auto' });
  expect([silent.status, silent.headers.get('content-type')]).toEqual([409, 'application/json; charset=utf-8']);
});

test('a supplement that comes when the officer has ended it shows what was typed', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  await company.fill(application, 'inference', form);
  await company.submit(application);
  const { id } = await caseOf(application);
  const by = { kind: 'officer', id: 'officer-1' } as const;
  const act = async (command: object) => {
    const request = { application: id, command: { by, ...command }, programme: programme115 } as never;
    const done = await execute(site.deps.desk.database, request, site.deps.clock.now().toISOString());
    expect(done).toHaveProperty('state');
  };
  await act({ type: 'screening.start' });
  const fields = [{ field: 'scenario', reason: '請補充服務對象。' }];
  await act({ type: 'supplement.request', due: '2026-10-28', fields, noticeId: 'n-1' });
  const twice = { scenario: '補充的內容', to: 'send' };
  const places = [];
  for (let i = 0; i < 2; i++) places.push(await company.posted(`${application}/supplement`, twice));
  expect(places).toEqual([`${application}/receipt`, `${application}/receipt`]);
  const late = await company.post(`${application}/supplement`, { scenario: '太晚的補充', to: 'save' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('<dd class="own-text">太晚的補充</dd>');
});

test('another company reaches nothing of an application, in the words of one that does not exist', async () => {
  const [owner, other] = [await newCompany(), await newCompany()];
  const application = await owner.start('inference');
  await owner.fill(application, 'inference', form);
  await owner.submit(application);
  const nobody = '/apply/01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const pages = [
    '',
    '/check',
    '/notices',
    '/category',
    '/form/company',
    '/sent',
    '/receipt',
    '/revise',
    '/supplement',
    '/draft.json',
  ];
  for (const page of pages) {
    const [theirs, none] = [await other.get(application + page), await other.get(nobody + page)];
    expect(`${page} ${theirs.status}`).toBe(`${page} 404`);
    const plain = async (answer: Response) => textOf(await answer.text()).replaceAll(/[0-9A-Z]{26}/g, '');
    expect(await plain(theirs)).toBe(await plain(none));
  }
  for (const act of [
    '/check',
    '/withdraw',
    '/discard',
    '/revise',
    '/supplement',
    '/form/company',
    '/category',
    '/notices',
  ]) {
    expect(`${act} ${(await other.post(application + act, { key: 'x', category: 'training' })).status}`).toBe(
      `${act} 404`,
    );
  }
  expect((await caseOf(application)).main).toBe('submitted');
});

test('a form that comes when the session is over survives the login, and is saved behind it', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  company.forgetCookies();
  const typed = '打了一個小時的內容 <b>&"\n第二段';
  const asked = await company.post(`${application}/form/scenario`, { version: '0', scenario: typed, to: 'next' });
  expect(asked.status).toBe(401);
  const kept = /name="kept" value="([^"]*)"/.exec(await asked.text())![1]!;
  const plain = kept.replaceAll('&#34;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  // Another company's card at the same computer: not logged in, and what was typed is still there.
  const another = await (await newCompany()).logIn({ kept: plain });
  expect(another.status).toBe(409);
  const answered = await another.text();
  expect(textOf(answered)).toContain('屬於另一家企業的申請');
  expect(/name="kept" value="([^"]*)"/.exec(answered)![1]).toBe(kept);
  const entered = await company.logIn({ kept: plain });
  expect(entered.status).toBe(200);
  const { action, entries } = JSON.parse(plain) as { action: string; entries: { name: string; value: string }[] };
  expect(textOf(await entered.text())).toContain('接著儲存剛才的內容');
  await company.posted(action, Object.fromEntries(entries.map(({ name, value }) => [name, value])));
  const again = await (await company.get(`${application}/form/scenario`)).text();
  expect(again).toContain('打了一個小時的內容 &lt;b&gt;&amp;&#34;\n第二段');
});

test('a form of another site changes nothing and comes back with its text', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  const page = `${application}/form/scenario`;
  const foreign = await company.post(
    page,
    { version: '0', scenario: '別站送來的內容' },
    { 'Sec-Fetch-Site': 'cross-site' },
  );
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toContain('value="別站送來的內容"');
  expect((await caseOf(application)).sections['inference.scenario']).toBeUndefined();
});

test('what is wrong is a warning while writing, and refuses only the submission, with the way to each question', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  await company.fill(application, 'inference', { ...form, contactEmail: 'not an address', scenario: '' });
  const page = await (await company.get(`${application}/form/company`)).text();
  expect(textOf(page)).toContain('不是電子郵件地址');
  expect(page).toContain('value="not an address"');
  const refused = await company.submit(application);
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain(`href="${application}/form/company#contactEmail"`);
  expect(html).toContain(`href="${application}/form/scenario#scenario"`);
  expect((await caseOf(application)).main).toBe('draft');
});

test('a swap of the category keeps the answers of both', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  await company.posted(`${application}/form/importance`, { version: '0', importance: '推論類的重要性', to: 'here' });
  await company.posted(`${application}/category`, { category: 'training' });
  await company.posted(`${application}/form/importance`, { version: '0', importance: '訓練類的重要性', to: 'here' });
  await company.posted(`${application}/category`, { category: 'inference' });
  expect(await (await company.get(`${application}/form/importance`)).text()).toContain('推論類的重要性');
  await company.posted(`${application}/category`, { category: 'training' });
  expect(await (await company.get(`${application}/form/importance`)).text()).toContain('訓練類的重要性');
});

test('a draft is taken away as a file and brought back by another company of the same person, under its own name', async () => {
  const [first, second] = [await newCompany(), await newCompany()];
  const from = await first.start('inference');
  await first.fill(from, 'inference', form);
  const file = await (await first.get(`${from}/draft.json`)).json();
  expect(file).toMatchObject({ format: 'aipower-draft/1', ubn: first.ubn });
  const to = await second.start('inference');
  const answer = await second.upload(`${to}/draft.json`, JSON.stringify(file));
  expect(answer.status).toBe(303);
  await second.submit(to);
  const state = await caseOf(to);
  expect([state.main, state.ubn]).toEqual(['submitted', second.ubn]);
  // Sent meanwhile: there is no draft any more that a file could go into.
  expect(await (await second.upload(`${to}/draft.json`, 'not a draft')).headers.get('location')).toBe(to);
});

test('public pages and the home of the desk set no cookie; the desk’s cookies are its own', async () => {
  for (const path of ['/', '/programme', '/apply', '/apply/environment', '/demonstration']) {
    expect((await fetch(site.url + path)).headers.getSetCookie(), path).toEqual([]);
  }
  const login = await fetch(`${site.url}/apply/login`);
  for (const cookie of login.headers.getSetCookie())
    expect(cookie).toMatch(/Path=\/(en\/)?apply; HttpOnly; SameSite=Lax$/);
  expect(login.headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  expect((await fetch(`${site.url}/apply`)).headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

test('a form that was sent is updated until the check starts: each version stays, with its receipt', async () => {
  const company = await newCompany();
  const application = await company.start('inference');
  await company.fill(application, 'inference', form);
  await company.submit(application);
  const whole = entriesOf(form, formFields(programme115, 'inference'));
  const bare = await company.post(`${application}/revise`, { ...whole, topic: '', benefits: '改過的效益' });
  expect(bare.status).toBe(400);
  expect(await bare.text()).toContain('改過的效益');
  await company.posted(`${application}/revise`, { ...whole, benefits: '改過的效益' });
  const state = await caseOf(application);
  expect(state.forms).toHaveLength(2);
  expect(await (await company.get(`${application}/sent`)).text()).toContain('改過的效益');
  expect(await (await company.get(`${application}/sent?version=1`)).text()).not.toContain('改過的效益');
  expect((await company.get(`${application}/receipt?version=2`)).status).toBe(200);

  const by = { kind: 'officer', id: 'officer-1' } as const;
  const request = { application: state.id, command: { type: 'screening.start', by }, programme: programme115 } as const;
  await execute(site.deps.desk.database, request, site.deps.clock.now().toISOString());
  const late = await company.post(`${application}/revise`, { ...whole, benefits: '太晚的內容' });
  expect(late.status).toBe(409);
  expect((await caseOf(application)).forms).toHaveLength(2);
});
