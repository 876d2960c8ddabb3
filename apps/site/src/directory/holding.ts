import {
  type Certificate,
  type CertificateState,
  type Day,
  daysLeft,
  type Judgement,
  judge,
  type Period,
  type Provider,
  terms,
} from '@aipower/registry';
import { standings } from './filter.ts';

/** A certificate as it stands on one day. */
export interface Holding {
  readonly certificate: Certificate;
  /** What the lists said that day. */
  readonly state: CertificateState;
  /** The stretch that answers for the day: the one it lies in, else the last. */
  readonly period: Period;
  readonly judgement: Judgement;
  /** Days it may still be used after the day; `null` without an end or when it is not valid. */
  readonly daysLeft: number | null;
}

/** A provider with its certificates as they stand on one day, best standing first. */
export interface Entry {
  readonly provider: Provider;
  readonly holdings: readonly Holding[];
  /** Item codes of all certificates valid that day, without repeats. */
  readonly items: readonly string[];
}

/** The state that speaks for a day: of the last list on or before it, else of the first list that held the certificate. */
export function stateOn(certificate: Certificate, day: Day): CertificateState {
  return certificate.states.findLast((state) => state.from <= day) ?? certificate.states[0]!;
}

export function holdingOn(certificate: Certificate, day: Day): Holding {
  const judgement = judge(certificate, day);
  const stretches = terms(certificate);
  const period = stretches.find(({ from, until }) => from <= day && (until === 'open' || day <= until));
  const answering = period ?? stretches.at(-1)!;
  return {
    certificate,
    state: stateOn(certificate, day),
    period: answering,
    judgement,
    daysLeft: judgement.verdict === 'valid' ? daysLeft(answering, day) : null,
  };
}

const rank = new Map<string, number>(standings.map((standing, index) => [standing, index]));

export function entryOn(provider: Provider, day: Day): Entry {
  const holdings = provider.certificates.map((certificate) => holdingOn(certificate, day));
  if (holdings.length > 1) {
    holdings.sort(
      (a, b) =>
        rank.get(a.judgement.verdict)! - rank.get(b.judgement.verdict)! || (a.period.from < b.period.from ? 1 : -1),
    );
  }
  const valid = holdings.filter(({ judgement }) => judgement.verdict === 'valid');
  return { provider, holdings, items: [...new Set(valid.flatMap(({ state }) => state.items))] };
}
