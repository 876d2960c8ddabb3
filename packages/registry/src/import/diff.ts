import type { Day } from '@aipower/taiwan/dates';
import { currentState } from '../certificate.ts';
import { nameKey, type Provider } from '../provider.ts';
import type { SchemeId } from '../scheme.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Incoming, IncomingCertificate, IncomingProvider } from './incoming.ts';
import { type Problem, problem } from './problem.ts';

/** What a certificate's next state holds, ready to be written. */
export interface NextCertificate {
  readonly id: string;
  readonly scheme: SchemeId;
  readonly key: string;
  readonly extended: boolean;
  readonly number: string | null;
  readonly ubn: string;
  readonly listed: boolean;
  readonly registeredOn: Day;
  readonly validUntil: string;
  readonly status: string;
  readonly statusOn: Day | null;
  readonly items: readonly string[];
  readonly edition: string | null;
  readonly evidenceUrl: string | null;
}

export type NextProvider = Omit<Provider, 'certificates'>;

/** A field before and after an import. */
export interface FieldChange {
  /** Field of the register, as in its export. */
  readonly field: string;
  /** `null` when it was empty. */
  readonly before: string | null;
  /** `null` when it is empty now. */
  readonly after: string | null;
}

/** One difference between the register and a list. */
export interface Change {
  /** `gone`: a complete list no longer names it. */
  readonly kind: 'new' | 'changed' | 'gone';
  /** What the register and the list differ in. */
  readonly subject: 'certificate' | 'provider';
  /** `null` where the provider changed, not a certificate. */
  readonly scheme: SchemeId | null;
  /** Certificate number; `null` as for `scheme`, and for a scheme without numbers. */
  readonly number: string | null;
  /** 統一編號 of the provider. */
  readonly ubn: string;
  /** Name of the provider. */
  readonly name: string;
  /** What changed; empty for new and gone. */
  readonly fields: readonly FieldChange[];
}

export interface Diff {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  readonly certificates: readonly NextCertificate[];
  readonly providers: readonly NextProvider[];
  readonly problems: readonly Problem[];
}

const show = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(';') : String(value);

/** Fields of two records that differ. Values are compared as they are shown. */
export function fieldChanges<T extends object>(before: T, after: T): FieldChange[] {
  return (Object.keys(after) as (keyof T & string)[]).flatMap((field) => {
    const [was, is] = [show(before[field]), show(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function nextCertificate(said: IncomingCertificate, before: NextCertificate | null): NextCertificate {
  const { id, scheme, key, extended, number, ubn, period, status } = said;
  const keep = <T>(value: T | undefined, old: T | undefined, none: T): T =>
    value === undefined ? (old ?? none) : value;
  return {
    id,
    scheme,
    key,
    extended,
    number,
    ubn,
    listed: true,
    registeredOn: period.from,
    validUntil: period.until,
    status,
    // Without a column for it, the printed day of a status lasts as long as the status.
    statusOn:
      said.statusOn === undefined && before?.status !== status ? null : keep(said.statusOn, before?.statusOn, null),
    items: keep(said.items, before?.items, []),
    edition: keep(said.edition, before?.edition, null),
    evidenceUrl: keep(said.evidenceUrl, before?.evidenceUrl, null),
  };
}

/** The known certificates of the schemes, in the shape they would be written. */
function knownCertificates(snapshot: Snapshot): Map<string, NextCertificate> {
  const known = new Map<string, NextCertificate>();
  for (const provider of snapshot.providers) {
    for (const certificate of provider.certificates) {
      const { id, scheme, key, extended, number, ubn } = certificate;
      const { listed, period, status, statusOn, items, edition, evidenceUrl } = currentState(certificate);
      const [registeredOn, validUntil] = [period.from, period.until];
      const base = { id, scheme, key, extended, number, ubn, listed, registeredOn, validUntil };
      known.set(id, { ...base, status, statusOn, items, edition, evidenceUrl });
    }
  }
  return known;
}

function nextProvider(said: IncomingProvider, before: Provider | null, nameFixed: boolean): NextProvider {
  const name = nameFixed && before ? before.name : said.name;
  const former = [...(before?.formerNames ?? []), ...said.formerNames, ...(before ? [before.name] : []), said.name];
  const keep = <T>(value: T | undefined, old: T | undefined): T | null =>
    value === undefined ? (old ?? null) : (value ?? null);
  return {
    ubn: said.ubn,
    name,
    nameEn: keep(said.nameEn, before?.nameEn),
    formerNames: [...new Set(former)].filter((other) => nameKey(other) !== nameKey(name)),
    city: keep(said.city, before?.city),
    headOfficeUbn: keep(said.headOfficeUbn, before?.headOfficeUbn),
    predecessorUbn: keep(said.predecessorUbn, before?.predecessorUbn),
    successorUbn: keep(said.successorUbn, before?.successorUbn),
    warnings: said.warnings,
  };
}

/** Days on which each provider's present facts were first seen: a list that is older must not overrule them. */
export type ProviderDays = ReadonlyMap<string, Day>;

/**
 * What would this list change? Compares it with the register; writes nothing.
 *
 * @param complete a list of everything: what it lacks is gone. Otherwise what it lacks is left alone.
 */
export function diffList(
  snapshot: Snapshot,
  incoming: Incoming,
  options: { complete: boolean; seenOn: Day; providerDays: ProviderDays },
): Diff {
  const changes: Change[] = [];
  const problems: Problem[] = [];
  const certificates: NextCertificate[] = [];
  const providers: NextProvider[] = [];
  let unchanged = 0;

  for (const said of incoming.providers.values()) {
    const before = snapshot.provider(said.ubn);
    const older = (options.providerDays.get(said.ubn) ?? '') > options.seenOn;
    if (older && before && before.name !== said.name) problems.push(problem('name-older-than-register', said.name));
    const next = nextProvider(said, before, older);
    const { certificates: _, ...was } = before ?? { ...next, certificates: [] };
    const fields = before ? fieldChanges<NextProvider>(was, next) : [];
    if (before && fields.length === 0) continue;
    providers.push(next);
    changes.push({
      kind: before ? 'changed' : 'new',
      subject: 'provider',
      scheme: null,
      number: null,
      ubn: next.ubn,
      name: next.name,
      fields,
    });
  }

  const known = knownCertificates(snapshot);
  const describe = (one: NextCertificate, kind: Change['kind'], fields: FieldChange[]): Change => {
    const name = incoming.providers.get(one.ubn)?.name ?? snapshot.provider(one.ubn)!.name;
    return { kind, subject: 'certificate', scheme: one.scheme, number: one.number, ubn: one.ubn, name, fields };
  };
  for (const said of incoming.certificates.values()) {
    const before = known.get(said.id) ?? null;
    const next = nextCertificate(said, before);
    const fields = before ? fieldChanges(before, next) : [];
    if (before && fields.length === 0) {
      unchanged++;
      continue;
    }
    certificates.push(next);
    changes.push(describe(next, before ? 'changed' : 'new', fields));
  }
  if (options.complete) {
    for (const before of known.values()) {
      if (!before.listed || !incoming.schemes.has(before.scheme) || incoming.certificates.has(before.id)) continue;
      certificates.push({ ...before, listed: false });
      changes.push(describe(before, 'gone', []));
    }
  }
  return { changes, unchanged, certificates, providers, problems };
}
