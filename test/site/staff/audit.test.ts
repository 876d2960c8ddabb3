import { readCase, verifyLog } from '@aipower/applications/storage';
import { verifyReceipt } from '@aipower/receipts';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { demonstrationStaff } from '@aipower/site/desk/demonstration-staff';
import { tickDesk } from '@aipower/site/desk/ticking';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Applicant, startDesk } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { caseAt, logInAs, officer1 } from './officer.ts';

let site: RunningSite;
let [auditor, officer]: Applicant[] = [];
beforeAll(async () => {
  site = await startDesk();
  await seedDemonstration(site.deps);
  await tickDesk(site.deps);
  [auditor, officer] = [await logInAs(site, demonstrationStaff.auditors[0]), await logInAs(site, officer1)];
});
afterAll(() => site?.stop());

const open = (path: string) => fetch(site.url + path);
const read = async (who: Applicant, path: string) => {
  const answer = await who.get(path);
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return await answer.text();
};
const published = async (path: string) =>
  (await (await open(path)).json()) as {
    readonly heads: readonly { day: string; seq: number; hash: string; token: string }[];
  };
const seqs = (html: string) => [...html.matchAll(/<th scope="row" class="code">(\d+)</g)].map(([, seq]) => Number(seq));

test('the auditor reads the log line by line, filtered by kind, matter, person, application and day', async () => {
  const html = await read(auditor!, '/staff/audit');
  const shown = seqs(html);
  expect(shown).toHaveLength(50);
  expect(shown).toEqual([...shown].sort((a, b) => b - a));
  // The next page goes on where this one ended.
  const older = /href="(\/staff\/audit\?[^"]*before=\d+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
  expect(seqs(await read(auditor!, older))[0]).toBe(shown.at(-1)! - 1);

  const { id } = await caseAt(site, 'not-accepted');
  const number = (await readCase(site.deps.desk.database, id))!.receiptNo!;
  const lines = await site.deps.desk.database.db
    .selectFrom('desk_event')
    .selectAll()
    .where('application', '=', id)
    .orderBy('seq', 'desc')
    .execute();
  const ofCase = await read(auditor!, `/staff/audit?number=${number}`);
  expect(seqs(ofCase)).toEqual(lines.map(({ seq }) => seq));
  // Copied from a letter: in capitals, with wide letters and a blank.
  for (const typed of [` ${number.toUpperCase()}`, number.replaceAll('-', '－'), id.toLowerCase()])
    expect(seqs(await read(auditor!, `/staff/audit?number=${encodeURIComponent(typed)}`))).toEqual(seqs(ofCase));
  // What is hashed stands on the page to the letter.
  expect(textOf(ofCase)).toContain(lines[0]!.hash);
  const refusals = await read(
    auditor!,
    `/staff/audit?number=${number}&type=not-accept&actor=officer&from=115/6/1&until=115/12/31`,
  );
  expect(seqs(refusals)).toEqual(lines.filter(({ type }) => type === 'not-accept').map(({ seq }) => seq));
  expect(seqs(await read(auditor!, `/staff/audit?number=${number}&until=115/6/1`))).toEqual([]);
  for (const wrong of ['number=115-x', 'from=yesterday']) {
    const answer = await auditor!.get(`/staff/audit?${wrong}`);
    expect(answer.status).toBe(400);
    expect(textOf(await answer.text())).toMatch(/115-x|yesterday/);
  }
  // An officer reads what they did, and nobody else's lines.
  await officer!.get(`/staff/${id}`);
  const own = await read(officer!, '/staff/audit');
  const all = new Set(
    (await site.deps.desk.database.db.selectFrom('desk_event').select(['seq', 'actor_id']).execute())
      .filter(({ actor_id }) => actor_id === officer1)
      .map(({ seq }) => seq),
  );
  expect(seqs(own).length).toBeGreaterThan(5);
  expect(seqs(own).every((seq) => all.has(seq))).toBe(true);
  expect((await officer!.post('/staff/audit/verify')).status).toBe(403);
});

test('every day the end of the log is signed and public; the signature holds offline, and the log still has the line', async () => {
  const { heads } = await published('/api/v1/log-heads');
  expect(heads).toHaveLength(1);
  await tickDesk(site.deps);
  site.deps.demonstration!.clock.forwardTo(new Date('2026-10-23T09:00:00+08:00'));
  await tickDesk(site.deps);
  await tickDesk(site.deps);
  const later = await published('/api/v1/log-heads?limit=5');
  expect(later.heads.map(({ day }) => day)).toEqual(['2026-10-23', '2026-10-20']);
  const jwks = await (await open('/.well-known/jwks.json')).json();
  for (const { day, seq, hash, token } of later.heads) {
    const found = await verifyReceipt(token, jwks);
    expect(found).toMatchObject({
      status: 'valid',
      receipt: { kind: 'log-head', asked: { day }, answer: { seq, hash: `sha256:${hash}` } },
    });
  }
  const page = await read(auditor!, '/staff/audit');
  const link = /href="(\/r\/[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
  expect(textOf(await (await open(link)).text())).toContain(later.heads[0]!.hash);
  const { problems } = await verifyLog(site.deps.desk.database.db, later.heads);
  expect(problems).toEqual([]);
});

test('verified on the page, which is said in the log; a log that was rewritten no longer fits what was published', async () => {
  const proven = await (await auditor!.post('/staff/audit/verify')).text();
  expect(textOf(proven)).toMatch(/\d+ 列全部相符/);
  expect(textOf(await read(auditor!, '/staff/audit?kind=act'))).toContain('驗證整份紀錄');
  // Somebody with the database in hand takes the guard off and cuts the end of the log.
  const { db } = site.deps.desk.database;
  await sql.raw('drop trigger desk_event_no_delete').execute(db);
  await sql.raw('drop trigger desk_event_no_update').execute(db);
  const { heads } = await published('/api/v1/log-heads?limit=1');
  await db.deleteFrom('desk_event').where('seq', '>=', heads[0]!.seq).execute();
  const broken = textOf(await (await auditor!.post('/staff/audit/verify')).text());
  expect(broken).toContain('紀錄與原樣不符');
  expect(broken).toContain('已公布的雜湊值不在紀錄中');
});
