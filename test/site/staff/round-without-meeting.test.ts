import { casesOfRound, openPublicationProposal, readCase, startSession } from '@aipower/applications/storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Applicant } from '../apply/applicant.ts';
import type { RunningSite } from '../start-site.ts';
import { textOf } from '../start-site.ts';
import { logInAs } from './officer.ts';
import { type Entered, eligibleApplication, startRoundSite } from './round-site.ts';

// The inference part of 115 as it is printed: no meeting, no wait list, opinions stay apart, and a list of names is all that is told.

const round = '/staff/rounds/115/inference/6';
let site: RunningSite;
let [officer, officer2, chair, second, one, two]: Applicant[] = [];
let [first, other]: Entered[] = [];
beforeAll(async () => {
  site = await startRoundSite();
  [officer, officer2, chair, second, one, two] = [
    await logInAs(site, 'demonstration-officer-1'),
    await logInAs(site, 'demonstration-officer-2'),
    await logInAs(site, 'demonstration-chair-1'),
    await logInAs(site, 'demonstration-chair-2'),
    await logInAs(site, 'demonstration-reviewer-1'),
    await logInAs(site, 'demonstration-reviewer-2'),
  ];
  [first, other] = [await eligibleApplication(site, 'inference'), await eligibleApplication(site, 'inference')];
});
afterAll(() => site?.stop());

const caseOf = async ({ id }: Entered) => (await readCase(site.deps.desk.database, id))!;
const read = async (who: Applicant, path: string) => textOf(await (await who.get(path)).text());
const opinion = (criteria: readonly string[], score: number, version: number) => ({
  ...Object.fromEntries(
    criteria.flatMap((id) => [
      [`score-${id}`, String(score)],
      [`comment-${id}`, `意見 ${score}`],
    ]),
  ),
  level: 'L1',
  version: String(version),
  to: 'send',
});

test('opinions stay apart; one is given back, one is struck by two officers and no longer counts', async () => {
  await officer!.posted(`${round}/assign/give`, {
    assign: [first!, other!].flatMap(({ id }) => [`${id}:demonstration-reviewer-1`, `${id}:demonstration-reviewer-2`]),
  });
  await officer!.posted(`${round}/assign/open`);
  const criteria = (await caseOf(first!)).rules!.weights.map(({ id }) => id);
  for (const { id } of [first!, other!]) {
    for (const [browser, score] of [
      [one!, 90],
      [two!, 40],
    ] as const) {
      await browser.posted(`/staff/reviews/${id}/declare`);
      await browser.posted(`/staff/reviews/${id}`, opinion(criteria, score, 0));
    }
  }
  expect(await read(one!, `/staff/reviews/${first!.id}`)).not.toContain('意見 40');

  const address = `/staff/reviews/${first!.id}`;
  const body = { reviewer: 'demonstration-reviewer-2' };
  expect((await officer!.post(`${address}/return`, body)).status).toBe(400);
  await officer!.posted(`${address}/return`, { ...body, reason: '請補充說明' });
  // What was sent stands in the form again.
  expect(await (await two!.get(address)).text()).toContain('意見 40');
  await two!.posted(address, opinion(criteria, 50, 2));

  await officer!.posted(`${address}/annul`, { ...body, reason: '與申請企業有往來' });
  const proposal = /proposals\/([0-9A-Z]{26})"/.exec(await (await officer2!.get(`/staff/${first!.id}`)).text())![1]!;
  expect((await officer!.post(`/staff/${first!.id}/proposals/${proposal}`, { to: 'confirm' })).status).toBe(409);
  await officer2!.posted(`/staff/${first!.id}/proposals/${proposal}`, { to: 'confirm' });
  expect((await caseOf(first!)).reviews.map(({ state }) => state).sort()).toEqual(['annulled', 'submitted']);
  await officer!.posted(`${round}/assign/close`);
  expect(await read(chair!, round)).toContain('90.00');
});

test('decided without a meeting, published by two; the page tells names of those that passed and nothing else', async () => {
  const page = await (await chair!.get(`${round}/meeting?open=${(await caseOf(first!)).receiptNo}`)).text();
  expect(textOf(page)).toContain('沒有審查會議');
  expect(page).not.toContain('value="waitlisted"');
  const numbers = [(await caseOf(first!)).receiptNo!, (await caseOf(other!)).receiptNo!];
  // Other points than the level's need a reason, and what differs from the proposal, too.
  const few = { number: numbers[0]!, outcome: 'approved', level: 'L1', points: '700' };
  expect((await chair!.post(`${round}/meeting/propose`, few)).status).toBe(400);
  await chair!.posted(`${round}/meeting/propose`, { ...few, reason: '依需求核定' });
  await chair!.posted(`${round}/meeting/propose`, {
    number: numbers[1]!,
    outcome: 'declined',
    because: ['benefits'],
    told: '效益沒有依據。',
    reason: '分歧',
  });
  const html = await (await officer!.get(`${round}/meeting`)).text();
  const proposal = [...html.matchAll(/name="proposal" value="(\w+)"/g)].map(([, id]) => id!);
  await officer!.posted(`${round}/meeting/confirm`, { proposal });
  const list = /name="list" value="([^"]+)"/.exec(await (await chair!.get(`${round}/publication`)).text())![1]!;
  await chair!.posted(`${round}/publication/propose`, { list });
  await second!.posted(`${round}/publication/confirm`, { to: 'confirm' });
  const key = { programme: '115', category: 'inference', round: 6 };
  expect(await openPublicationProposal(site.deps.desk.database, key)).toBeNull();
  expect((await casesOfRound(site.deps.desk.database, key)).map(({ main }) => main).sort()).toEqual([
    'approved',
    'declined',
  ]);

  const api = await (await new Applicant(site, '').get('/api/v1/programmes/115/results')).json();
  expect(api).toMatchObject({
    rounds: [
      { category: 'inference', round: 6, reasons: null, current: [{ company: first!.name, outcome: 'approved' }] },
    ],
  });
  expect(
    Object.keys((api as { rounds: { publications: { rows: object[] }[] }[] }).rounds[0]!.publications[0]!.rows[0]!),
  ).toEqual(['company', 'outcome']);
  const results = await read(new Applicant(site, ''), '/programme/115/results');
  for (const hidden of [other!.name, first!.ubn, '700', '示範：', '預期效益']) {
    expect(`${hidden} ${results.includes(hidden)}`).toBe(`${hidden} false`);
  }
});

test('a company of 115 reads the ground and the sentence, and no score', async () => {
  const detail = { organisation: other!.name, kind: 'company', fingerprint: 'x', validUntil: '2027-01-01' };
  const times = { idleSeconds: 3600, maxSeconds: 3600 };
  const session = { kind: 'company', subject: other!.ubn, detail, ...times } as const;
  const secret = await startSession(site.deps.desk.database, session, new Date().toISOString());
  const own = new Applicant(site, other!.ubn, { 'aipower-apply': secret });
  const page = await read(own, `/apply/${other!.id}`);
  expect(page).toContain('效益沒有依據。');
  expect(page).toContain('預期效益合理性');
  for (const hidden of ['65.00', '平均分數', '分歧', '意見'])
    expect(`${hidden} ${page.includes(hidden)}`).toBe(`${hidden} false`);
});
