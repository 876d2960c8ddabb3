import type { CaseFile, Command, CommandType } from '@aipower/applications';
import { type DeskDatabase, keepTexts, lastFormVersion, programmeOfCase } from '@aipower/applications/storage';
import { claimsNothing, type Programme } from '@aipower/programme';
import { type ApplicationEvidence, applicationEvidence } from '../applicant/application-evidence.ts';
import type { Deps } from '../deps.ts';
import { keepDeskReceipt } from '../receipts/desk-receipts.ts';
import { eligibilityContent } from '../receipts/eligibility-receipt.ts';
import { verifyContent } from '../receipts/verify-receipt.ts';
import { type Observation, type Occasion, observe } from './observation.ts';

/**
 * Watched, not judged: what the registers say of an application is asked again where it goes on, and kept with signed
 * receipts. A difference is shown to a person; it refuses nothing.
 *
 * Never fails what it stands beside: what could not be asked is logged and asked at the next occasion.
 */
export async function watch(deps: Deps, state: CaseFile, occasion: Occasion): Promise<void> {
  try {
    const stored = await lastFormVersion(deps.desk.database, state);
    const sentAt = state.forms.at(-1)?.at;
    if (!stored || sentAt === undefined) return;
    const programme = await programmeOfCase(deps.desk.database, state, deps.programmes);
    const evidence = await applicationEvidence(deps, programme, stored.form, sentAt);
    const seen = observe(programme, occasion, evidence, deps.clock.now().toISOString());
    await keep(deps.desk.database, state.id, { ...seen, receipts: await receiptsOf(deps, state, programme, evidence) });
  } catch (error) {
    deps.log.error({ err: error, application: state.id, occasion }, 'an application could not be looked at again');
  }
}

/** Commands after which an application is looked at, beside the looks of an officer's page. */
const occasionOf: { readonly [K in CommandType]?: Occasion } = {
  submit: 'submitted',
  'supplement.submit': 'resubmitted',
  decide: 'decided',
  'award.start': 'started',
  'obligation.deliver': 'report',
};

/** The look that a command asks for, if it asks for one. */
export async function watchAfter(deps: Deps, state: CaseFile, command: Command): Promise<void> {
  const occasion = occasionOf[command.type];
  if (occasion) await watch(deps, state, occasion);
}

/** One receipt of the conditions and one of the registrations that are claimed. */
async function receiptsOf(
  deps: Deps,
  state: CaseFile,
  programme: Programme,
  evidence: ApplicationEvidence,
): Promise<Observation['receipts']> {
  const { facts, eligibility, lookUp, claims, verdicts } = evidence;
  const contents: Parameters<Deps['receipts']['sign']>[0][] = [
    eligibilityContent(deps, facts, eligibility, lookUp.snapshotOn),
  ];
  const claimed = programme.bonus.items.flatMap(({ id }) => {
    const claim = claims[id];
    return verdicts[id] && claim !== undefined && !claimsNothing(claim) ? [verdicts[id]] : [];
  });
  if (claimed.length > 0) contents.push(verifyContent(deps, claimed, state.receiptNo ?? ''));
  const signed = await Promise.all(contents.map((content) => deps.receipts.sign(content)));
  const receipts = signed.map(({ receipt, token }) => ({ id: receipt.id, token }));
  for (const one of receipts) await keepDeskReceipt(deps.desk.database, state.id, one);
  return receipts;
}

async function keep(database: DeskDatabase, application: string, seen: Observation): Promise<void> {
  const number = (await observationsOf(database, application)).length + 1;
  const hash = `watch:${String(number).padStart(6, '0')}:${seen.occasion}`;
  await keepTexts(database, [{ application, hash, kind: 'watch', body: JSON.stringify(seen) }]);
}

/** Every look at an application, in the order of their time. */
export async function observationsOf({ db }: DeskDatabase, application: string): Promise<readonly Observation[]> {
  const rows = await db
    .selectFrom('desk_text')
    .select('body')
    .where('application', '=', application)
    .where('kind', '=', 'watch')
    .orderBy('hash')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Observation);
}
