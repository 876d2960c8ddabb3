import {
  type Certificate,
  type CertificateState,
  certificateStates,
  type Day,
  daysLeft,
  type Judgement,
  judge,
  type ListState,
  listStates,
  type Period,
  type Provider,
  stateOn,
  terms,
} from '@aipower/registry';

/** A certificate as it stands on one day. */
export interface Holding {
  readonly certificate: Certificate;
  /** What the lists said of it that day. */
  readonly said: CertificateState;
  /** The stretch that answers for the day: the one it lies in, else the last. */
  readonly period: Period;
  readonly judgement: Judgement;
  /** One word for lists; `expiring` is valid, too. */
  readonly state: ListState;
  /** Days it may still be used after the day; `null` without an end or when it is not valid. */
  readonly daysLeft: number | null;
}

export function holdingOn(certificate: Certificate, day: Day): Holding {
  const judgement = judge(certificate, day);
  const stretches = terms(certificate);
  const inside = stretches.find(({ from, until }) => from <= day && (until === 'open' || day <= until));
  const period = inside ?? stretches.at(-1)!;
  return {
    certificate,
    said: stateOn(certificate, day),
    period,
    judgement,
    state: certificateStates(certificate, day, judgement).at(-1)!,
    daysLeft: judgement.verdict === 'valid' ? daysLeft(period, day) : null,
  };
}

/** What is in force first; among equals the newest. */
const order: Readonly<Record<ListState, number>> = {
  expiring: 0,
  valid: 1,
  suspended: 2,
  unverifiable: 3,
  'not-yet-valid': 4,
  expired: 5,
  gone: 6,
  revoked: 7,
};

/** The certificates of a provider, or of one number, on a day, what is in force first. */
export function holdingsOf(provider: Pick<Provider, 'certificates'>, day: Day): Holding[] {
  const holdings = provider.certificates.map((certificate) => holdingOn(certificate, day));
  return holdings.sort((a, b) => order[a.state] - order[b.state] || (a.period.from < b.period.from ? 1 : -1));
}

export const isValid = ({ judgement }: Holding): boolean => judgement.verdict === 'valid';

/** The item codes of the certificates valid that day, without repeats, in the order of the lists. */
export function validItems(holdings: readonly Holding[]): string[] {
  return [...new Set(holdings.filter(isValid).flatMap(({ said }) => said.items))];
}

/** How a state looks: a shape and a colour beside its word. */
export const markOf: Readonly<Record<ListState, 'good' | 'warn' | 'bad' | 'open' | 'unsure'>> = {
  valid: 'good',
  expiring: 'warn',
  'not-yet-valid': 'open',
  expired: 'bad',
  suspended: 'warn',
  revoked: 'bad',
  gone: 'unsure',
  unverifiable: 'unsure',
};

/** The states in the order of a facet. */
export const statesShown: readonly ListState[] = listStates;
