import { openProposals, outboxEntries, readCase, settleProposal, verifyLog } from '@aipower/applications/storage';
import { parseProgramme, programme115, programmesFrom } from '@aipower/programme';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { demonstrationStaff } from '@aipower/site/desk/demonstration-staff';
import { tickDesk } from '@aipower/site/desk/ticking';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readYaml } from '../../programme/cases.ts';
import { Applicant } from '../apply/applicant.ts';
import { type RunningSite, startSite, textOf } from '../start-site.ts';
import { approved } from './approved.ts';
import { caseAt, logInAs, officer1, officer2 } from './officer.ts';

// From the published approval to the last duty, through the pages. The clock goes forward only: one story in order.
const year116 = parseProgramme(readYaml('test/fixtures/programme/116.yml'));

const token = 'a-secret-of-the-compute-platform-1234';

let site: RunningSite;
let [first, second, chair, company]: Applicant[] = [];
let id = '';
beforeAll(async () => {
  site = await startSite({
    register: 'sample',
    demonstration: true,
    env: { USAGE_TOKEN: token },
    change: (deps) => ({ ...deps, programmes: programmesFrom([programme115, year116]) }),
  });
  await seedDemonstration(site.deps);
  await tickDesk(site.deps);
  [first, second, chair] = [
    await logInAs(site, officer1),
    await logInAs(site, officer2),
    await logInAs(site, demonstrationStaff.chairs[0]),
  ];
  const active = await caseAt(site, 'approved', (n) => n < 4);
  id = active.id;
  company = new Applicant(site, active.ubn);
  await company.logIn();
});
afterAll(() => site?.stop());

const caseOf = async (one = id) => (await readCase(site.deps.desk.database, one))!;
const read = async (who: Applicant, path: string) => {
  const answer = await who.get(path);
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return textOf(await answer.text());
};
const forwardTo = async (moment: string) => {
  site.deps.demonstration!.clock.forwardTo(new Date(moment));
  await tickDesk(site.deps);
};
const award = () => `/staff/${id}/award`;
/** A table of usage as an officer pastes it, sent as the page sends it. */
async function importUsage(who: Applicant, table: string, more: Readonly<Record<string, string>> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ table, ...more })) body.set(name, value);
  return who.sendForm('/staff/usage', body);
}
/** The second person opens the page and confirms what waits there. */
async function confirm(who: Applicant, one = id) {
  const [proposal] = await openProposals(site.deps.desk.database, one);
  await who.posted(`/staff/${one}/award/proposals/${proposal!.id}`, { to: 'confirm' });
}

test('an officer starts the use of an approved application; the period is proposed, and the company reads it', async () => {
  const list = await read(first!, '/staff/awards');
  expect(list).toContain('待啟用');
  expect(await read(company!, `/apply/${id}/award`)).toContain('啟用日由執行單位通知');
  const page = await (await first!.get(award())).text();
  expect(page).toContain('value="2026-10-20"');
  expect(page).toContain('value="2027-01-19"');
  const wrong = await first!.post(`${award()}/start`, { start: '115/10/26', lastDay: '昨天' });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('value="115/10/26"');
  await first!.posted(`${award()}/start`, { start: '115/10/26', lastDay: '2027-01-24' });
  expect(await caseOf()).toMatchObject({ award: { state: 'active', weeks: 13, lastDay: '2027-01-24', points: 1000 } });
  const own = await read(company!, `/apply/${id}/award`);
  expect(own).toContain('1,000 點（500 GPU 小時）');
  expect(own).toContain('結案報告、成果簡報與 demo 影片');
  expect(own).toContain('116年2月23日');
  // Off in 115: neither acceptance nor changes.
  expect(own).not.toMatch(/請回覆是否接受|申請變更/);
});

test('usage comes from a file in any columns: shown first, whole or not at all, and blank is not nothing', async () => {
  await forwardTo('2026-12-21T10:00:00+08:00');
  const number = (await caseOf()).receiptNo!;
  const rows = (n: number, value: string, from = '2026-10-26') =>
    Array.from({ length: n }, (_, i) => {
      const day = new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10);
      return `${number}\t${day}\t${value}`;
    });
  const head = '收件編號\t使用日期\tGPU時數\t備註';
  const bad = [head, `${number}\t2026-10-25\t1`, `115-training-9999\t2026-10-27\t1`, `${number}\t115/10/28\t兩小時`];
  const refused = await importUsage(first!, [...bad, ...rows(3, '2')].join('\n'), { to: 'import' });
  expect(refused.status).toBe(400);
  const said = textOf(await refused.text());
  for (const line of ['第 2 列「2026-10-25」：不在使用期間內', '「115-training-9999」：沒有這一件', '「兩小時」'])
    expect(said).toContain(line);
  expect((await caseOf()).award!.usage).toEqual({});

  // Seven weeks without use, the eighth in use for one day, and a day that nobody reported.
  const table = [head, ...rows(49, '0'), ...rows(1, '4.5', '2026-12-14'), ...rows(5, '0', '2026-12-15')].join('\n');
  const shown = await importUsage(first!, table);
  const html = await shown.text();
  expect(textOf(html)).toContain('9 點（4.5 GPU 小時）');
  expect((await caseOf()).award!.usage).toEqual({});
  // A column that was taken for another is put right on the page.
  const columns = Object.fromEntries(
    ['application', 'ubn', 'day', 'points', 'gpuHours', 'tokens'].map((name) => [`col-${name}`, '']),
  );
  const none = await importUsage(first!, table, { ...columns, 'col-application': '0', 'col-day': '1' });
  expect(textOf(await none.text())).toContain('請指定點數、GPU 小時、Token 其中一欄');
  const carried = /<textarea name="table"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(html)![1]!;
  const chosen = { ...columns, 'col-application': '0', 'col-day': '1', 'col-gpuHours': '2' };
  const done = await importUsage(first!, carried, { ...chosen, to: 'import' });
  expect(textOf(await done.text())).toContain('已匯入 1 件');
  const { usage } = (await caseOf()).award!;
  expect([Object.keys(usage).length, usage['2026-12-14'], usage['2026-12-20']]).toEqual([55, 9, undefined]);
  const own = await read(company!, `/apply/${id}/award`);
  expect(own).toContain('至多 991 點（495.5 GPU 小時）');
  expect(own).toContain('有 1 天沒有使用紀錄');
});

test('more than half of the weeks unused: an officer gives notice, three days pass, an officer decides; time does nothing', async () => {
  expect(await read(first!, '/staff/awards')).toContain('未使用週數過半');
  const page = await read(first!, award());
  expect(page).toContain('未使用 7 週，核定 13 週');
  await first!.posted(`${award()}/notify`, { notice: 'N-1' });
  expect(await caseOf()).toMatchObject({
    award: { state: 'idle-noticed', notice: { day: '2026-12-21', unusedWeeks: 7 } },
  });
  const { entries } = await outboxEntries(site.deps.desk.database, { states: ['waiting'], application: id, most: 20 });
  expect(entries.find(({ kind }) => kind === 'idle')!.detail).toMatchObject({ due: '2026-12-24' });
  expect(await read(company!, `/apply/${id}/award`)).toContain('115年12月24日');
  const early = await first!.post(`${award()}/confirm-idle`, { reason: '未使用' });
  expect(early.status).toBe(409);
  await forwardTo('2026-12-25T09:00:00+08:00');
  // Not reported is not unused, also after the notice.
  expect(textOf(await (await first!.post(`${award()}/confirm-idle`, { reason: '未使用' })).text())).toContain(
    '使用紀錄尚未匯入',
  );
  const number = (await caseOf()).receiptNo!;
  const rows = ['20', '21', '22', '23', '24'].map((day) => `${number},2026-12-${day},0`);
  await importUsage(first!, ['收件編號,日期,點數', ...rows].join('\n'), { to: 'import' });
  await tickDesk(site.deps);
  expect((await caseOf()).breaches).toEqual([]);
  await first!.posted(`${award()}/confirm-idle`, { reason: '通知後三日仍未使用。' });
  expect(await caseOf()).toMatchObject({ breaches: [{ n: 1, item: 'idle' }], award: { state: 'active' } });
});

test('a breach has its evidence; what follows is chosen by a person and confirmed by another', async () => {
  const bare = await first!.post(`${award()}/breach`, { item: 'cn-hk-mo-ip', on: '115/12/24', reason: '違規' });
  expect(bare.status).toBe(400);
  const breach = {
    item: 'cn-hk-mo-ip',
    on: '115/12/24',
    evidence: '閘道紀錄 2026-12-24 03:12',
    reason: '連線紀錄明確。',
  };
  await first!.posted(`${award()}/breach`, breach);
  expect(await read(first!, award())).toContain('閘道紀錄 2026-12-24 03:12');
  // The evidence is the officers'; the company reads that it was recorded, and why.
  const own = await read(company!, `/apply/${id}/award`);
  expect([own.includes('連線紀錄明確。'), own.includes('閘道紀錄')]).toEqual([true, false]);
  await first!.posted(`${award()}/suspend`, { reason: '先暫停，待說明。' });
  expect((await caseOf()).award!.state).toBe('active');
  const [proposal] = await openProposals(site.deps.desk.database, id);
  expect((await first!.post(`${award()}/proposals/${proposal!.id}`, { to: 'confirm' })).status).toBe(409);
  expect(await read(second!, '/staff')).toContain('暫停服務');
  await confirm(second!);
  expect(await read(company!, `/apply/${id}/award`)).toContain('先暫停，待說明。');
  await first!.posted(`${award()}/bar`, { reason: '累計兩次。' });
  await confirm(second!);
  const { bars } = await caseOf();
  // The year has no later round: the bar is for the next programme.
  expect(bars).toMatchObject([{ state: 'open', round: null }]);
  await first!.posted(`${award()}/lift-bar`, { bar: '1', reason: '企業已說明。' });
  await confirm(second!);
  await first!.posted(`${award()}/resume`, { reason: '已改善。' });
  expect(await caseOf()).toMatchObject({ bars: [{ state: 'lifted' }], award: { state: 'active' } });
  expect((await chair!.post(`${award()}/suspend`, { reason: '主辦' })).status).toBe(403);
  expect((await first!.post(`${award()}/terminate`, { reason: '承辦' })).status).toBe(403);
});

test('after the last day the duties wait, late is only said, and links are handed in, returned and accepted', async () => {
  await forwardTo('2027-03-01T10:00:00+08:00');
  expect(await caseOf()).toMatchObject({ award: { state: 'ended', endedBy: 'award.expire' } });
  expect((await caseOf()).obligations.find((one) => one.id === 'closing-report')).toMatchObject({
    due: '2027-02-23',
    state: 'overdue',
  });
  expect(await read(first!, '/staff/duties')).toContain('已逾期');
  const deliver = { obligation: 'closing-report', link: ['https://example.tw/report', 'https://example.tw/slides'] };
  const short = await company!.post(`/apply/${id}/award/deliver`, deliver);
  expect(short.status).toBe(400);
  const html = await short.text();
  expect(textOf(html)).toContain('請填齊每一個網址');
  expect(html).toContain('value="https://example.tw/slides"');
  const all = { ...deliver, link: [...deliver.link, 'https://example.tw/video'] };
  await company!.posted(`/apply/${id}/award/deliver`, all);
  expect(await read(first!, award())).toContain('https://example.tw/video');
  await first!.posted(`${award()}/return`, { obligation: 'closing-report', reason: '影片無法開啟。' });
  expect(await read(company!, `/apply/${id}/award`)).toContain('影片無法開啟。');
  await company!.posted(`/apply/${id}/award/deliver`, all);
  await first!.posted(`${award()}/accept`, { obligation: 'closing-report' });
  expect((await first!.post(`${award()}/accept`, { obligation: 'demo-meeting' })).status).toBe(409);
  await first!.posted(`${award()}/set-day`, { obligation: 'demo-meeting', due: '116/3/1' });
  await first!.posted(`${award()}/accept`, { obligation: 'demo-meeting' });
  await first!.posted(`${award()}/extend`, { obligation: 'follow-up-1', due: '117/3/31', reason: '企業來函。' });
  await first!.posted(`${award()}/waive`, { obligation: 'follow-up-3', reason: '公司解散。' });
  await confirm(chair!);
  expect((await caseOf()).obligations.map(({ state, due }) => `${state} ${due}`)).toEqual([
    'accepted 2027-02-23',
    'accepted 2027-03-01',
    'scheduled 2028-03-31',
    'scheduled 2029-01-24',
    'waived 2030-01-24',
  ]);
  await first!.posted(`${award()}/clear-storage`);
  expect(await read(company!, `/apply/${id}/award`)).toContain('儲存空間已清除');
});

test('where the programme has the steps: accepted with a day, changed by request, old beside new, points back on lapse', async () => {
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const ubns = [offices[1]!.ubn, offices[3]!.ubn];
  const forms = ubns.map((ubn, i) => ({
    category: 'agents',
    companyName: offices[1 + 2 * i]!.name,
    ubn,
    ...form116,
  }));
  const [one, other] = (await approved(site, year116, 'agents', forms)) as [string, string];
  const who = new Applicant(site, ubns[0]!);
  await who.logIn();
  const page = `/apply/${one}/award`;
  expect(await read(who, page)).toContain('請於 116年3月15日');
  expect((await first!.post(`/staff/${one}/award/start`, { start: '116/3/20', lastDay: '116/7/19' })).status).toBe(409);
  await who.posted(`${page}/accept`, { readyFrom: '116/3/20' });
  expect(await read(first!, `/staff/${one}/award`)).toContain('可自 116年3月20日');
  await first!.posted(`/staff/${one}/award/start`, { start: '116/3/20', lastDay: '116/7/19' });
  const bare = await who.post(`${page}/change`, { points: '5000', reason: '' });
  expect(bare.status).toBe(400);
  expect(await bare.text()).toContain('value="5000"');
  const before = (await caseOf(one)).award!;
  const wish = { lastDay: '116/8/31', points: String(before.points + 500), reason: '資料增加。' };
  // Twice, as by two clicks: the second is the first.
  for (let i = 0; i < 2; i++) await who.posted(`${page}/change`, wish);
  const another = await who.post(`${page}/change`, { ...wish, reason: '另一個理由。' });
  expect(another.status).toBe(409);
  expect(await another.text()).toContain('<dd class="own-text">另一個理由。</dd>');
  expect((await caseOf(one)).changes).toHaveLength(1);
  expect((await caseOf(one)).award).toEqual(before);
  expect(await read(first!, '/staff/awards')).toContain('變更申請待決定');
  const grant = { change: '1', lastDay: '2027-08-15', points: String(before.points + 200), reason: '同意部分。' };
  await chair!.posted(`/staff/${one}/award/change`, grant);
  await confirm(second!, one);
  expect((await caseOf(one)).award).toMatchObject({ lastDay: '2027-08-15', points: before.points + 200 });
  const told = await read(who, page);
  for (const text of ['資料增加。', '同意部分。', '116年8月31日', '116年8月15日', '原核定', '116年7月19日'])
    expect(told).toContain(text);
  expect((await caseOf(one)).decisions[0]).toMatchObject({ points: before.points });

  await first!.posted(`/staff/${other}/award/lapse`, { reason: '逾期未回覆。' });
  expect(await caseOf(other)).toMatchObject({ award: { state: 'ended', returned: before.points } });
  await who.posted(`${page}/renounce`);
  expect((await caseOf(one)).award).toMatchObject({ state: 'ended', endedBy: 'award.renounce' });
  for (const { id: left } of await openProposals(site.deps.desk.database)) {
    await settleProposal(site.deps.desk.database, left, site.deps.clock.now().toISOString());
  }
});

test('the platform reports usage itself with its token: the same rules, whole or not at all, null is unknown', async () => {
  const { state } = await caseAt(site, 'active', (n) => n === 0);
  const send = (rows: readonly object[], bearer = token) =>
    fetch(`${site.url}/staff/usage.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ source: 'meter-1', rows }),
    });
  const row = { application: state.receiptNo, day: '2026-10-19', gpuHours: 2.5 };
  expect((await send([row], 'another')).status).toBe(401);
  const wrong = await send([row, { ...row, day: '2027-10-19' }, { ...row, application: '115-none' }]);
  const { problems } = (await wrong.json()) as { readonly problems: readonly { readonly code: string }[] };
  expect([wrong.status, problems.map(({ code }) => code)]).toEqual([400, ['day-outside', 'unknown-application']]);
  expect((await caseOf(state.id)).award!.usage['2026-10-19']).toBeUndefined();
  expect((await send([{ ...row, gpuHours: -1 }])).status).toBe(400);
  const done = await send([row, { ...row, day: '2026-10-20', gpuHours: null }]);
  expect(await done.json()).toEqual({ imported: [{ application: state.receiptNo, days: 2 }] });
  const { usage } = (await caseOf(state.id)).award!;
  expect([usage['2026-10-19'], usage['2026-10-20']]).toEqual([5, null]);

  // A database that fails midway leaves nothing of the file, wherever it comes from.
  const other = await caseAt(site, 'active', (n) => n === 1);
  const { db } = site.deps.desk.database;
  const fault = `before insert on desk_event when new.application = '${other.id}'`;
  await sql.raw(`create trigger fault ${fault} begin select raise(abort, 'the disk is gone'); end`).execute(db);
  const both = [
    { ...row, gpuHours: 40 },
    { ...row, application: other.state.receiptNo },
  ];
  const lines = both.map(({ application, day, gpuHours }) => `${application},${day},${gpuHours}`);
  const table = ['收件編號,日期,GPU時數', ...lines].join('\n');
  expect([(await send(both)).status, (await importUsage(first!, table, { to: 'import' })).status]).toEqual([500, 500]);
  await sql.raw('drop trigger fault').execute(db);
  expect((await caseOf(state.id)).award!.usage).toEqual(usage);
  expect((await importUsage(first!, table, { to: 'import' })).status).toBe(200);
  expect((await caseOf(state.id)).award!.usage['2026-10-19']).toBe(80);
});

test('what was promised and is not public goes on the watch list, which the next application shows; the log proves it all', async () => {
  const active = await caseAt(site, 'active', (n) => n < 2);
  const { database } = site.deps.desk;
  const { publications } = await caseOf(active.id);
  if (publications.length === 0) throw new Error('the plan has no promise');
  const item = publications[0]!.item;
  await first!.posted(`/staff/${active.id}/award/watch`, { item, reason: '未上架。' });
  const who = new Applicant(site, active.ubn);
  await who.logIn();
  expect(await read(who, `/apply/${active.id}/award`)).toContain('觀察名單');
  const form = { category: 'agents', companyName: '示範', ubn: active.ubn, ...form116 };
  const [next] = await approved(site, year116, 'agents', [form]);
  const { bonus } = programme115;
  const screening = await read(first!, `/staff/${next}`);
  expect(screening).toContain('觀察名單');
  expect(screening).toContain(bonus.items.find((one) => one.id === item)!.label.zh);
  await first!.posted(`/staff/${active.id}/award/keep`, { item, url: 'https://huggingface.co/datasets/sample' });
  expect(await read(first!, `/staff/${next}`)).not.toContain('觀察名單');
  expect((await verifyLog(database.db)).problems).toEqual([]);
});

const form116 = {
  topic: '示範代理人',
  need: '以代理人分類客服紀錄。'.repeat(20),
  safety: '無',
  bonusMou: '無',
  bonusAi: '無',
  bonusDemo: '無',
};
