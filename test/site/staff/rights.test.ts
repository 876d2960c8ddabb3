import { giveRole, openProposals, readCase, type StaffRole, startSession } from '@aipower/applications/storage';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { awardActs } from '@aipower/site/staff/award/acts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDesk } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';
import { caseAt, companyOfPlan } from './officer.ts';

// Who may open and do what, as one table. A right that is not in it is nobody's.

const people = ['nobody', 'owner', 'rival', 'officer', 'reviewer', 'chair', 'auditor', 'no-role'] as const;
type Person = (typeof people)[number];
const staff: readonly Person[] = ['officer', 'reviewer', 'chair', 'auditor', 'no-role'];

let site: RunningSite;
const cookies = new Map<Person, string>();
const ids: Record<'screening' | 'draft' | 'refused' | 'scored' | 'award', string> = {
  screening: '',
  draft: '',
  refused: '',
  scored: '',
  award: '',
};
let secrets: readonly string[];

beforeAll(async () => {
  site = await startDesk();
  await seedDemonstration(site.deps);
  const { database } = site.deps.desk;
  const screened = await caseAt(site, 'screening');
  ids.screening = screened.id;
  ids.draft = (await caseAt(site, 'draft')).id;
  ids.refused = (await caseAt(site, 'not-accepted')).id;
  ids.award = (await caseAt(site, 'active')).id;
  ids.scored = (await caseAt(site, 'scored')).id;
  const form = await database.db
    .selectFrom('desk_form_version')
    .select('body')
    .where('application', '=', screened.id)
    .executeTakeFirstOrThrow();
  const { contactEmail, leaderPhone, importance } = JSON.parse(form.body) as Record<string, string>;
  secrets = [contactEmail!, leaderPhone!, importance!];

  const now = new Date().toISOString();
  const times = { idleSeconds: 3600, maxSeconds: 36_000 };
  const companies: readonly [Person, string][] = [
    ['owner', screened.ubn],
    ['rival', companyOfPlan(site, screened.n + 1)],
  ];
  for (const [person, subject] of companies) {
    const detail = { organisation: '示範', kind: 'company', fingerprint: 'x', validUntil: '2027-01-01' };
    cookies.set(
      person,
      `aipower-apply=${await startSession(database, { kind: 'company', subject, detail, ...times }, now)}`,
    );
  }
  for (const person of staff) {
    const identity = { issuer: 'https://login.example.tw', sub: person };
    if (person !== 'no-role') await giveRole(database, identity, person as StaffRole, '2026-01-01');
    const detail = { ...identity, name: `示範 ${person}` };
    cookies.set(
      person,
      `aipower-staff=${await startSession(database, { kind: 'staff', subject: person, detail, ...times }, now)}`,
    );
  }
});
afterAll(() => site?.stop());

const address = (path: string) => path.replace(/\{(\w+)\}/, (_whole, name: keyof typeof ids) => ids[name]);

/** Every cookie is sent to every address: the site alone has to keep the two sides apart. */
function ask(person: Person, path: string, method: 'GET' | 'POST' = 'GET', body = ''): Promise<Response> {
  return fetch(site.url + address(path), {
    method,
    redirect: 'manual',
    headers: {
      Cookie: cookies.get(person) ?? '',
      Origin: site.url,
      'Sec-Fetch-Site': 'same-origin',
      ...(method === 'POST' && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body }),
  });
}

/** Empty forms: refused for what is missing in them, or for what the award has come to. */
const byState: readonly string[] = ['start', 'notify', 'clear-storage', 'set-day', 'accept'];
const acts = Object.entries(awardActs).map(([name, { by }]) => {
  return [name, { by, status: byState.includes(name) ? 409 : 400 }] as const;
});

type Rights = Readonly<Record<Person, number>>;
const rights = (
  allowed: readonly Person[],
  yes: number,
  others: Omit<Rights, never> | ((person: Person) => number),
): Rights =>
  Object.fromEntries(
    people.map((one) => [one, allowed.includes(one) ? yes : typeof others === 'function' ? others(one) : others[one]]),
  ) as Rights;
/** At the officers' side: who is no officer is asked to log in, who has another role is told so. */
const atStaff = (login: number) => (person: Person) => (staff.includes(person) ? 403 : login);
/** What a role may open, and this person was not given: not there. */
const notTheirs = (login: number) => (person: Person) =>
  person === 'reviewer' ? 404 : staff.includes(person) ? 403 : login;
const readsAll: readonly Person[] = ['officer', 'chair', 'auditor'];
/** At the companies' side: an application of another is not there, and officers are nobody. */
const atApply = (login: number) => (person: Person) => (person === 'rival' ? 404 : login);

const table: readonly (readonly [method: 'GET' | 'POST', path: string, rights: Rights])[] = [
  ['GET', '/staff', rights(['officer', 'reviewer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/outbox', rights(['officer'], 200, atStaff(303))],
  ['GET', '/staff/{screening}', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/en/staff/{screening}', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/{screening}/form', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/{screening}/supplement', rights(['officer'], 200, atStaff(303))],
  ['GET', '/staff/{draft}', rights(['officer', 'chair', 'auditor'], 404, atStaff(303))],
  ['GET', '/staff/{draft}/form', rights(['officer', 'chair', 'auditor'], 404, atStaff(303))],
  // Empty forms: what an officer may do is refused for its content, what another may not is not looked at.
  ['POST', '/staff/{screening}/start', rights(['officer'], 409, atStaff(401))],
  ['POST', '/staff/{screening}/checks', rights(['officer'], 303, atStaff(401))],
  ['POST', '/staff/{screening}/supplement', rights(['officer'], 400, atStaff(401))],
  ['POST', '/staff/{screening}/extend', rights(['officer'], 409, atStaff(401))],
  ['POST', '/staff/{screening}/cancel', rights(['officer'], 409, atStaff(401))],
  ['POST', '/staff/{screening}/not-accept', rights(['officer'], 400, atStaff(401))],
  ['POST', '/staff/{screening}/return', rights(['officer'], 409, atStaff(401))],
  ['POST', '/staff/{screening}/move', rights(['officer'], 409, atStaff(401))],
  ['POST', '/staff/{refused}/reopen', rights(['officer'], 400, atStaff(401))],
  ['POST', '/staff/{refused}/proposals/none', rights(['officer', 'chair'], 409, atStaff(401))],
  ['POST', '/staff/outbox/none', rights(['officer'], 404, atStaff(401))],
  // A round: staff read it, a reviewer does who sits in its meeting, the organiser decides, and two people publish.
  ['GET', '/staff/rounds', rights(['officer', 'reviewer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/rounds/115/training/2', rights(readsAll, 200, notTheirs(303))],
  ['GET', '/en/staff/rounds/115/training/2', rights(readsAll, 200, notTheirs(303))],
  ['GET', '/staff/rounds/115/training/2/papers', rights(readsAll, 200, notTheirs(303))],
  ['GET', '/staff/rounds/115/training/2/table.csv', rights(readsAll, 200, notTheirs(303))],
  ['GET', '/staff/rounds/115/training/2/table.xlsx', rights(readsAll, 200, notTheirs(303))],
  ['GET', '/staff/rounds/115/training/2/assign', rights(readsAll, 200, atStaff(303))],
  ['GET', '/staff/rounds/115/training/2/meeting', rights(readsAll, 200, atStaff(303))],
  ['GET', '/staff/rounds/115/training/2/publication', rights(readsAll, 200, atStaff(303))],
  ['GET', '/staff/rounds/115/training/9', rights(readsAll, 404, notTheirs(303))],
  ['GET', '/staff/reviewers', rights(readsAll, 200, atStaff(303))],
  ['GET', '/staff/reviewers/demonstration-reviewer-1', rights(['officer'], 200, notTheirs(303))],
  ['GET', '/staff/reviews/{scored}', rights(readsAll, 200, notTheirs(303))],
  ['GET', '/staff/reviews/{draft}', rights(readsAll, 404, notTheirs(303))],
  ['POST', '/staff/reviews/{scored}', rights(['reviewer'], 404, atStaff(401))],
  ['POST', '/staff/reviews/{scored}/declare', rights(['reviewer'], 404, atStaff(401))],
  ['POST', '/staff/reviews/{scored}/recuse', rights(['reviewer'], 404, atStaff(401))],
  ['POST', '/staff/reviews/{scored}/return', rights(['officer'], 409, atStaff(401))],
  ['POST', '/staff/reviews/{scored}/annul', rights(['officer'], 400, atStaff(401))],
  ['POST', '/staff/rounds/115/training/1/assign/give', rights(['officer'], 303, atStaff(401))],
  ['POST', '/staff/rounds/115/training/1/assign/take', rights(['officer'], 303, atStaff(401))],
  ['POST', '/staff/rounds/115/training/1/assign/open', rights(['officer'], 303, atStaff(401))],
  ['POST', '/staff/rounds/115/training/1/assign/close', rights(['officer'], 303, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/points', rights(['chair'], 400, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/meeting/convene', rights(['chair'], 400, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/meeting/propose', rights(['chair'], 404, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/meeting/reopen', rights(['chair'], 404, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/meeting/adjourn', rights(['chair'], 404, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/meeting/confirm', rights(['officer', 'chair'], 400, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/publication/propose', rights(['chair'], 409, atStaff(401))],
  ['POST', '/staff/rounds/115/training/2/publication/confirm', rights(['officer', 'chair'], 409, atStaff(401))],
  ['GET', '/programme/115/results', rights([], 0, () => 200)],
  ['GET', '/api/v1/programmes/115/results', rights([], 0, () => 200)],
  ['GET', '/apply/{screening}', rights(['owner'], 200, atApply(303))],
  ['GET', '/apply/{screening}/sent', rights(['owner'], 200, atApply(303))],
  ['GET', '/apply/{screening}/receipt', rights(['owner'], 200, atApply(303))],
  ['GET', '/apply/{screening}/draft.json', rights(['owner'], 200, atApply(303))],
  [
    'POST',
    '/apply/{screening}/withdraw',
    rights([], 0, (person) => (person === 'rival' ? 404 : person === 'owner' ? 303 : 401)),
  ],
  // After the award: every act of the table of acts, by whoever it is theirs and by nobody else.
  ['GET', '/staff/awards', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/duties', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/usage', rights(['officer'], 200, atStaff(303))],
  ['POST', '/staff/usage', rights(['officer'], 400, atStaff(401))],
  ['GET', '/staff/dashboard', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/dashboard.csv', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/dashboard.xlsx', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/audit', rights(['officer', 'reviewer', 'chair', 'auditor'], 200, atStaff(303))],
  ['POST', '/staff/audit/verify', rights(['auditor'], 200, atStaff(401))],
  ['GET', '/staff/{award}/award', rights(['officer', 'chair', 'auditor'], 200, atStaff(303))],
  ['GET', '/staff/{draft}/award', rights(['officer', 'chair', 'auditor'], 404, atStaff(303))],
  ...acts.map(([name, { by, status }]) => {
    return ['POST', `/staff/{award}/award/${name}`, rights([by], status, atStaff(401))] as const;
  }),
  ['POST', '/staff/{award}/award/proposals/none', rights(['officer', 'chair'], 409, atStaff(401))],
  ['GET', '/apply/{screening}/award', rights([], 0, (person) => (person === 'rival' ? 404 : 303))],
  [
    'POST',
    '/apply/{screening}/award/accept',
    rights([], 0, (person) => (person === 'rival' ? 404 : person === 'owner' ? 303 : 401)),
  ],
  ['GET', '/api/v1/programmes/115/statistics', rights([], 0, () => 200)],
  ['GET', '/api/v1/log-heads', rights([], 0, () => 200)],
  ['GET', '/api/v1/applications', rights([], 0, () => 404)],
];

describe.each(table)('%s %s', (method, path, expected) => {
  test('is open to those of the table', async () => {
    const found: Partial<Record<Person, number>> = {};
    for (const person of people) {
      // The one that would change the case for all that follow.
      if (method === 'POST' && path.endsWith('/withdraw') && person === 'owner') {
        found[person] = 303;
        continue;
      }
      const answer = await ask(person, path, method);
      found[person] = answer.status;
      const text = await answer.text();
      // An officer's own form comes back with what it is about; everybody else who is refused reads nothing.
      if (answer.status !== 200 && person !== 'officer')
        for (const secret of secrets) expect(`${person} ${text}`).not.toContain(secret);
    }
    expect(found).toEqual(expected);
  });
});

test('nothing was changed by those who may not', async () => {
  const { database } = site.deps.desk;
  expect((await readCase(database, ids.screening))!.main).toBe('screening');
  expect((await readCase(database, ids.refused))!.main).toBe('not-accepted');
  expect(await openProposals(database)).toEqual([]);
});

test('a reviewer reads whose application is assigned and what it is about, and no answer beside', async () => {
  const { database } = site.deps.desk;
  await database.db
    .insertInto('desk_review')
    .values({ application: ids.screening, reviewer: 'reviewer', state: 'assigned', scores: null, level: null })
    .execute();
  const html = await (await ask('reviewer', '/staff')).text();
  expect(html).toContain((await readCase(database, ids.screening))!.ubn);
  for (const secret of secrets) expect(html).not.toContain(secret);
});

test('a company is told nothing of what officers see beside its form', async () => {
  await ask(
    'officer',
    '/staff/{screening}/checks',
    'POST',
    'version=1&note-industry=%E5%85%A7%E9%83%A8%E5%82%99%E8%A8%BB',
  );
  expect(await (await ask('officer', '/staff/{screening}')).text()).toContain('內部備註');
  for (const path of ['/apply', '/apply/{screening}', '/apply/{screening}/sent', '/apply/{screening}/receipt']) {
    const html = await (await ask('owner', path)).text();
    for (const word of ['內部備註', '示範 officer', '相同電話', '相同地址', '相同郵件網域', '文字相近', '示範承辦']) {
      expect(`${path} ${html.includes(word) ? word : ''}`).toBe(`${path} `);
    }
  }
});
