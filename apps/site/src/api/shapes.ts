import {
  type Certificate,
  certificateStates,
  currentState,
  type Day,
  judge,
  type ListAge,
  type Provider,
  type SchemeId,
  schemes,
  stateOn,
  timeline,
} from '@aipower/registry';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { pathsFor } from '../page/paths.ts';
import type { certificate, certificateSummary } from './schemas/certificate.ts';
import type { provider, providerSummary } from './schemas/provider.ts';
import type { registerAge } from './schemas/register.ts';

/** How records of the register look in an answer: addresses added, our own book-keeping left out. */

type Readonlyish<T> = T extends object ? { readonly [K in keyof T]: Readonlyish<T[K]> } : T;
export type CertificateShape = Readonlyish<z.output<typeof certificate>>;
type ProviderFields = Readonlyish<Omit<z.output<typeof providerSummary>, 'certificates'>>;

const paths = pathsFor('zh');

/** The page of a certificate; a scheme without numbers is shown on its holder's page. */
export function certificateUrl(
  origin: string,
  { scheme, number, ubn }: Pick<Certificate, 'scheme' | 'number' | 'ubn'>,
): string {
  return origin + (number === null ? paths.provider(ubn) : paths.certificate(scheme, number));
}

export function certificateShape(
  one: Certificate,
  { origin, on, today }: { readonly origin: string; readonly on: Day; readonly today: Day },
): CertificateShape {
  const { period, status, statusOn, listed, items, edition, evidenceUrl, source } = currentState(one);
  const { scheme, number, extended, ubn } = one;
  const onDay = judge(one, on);
  return {
    scheme,
    number,
    extended,
    ubn,
    period,
    status,
    statusOn,
    listed,
    items,
    edition,
    evidenceUrl,
    source,
    url: certificateUrl(origin, one),
    onDay,
    today: today === on ? onDay : judge(one, today),
    timeline: timeline(one, today),
  };
}

export function certificateSummaryShape(
  one: Certificate,
  origin: string,
  on: Day,
): Readonlyish<z.output<typeof certificateSummary>> {
  const { period, items } = stateOn(one, on);
  return {
    scheme: one.scheme,
    number: one.number,
    period,
    states: certificateStates(one, on),
    items,
    url: certificateUrl(origin, one),
  };
}

function providerFields({ ubn, name, nameEn, formerNames, city }: Provider, origin: string): ProviderFields {
  return { ubn, name, nameEn, formerNames, city, url: origin + paths.provider(ubn) };
}

export function providerSummaryShape(
  one: Provider,
  origin: string,
  on: Day,
): Readonlyish<z.output<typeof providerSummary>> {
  return {
    ...providerFields(one, origin),
    certificates: one.certificates.map((held) => certificateSummaryShape(held, origin, on)),
  };
}

export function providerShape(
  one: Provider,
  days: { readonly origin: string; readonly on: Day; readonly today: Day },
): Readonlyish<z.output<typeof provider>> {
  const { headOfficeUbn, predecessorUbn, successorUbn, warnings } = one;
  return {
    ...providerFields(one, days.origin),
    headOfficeUbn,
    predecessorUbn,
    successorUbn,
    warnings,
    certificates: one.certificates.map((held) => certificateShape(held, days)),
  };
}

/** What an answer rests on: the revision, and the lists of the schemes concerned (all of them when none is named). */
export function registerShape(
  { register, isSample }: Pick<Deps, 'register' | 'isSample'>,
  today: Day,
  concerned: readonly SchemeId[] = schemes.map(({ id }) => id),
): Readonlyish<z.output<typeof registerAge>> {
  const facts = register.snapshot();
  const lists: ListAge[] = concerned.map((scheme) => facts.listAge(scheme, today));
  return { revision: facts.revision, sample: isSample(), lists };
}
