import { eventsOf, logTypes, openProposals, outboxEntries, readCase, verifyLog } from '@aipower/applications/storage';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { tickDesk } from '@aipower/site/desk/ticking';
import { auditZh } from '@aipower/site/staff/audit/words.zh';
import { staffCaseZh } from '@aipower/site/staff/screening/words.zh';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Applicant, startDesk } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { caseAt, logInAs, officer1, officer2 } from './officer.ts';

// Two officers at the same work: whoever comes second reads what the first did, before anything of theirs takes its place.

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

const stateOf = async (id: string) => (await readCase(site.deps.desk.database, id))!;
/** The value that the forms of a page carry: what the page shows. */
async function carried(who: Applicant, path: string, name = 'seen'): Promise<string> {
  const html = await (await who.get(path)).text();
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
}

test('a deadline that a colleague has extended is read before it is extended again; a reason is typed once', async () => {
  const { id } = await caseAt(site, 'supplement-requested', (n) => n >= 22);
  const page = `/staff/${id}`;
  const [seen, old] = [await carried(first, page), await carried(second, page)];
  await first.posted(`${page}/extend`, { extendDue: '115/11/10', extendReason: '企業來電', seen });
  const late = { extendDue: '115/11/20', extendReason: '另案協調中', seen: old };
  const refused = await second.post(`${page}/extend`, late);
  const html = await refused.text();
  expect(refused.status).toBe(409);
  for (const said of ['您開啟本頁後的變動', '延長補件期限', '示範承辦 1', '企業來電', '另案協調中']) {
    expect([said, textOf(html).includes(said)]).toEqual([said, true]);
  }
  expect((await stateOf(id)).supplements.at(-1)!.due).toBe('2026-11-10');
  const [, now] = /name="seen" value="([^"]*)"/.exec(html)!;
  await second.posted(`${page}/extend`, { ...late, seen: now! });
  expect((await stateOf(id)).supplements.at(-1)!.due).toBe('2026-11-20');
});

test('what was being asked for when a colleague asked first is kept on the page, under what they asked for', async () => {
  const { id } = await caseAt(site, 'screening');
  const page = `/staff/${id}/supplement`;
  const [seen, old] = [await carried(first, page), await carried(second, page)];
  await first.posted(page, { 'reason-topic': '請寫明場域', due: '115/11/10', seen });
  const refused = await second.post(page, { 'reason-benefits': '請補估算方式', due: '115/11/12', seen: old });
  const text = textOf(await refused.text());
  expect(refused.status).toBe(409);
  for (const said of ['通知補件', '示範承辦 1', '請補估算方式']) expect(text).toContain(said);
  expect((await stateOf(id)).supplements.at(-1)!.fields.map(({ field }) => field)).toEqual(['topic']);
});

test('a second proposal shows the first, replaces it only then, and the history tells who laid and who took back what', async () => {
  const { id } = await caseAt(site, 'not-accepted');
  const page = `/staff/${id}`;
  await first.posted(`${page}/reopen`, { reopenReason: '稅籍已更正。' });
  const refused = await second.post(`${page}/reopen`, { reopenReason: '企業補了文件。' });
  const html = await refused.text();
  expect(refused.status).toBe(409);
  for (const said of ['示範承辦 1', '稅籍已更正。', '再按一次會取代', '企業補了文件。']) {
    expect([said, textOf(html).includes(said)]).toEqual([said, true]);
  }
  expect((await openProposals(site.deps.desk.database, id)).map(({ madeBy }) => madeBy)).toEqual([officer1]);
  const [, seen] = /name="seen" value="([^"]*)"/.exec(html)!;
  await second.posted(`${page}/reopen`, { reopenReason: '企業補了文件。', seen: seen! });
  const [open] = await openProposals(site.deps.desk.database, id);
  expect(open!.madeBy).toBe(officer2);
  await first.posted(`${page}/proposals/${open!.id}`, { to: 'drop' });
  expect(await openProposals(site.deps.desk.database, id)).toEqual([]);
  const told = textOf(await (await second.get(page)).text());
  for (const said of ['提出重啟審查', '重新提出重啟審查，取代前一項提議', '撤銷提議：重啟審查', '稅籍已更正。']) {
    expect([said, told.includes(said)]).toEqual([said, true]);
  }
  expect((await eventsOf(site.deps.desk.database, id)).some(({ type }) => type === 'reopen')).toBe(false);
});

test('an award: what a colleague recorded is read first, and a refused form keeps what was typed in its own place', async () => {
  const { id } = await caseAt(site, 'approved', (n) => n < 4);
  const page = `/staff/${id}/award`;
  const [seen, old] = [await carried(first, page), await carried(second, page)];
  await first.posted(`${page}/start`, { start: '115/10/20', lastDay: '116/1/19', seen });
  const breach = {
    item: 'cn-hk-mo-ip',
    on: '115/10/21',
    evidence: '閘道紀錄 03:12',
    reason: '連線紀錄明確。',
  };
  await first.posted(`${page}/breach`, { ...breach, seen: await carried(first, page) });
  const refused = await second.post(`${page}/breach`, { ...breach, seen: old });
  const html = await refused.text();
  expect([refused.status, (await stateOf(id)).breaches.length]).toEqual([409, 1]);
  expect(textOf(html)).toContain('登記違規');
  expect(html.split('連線紀錄明確。</textarea>')).toHaveLength(2);
  const [, now] = /name="seen" value="([^"]*)"/.exec(html)!;
  const bad = await second.post(`${page}/extend`, {
    obligation: 'follow-up-1',
    due: '105/1/1',
    reason: '企業來函。',
    seen: now!,
  });
  const shown = await bad.text();
  expect(bad.status).toBe(400);
  expect(shown).toMatch(/id="extend-follow-up-1"[^>]*>\s*企業來函。/);
  expect(shown.split('企業來函。</textarea>')).toHaveLength(2);
});

test('a notice, an expertise and the points of a round are not settled twice unseen', async () => {
  const { database } = site.deps.desk;
  const { entries } = await outboxEntries(database, { states: ['waiting'], most: 1 });
  const notice = `/staff/outbox/${entries[0]!.id}`;
  await first.posted(notice, { how: 'told-by-phone', from: 'open' });
  const again = await second.post(notice, { how: 'sent-by-hand', from: 'open' });
  expect([again.status, textOf(await again.text()).includes('同仁已處理這則通知')]).toEqual([409, true]);
  const { entries: now } = await outboxEntries(database, { states: ['told-by-phone'], most: 50 });
  expect(now.map(({ id }) => id)).toContain(entries[0]!.id);

  const reviewer = await logInAs(site, 'demonstration-reviewer-1');
  const page = '/staff/reviewers/demonstration-reviewer-1';
  const [seen, old] = [await carried(reviewer, page), await carried(first, page)];
  await reviewer.posted(page, { items: '4.6', employers: '虛構公司', seen });
  const stale = await first.post(page, { items: '4.5', seen: old });
  const text = textOf(await stale.text());
  expect([stale.status, text.includes('4.6'), text.includes('4.5')]).toEqual([409, true, true]);

  const chair = await logInAs(site, 'demonstration-chair-1');
  const round = '/staff/rounds/115/training/3';
  await chair.posted(`${round}/points`, { points: '900000', offered: await carried(chair, round, 'offered') });
  const late = await chair.post(`${round}/points`, { points: '800000', offered: '1' });
  expect([late.status, textOf(await late.text()).includes('已改為 900,000 點')]).toEqual([400, true]);
});

test('every line of the log has a word', async () => {
  const types = await logTypes(site.deps.desk.database);
  const known: readonly string[] = [
    ...Object.keys(auditZh.acts),
    ...Object.keys(auditZh.readings),
    ...Object.keys(staffCaseZh.events),
    'review',
  ];
  expect(types.filter((type) => !known.includes(type))).toEqual([]);
  expect(types).toContain('proposal.replace');
  expect((await verifyLog(site.deps.desk.database.db)).problems).toEqual([]);
});
