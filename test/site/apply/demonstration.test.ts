import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicCode } from '@aipower/applications';
import { readCase, verifyLog } from '@aipower/applications/storage';
import { checkEligibility, programme115 } from '@aipower/programme';
import { withTaxFacts } from '@aipower/site/applicant/tax-facts';
import { readConfig } from '@aipower/site/config';
import { isLoopback } from '@aipower/site/demonstration/demonstration';
import { fillDemonstration } from '@aipower/site/demonstration/filling';
import { plans } from '@aipower/site/demonstration/plan';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { OTHERS, wholeRound } from '@aipower/site/demonstration/whole-round';
import { tickDesk } from '@aipower/site/desk/ticking';
import { observationsOf } from '@aipower/site/watch/watch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../running-site.ts';
import { caseAt, logInAs } from '../staff/officer.ts';
import { textOf } from '../start-site.ts';
import { Applicant, startDesk } from './applicant.ts';

/** The log of a demonstration, and how much stands beside it. */
async function written({ deps }: RunningSite) {
  const { db } = deps.desk.database;
  const lines = await db.selectFrom('desk_event').select(['type', 'at', 'actor_id']).orderBy('seq').execute();
  const tables = ['desk_meeting', 'desk_text', 'desk_outbox', 'desk_publication', 'desk_reviewer'] as const;
  const counts = [];
  for (const table of tables) {
    counts.push(
      await db
        .selectFrom(table)
        .select(({ fn }) => [fn.countAll().as(table)])
        .executeTakeFirst(),
    );
  }
  return { lines, counts };
}

let whole: Awaited<ReturnType<typeof written>>;
let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
  await seedDemonstration(site.deps);
  whole = await written(site);
});
afterAll(() => site?.stop());

test('applications stand in every stage of the plan and of an award, and a second start adds none', async () => {
  await seedDemonstration(site.deps);
  const rows = await site.deps.desk.database.db.selectFrom('desk_application').select(['id', 'main']).execute();
  expect(rows).toHaveLength(plans.length + OTHERS);
  const mains = new Set(rows.map(({ main }) => main));
  for (const { stage } of plans) expect(mains, stage).toContain(stage === 'active' ? 'approved' : stage);
  const states = await Promise.all(rows.map(({ id }) => readCase(site.deps.desk.database, id)));
  const round = states.filter((state) => state?.category === wholeRound.category && state.round === wholeRound.round);
  const readers = new Set(round.flatMap((state) => state!.reviews.map(({ reviewer }) => reviewer)));
  expect([round.length, readers.size]).toEqual([60, 12]);
  const awards = states.flatMap((state) => state?.award ?? []);
  expect(new Set(awards.map(({ state }) => state))).toEqual(
    new Set(['awarded', 'active', 'idle-noticed', 'suspended', 'ended']),
  );
  expect(awards.some(({ storageCleared }) => storageCleared)).toBe(true);
  await tickDesk(site.deps);
  const after = await Promise.all(rows.map(({ id }) => readCase(site.deps.desk.database, id)));
  const duties = new Set(after.flatMap((state) => state!.obligations.map((one) => one.state)));
  for (const wanted of ['scheduled', 'overdue', 'accepted']) expect(duties, wanted).toContain(wanted);
  const promises = new Set(after.flatMap((state) => state!.publications.map((one) => one.state)));
  for (const wanted of ['open', 'kept', 'watch-list']) expect(promises, wanted).toContain(wanted);
  const codes = await Promise.all(
    rows.map(async ({ id }) => publicCode((await readCase(site.deps.desk.database, id))!)),
  );
  expect(codes).toContain('supplement-overdue');
  expect(await verifyLog(site.deps.desk.database.db)).toMatchObject({ problems: [] });
});

test('whom the officers refused or accepted agrees with what their page shows of the company', async () => {
  const { desk, register } = site.deps;
  const rows = await desk.database.db.selectFrom('desk_application').select(['id', 'ubn']).execute();
  const events = await desk.database.db.selectFrom('desk_event').select(['application', 'type']).execute();
  const accepted = new Set(
    events.flatMap(({ application, type }) => (type === 'accept-eligible' ? [application] : [])),
  );
  expect(accepted.size).toBeGreaterThan(60);
  let refused = 0;
  for (const { id, ubn } of rows) {
    const state = (await readCase(desk.database, id))!;
    const { facts } = await withTaxFacts(register.tax, { ubn });
    const { blocking } = checkEligibility(facts, programme115, '2026-10-20');
    if (state.refusedFor) {
      refused += 1;
      expect([ubn, state.refusedFor.conditions]).toEqual([ubn, blocking]);
      expect(blocking.length, ubn).toBeGreaterThan(0);
    } else if (accepted.has(id)) expect([ubn, blocking]).toEqual([ubn, []]);
  }
  expect(refused).toBeGreaterThan(2);
});

test('the page of an application says what comes next, and of a refusal what was not met', async () => {
  const shown = async (of: { readonly id: string; readonly ubn: string }) => {
    const company = new Applicant(site, of.ubn);
    await company.logIn();
    return textOf(await (await company.get(`/apply/${of.id}`)).text());
  };
  const suspended = await caseAt(site, 'active', (n) => plans[n]!.award === 'suspended');
  const page = await shown(suspended);
  expect(page).toContain('算力服務已暫停，請洽執行單位。');
  // The day alone would not say what it is for.
  expect(page).toMatch(/使用到期日：115年10月20日/);
  expect(page).not.toContain('會通知啟用日期');
  expect(page).toContain('核定通過：暫停');
  // Of two days the one that is spoken of, not the nearer one.
  const noticed = await shown(await caseAt(site, 'active', (n) => plans[n]!.award === 'idle-noticed'));
  expect(noticed).toContain('請於期限前繼續使用算力。');
  expect(noticed).toMatch(/繼續使用算力：115年10月22日/);
  expect(await shown(await caseAt(site, 'approved'))).toContain('執行單位會通知啟用日期。');
  const refused = await shown(await caseAt(site, 'not-accepted'));
  expect(refused).toContain('J582 (軟體出版業)、J62');
  expect(refused).not.toContain('理由見通知');
});

test('a start that was ended in the middle is gone on with by the next one, and ends the same', async () => {
  const other = await startDesk();
  try {
    // Filled beside the requests: who asks for applications waits for them, who asks for anything else does not.
    const stopFilling = fillDemonstration(other.deps);
    const answered: string[] = [];
    const desk = fetch(`${other.url}/staff/login`).then(() => answered.push('desk'));
    await fetch(`${other.url}/about`).then(() => answered.push('about'));
    await stopFilling();
    await desk;
    expect(answered).toEqual(['about', 'desk']);
    // Every place where a step asks for the desk can be the one where the process ends.
    for (const most of [3, 4, 5, 90, 91, 300, 600, 601, 900]) {
      let asked = 0;
      const ending = new Proxy(other.deps, {
        get(deps, name, receiver) {
          if (name === 'desk' && ++asked > most) throw new Error('the process ended');
          return Reflect.get(deps, name, receiver);
        },
      });
      await expect(seedDemonstration(ending)).rejects.toThrow('the process ended');
    }
    await seedDemonstration(other.deps);
    expect(await written(other)).toEqual(whole);
  } finally {
    await other.stop();
  }
});

test('the log tells everything in the order of its time', async () => {
  const lines = await site.deps.desk.database.db
    .selectFrom('desk_event')
    .select(['at', 'type'])
    .orderBy('seq')
    .execute();
  const back = lines.filter(({ at }, i) => i > 0 && at < lines[i - 1]!.at);
  expect(lines.length).toBeGreaterThan(1000);
  expect(back).toEqual([]);
});

test('the file of the meeting and the lists of the whole round answer at the first request', async () => {
  const chair = await logInAs(site, 'demonstration-chair-1');
  const round = `/staff/rounds/115/${wholeRound.category}/${wholeRound.round}`;
  for (const path of ['/papers', '', '/assign', '/meeting', '/publication', '/table.csv', '/table.xlsx']) {
    expect(`${path} ${(await chair.get(round + path)).status}`).toBe(`${path} 200`);
  }
});

test('every application that was sent was looked at on that day, with receipts, as a page does', async () => {
  const { database } = site.deps.desk;
  const rows = await database.db
    .selectFrom('desk_application')
    .select('id')
    .where('receipt_no', 'is not', null)
    .execute();
  expect(rows.length).toBeGreaterThan(20);
  for (const { id } of rows) {
    const [first, ...later] = await observationsOf(database, id);
    const { forms } = (await readCase(database, id))!;
    expect(first).toMatchObject({ occasion: 'submitted', at: forms[0]!.at });
    expect(first!.receipts.length).toBeGreaterThan(0);
    expect(later.filter(({ occasion }) => occasion === 'resubmitted')).toHaveLength(forms.length - 1);
  }
});

test('the clock goes forward by a click of an own page, and by no other', async () => {
  const visitor = new Applicant(site, '00000005');
  const before = site.deps.clock.now().getTime();
  const foreign = await visitor.post(
    '/demonstration/clock/day',
    {},
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  );
  expect(foreign.status).toBe(400);
  expect(site.deps.clock.now().getTime()).toBe(before);
  await visitor.posted('/demonstration/clock/day');
  expect(site.deps.clock.now().getTime()).toBe(before + 86_400_000);
  expect(textOf(await (await visitor.get('/demonstration')).text())).toContain('115年10月21日');
});

test.each([
  ['a public address', { HOST: '0.0.0.0' }, false],
  ['a proxy in front', { TRUST_PROXY: '1' }, false],
  ['a public name', { PUBLIC_ORIGIN: 'https://register.example.tw' }, false],
  ['this machine alone', {}, true],
])('is offered on loopback only: %s', (_name, env, expected) => {
  expect(isLoopback(readConfig(env))).toBe(expected);
});

test('with real data there is no demonstration: no card, no clock, no page', async () => {
  const real = await startSite({ DEMONSTRATION: 'auto', SAMPLE_DATA: 'no' });
  try {
    expect(real.deps.demonstration).toBeNull();
    const visitor = new Applicant(real, '00000005');
    expect((await visitor.get('/demonstration')).status).toBe(404);
    expect((await visitor.post('/demonstration/clock/day')).status).toBe(404);
    expect((await visitor.post('/apply/login/demonstration', { ubn: '00000005' })).status).toBe(404);
  } finally {
    await real.stop();
  }
});

test('no data of the demonstration are of a day that has not come when they are looked at', async () => {
  const { desk, register } = site.deps;
  const { snapshotOn } = register.tax.status();
  const rows = await desk.database.db.selectFrom('desk_application').select('id').execute();
  const looks = (await Promise.all(rows.map(({ id }) => observationsOf(desk.database, id)))).flat();
  expect(looks.length).toBeGreaterThan(60);
  // What an officer reads of June was read in the tax register of then.
  const earliest = looks.map(({ at }) => at).sort()[0]!;
  expect(snapshotOn! <= earliest.slice(0, 10), `${snapshotOn} ${earliest}`).toBe(true);
  // A list that was read on the first day says nothing of what came about later; only what begins may lie ahead of it.
  const list = readFileSync(resolve(import.meta.dirname, '../../../data/sample/register.csv'), 'utf8');
  const ended = [...list.matchAll(/,(\d{4}-\d\d-\d\d)(?:,[^,\n]*){4}$/gm)].map(([, day]) => day!);
  expect(ended.length).toBeGreaterThan(5);
  expect(ended.filter((day) => day > '2026-10-20')).toEqual([]);
});
