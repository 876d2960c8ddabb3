import * as asn1js from 'asn1js';
import { type Extension, IssuingDistributionPoint } from 'pkijs';
import { checkSigning, isSigned } from './algorithms.ts';
import { addressesOf, type CertificateView } from './certificate.ts';
import { criticalInEntries, findEntry, type RevocationList, readRevocationList } from './crl-list.ts';
import { sameBytes } from './der.ts';
import { CouldNotCheck, Refusal } from './outcome.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Fetches a revocation list. Throws when it cannot; whatever it throws becomes `crl-not-fetched` with its message.
 * Time limit and size limit are its to keep: `@aipower/gpki/fetch-crl` has one over HTTP.
 */
export type FetchCrl = (address: string) => Promise<Uint8Array>;

export interface CrlPolicy {
  readonly fetch: FetchCrl;
  /** Hosts a list may come from; an address in a certificate is text from a stranger. */
  readonly hosts: readonly string[];
  /** Longest list that is read, in bytes. */
  readonly maxBytes: number;
}

/** What a list said. A list that could not be used says nothing: {@link CouldNotCheck} is thrown instead. */
export interface RevocationState {
  readonly state: 'good' | 'revoked' | 'suspended';
  readonly address: string;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** Day of revocation as the list gives it; null for good. */
  readonly since: Date | null;
}

const OID = {
  crlNumber: '2.5.29.20',
  reason: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  authorityKeyIdentifier: '2.5.29.35',
} as const;
const KNOWN: ReadonlySet<string> = new Set(Object.values(OID));
const CERTIFICATE_HOLD = 6;
const REMOVE_FROM_CRL = 8;

/** Asks the lists that the certificate names, in its order; the first that can be used answers. */
export async function revocationState(
  certificate: CertificateView,
  issuer: CertificateView,
  policy: CrlPolicy,
  now: Date,
): Promise<RevocationState> {
  if (certificate.crlAddresses.length === 0)
    throw new CouldNotCheck('crl-address-missing', 'no address', 'a CRL distribution point in the certificate');
  let first: unknown;
  for (const address of certificate.crlAddresses) {
    try {
      const bytes = await fetched(address, policy);
      return await readState(bytes, { address, certificate, issuer, now });
    } catch (error) {
      if (!(error instanceof CouldNotCheck)) throw error;
      first ??= error;
    }
  }
  throw first;
}

async function fetched(address: string, { fetch, hosts, maxBytes }: CrlPolicy): Promise<Uint8Array> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || !hosts.includes(url.host))
    throw new CouldNotCheck('crl-host-not-allowed', address, hosts.join(', ') || 'no host is allowed');
  let bytes: Uint8Array;
  try {
    bytes = await fetch(address);
  } catch (error) {
    throw new CouldNotCheck('crl-not-fetched', error instanceof Error ? error.message : String(error), address);
  }
  if (bytes.length > maxBytes)
    throw new CouldNotCheck('crl-too-large', `${bytes.length} bytes`, `at most ${maxBytes} bytes`);
  return bytes;
}

interface Question {
  readonly address: string;
  readonly certificate: CertificateView;
  readonly issuer: CertificateView;
  readonly now: Date;
}

async function readState(bytes: Uint8Array, question: Question): Promise<RevocationState> {
  const { address, certificate, issuer, now } = question;
  try {
    const list = listIn(bytes);
    checkCritical(list);
    checkPartition(list, question);
    await checkSignature(list, issuer);
    const { thisUpdate, nextUpdate } = checkMoments(list, now);
    const entry = findEntry(list, certificate.pki.serialNumber.valueBlock.valueHexView);
    if (!entry) return { state: 'good', address, thisUpdate, nextUpdate, since: null };
    const reason = reasonOf(entry.extensions);
    if (reason === REMOVE_FROM_CRL) throw new Unreadable('an entry that takes itself back');
    const state = reason === CERTIFICATE_HOLD ? 'suspended' : 'revoked';
    return { state, address, thisUpdate, nextUpdate, since: entry.since };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new CouldNotCheck('crl-unreadable', error.message, 'a complete X.509 revocation list');
  }
}

/** Lists by the bytes they were read from: whoever fetches keeps them for minutes, and every login asks two. */
const lists = new WeakMap<Uint8Array, RevocationList>();

/** What was read is kept, never a verdict: signature, moments and the entry are looked at again for every login. */
function listIn(bytes: Uint8Array): RevocationList {
  const list = lists.get(bytes) ?? readRevocationList(bytes);
  lists.set(bytes, list);
  return list;
}

function checkCritical(list: RevocationList): void {
  if (list.extensions.some(({ extnID }) => extnID === OID.deltaIndicator))
    throw new CouldNotCheck('crl-incomplete', 'a delta list', 'a complete list');
  const critical = list.extensions.filter((extension) => extension.critical).map(({ extnID }) => extnID);
  const unknown = [...critical, ...criticalInEntries(list)].find((oid) => !KNOWN.has(oid));
  if (unknown) throw new CouldNotCheck('crl-unknown-critical', unknown, 'extensions that are known here');
}

/** A partitioned list answers only for the part it names (RFC 5280 5.2.5). */
function checkPartition(list: RevocationList, { certificate }: Question): void {
  const extension = list.extensions.find(({ extnID }) => extnID === OID.issuingDistributionPoint);
  if (!extension) return;
  const part = parsedOrNothing(extension);
  if (!(part instanceof IssuingDistributionPoint) || 'parsingError' in part)
    throw new Unreadable('an issuing distribution point');
  if (part.onlySomeReasons !== undefined || part.indirectCRL)
    throw new CouldNotCheck('crl-incomplete', 'some reasons only, or other issuers', 'all reasons of one issuer');
  const kind = certificate.isAuthority ? part.onlyContainsUserCerts : part.onlyContainsCACerts;
  if (kind || part.onlyContainsAttributeCerts)
    throw new CouldNotCheck('crl-other-partition', 'a list for other certificates', 'a list for this kind');
  if (part.distributionPoint === undefined) return;
  const addresses = addressesOf(part.distributionPoint);
  if (!addresses.some((address) => certificate.crlAddresses.includes(address)))
    throw new CouldNotCheck(
      'crl-other-partition',
      addresses.join(', ') || 'a name',
      certificate.crlAddresses.join(', '),
    );
}

async function checkSignature(list: RevocationList, issuer: CertificateView): Promise<void> {
  if (!sameBytes(list.issuer, issuer.subject))
    throw new CouldNotCheck('crl-other-issuer', 'a list of another issuer', 'a list of the issuer of the certificate');
  if (issuer.keyUsage && !issuer.keyUsage.crlSign)
    throw new CouldNotCheck('crl-signature-wrong', 'an issuer that may not sign lists', 'key usage cRLSign');
  try {
    checkSigning(list.algorithm, 'CRL');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CouldNotCheck('crl-signature-wrong', error.found, error.expected);
  }
  if (!(await isSigned(list.tbs, list.signature, issuer.pki.subjectPublicKeyInfo, list.algorithm)))
    throw new CouldNotCheck('crl-signature-wrong', 'another signature', 'a signature of the issuer');
}

function checkMoments({ thisUpdate, nextUpdate }: RevocationList, now: Date): { thisUpdate: Date; nextUpdate: Date } {
  if (!nextUpdate) throw new CouldNotCheck('crl-without-next-update', 'no nextUpdate', 'a list that says when it ends');
  if (now < thisUpdate) throw new CouldNotCheck('crl-not-yet-valid', thisUpdate.toISOString(), now.toISOString());
  if (now >= nextUpdate) throw new CouldNotCheck('crl-stale', `until ${nextUpdate.toISOString()}`, now.toISOString());
  return { thisUpdate, nextUpdate };
}

function reasonOf(extensions: readonly Extension[]): number | null {
  const extension = extensions.find(({ extnID }) => extnID === OID.reason);
  if (!extension) return null;
  const value = parsedOrNothing(extension);
  if (!(value instanceof asn1js.Enumerated)) throw new Unreadable('a reason that is no number');
  return value.valueBlock.valueDec;
}

function parsedOrNothing(extension: Extension): unknown {
  try {
    return extension.parsedValue;
  } catch {
    return undefined;
  }
}
