import { createRequire } from 'node:module';
import type { Receipt } from '@aipower/receipts';
import {
  type Claim,
  claimVerifier,
  currentState,
  type DayVerdict,
  type SchemeId,
  type Verdict,
  type VerdictCode,
} from '@aipower/registry';
import type { Deps } from '../deps.ts';
import type { Unsigned } from './open-receipts.ts';

type VerifyContent = Unsigned<'verify'>;
type VerifyReceipt = Extract<Receipt, { kind: 'verify' }>;
type Outcome = 'yes' | 'no' | 'unknown';

/** Most claims that one receipt speaks of. */
export const MAX_CLAIMS_PER_RECEIPT = 20;

const { version } = createRequire(import.meta.url)('@aipower/registry/package.json') as { version: string };
const rules = `@aipower/registry ${version}`;

const outcomes: Readonly<Record<VerdictCode, Outcome>> = {
  valid: 'yes',
  'not-yet-valid': 'no',
  expired: 'no',
  revoked: 'no',
  suspended: 'no',
  'holder-mismatch': 'no',
  'not-found': 'no',
  'not-claimed': 'no',
  'holder-unchecked': 'unknown',
  'needs-a-person': 'unknown',
  unverifiable: 'unknown',
};

/** Whether a verdict says yes, says no, or that it could not be decided. */
export const outcomeOf = (verdict: VerdictCode): Outcome => outcomes[verdict];

/**
 * What a receipt says of the verdicts of one claimant on one day: what was asked, the answer for the day and for today,
 * and the state of the register that gave it.
 *
 * @param verdicts of one claimant and one day, at most {@link MAX_CLAIMS_PER_RECEIPT}
 * @param application 案號, where the question was about an application
 */
export function verifyContent(
  { origin, register, isSample }: Pick<Deps, 'origin' | 'register' | 'isSample'>,
  verdicts: readonly Verdict[],
  application = '',
): VerifyContent {
  const { claim, day, today } = verdicts[0]!;
  const ubn = claim.ubn?.trim().slice(0, 40);
  const name = claim.name?.trim().slice(0, 300);
  const sameDay = day === today.day;
  const seen = verdicts.flatMap(({ list }) => (list.seenOn === null ? [] : [list.seenOn])).toSorted();
  return {
    kind: 'verify',
    issuer: origin,
    ...(application.trim() === ''
      ? {}
      : { about: { application: application.trim().slice(0, 300), version: null, hash: null } }),
    asked: {
      claims: verdicts.map(({ claim: { scheme, number } }) => ({
        scheme,
        number: number?.trim().slice(0, 300) || null,
      })),
      ...(ubn || name ? { holder: { ...(ubn ? { ubn } : {}), ...(name ? { name } : {}) } } : {}),
      days: sameDay
        ? [{ day, role: 'today' }]
        : [
            { day, role: 'application' },
            { day: today.day, role: 'today' },
          ],
    },
    answer: {
      claims: verdicts.map((verdict) => ({
        days: (sameDay ? [verdict] : [verdict, verdict.today]).map((one) => dayAnswer(one, verdict)),
        ...foundIn(verdict),
      })),
    },
    data: {
      revision: register.revision,
      hash: null,
      listDate: seen[0] ?? null,
      rules,
      edition: null,
      fictional: isSample(),
    },
  };
}

function dayAnswer({ day, verdict, reason }: DayVerdict, { cautions }: Verdict) {
  return { day, outcome: outcomeOf(verdict), verdict, reasons: [reason, ...cautions].slice(0, 20) };
}

function foundIn({ match }: Verdict) {
  if (!match) return {};
  const { from, until } = currentState(match.certificate).period;
  const { ubn, name } = match.holder;
  return {
    found: { number: match.certificate.number, holder: { ubn, name }, from, until: until === 'open' ? null : until },
  };
}

/** The question of a receipt as claims, to be asked again. */
export function askedAgain({ asked, answer }: VerifyReceipt): Claim[] {
  return asked.claims.map(({ scheme, number }, i) => ({
    scheme: scheme as SchemeId,
    // Without a number the holder was asked for, unless the field was blank.
    number: number ?? (answer.claims[i]!.days[0]!.reasons.includes('field-blank') ? null : undefined),
    ubn: asked.holder?.ubn,
    name: asked.holder?.name,
  }));
}

/** The verdicts that the register gives today for the question of a receipt. */
export function verifyAgain({ register }: Pick<Deps, 'register'>, receipt: VerifyReceipt, today: string): Verdict[] {
  const verify = claimVerifier(register.snapshot(), { on: receipt.asked.days[0]!.day, today });
  return askedAgain(receipt).map(verify);
}

/** Verdicts that one receipt can speak of: of one claimant, one day, not too many. Given as positions. */
export function receiptGroups(verdicts: readonly Verdict[]): number[][] {
  const groups = new Map<string, number[][]>();
  for (const [i, { claim, day }] of verdicts.entries()) {
    const key = JSON.stringify([claim.ubn?.trim() ?? '', claim.name?.trim() ?? '', day]);
    const parts = groups.get(key) ?? [[]];
    if (parts.at(-1)!.length === MAX_CLAIMS_PER_RECEIPT) parts.push([]);
    parts.at(-1)!.push(i);
    groups.set(key, parts);
  }
  return [...groups.values()].flat();
}
