import { outboxEntries, readCase, startSession, verifyLog } from '@aipower/applications/storage';
import { programme115 } from '@aipower/programme';
import { verifyReceipt } from '@aipower/receipts';
import { operations } from '@aipower/site/api/operations';
import { mailOf } from '@aipower/site/mail/sender';
import { pages } from '@aipower/site/page/pages';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Applicant } from '../apply/applicant.ts';
import { servedPaths } from '../served-paths.ts';
import type { RunningSite } from '../start-site.ts';
import { textOf, unescapeHtml } from '../start-site.ts';
import { type Entered, eligibleApplication, member, openProgramme, startRoundSite } from './round-site.ts';

// A whole round by its pages: 60 applications, 12 reviewers, a meeting of two chairs, publication and a correction.
// One story in order; each test takes it a step further.

const APPLICATIONS = 60;
const REVIEWERS = 12;
const round = '/staff/rounds/115/training/3';
const weights = programme115.categories[0]!.weights;

type Person = Awaited<ReturnType<typeof member>>;
let site: RunningSite;
let [officer, chair, second, auditor]: Person[] = [];
const reviewers: Person[] = [];
const entered: Entered[] = [];

beforeAll(async () => {
  site = await startRoundSite(openProgramme());
  [officer, chair, second, auditor] = [
    await member(site, 'officer', ['officer']),
    await member(site, 'chair', ['chair']),
    await member(site, 'second', ['chair']),
    await member(site, 'auditor', ['auditor']),
  ];
  for (let i = 0; i < REVIEWERS; i++) reviewers.push(await member(site, `reviewer-${i + 1}`, ['reviewer']));
  for (let i = 0; i < APPLICATIONS; i++) entered.push(await eligibleApplication(site, 'training'));
});
afterAll(() => site?.stop());

const caseOf = async (id: string) => (await readCase(site.deps.desk.database, id))!;
const read = async (who: Person | undefined, path: string) => {
  const answer = await who!.browser.get(path);
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return answer.text();
};
const rowsOf = (html: string) => html.split('<tbody>')[1]!.split('</tbody>')[0]!.split('<tr').slice(1);

test('reviewers say what they know and where they worked; the plan is even, gives reasons and keeps conflicts out', async () => {
  const [first, other, third] = reviewers;
  await first!.browser.posted(`/staff/reviewers/${first!.id}`, {
    items: '4.6.1\n4.6',
    employers: `${entered[0]!.ubn} 虛構`,
  });
  await other!.browser.posted(`/staff/reviewers/${other!.id}`, { items: '4.6', employers: entered[1]!.name });
  await third!.browser.posted(`/staff/reviewers/${third!.id}`, { items: '', employers: '虛構控股股份有限公司' });
  const wrong = await first!.browser.post(`/staff/reviewers/${first!.id}`, { items: '9.9.9', employers: '' });
  expect([wrong.status, textOf(await wrong.text()).includes('9.9.9')]).toEqual([400, true]);
  // Nobody writes into the employers of another.
  expect((await other!.browser.get(`/staff/reviewers/${first!.id}`)).status).toBe(404);
  await officer!.browser.posted(`/staff/reviewers/${first!.id}`, { items: '4.6.1, 4.6', employers: '無' });
  expect(await read(first, `/staff/reviewers/${first!.id}`)).toContain(entered[0]!.ubn);

  const html = await read(officer, `${round}/assign?each=3`);
  const suggested = [...html.matchAll(/name="assign" value="(\w+):([^"]+)" checked/g)].map(([, id, who]) => [
    id!,
    who!,
  ]);
  expect(suggested).toHaveLength(APPLICATIONS * 3);
  const loads = reviewers.map(({ id }) => suggested.filter(([, who]) => who === id).length);
  // Two accounts of the demonstration review, too: 180 for 14 people.
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  expect(suggested).not.toContainEqual([entered[0]!.id, first!.id]);
  expect(suggested).not.toContainEqual([entered[1]!.id, other!.id]);
  expect(textOf(html)).toContain('專長 4.6');

  const barred = await officer!.browser.post(`${round}/assign/give`, { assign: `${entered[0]!.id}:${first!.id}` });
  expect([barred.status, textOf(await barred.text()).includes('利益衝突')]).toEqual([409, true]);
  const own = suggested.filter(([, who]) => reviewers.some(({ id }) => id === who)).map((pair) => pair.join(':'));
  await officer!.browser.posted(`${round}/assign/give`, { assign: own });
  // The accounts of the demonstration are left out; every application has at least two of the twelve.
  for (const { id } of entered) {
    const busy = (await caseOf(id)).reviews.length;
    const missing = reviewers.filter(({ id: who }) => !own.includes(`${id}:${who}`)).slice(4);
    if (busy < 2) await officer!.browser.posted(`${round}/assign/give`, { other: `${id}:${missing[0]!.id}` });
    if (busy < 1) await officer!.browser.posted(`${round}/assign/give`, { other: `${id}:${missing[1]!.id}` });
  }
  await officer!.browser.posted(`${round}/assign/open`);
  for (const { id } of entered) expect((await caseOf(id)).main).toBe('under-review');
});

/** A score from 40 to 99 that differs between applications, reviewers and criteria. */
const scoreOf = (n: number, who: number, criterion: number) => 40 + ((n * 7 + who * 11 + criterion * 5) % 60);
const bodyOf = (n: number, who: number, more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(
    weights.flatMap(({ id }, criterion) => [
      [`score-${id}`, String(scoreOf(n, who, criterion))],
      [`comment-${id}`, `意見 ${n}-${who}`],
    ]),
  ),
  level: scoreOf(n, who, 0) > 60 ? 'L1' : '',
  version: '0',
  ...more,
});

test('content is closed before the declaration and holds no way to reach a person; drafts survive; what is sent is whole', async () => {
  const state = await caseOf(entered[5]!.id);
  const who = reviewers.findIndex(({ id }) => id === state.reviews[0]!.reviewer);
  const reviewer = reviewers[who]!;
  const address = `/staff/reviews/${state.id}`;
  const closed = await read(reviewer, address);
  expect(closed).toContain(entered[5]!.ubn);
  expect(closed).not.toContain('專案重要性');
  expect((await reviewer.browser.post(address, bodyOf(5, who, { to: 'save' }))).status).toBe(409);
  await reviewer.browser.posted(`${address}/declare`);
  const open = await read(reviewer, address);
  for (const hidden of ['leader', 'contact', '02-0000', '0900010', '示範主持', '示範聯絡']) {
    expect(`${hidden} ${open.includes(hidden)}`).toBe(`${hidden} false`);
  }
  for (const { name, percent } of weights) expect(textOf(open)).toContain(`${name.zh} 權重 ${percent}%`);
  expect(textOf(open)).toContain('能量登錄與加分項目');

  // Saved by script and by button; an older page overwrites nothing and keeps what was typed.
  const auto = await reviewer.browser.post(address, bodyOf(5, who, { to: 'auto', 'comment-importance': '草稿 <b>' }));
  expect(await auto.json()).toEqual({ version: 1 });
  const stale = await reviewer.browser.post(address, bodyOf(5, who, { to: 'save', 'comment-importance': '另一窗' }));
  expect([stale.status, (await stale.text()).includes('另一窗')]).toEqual([409, true]);
  expect(await read(reviewer, address)).toContain('草稿 &lt;b&gt;');
  const partial = await reviewer.browser.post(address, { version: '1', to: 'send', 'score-importance': '80' });
  expect([partial.status, textOf(await partial.text()).includes('產業應用機會')]).toEqual([400, true]);
  const odd = bodyOf(5, who, { version: '2', to: 'send', 'score-importance': '80.5' });
  expect((await reviewer.browser.post(address, odd)).status).toBe(400);
  await reviewer.browser.posted(address, bodyOf(5, who, { version: '3', to: 'send' }));
  const sent = (await caseOf(state.id)).reviews.find((one) => one.reviewer === reviewer.id)!;
  expect(sent).toMatchObject({ state: 'submitted', scores: { importance: scoreOf(5, who, 0) } });
  expect(textOf(await read(reviewer, address))).toContain(`意見 5-${who}`);
  expect((await reviewer.browser.post(address, bodyOf(5, who, { version: '4', to: 'save' }))).status).toBe(409);
});

test('one steps aside after reading, and what was seen is on record; all others declare, score and send', async () => {
  const aside = await caseOf(entered[7]!.id);
  const gone = reviewers.find(({ id }) => id === aside.reviews[0]!.reviewer)!;
  await gone.browser.posted(`/staff/reviews/${aside.id}/declare`);
  await gone.browser.get(`/staff/reviews/${aside.id}`);
  await gone.browser.posted(`/staff/reviews/${aside.id}/recuse`, { recuseReason: '共同研究' });
  const left = await read(gone, `/staff/reviews/${aside.id}`);
  expect(left).not.toContain('專案重要性');
  expect(textOf(await read(officer, `/staff/reviews/${aside.id}`))).toContain('迴避前開啟過：review');
  const another = reviewers.find(({ id }) => !aside.reviews.some(({ reviewer }) => reviewer === id))!;
  expect((await officer!.browser.post(`${round}/assign/give`, { other: `${aside.id}:${gone.id}` })).status).toBe(409);
  await officer!.browser.posted(`${round}/assign/give`, { other: `${aside.id}:${another.id}` });

  for (const [n, { id }] of entered.entries()) {
    for (const { reviewer, state } of (await caseOf(id)).reviews) {
      if (state !== 'assigned') continue;
      const who = reviewers.findIndex((one) => one.id === reviewer);
      const { browser } = reviewers[who]!;
      await browser.posted(`/staff/reviews/${id}/declare`);
      await browser.posted(`/staff/reviews/${id}`, bodyOf(n, who, { to: 'send' }));
    }
  }
  // Others' opinions are read once the own one is sent, without their names.
  const both = await caseOf(entered[9]!.id);
  const [mine, theirs] = both.reviews.map(({ reviewer }) => reviewers.findIndex(({ id }) => id === reviewer));
  const page = textOf(await read(reviewers[mine!], `/staff/reviews/${both.id}`));
  expect(page).toContain(`意見 9-${theirs}`);
  expect(page).not.toContain(`試 reviewer-${theirs! + 1}`);
  await officer!.browser.posted(`${round}/assign/close`);
  for (const { id } of entered) expect((await caseOf(id)).main).toBe('scored');
});

/** A fraction of whole numbers. */
type Fraction = readonly [bigint, bigint];
const half = ([a, b]: Fraction) => {
  const hundredths = (a * 200n + b) / (2n * b);
  const text = String(hundredths).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};
async function meansOf(): Promise<Map<string, Fraction>> {
  const means = new Map<string, Fraction>();
  for (const { id } of entered) {
    const { reviews, receiptNo } = await caseOf(id);
    const scores = reviews.flatMap((one) => (one.state === 'submitted' ? [one.scores!] : []));
    const sum = scores.reduce(
      (total, one) => total + weights.reduce((part, { id: of, percent }) => part + BigInt(one[of]! * percent), 0n),
      0n,
    );
    means.set(receiptNo!, [sum, BigInt(100 * scores.length)]);
  }
  return means;
}

test('the table ranks by exact fractions, twice the same; the line writes nothing; the files hold every criterion', async () => {
  const means = await meansOf();
  const html = await read(chair, round);
  expect(await read(chair, round)).toBe(html);
  const rows = rowsOf(html).map((row) => ({
    number: /class="code nowrap">(115-training-\d+)</.exec(row)![1]!,
    rank: Number(/class="pos">(\d+)</.exec(row)![1]),
    mean: /<strong>([\d.]+)</.exec(row)![1]!,
  }));
  expect(rows).toHaveLength(APPLICATIONS);
  for (const { number, mean } of rows) expect(`${number} ${mean}`).toBe(`${number} ${half(means.get(number)!)}`);
  const less = (a: string, b: string) => means.get(a)![0] * means.get(b)![1] < means.get(b)![0] * means.get(a)![1];
  for (const [i, { number, rank }] of rows.entries()) {
    expect(rank).toBe(1 + rows.filter((other) => less(number, other.number)).length);
    const before = rows[i - 1];
    if (before?.rank === rank) expect(before.number < number).toBe(true);
  }

  const lines = async () =>
    Number(
      (
        await site.deps.desk.database.db
          .selectFrom('desk_event')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  const before = await lines();
  // A place that parts no equals, and one inside a group of them, which the line then takes in whole.
  const apart = rows.findIndex(({ rank }, i) => i > 15 && rank !== rows[i - 1]!.rank);
  const moved = textOf(await read(chair, `${round}?line=${apart}&from=5`));
  expect(moved).toContain(`線上 ${apart} 件`);
  expect(moved).toContain('移入線上');
  expect(textOf(await read(chair, `${round}?line=5&from=${apart}`))).toContain('移出線外');
  const equal = rows.findIndex(({ rank }, i) => i > 0 && rank === rows[i - 1]!.rank);
  expect(equal).toBeGreaterThan(0);
  expect(textOf(await read(chair, `${round}?line=${equal}`))).not.toContain(`線上 ${equal} 件`);
  expect(await lines()).toBe(before);

  const csv = await read(auditor, `${round}/table.csv`);
  const [header, ...cells] = csv.replace('\ufeff', '').trim().split('\r\n');
  expect(cells).toHaveLength(APPLICATIONS);
  for (const { name } of weights) expect(header).toContain(name.zh);
  expect(cells[0]).toContain(`,${rows[0]!.number},`);
  const xlsx = await chair!.browser.get(`${round}/table.xlsx`);
  expect([xlsx.status, new Uint8Array(await xlsx.arrayBuffer()).subarray(0, 2)]).toEqual([
    200,
    new Uint8Array([0x50, 0x4b]),
  ]);
  const papers = textOf(await read(chair, `${round}/papers`));
  for (const { name } of entered.slice(0, 5)) expect(papers).toContain(name);
  expect(papers).toContain('意見 5-');
  // A reviewer who sits in no meeting reads no table.
  expect((await reviewers[0]!.browser.get(round)).status).toBe(404);

  await chair!.browser.posted(`${round}/points`, { points: '25,000' });
  expect(textOf(await read(chair, round))).toContain('本梯次提供 25,000');
  expect((await officer!.browser.post(`${round}/points`, { points: '1' })).status).toBe(403);
});

/** What says something of its own at every request: a challenge, the clock of the demonstration. */
const ownEachTime = [pages.applyLogin.path, pages.demonstration.path, pages.applicationCheck.path] as readonly string[];

/**
 * Everything that is read and is no page of staff, as the running program has it: pages, files and feeds, and the operations of the
 * API at the address of their example. What is added is looked at from then on; what asks for a form or a file is not read.
 */
function channels(id: string): readonly string[] {
  const served = [...servedPaths(site)].flatMap((path) => {
    if (path.startsWith('/staff') || ownEachTime.includes(path)) return [];
    const filled = path.replace(':application', id).replace(':year', '115').replace(':category', 'training');
    return filled.includes(':') ? [] : [filled];
  });
  const inEnglish = served.filter((path) => /^\/(apply|programme|statistics)/.test(path)).map((path) => `/en${path}`);
  // A packed workbook carries the moment it was made.
  const asked = operations.flatMap(({ method, example, media = [] }) =>
    method === 'get' && example !== undefined && !media.some((type) => /sheet|zip/.test(type))
      ? [`/api/v1${example}`]
      : [],
  );
  return [...served, ...inEnglish, ...asked, '/statistics.csv?year=115', '/sitemaps/pages.xml'];
}

/** Everything that somebody outside the desk can see: pages, feeds, exports, statistics, API, mails with their calendars. */
async function outside(company: Applicant, id: string): Promise<string> {
  const parts = [];
  const visitor = new Applicant(site, '');
  const all = channels(id);
  for (const path of all) parts.push(`${path}\n${await (await visitor.get(path)).text()}`);
  for (const path of all.filter((one) => /^(\/en)?\/apply/.test(one))) {
    parts.push(`${path}\n${await (await company.get(path)).text()}`);
  }
  const other = await companyOf(entered[5]!);
  for (const path of ['/apply', `/apply/${entered[5]!.id}`]) parts.push(await (await other.get(path)).text());
  const { entries } = await outboxEntries(site.deps.desk.database, {
    states: ['waiting', 'sending', 'failed', 'sent', 'told-by-phone', 'sent-by-hand'],
    most: 1000,
  });
  // As they would go out now: address, subject, text and calendar are made of the case file when they are sent.
  const concerned = entries.filter(({ application }) => [id, entered[5]!.id].includes(application));
  const mails = await Promise.all(concerned.map((entry) => mailOf(site.deps, entry)));
  if (!mails.some((mail) => mail?.text.includes('收件編號'))) throw new Error('no mail to compare');
  return [...parts, JSON.stringify(entries), JSON.stringify(mails, null, 1)].join('\n');
}

/** The first lines that are not the same: named, so that whoever broke it finds the page. */
function differing(one: string, other: string): readonly string[] {
  const lines = other.split('\n');
  return one
    .split('\n')
    .filter((line, i) => line !== lines[i])
    .slice(0, 3);
}

let company: Applicant;
let seenInMeeting: string;

/** Lays a decision before a second person as its page does, which shows what was proposed of it before. */
async function propose(who: Person, decision: Record<string, string | readonly string[]>): Promise<void> {
  const open = await read(who, `${round}/meeting?open=${String(decision['number'])}`);
  const [, seen] = /name="seen" value="([^"]+)"/.exec(open)!;
  await who.browser.posted(`${round}/meeting/propose`, { ...decision, seen: seen! });
}

test('a meeting of chairs and a reviewer; who stepped aside neither proposes nor confirms', async () => {
  const [first] = entered;
  company = await companyOf(first!);
  const sits = reviewers[3]!;
  const asideNumber = (await caseOf(entered[2]!.id)).receiptNo!;
  const bad = await chair!.browser.post(`${round}/meeting/convene`, { on: 'soon', attends: chair!.id });
  expect(bad.status).toBe(400);
  await chair!.browser.posted(`${round}/meeting/convene`, {
    on: '115/11/02',
    attends: [chair!.id, second!.id, sits.id],
    [`aside-${second!.id}`]: asideNumber.slice(-4),
    order: 'rank',
  });
  expect((await caseOf(entered[0]!.id)).main).toBe('in-meeting');
  // Sent twice: the meeting that was convened stays as it is.
  const twice = await chair!.browser.post(`${round}/meeting/convene`, { on: '115/11/03', attends: chair!.id });
  expect([twice.status, textOf(await twice.text()).includes('已召開的會議沒有改變')]).toEqual([409, true]);
  expect(textOf(await read(chair, `${round}/meeting`))).toContain('會議日期：115年11月2日');
  // Who stepped aside hears it before a second person is troubled, as does who would give more than is left.
  const own = await second!.browser.post(`${round}/meeting/propose`, approval(asideNumber));
  expect([own.status, textOf(await own.text()).includes('迴避')]).toEqual([400, true]);
  const much = await chair!.browser.post(`${round}/meeting/propose`, { ...approval(asideNumber), points: '26000' });
  expect([much.status, textOf(await much.text()).includes('剩餘點數不足')]).toEqual([400, true]);
  expect(textOf(await read(sits, round))).toContain('評比');
  expect(textOf(await read(sits, '/staff/rounds'))).toContain('模型訓練類 第三梯次');
  seenInMeeting = await outside(company, first!.id);
  expect(seenInMeeting).toContain('審查會議程序中');

  const bare = await chair!.browser.post(`${round}/meeting/propose`, { number: asideNumber, outcome: 'declined' });
  expect([bare.status, textOf(await bare.text()).includes('給企業的說明')]).toEqual([400, true]);
  await chair!.browser.posted(`${round}/meeting/propose`, approval(asideNumber));
  const refused = await second!.browser.post(`${round}/meeting/confirm`, { proposal: await proposals() });
  expect([refused.status, textOf(await refused.text()).includes('迴避')]).toEqual([409, true]);
  // The proposer is no second person.
  expect((await chair!.browser.post(`${round}/meeting/confirm`, { proposal: await proposals() })).status).toBe(409);
  await officer!.browser.posted(`${round}/meeting/confirm`, { proposal: await proposals() });
  expect((await caseOf(entered[2]!.id)).main).toBe('decided');
});

async function companyOf({ ubn }: Entered): Promise<Applicant> {
  const detail = { organisation: '虛構', kind: 'company', fingerprint: 'x', validUntil: '2027-01-01' };
  const secret = await startSession(
    site.deps.desk.database,
    { kind: 'company', subject: ubn, detail, idleSeconds: 36_000, maxSeconds: 36_000 },
    new Date().toISOString(),
  );
  return new Applicant(site, ubn, { 'aipower-apply': secret });
}
const approval = (number: string, level = 'L1') => ({ number, outcome: 'approved', level, reason: '會議決議' });
const refusal = (number: string, code = 'importance') => ({
  number,
  outcome: 'declined',
  because: [code],
  told: '請補充量化依據。',
  reason: '內部：依會議決議',
});
const proposals = async () => {
  const html = await read(officer, `${round}/meeting`);
  return [...html.matchAll(/name="proposal" value="(\w+)"/g)].map(([, id]) => id!);
};

/** What is done inside, in any order; some of it is refused where the application stands otherwise. */
const deed = fc.oneof(
  fc.record({
    what: fc.constant('decide' as const),
    who: fc.constantFrom(0, 5),
    outcome: fc.constantFrom('approved', 'declined', 'waitlisted'),
    level: fc.constantFrom('L1', 'L2', 'L3'),
    points: fc.constantFrom('', '1', '1500', '0', 'many'),
    because: fc.subarray([...weights.map(({ id }) => id), 'capacity']),
    told: fc.constantFrom('請補充量化依據。', '<b>下次</b>', ''),
  }),
  fc.record({ what: fc.constantFrom('confirm' as const, 'drop' as const), by: fc.constantFrom('second', 'officer') }),
  fc.record({ what: fc.constantFrom('reopen' as const, 'adjourn' as const), who: fc.constantFrom(0, 5) }),
  fc.record({ what: fc.constant('convene' as const), on: fc.constantFrom('115/11/02', '115/11/03', 'soon') }),
  fc.record({
    what: fc.constant('review' as const),
    who: fc.constantFrom(0, 5),
    score: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({ what: fc.constant('offer' as const), points: fc.constantFrom('0', '25000', '900000') }),
  fc.record({ what: fc.constantFrom('publish' as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

async function done(one: Deed): Promise<void> {
  const post = async (who: Person | undefined, path: string, body: Record<string, string | readonly string[]>) => {
    const { status } = await who!.browser.post(path, body);
    expect(`${path} ${status < 500}`).toBe(`${path} true`);
  };
  const at = async (n: number) => caseOf(entered[n]!.id);
  switch (one.what) {
    case 'decide':
      return post(chair, `${round}/meeting/propose`, {
        ...{ number: (await at(one.who)).receiptNo!, outcome: one.outcome, level: one.level, points: one.points },
        ...{ because: one.because, told: one.told, reason: '內部：會議決議' },
      });
    case 'confirm':
    case 'drop':
      return post(one.by === 'second' ? second : officer, `${round}/meeting/confirm`, {
        proposal: await proposals(),
        to: one.what,
      });
    case 'reopen':
    case 'adjourn':
      return post(chair, `${round}/meeting/${one.what}`, { number: (await at(one.who)).receiptNo!, reason: '重議' });
    case 'convene':
      return post(chair, `${round}/meeting/convene`, { on: one.on, attends: [chair!.id, second!.id] });
    case 'review': {
      // Back to a reviewer, who scores otherwise, and closed again.
      const { id, reviews } = await at(one.who);
      const { reviewer } = reviews.find(({ state }) => state === 'submitted')!;
      await post(officer, `/staff/reviews/${id}/return`, { reviewer, reason: '請再看一次' });
      const who = reviewers.findIndex((other) => other.id === reviewer);
      const scores = Object.fromEntries(weights.map((weight) => [`score-${weight.id}`, String(one.score)]));
      const [, version = '0'] =
        /name="version" value="(\d+)"/.exec(await read(reviewers[who], `/staff/reviews/${id}`)) ?? [];
      await post(reviewers[who], `/staff/reviews/${id}`, {
        ...bodyOf(one.who, who, { to: 'send', version }),
        ...scores,
      });
      return post(officer, `${round}/assign/close`, {});
    }
    case 'offer':
      return post(chair, `${round}/points`, { points: one.points });
    case 'publish':
      return post(chair, `${round}/publication/propose`, { list: 'x' });
  }
}

test('whatever is reviewed, decided and taken back, in whatever order, nothing outside differs by a byte before the publication', async () => {
  const { id } = entered[0]!;
  const meetAgain = async () => {
    for (const n of [0, 5]) {
      const state = await caseOf(entered[n]!.id);
      const body = { number: state.receiptNo!, reason: '重議' };
      if (state.main === 'decided') await chair!.browser.posted(`${round}/meeting/reopen`, body);
    }
    await officer!.browser.posted(`${round}/assign/close`);
    const main = async (n: number) => (await caseOf(entered[n]!.id)).main;
    if ((await main(0)) === 'scored' || (await main(5)) === 'scored') {
      await chair!.browser.posted(`${round}/meeting/convene`, { on: '115/11/02', attends: [chair!.id, second!.id] });
    }
    await chair!.browser.posted(`${round}/points`, { points: '25000' });
  };
  // Once it was decided for the first time a decision is under way, the one public state that all of this is behind.
  for (const n of [0, 5]) {
    await propose(chair!, approval((await caseOf(entered[n]!.id)).receiptNo!));
    await second!.browser.posted(`${round}/meeting/confirm`, { proposal: await proposals() });
    expect((await caseOf(entered[n]!.id)).main).toBe('decided');
  }
  expect(differing(await outside(company, id), seenInMeeting)).toEqual([]);
  await meetAgain();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 8 }), async (deeds) => {
      for (const one of deeds) await done(one);
      expect(differing(await outside(company, id), seenInMeeting)).toEqual([]);
      await meetAgain();
    }),
    { numRuns: 5, endOnFailure: true },
  );
  await meetAgain();
});

test('every application is decided by two people, held, and told together; the company sees it then', async () => {
  const html = await read(chair, round);
  const inOrder = rowsOf(html).map((row) => /class="code nowrap">(115-training-\d+)</.exec(row)![1]!);
  const decided = (await caseOf(entered[2]!.id)).receiptNo!;
  for (const [i, number] of inOrder.entries()) {
    if (number === decided) continue;
    const decision =
      i < 20 ? approval(number) : i < 23 ? { ...refusal(number, 'capacity'), outcome: 'waitlisted' } : refusal(number);
    await propose(chair!, decision);
  }
  const blocked = await chair!.browser.post(`${round}/publication/propose`, { list: 'x' });
  expect([blocked.status, textOf(await blocked.text()).includes('尚未決定')]).toEqual([409, true]);
  await second!.browser.posted(`${round}/meeting/confirm`, { proposal: await proposals() });
  for (const { id } of entered) expect((await caseOf(id)).main).toBe('decided');

  const list = async () => /name="list" value="([^"]+)"/.exec(await read(chair, `${round}/publication`))![1]!;
  await chair!.browser.posted(`${round}/publication/propose`, { list: await list() });
  const alone = await chair!.browser.post(`${round}/publication/confirm`, { to: 'confirm' });
  expect(alone.status).toBe(409);
  // A list that changed after it was proposed is not told.
  await chair!.browser.posted(`${round}/meeting/reopen`, { number: decided, reason: '重議' });
  await chair!.browser.posted(`${round}/meeting/convene`, { on: '115/11/02', attends: [chair!.id] });
  await chair!.browser.posted(`${round}/meeting/propose`, refusal(decided));
  await officer!.browser.posted(`${round}/meeting/confirm`, { proposal: await proposals() });
  expect((await second!.browser.post(`${round}/publication/confirm`, { to: 'confirm' })).status).toBe(409);
  expect((await caseOf(entered[0]!.id)).main).toBe('decided');
  await second!.browser.posted(`${round}/publication/confirm`, { to: 'drop' });
  await chair!.browser.posted(`${round}/publication/propose`, { list: await list() });
  await officer!.browser.posted(`${round}/publication/confirm`, { to: 'confirm' });
  for (const { id } of entered) expect(['approved', 'waitlisted', 'declined']).toContain((await caseOf(id)).main);

  const { entries } = await outboxEntries(site.deps.desk.database, { states: ['waiting'], most: 1000 });
  expect(entries.filter(({ kind }) => kind === 'result')).toHaveLength(APPLICATIONS);
});

interface Results {
  readonly rounds: readonly {
    readonly publications: readonly {
      readonly receipt: string;
      readonly hash: string;
      readonly rows: readonly object[];
    }[];
    readonly current: readonly { readonly company: string; readonly outcome: string; readonly corrected: boolean }[];
    readonly reasons: readonly { readonly code: string; readonly count: number | null }[];
  }[];
}
const results = async (): Promise<Results> =>
  (await (await new Applicant(site, '').get('/api/v1/programmes/115/results')).json()) as Results;

test('page, CSV, feed and API tell the same list and no more of it than the year lets; the receipt proves it', async () => {
  const visitor = new Applicant(site, '');
  const [round3] = (await results()).rounds;
  const { current, publications, reasons } = round3!;
  const states = await Promise.all(entered.map(({ id }) => caseOf(id)));
  const told = entered.filter((_one, i) => states[i]!.main !== 'declined').map(({ name }) => name);
  expect(current.map(({ company: name }) => name).sort()).toEqual([...told].sort());
  expect(Object.keys(publications[0]!.rows[0]!).sort()).toEqual(['company', 'level', 'outcome', 'topic']);
  const page = unescapeHtml(await (await visitor.get('/programme/115/results')).text());
  const csv = await (await visitor.get('/programme/115/results.csv')).text();
  const feed = await (await visitor.get('/programme/115/results.atom')).text();
  for (const [i, { name, ubn, id }] of entered.entries()) {
    const isTold = states[i]!.main !== 'declined';
    for (const text of [page, csv, feed]) {
      expect(`${name} ${text.includes(name)}`).toBe(`${name} ${isTold}`);
      for (const secret of [ubn, id, states[i]!.receiptNo!]) expect(text).not.toContain(secret);
    }
  }
  expect(JSON.stringify(await results())).not.toContain(entered[0]!.id);
  const receipt = await verifyReceipt(publications[0]!.receipt, site.deps.receipts.keys);
  expect(receipt).toMatchObject({
    status: 'valid',
    receipt: { kind: 'publication', answer: { listHash: publications[0]!.hash, count: told.length } },
  });
  // How often each ground stood against an application, small numbers left out.
  const declined = states.filter(({ main }) => main === 'declined').length;
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'criterion:importance', count: declined }));
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'capacity', count: null }));
});

test('a declined company reads the ground, the field, the sentence and its scores, and no reviewer, ranking or inner reason', async () => {
  const i = (await Promise.all(entered.map(({ id }) => caseOf(id)))).findIndex(({ main }) => main === 'declined');
  const own = await companyOf(entered[i]!);
  const page = textOf(await (await own.get(`/apply/${entered[i]!.id}`)).text());
  for (const text of ['未獲通過', '專案重要性', '請補充量化依據。', '平均分數']) expect(page).toContain(text);
  for (const text of ['內部', '試 reviewer', '意見 ', '名次', '試 chair'])
    expect(`${text} ${page.includes(text)}`).toBe(`${text} false`);
});

test('a correction and a promotion are new decisions: they show when they are published, and the list says so', async () => {
  const states = await Promise.all(entered.map(({ id }) => caseOf(id)));
  const i = states.findIndex(({ main }) => main === 'declined');
  const { id } = entered[i]!;
  const own = await companyOf(entered[i]!);
  const before = await outside(own, id);
  await chair!.browser.posted(`${round}/meeting/propose`, approval(states[i]!.receiptNo!));
  const waits = states.findIndex(({ main }) => main === 'waitlisted');
  await chair!.browser.posted(`${round}/meeting/propose`, approval(states[waits]!.receiptNo!));
  await second!.browser.posted(`${round}/meeting/confirm`, { proposal: await proposals() });
  expect((await caseOf(id)).main).toBe('decided');
  expect((await caseOf(states[waits]!.id)).main).toBe('decided');
  expect(await outside(own, id)).toBe(before);
  const list = /name="list" value="([^"]+)"/.exec(await read(chair, `${round}/publication`))![1]!;
  await chair!.browser.posted(`${round}/publication/propose`, { list });
  await second!.browser.posted(`${round}/publication/confirm`, { to: 'confirm' });
  const [round3] = (await results()).rounds;
  expect(round3!.publications).toHaveLength(2);
  expect(round3!.current.find(({ company: name }) => name === entered[i]!.name)).toMatchObject({ corrected: true });
  expect(round3!.current.find(({ company: name }) => name === entered[waits]!.name)).toMatchObject({
    outcome: 'approved',
  });
  expect(await (await new Applicant(site, '').get('/programme/115/results')).text()).toContain('更正公告');
  expect(textOf(await (await own.get(`/apply/${id}`)).text())).toContain('核定通過');
});

test('the log of the whole round proves', async () => {
  expect(await verifyLog(site.deps.desk.database.db)).toMatchObject({ problems: [] });
});
