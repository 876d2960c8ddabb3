import { readCase, textOf as storedText, verifyLog } from '@aipower/applications/storage';
import { programme115 } from '@aipower/programme';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { checkParts, missingParts } from '@aipower/site/desk/parts';
import { tickDesk } from '@aipower/site/desk/ticking';
import { changesBetween, type Observation } from '@aipower/site/watch/observation';
import { observationsOf } from '@aipower/site/watch/watch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Applicant, startDesk } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';
import { textOf, unescapeHtml } from '../start-site.ts';
import { caseAt, logInAs, officer1, officer2 } from './officer.ts';

let site: RunningSite;
let first: Applicant;
let second: Applicant;
beforeAll(async () => {
  site = await startDesk();
  await seedDemonstration(site.deps);
  await tickDesk(site.deps);
  [first, second] = [await logInAs(site, officer1), await logInAs(site, officer2)];
});
afterAll(() => site?.stop());

const caseOf = async (id: string) => (await readCase(site.deps.desk.database, id))!;
const read = async (browser: Applicant, path: string) => textOf(await (await browser.get(path)).text());
const conditions = programme115.eligibility.conditions.map(({ id }) => id);

test('the queue shows what waits for us, the longest first, and every group counts what it lists', async () => {
  const html = await (await first.get('/staff')).text();
  const waited = [...html.matchAll(/data-label="已等候">(\d+) 天/g)].map(([, days]) => Number(days));
  expect(waited.length).toBeGreaterThan(4);
  expect(waited).toEqual([...waited].sort((a, b) => b - a));
  expect(textOf(html)).toContain('逾期未補件');
  const groups = [
    ...html.matchAll(/<a href="(\/staff(?:\?group=[\w-]+)?)"[^>]*>[^<]+<span class="quiet">(\d+)<\/span>/g),
  ];
  expect(groups).toHaveLength(7);
  for (const [, href, count] of groups) {
    let rows = 0;
    for (let next: string | undefined = href; next !== undefined; ) {
      const page = await (await first.get(next)).text();
      rows += page.split('<th scope="row">').length - 1;
      next = unescapeHtml(/<a href="([^"]+)">下一頁/.exec(page)?.[1] ?? '') || undefined;
    }
    expect(`${href} ${rows}`).toBe(`${href} ${count}`);
  }
  const [, one, receiptNo] = /class="quiet small">(\d{8}) ·[\s\S]+?class="code nowrap">([^<]+)</.exec(html)!;
  for (const [number, found] of [
    [one!, true],
    [receiptNo!, true],
    [receiptNo!.toUpperCase().split('').join(' '), true],
    [`${receiptNo}9`, false],
  ] as const) {
    const page = textOf(await (await first.get(`/staff?group=draft&number=${encodeURIComponent(number)}`)).text());
    expect([number, page.includes(receiptNo!), page.includes('沒有這個編號的申請')]).toEqual([number, found, !found]);
  }
  const past = await first.get('/staff?group=closed&page=99');
  expect([past.status, past.headers.get('location')]).toEqual([302, '/staff?group=closed&page=2']);
  const none = await first.get('/staff?page=0');
  expect([none.status, textOf(await none.text()).includes('頁碼應為 1 以上的數字')]).toEqual([400, true]);
  const drafts = await (await first.get('/staff?group=draft')).text();
  expect(textOf(drafts)).toContain('已填 4／');
  expect(drafts).not.toMatch(/href="\/staff\/[0-9A-Z]{26}"/);
  const filtered = await (await first.get('/staff?category=training&round=3')).text();
  expect(textOf(filtered)).not.toContain('模型推論類 ·');
});

test('from the start of the check to a request, the answer of the company, and eligibility', async () => {
  const { id, ubn } = await caseAt(site, 'submitted');
  const address = `/staff/${id}`;
  expect(await read(first, address)).toContain('開始資格審查');
  await first.posted(`${address}/start`);
  const page = await read(first, address);
  for (const { text } of programme115.eligibility.conditions) expect(page).toContain(text.zh);
  expect(page).toContain('稅籍登記');
  expect(page).toContain('登入憑證：公司憑證');

  // Asked for field by field: a day that is too early comes back with everything that was typed.
  const fields = { 'reason-benefits': '請補充估算方式 <b>。', 'reason-topic': '主題請寫明應用場域。' };
  const early = await first.post(`${address}/supplement`, { ...fields, due: '115/10/20' });
  expect(early.status).toBe(400);
  const shown = await early.text();
  expect(textOf(shown)).toContain('期限太早');
  expect(shown).toContain('請補充估算方式 &lt;b&gt;。');
  expect((await first.post(`${address}/supplement`, { due: '115/10/28' })).status).toBe(400);
  await first.posted(`${address}/supplement`, { ...fields, due: '115/10/28' });
  expect(await read(first, address)).toContain('請補充估算方式');

  // The company sees the reasons, and only these fields are open.
  const company = new Applicant(site, ubn);
  await company.logIn();
  const asked = await (await company.get(`/apply/${id}/supplement`)).text();
  expect(textOf(asked)).toContain('主題請寫明應用場域。');
  expect([...asked.matchAll(/<(?:input type="text"|textarea) id="(\w+)"/g)].map(([, name]) => name).sort()).toEqual([
    'benefits',
    'topic',
  ]);
  await first.posted(`${address}/extend`, { extendDue: '2026-10-30', extendReason: '企業來電說明' });
  await company.posted(`/apply/${id}/supplement`, { to: 'save', benefits: '先存', topic: '示範：主題' });
  expect(await (await company.get(`/apply/${id}/supplement`)).text()).toContain('先存');
  await company.posted(`/apply/${id}/supplement`, {
    to: 'send',
    benefits: '依試辦三個月的紀錄估算。',
    topic: '示範：新主題',
  });
  expect((await caseOf(id)).main).toBe('resubmitted');
  expect((await company.post(`/apply/${id}/revise`, {})).status).not.toBe(303);

  // The number of a receipt tells whoever has it that it is genuine; whose it is stands in the receipt alone.
  const paper = await (await company.get(`/apply/${id}/receipt`)).text();
  const token = /class="receipt-token">(ey[\w.-]+)</.exec(paper)![1]!;
  const { id: short } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { id: string };
  const open = await (await new Applicant(site, '').get(`/r/${short}`)).text();
  expect(textOf(open)).toContain('申請案回條');
  for (const told of [ubn, token, (await caseOf(id)).receiptNo!]) expect(open).not.toContain(told);

  // Both versions beside each other.
  await first.posted(`${address}/start`);
  const compared = await read(first, `${address}/form?version=2&before=1`);
  expect(compared).toContain('依試辦三個月的紀錄估算。');
  expect(compared).not.toContain('專案聯絡人');

  // Each condition answered; one that cannot be checked needs a note.
  const yes = Object.fromEntries(conditions.map((one) => [`answer-${one}`, 'yes']));
  const unanswered = await first.post(`${address}/checks`, {
    ...yes,
    'answer-no-prc-investment': 'by-hand',
    version: '0',
    to: 'accept',
  });
  expect(unanswered.status).toBe(400);
  expect(textOf(await unanswered.text())).toContain('陸資');
  const version = /name="version" value="(\d+)"/.exec(await (await first.get(address)).text())![1]!;
  const body = {
    ...yes,
    'answer-no-prc-investment': 'by-hand',
    'note-no-prc-investment': '10/21 查投審司名錄，查無。',
    version,
  };
  await first.posted(`${address}/checks`, { ...body, to: 'save' });
  // Another officer with an older page overwrites nothing.
  const stale = await second.post(`${address}/checks`, { ...body, 'note-industry': '第二人', to: 'save' });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('第二人');
  await first.posted(`${address}/checks`, { ...body, version: String(Number(version) + 1), to: 'accept' });
  const state = await caseOf(id);
  expect(state.main).toBe('eligible');

  // Asked again where the case went on, each time with its receipts; nothing differs, and that is said.
  const looks = await observationsOf(site.deps.desk.database, id);
  expect(looks.map(({ occasion }) => occasion)).toEqual([
    'submitted',
    'screening',
    'resubmitted',
    'screening',
    'accepted',
  ]);
  for (const { receipts } of looks) {
    for (const one of receipts) expect((await site.deps.receipts.verify(one.token)).status).toBe('valid');
  }

  const history = await read(first, address);
  expect(history).toContain('與送件時相同');
  expect(history).toContain('示範承辦 1');
  expect(history).toContain('企業來電說明');
  expect(await read(company, `/apply/${id}`)).toContain('專業審查中');
});

test('a difference between two looks is shown with before and after; what could not be asked is none', () => {
  const look = (more: Partial<Observation>): Observation => ({
    occasion: 'submitted',
    at: '2026-10-20T02:00:00.000Z',
    conditions: { industry: 'met', 'no-branch': 'met', 'legal-form': 'unknown' },
    tax: { name: '示範甲', industryCodes: '620100' },
    taxStatus: 'found',
    registrations: { '5.4': 'valid', '5.5': 'unverifiable' },
    receipts: [],
    ...more,
  });
  expect(changesBetween(look({}), look({}))).toEqual([]);
  const later = look({
    conditions: { industry: 'not-met', 'no-branch': 'unknown', 'legal-form': 'met' },
    tax: { name: '示範乙', industryCodes: '620100' },
    registrations: { '5.4': 'revoked', '5.5': 'valid' },
  });
  expect(changesBetween(look({}), later)).toEqual([
    { kind: 'condition', id: 'industry', before: 'met', after: 'not-met' },
    { kind: 'registration', id: '5.4', before: 'valid', after: 'revoked' },
    { kind: 'tax', id: 'name', before: '示範甲', after: '示範乙' },
  ]);
  expect(changesBetween(look({}), look({ tax: null, taxStatus: 'not-loaded' }))).toEqual([]);
  expect(changesBetween(look({}), look({ tax: null, taxStatus: 'not-found' }))).toMatchObject([{ id: 'status' }]);
});

test('what is not accepted has one of two grounds, and is reopened by two people', async () => {
  const { id } = await caseAt(site, 'screening');
  const address = `/staff/${id}`;
  expect((await first.post(`${address}/not-accept`, { because: 'ineligible', notAcceptReason: '理由' })).status).toBe(
    400,
  );
  const bare = await first.post(`${address}/not-accept`, { because: 'ineligible', condition: 'industry' });
  expect(bare.status).toBe(400);
  expect(textOf(await bare.text())).toContain('請填寫理由');
  await first.posted(`${address}/not-accept`, {
    because: 'ineligible',
    condition: ['industry'],
    notAcceptReason: '稅籍登記沒有所列行業。',
  });
  expect((await caseOf(id)).refusedFor).toEqual({ reason: 'ineligible', conditions: ['industry'] });

  expect((await first.post(`${address}/reopen`, { reopenReason: ' ' })).status).toBe(400);
  await first.posted(`${address}/reopen`, { reopenReason: '稅籍登記已更正。' });
  const proposal = /proposals\/([0-9A-Z]{26})"/.exec(await (await second.get(address)).text())![1]!;
  const own = await first.post(`${address}/proposals/${proposal}`, { to: 'confirm' });
  expect(own.status).toBe(409);
  expect(await read(second, '/staff')).toContain('待第二人確認');
  await second.posted(`${address}/proposals/${proposal}`, { to: 'confirm' });
  expect((await caseOf(id)).main).toBe('screening');
  // Settled: whoever comes later stays on the page of the application, which says so.
  const late = await second.post(`${address}/proposals/${proposal}`, { to: 'confirm' });
  expect([late.status, textOf(await late.text()).includes('已由同仁處理')]).toEqual([409, true]);
  expect(await read(first, address)).toContain('示範承辦 1（執行單位），示範承辦 2（執行單位） 確認');
});

test('an overdue supplement waits for a person, who may extend it, or end it for that ground alone', async () => {
  const { id, state } = await caseAt(site, 'supplement-requested', (n) => n < 22);
  expect(state.supplements.at(-1)!.due).toBe('2026-10-16');
  const address = `/staff/${id}`;
  expect(await read(first, address)).toContain('已逾期');
  await first.posted(`${address}/not-accept`, { because: 'supplement-overdue', notAcceptReason: '逾期未補件。' });
  expect((await caseOf(id)).refusedFor).toEqual({ reason: 'supplement-overdue', conditions: [] });
  const open = await caseAt(site, 'supplement-requested', (n) => n >= 22);
  const early = await first.post(`/staff/${open.id}/not-accept`, {
    because: 'supplement-overdue',
    notAcceptReason: '早',
  });
  expect(early.status).toBe(409);
  await first.posted(`/staff/${open.id}/cancel`, { cancelReason: '已由其他資料確認。' });
  expect((await caseOf(open.id)).main).toBe('screening');
});

test('eligible goes back, and to a later round, each with its reason', async () => {
  const { id, state } = await caseAt(site, 'eligible');
  const rounds = state.rules!.rounds.filter(({ number }) => number > state.round!);
  if (rounds.length > 0) {
    await first.posted(`/staff/${id}/move`, { moveRound: String(rounds[0]!.number), moveReason: '補正中' });
    expect((await caseOf(id)).round).toBe(rounds[0]!.number);
  }
  expect((await first.post(`/staff/${id}/move`, { moveRound: '1', moveReason: '早' })).status).toBe(400);
  await first.posted(`/staff/${id}/return`, { returnReason: '登錄異動，重查。' });
  expect((await caseOf(id)).main).toBe('screening');
});

test('what two companies have in common stands there with its evidence, and nowhere else', async () => {
  const { id, ubn } = await caseAt(site, 'resubmitted');
  const page = await read(first, `/staff/${id}`);
  expect(page).toContain('相同電話 0200001018');
  expect(page).toContain('相同郵件網域 firm18.example.org');
  const other = await caseAt(site, 'eligible', (one) => one === 18);
  expect(page).toContain(other.state.receiptNo);
  const alone = await read(first, `/staff/${(await caseAt(site, 'under-review')).id}`);
  expect(alone).not.toContain('相同電話');
  const company = new Applicant(site, ubn);
  await company.logIn();
  expect(await read(company, `/apply/${id}`)).not.toContain('相同電話');
  const notices = await site.deps.desk.database.db.selectFrom('desk_outbox').selectAll().execute();
  expect(JSON.stringify(notices)).not.toContain('0200001018');
});

test('whoever of staff reads an application is in the log, once for a login; the log proves', async () => {
  const { id } = await caseAt(site, 'scored');
  const lines = async () => {
    const { db } = site.deps.desk.database;
    const rows = await db
      .selectFrom('desk_event')
      .select(['type', 'actor_id'])
      .where('application', '=', id)
      .where('kind', '=', 'read')
      .execute();
    return rows.map(({ type, actor_id }) => `${type} ${actor_id}`);
  };
  expect(await lines()).toEqual([]);
  for (const browser of [first, first, second]) await browser.get(`/staff/${id}`);
  await first.get(`/staff/${id}/form`);
  expect((await lines()).sort()).toEqual([`form ${officer1}`, `screening ${officer1}`, `screening ${officer2}`]);
  expect(await verifyLog(site.deps.desk.database.db)).toMatchObject({ problems: [] });
});

test('without a mail server officers send the notices themselves, and the log says who did', async () => {
  const page = await read(first, '/staff/outbox');
  expect(page).toContain('請複製內容寄給企業');
  const html = await (await first.get('/staff/outbox')).text();
  const id = /action="\/staff\/outbox\/([0-9A-Z]{26})"/.exec(html)![1]!;
  await first.posted(`/staff/outbox/${id}`, { how: 'told-by-phone' });
  expect(await (await first.get('/staff/outbox')).text()).not.toContain(id);
  expect(await (await first.get('/staff/outbox?group=done')).text()).toContain(id);
  expect((await first.post('/staff/outbox/nothing', { how: 'told-by-phone' })).status).toBe(404);
  const { db } = site.deps.desk.database;
  const acts = await db
    .selectFrom('desk_event')
    .select('actor_id')
    .where('type', '=', 'notice.told-by-phone')
    .execute();
  expect(acts).toEqual([{ actor_id: officer1 }]);
  // What is told holds no answer of the form beyond the name of the company.
  const { state } = await caseAt(site, 'not-accepted');
  expect(await storedText(site.deps.desk.database, state.id, 'x')).toBeNull();
});

test('a receipted form that is gone is one alarm for the whole desk, counted again each day', async () => {
  const { database } = site.deps.desk;
  expect(missingParts(site.deps)).toEqual([]);
  const { id, state } = await caseAt(site, 'declined');
  await database.db.deleteFrom('desk_form_version').where('application', '=', id).execute();
  await checkParts(site.deps);
  expect(missingParts(site.deps)).toEqual([]);
  const tomorrow = new Date(site.deps.demonstration!.realClock.now().getTime() + 86_400_000);
  await checkParts({
    ...site.deps,
    demonstration: { ...site.deps.demonstration!, realClock: { now: () => tomorrow } },
  });
  expect(missingParts(site.deps)).toMatchObject([{ receiptNo: state.receiptNo, problem: 'missing' }]);
  expect(await read(first, '/staff')).toContain(`${state.receiptNo} 第 1 版`);
});
