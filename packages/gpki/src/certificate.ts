import * as asn1js from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  CertificatePolicies,
  CRLDistributionPoints,
  type Extension,
  GeneralName,
  SubjectDirectoryAttributes,
} from 'pkijs';
import { bytesOf, isTagged, parsing, partsOf, readDer, sameBytes, sha256Hex, toHex } from './der.ts';
import { Unreadable } from './unreadable.ts';

const OID = {
  directoryAttributes: '2.5.29.9',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlAddresses: '2.5.29.31',
  policies: '2.5.29.32',
} as const;

/** Extensions this package obeys. A critical one that is not here refuses the certificate. */
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set(Object.values(OID));

/** A certificate, read once: what the checks ask, and nothing they have to dig for. */
export interface CertificateView {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly pki: Certificate;
  /** SHA-256 of the whole certificate, hex. */
  readonly fingerprint: string;
  /** DER of names and key: names are compared byte for byte, never by a text rule that could join two. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly key: Uint8Array;
  /** Serial number, hex without leading zeros. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly criticalExtensions: readonly string[];
  /** null: no key usage extension. */
  readonly keyUsage: {
    readonly digitalSignature: boolean;
    readonly certSign: boolean;
    readonly crlSign: boolean;
  } | null;
  readonly isAuthority: boolean;
  readonly pathLength: number | null;
  readonly policies: readonly string[];
  readonly crlAddresses: readonly string[];
  /** Subject directory attributes: OID → values, OIDs in dotted form. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

const MAX_KEPT = 32;
/** Certificates of authorities by their bytes: the same two come with every login. What was read is kept, never a verdict. */
const kept = new Map<string, CertificateView>();

/**
 * A certificate of an authority that was read before is not read again; that of a card, which names a company, is not kept.
 * @throws {@link Unreadable} for anything but one X.509 version 3 certificate in DER.
 */
export async function readCertificate(bytes: Uint8Array): Promise<CertificateView> {
  const name = toHex(bytes);
  const known = kept.get(name);
  if (known) return known;
  const view = await readAnew(bytes);
  if (view.isAuthority) {
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(name, view);
  }
  return view;
}

async function readAnew(bytes: Uint8Array): Promise<CertificateView> {
  const tree = readDer(bytes);
  const [tbs, outerAlgorithm] = partsOf(tree, 'certificate');
  const fields = partsOf(tbs, 'certificate body');
  if (!isTagged(fields[0], 0)) throw new Unreadable('not a version 3 certificate');
  const [, , innerAlgorithm, issuer, , subject, key] = fields;
  if (!innerAlgorithm || !outerAlgorithm || !issuer || !subject || !key)
    throw new Unreadable('certificate body too short');
  if (!sameBytes(bytesOf(innerAlgorithm), bytesOf(outerAlgorithm)))
    throw new Unreadable('the certificate names two signature algorithms');

  const pki = parsing('certificate', () => new Certificate({ schema: tree }));
  if (pki.version !== 2) throw new Unreadable(`version ${pki.version + 1}, not 3`);
  const extensions = pki.extensions ?? [];
  if (new Set(extensions.map(({ extnID }) => extnID)).size !== extensions.length)
    throw new Unreadable('an extension stands twice');
  const find = (oid: string) => extensions.find(({ extnID }) => extnID === oid);
  const constraints = parsed(find(OID.basicConstraints), BasicConstraints);
  return {
    raw: new Uint8Array(bytes),
    pki,
    fingerprint: await sha256Hex(bytes),
    subject: bytesOf(subject),
    issuer: bytesOf(issuer),
    key: bytesOf(key),
    serial: serialText(pki.serialNumber),
    notBefore: moment(pki.notBefore.value),
    notAfter: moment(pki.notAfter.value),
    criticalExtensions: extensions.filter(({ critical }) => critical).map(({ extnID }) => extnID),
    keyUsage: keyUsageOf(find(OID.keyUsage)),
    isAuthority: constraints?.cA === true,
    pathLength: pathLengthOf(constraints),
    policies: parsed(find(OID.policies), CertificatePolicies)?.certificatePolicies.map((p) => p.policyIdentifier) ?? [],
    crlAddresses: crlAddressesOf(parsed(find(OID.crlAddresses), CRLDistributionPoints)),
    attributes: attributesOf(parsed(find(OID.directoryAttributes), SubjectDirectoryAttributes)),
  };
}

/** A serial number as hex without leading zeros, so that two ways to write it are one. */
export function serialText(serial: asn1js.Integer): string {
  return toHex(serial.valueBlock.valueHexView).replace(/^0+(?=.)/, '');
}

export function isSelfIssued(certificate: CertificateView): boolean {
  return sameBytes(certificate.issuer, certificate.subject);
}

/** The addresses among general names. */
export function addressesOf(names: unknown): string[] {
  if (!Array.isArray(names)) return [];
  return names
    .filter((name) => name instanceof GeneralName && name.type === 6)
    .map((name: GeneralName) => String(name.value));
}

/** The library keeps an extension that it could not parse; here that makes the certificate unreadable. */
function parsed<T>(extension: Extension | undefined, type: new (...args: never[]) => T): T | undefined {
  if (!extension) return undefined;
  const value: unknown = parsing(`extension ${extension.extnID}`, () => extension.parsedValue);
  if (!(value instanceof type) || 'parsingError' in (value as object))
    throw new Unreadable(`extension ${extension.extnID} cannot be parsed`);
  return value;
}

function keyUsageOf(extension: Extension | undefined): CertificateView['keyUsage'] {
  if (!extension) return null;
  const value: unknown = parsing('key usage', () => extension.parsedValue);
  if (!(value instanceof asn1js.BitString)) throw new Unreadable('key usage is not a bit string');
  const first = value.valueBlock.valueHexView[0] ?? 0;
  return { digitalSignature: (first & 0x80) !== 0, certSign: (first & 0x04) !== 0, crlSign: (first & 0x02) !== 0 };
}

function pathLengthOf(constraints: BasicConstraints | undefined): number | null {
  const length = constraints?.pathLenConstraint;
  if (length === undefined) return null;
  const number = typeof length === 'number' ? length : length.valueBlock.valueDec;
  if (!Number.isInteger(number) || number < 0) throw new Unreadable('the path length is not a number');
  return number;
}

/** Addresses of complete lists by the issuer itself: a point with reasons or another issuer covers less, and is left out. */
function crlAddressesOf(points: CRLDistributionPoints | undefined): string[] {
  const whole = (points?.distributionPoints ?? []).filter((point) => !point.reasons && !point.cRLIssuer);
  return whole.flatMap((point) => addressesOf(point.distributionPoint));
}

function attributesOf(extension: SubjectDirectoryAttributes | undefined): Map<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const { type, values } of extension?.attributes ?? []) {
    if (attributes.has(type)) throw new Unreadable(`subject directory attribute ${type} stands twice`);
    attributes.set(type, values.map(attributeText));
  }
  return attributes;
}

function attributeText(value: unknown): string {
  if (value instanceof asn1js.ObjectIdentifier) return value.valueBlock.toString();
  if (value instanceof asn1js.BaseStringBlock) return String(value.valueBlock.value);
  throw new Unreadable('a subject directory attribute is neither text nor an OID');
}

function moment(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw new Unreadable('a moment of validity cannot be read');
  return date;
}
