import type { BonusItem, Programme } from '../programme/parse-programme.ts';
import { assertProgramme } from '../programme/programme.ts';
import type {
  BonusClaims,
  BonusFindings,
  BonusItemResult,
  BonusResult,
  LinkFinding,
  RegistrationVerdict,
} from './bonus-result.ts';
import { linkProblem, namesPublication } from './link.ts';
import { claimsNothing, saysYes } from './not-claimed.ts';

/** Longest entry that is looked at; certificate numbers and addresses are far shorter. */
const maxEntry = 2000;
const maxClaims = 100;

type Answer = Pick<BonusItemResult, 'state' | 'reason'> & Partial<Pick<BonusItemResult, 'wouldProve' | 'notes'>>;

/**
 * Which bonus items of an application are claimed, which are proven, and what would prove the others?
 *
 * @param claims by item id of the programme (`1` to `5.6`).
 * @param findings what a register and the caller's own look at the links said. Nothing is fetched or looked up here.
 * @returns every bonus item of the programme in its order. `cannot-check` is neither proven nor refused. No points: none are published.
 * @throws TypeError for an item id the programme does not have, for more than 100 claims, and for a claim, verdict or
 * finding of another kind than its type says.
 * @example assessBonus(programme115, { '5.4': '無' }).items.at(-3)?.state // 'not-claimed'
 */
export function assessBonus<Verdict extends RegistrationVerdict = RegistrationVerdict>(
  programme: Programme,
  claims: BonusClaims,
  findings: BonusFindings & { readonly verdicts?: Readonly<Record<string, Verdict | undefined>> | undefined } = {},
): BonusResult<Verdict> {
  assertProgramme(programme, 'assessBonus(programme)');
  for (const [name, record] of [
    ['claims', claims],
    ['verdicts', findings.verdicts ?? {}],
    ['links', findings.links ?? {}],
  ] as const) {
    assertItems(programme, name, record);
  }
  assertEntries(claims, findings);
  const items = programme.bonus.items.map((item): BonusItemResult<Verdict> => {
    const entry = claims[item.id];
    const verdict = findings.verdicts?.[item.id] ?? null;
    const claim = typeof entry === 'string' ? entry.slice(0, maxEntry) : (entry ?? null);
    const { state, reason, wouldProve = [], notes = [] } = judge(item, entry, verdict, findings);
    const scheme = item.kind === 'registration' ? item.scheme : null;
    return {
      id: item.id,
      kind: item.kind,
      label: item.label,
      scheme,
      claim,
      state,
      reason,
      wouldProve,
      notes,
      verdict,
    };
  });
  const counts = { 'not-claimed': 0, proven: 0, 'not-proven': 0, 'cannot-check': 0 };
  for (const { state } of items) counts[state] += 1;
  return { programme: programme.id, items, counts, points: null };
}

function assertEntries(claims: BonusClaims, { links = {} }: BonusFindings) {
  const fail = (what: string, id: string, expected: string, found: unknown) => {
    throw new TypeError(
      `assessBonus(${what}): ${id}: expected ${expected}, got ${JSON.stringify(found)?.slice(0, 40)}`,
    );
  };
  for (const [id, entry] of Object.entries(claims)) {
    if (!(entry === undefined || entry === null || typeof entry === 'string' || typeof entry === 'boolean'))
      fail('claims', id, 'text, true, false or null', entry);
  }
  for (const [id, found] of Object.entries(links)) {
    if (!(found === undefined || ['reachable', 'dead', 'not-tried'].includes(found)))
      fail('links', id, 'reachable, dead or not-tried', found);
  }
}

function assertItems(programme: Programme, argument: string, record: object) {
  if (typeof record !== 'object' || record === null)
    throw new TypeError(`assessBonus(${argument}): expected an object of entries by bonus item id`);
  const ids = Object.keys(record);
  if (ids.length > maxClaims)
    throw new TypeError(`assessBonus(${argument}): ${ids.length} entries; at most ${maxClaims}`);
  const known = programme.bonus.items.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id)).map((id) => id.slice(0, 40));
  if (unknown.length === 0) return;
  throw new TypeError(
    `assessBonus(${argument}): no bonus item ${unknown.slice(0, 5).join(', ')}; there are ${known.join(', ')}`,
  );
}

function judge(
  item: BonusItem,
  entry: BonusClaims[string],
  verdict: RegistrationVerdict | null,
  findings: BonusFindings,
): Answer {
  if (claimsNothing(entry) || entry === null || entry === undefined) {
    const held = item.kind === 'registration' && verdict?.verdict === 'valid';
    return { state: 'not-claimed', reason: 'nothing-claimed', notes: held ? ['held-not-claimed'] : [] };
  }
  if (typeof entry === 'string' && entry.length > maxEntry) return { state: 'not-proven', reason: 'entry-too-long' };
  if (item.kind === 'registration') return judgeRegistration(verdict, item.claim === 'yes-no' || saysYes(entry));
  const link = findings.links?.[item.id] ?? 'not-tried';
  const problem = linkProblem(String(entry), item.kind === 'publication' ? item.hosts : undefined);
  if (problem === 'wrong-host')
    return { state: 'not-proven', reason: 'link-wrong-host', wouldProve: ['link-on-named-platform'] };
  if (problem) return { state: 'not-proven', reason: `link-${problem}`, wouldProve: ['working-link'] };
  if (item.kind === 'link') return judgeLink(link);
  // The front page of a platform always opens, and publishes nothing of the applicant's.
  if (link === 'reachable' && !namesPublication(String(entry), item.hosts))
    return { state: 'not-proven', reason: 'link-names-nothing', wouldProve: ['link-on-named-platform'] };
  return judgePublication(link, findings.useEnded ?? false);
}

function judgeLink(link: LinkFinding): Answer {
  if (link === 'reachable') return { state: 'proven', reason: 'link-reachable' };
  if (link === 'dead') return { state: 'not-proven', reason: 'link-dead', wouldProve: ['working-link'] };
  return { state: 'cannot-check', reason: 'link-not-tried', wouldProve: ['working-link'] };
}

/** Items 3 and 4 promise a publication at an address chosen in advance, so an empty address is no fault before the end of use. */
function judgePublication(link: LinkFinding, useEnded: boolean): Answer {
  if (link === 'reachable') return { state: 'proven', reason: 'published' };
  if (useEnded && link === 'dead') {
    return {
      state: 'not-proven',
      reason: 'promise-not-kept',
      wouldProve: ['publication-after-use'],
      notes: ['watch-list'],
    };
  }
  const reason = useEnded ? 'link-not-tried' : 'promised';
  return { state: 'cannot-check', reason, wouldProve: ['publication-after-use'], notes: ['owed-after-use'] };
}

const registrationAnswers: Readonly<Record<RegistrationVerdict['verdict'], Answer>> = {
  valid: { state: 'proven', reason: 'certificate-valid' },
  'not-yet-valid': {
    state: 'not-proven',
    reason: 'certificate-not-yet-valid',
    wouldProve: ['number-valid-on-the-day'],
  },
  expired: { state: 'not-proven', reason: 'certificate-expired', wouldProve: ['number-valid-on-the-day'] },
  suspended: { state: 'not-proven', reason: 'certificate-suspended', wouldProve: ['number-valid-on-the-day'] },
  revoked: { state: 'not-proven', reason: 'certificate-revoked', wouldProve: ['number-valid-on-the-day'] },
  'holder-mismatch': {
    state: 'not-proven',
    reason: 'certificate-of-another-holder',
    wouldProve: ['evidence-of-holder', 'number-as-printed-on-the-certificate'],
  },
  'holder-unchecked': {
    state: 'cannot-check',
    reason: 'certificate-holder-not-compared',
    wouldProve: ['applicant-named'],
  },
  'needs-a-person': {
    state: 'cannot-check',
    reason: 'register-cannot-tell',
    wouldProve: ['number-as-printed-on-the-certificate', 'certificate-copy'],
  },
  'not-found': {
    state: 'not-proven',
    reason: 'certificate-not-found',
    wouldProve: ['number-as-printed-on-the-certificate', 'certificate-copy'],
  },
  // The register took the entry for 無 while this package reads a claim: nobody has checked it.
  'not-claimed': { state: 'cannot-check', reason: 'no-verdict', wouldProve: ['current-register'] },
  unverifiable: {
    state: 'cannot-check',
    reason: 'register-cannot-tell',
    wouldProve: ['current-register', 'certificate-copy'],
  },
};

function judgeRegistration(verdict: RegistrationVerdict | null, withoutNumber: boolean): Answer {
  if (!verdict) return { state: 'cannot-check', reason: 'no-verdict', wouldProve: ['current-register'] };
  const answer = Object.hasOwn(registrationAnswers, verdict.verdict) ? registrationAnswers[verdict.verdict] : null;
  if (verdict.verdict === 'valid' && verdict.relation === 'unknown')
    return { state: 'cannot-check', reason: 'certificate-holder-not-compared', wouldProve: ['applicant-named'] };
  if (!answer) throw new TypeError(`assessBonus(verdicts): unknown verdict ${JSON.stringify(verdict.verdict)}`);
  // A yes without a number was looked up by 統一編號 or name: a better-written number would prove nothing.
  if (!withoutNumber || !answer.wouldProve) return answer;
  return {
    ...answer,
    wouldProve: answer.wouldProve.filter((proof) => proof !== 'number-as-printed-on-the-certificate'),
  };
}
