import { type Command, hashOf, isRefusal } from '@aipower/applications';
import { execute, giveRole, type StaffRole, staffId, startSession } from '@aipower/applications/storage';
import { getProgramme, type Programme, parseProgramme, programmesFrom } from '@aipower/programme';
import { textHashes } from '@aipower/site/apply/check/texts';
import { sampleForm } from '@aipower/site/demonstration/sample-form';
import { checkUbn } from '@aipower/taiwan';
import { programmeFile } from '../../programme/cases.ts';
import { Applicant } from '../apply/applicant.ts';
import { type RunningSite, startSite } from '../start-site.ts';

// A site for whole rounds: applications are played up to their eligibility by their commands, the rest by the pages.

/** Programme 115 with what it leaves out turned on: scores and grounds are told, reviewers read each other, a wait list. */
export function openProgramme(): Programme {
  const file = programmeFile() as unknown as {
    desk: { steps: object[]; review: object; results: object };
  };
  file.desk.steps = file.desk.steps.map((row) => ({ ...row, waitList: true, scoresShown: true }));
  file.desk.review = { atLeastReviewers: 2, seesOthers: 'after-own' };
  file.desk.results = { outcomes: ['approved', 'waitlisted'], more: ['topic', 'level'], reasons: true };
  return parseProgramme(file);
}

export async function startRoundSite(programme: Programme = getProgramme('115')): Promise<RunningSite> {
  const site = await startSite({
    register: 'sample',
    demonstration: true,
    change: (deps) => ({ ...deps, programmes: programmesFrom([programme]) }),
  });
  // Beyond the last day of applications: the round of the tests is closed and waits for its review.
  site.deps.demonstration!.clock.forwardTo(new Date('2026-10-31T09:00:00+08:00'));
  return site;
}

/** A browser in which somebody with these roles is logged in. */
export async function member(
  site: RunningSite,
  sub: string,
  roles: readonly StaffRole[],
): Promise<{ readonly id: string; readonly browser: Applicant }> {
  const { database } = site.deps.desk;
  const identity = { issuer: 'https://login.example.tw', sub };
  const now = new Date().toISOString();
  const id = await staffId(database, identity, `試 ${sub}`, now);
  for (const role of roles) await giveRole(database, identity, role, '2026-01-01');
  const detail = { ...identity, name: `試 ${sub}` };
  const secret = await startSession(
    database,
    { kind: 'staff', subject: id, detail, idleSeconds: 36_000, maxSeconds: 36_000 },
    now,
  );
  return { id, browser: new Applicant(site, '', { 'aipower-staff': secret }) };
}

/** Companies of fictional numbers that the sample register does not have. */
const numbers = Array.from({ length: 9000 }, (_, i) => String(1000 + i).padStart(8, '0')).filter(
  (ubn) => checkUbn(ubn).ok,
);
let next = 0;

export interface Entered {
  readonly id: string;
  readonly ubn: string;
  readonly name: string;
}

/** An application that was found eligible for the last round. */
export async function eligibleApplication(
  site: RunningSite,
  category: 'training' | 'inference',
  more: Readonly<Record<string, unknown>> = {},
): Promise<Entered> {
  const n = next++;
  const [programme] = [...site.deps.programmes.values()];
  const ubn = numbers[n]!;
  const name = `虛構第${n + 1}號資訊股份有限公司`;
  const company = { kind: 'company', id: ubn } as const;
  const officer = { kind: 'officer', id: 'demonstration-officer-1' } as const;
  const form = { ...sampleForm(category, { ubn, name }, null, n), ...more };
  const checks = programme!.eligibility.conditions.map((one) => ({ condition: one.id, answer: 'yes' as const }));
  const commands: readonly Command[] = [
    { type: 'draft.start', by: company, ubn, category, cardFingerprint: 'x', companyHash: hashOf({ ubn }) },
    { type: 'submit', by: company, form, receiptNo: '', texts: textHashes(programme!) },
    { type: 'screening.start', by: officer },
    { type: 'accept-eligible', by: officer, checks },
  ];
  let id: string | undefined;
  for (const command of commands) {
    const request = { ...(id !== undefined && { application: id }), command, programme: programme! };
    const done = await execute(site.deps.desk.database, request, '2026-10-12T02:00:00.000Z');
    if (isRefusal(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`);
    id = done.state.id;
  }
  return { id: id!, ubn, name };
}
