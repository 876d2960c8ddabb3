import * as asn1js from 'asn1js';
import {
  Certificate,
  CertificateRevocationList,
  type Extension,
  Extensions,
  type RelativeDistinguishedNames,
  RevokedCertificate,
  Time,
} from 'pkijs';
import { makeExtension, makeKeys, type TestKey, type TestKeys } from './build.ts';

/** A test certificate with its private key. */
export interface TestCertificate {
  /** The certificate as it is sent. */
  readonly der: Uint8Array<ArrayBuffer>;
  /** The same, taken apart. */
  readonly pki: Certificate;
  /** Its private key signs what is issued or answered with it. */
  readonly keys: TestKeys;
}

/** What a test certificate says. */
export interface CertificateRequest {
  /** Whose certificate it is. */
  readonly subject: RelativeDistinguishedNames;
  /** Who signs. Left out: the certificate signs itself. */
  readonly issuer?: TestCertificate;
  /** Written as they are given, also contradictory ones. */
  readonly extensions: readonly Extension[];
  /** First moment of validity. */
  readonly from: Date;
  /** Last moment of validity. */
  readonly until: Date;
  /** Kind of the key that is made for it. */
  readonly key?: TestKey;
  /** A key pair that exists already, instead of a new one. */
  readonly keys?: TestKeys;
  /** What the signature is made with; default: SHA-256. */
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Default: chosen at random. */
  readonly serial?: Uint8Array;
}

/** Issues a test certificate, signed by the authority given. */
export async function issue(request: CertificateRequest): Promise<TestCertificate> {
  const keys = request.keys ?? (await makeKeys(request.key ?? 'P-256'));
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(request.serial ?? randomSerial()).buffer });
  certificate.subject = request.subject;
  certificate.issuer = request.issuer?.pki.subject ?? request.subject;
  certificate.notBefore = time(request.from);
  certificate.notAfter = time(request.until);
  certificate.extensions = [...request.extensions];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((request.issuer?.keys ?? keys).privateKey, request.hash ?? 'SHA-256');
  const der = new Uint8Array(certificate.toSchema().toBER());
  return { der, pki: new Certificate({ schema: asn1js.fromBER(der).result }), keys };
}

/** A revoked serial number, since when and why. */
export interface RevokedEntry {
  /** Whose serial number is on the list. */
  readonly certificate: TestCertificate;
  /** Since when. */
  readonly on: Date;
  /** CRLReason of RFC 5280 5.3.1; 6 is certificateHold (停用). */
  readonly reason?: number;
}

/** What a test revocation list says. */
export interface CrlRequest {
  /** Who signs and is named. */
  readonly issuer: TestCertificate;
  /** When the list was made. */
  readonly thisUpdate: Date;
  /** null: the list does not say when it ends. */
  readonly nextUpdate: Date | null;
  /** Empty when left out. */
  readonly revoked?: readonly RevokedEntry[];
  /** Beside those that every list has. */
  readonly extensions?: readonly Extension[];
  /** Signs instead of the issuer, who is still named. */
  readonly signedBy?: TestKeys;
  /** What the signature is made with; default: SHA-256. */
  readonly hash?: 'SHA-1' | 'SHA-256';
}

/** Makes a revocation list, signed by the authority given. */
export async function makeCrl(request: CrlRequest): Promise<Uint8Array<ArrayBuffer>> {
  const list = new CertificateRevocationList();
  list.version = 1;
  list.issuer = request.issuer.pki.subject;
  list.thisUpdate = time(request.thisUpdate);
  if (request.nextUpdate) list.nextUpdate = time(request.nextUpdate);
  if (request.revoked && request.revoked.length > 0) list.revokedCertificates = request.revoked.map(revokedEntry);
  if (request.extensions) list.crlExtensions = new Extensions({ extensions: [...request.extensions] });
  await list.sign((request.signedBy ?? request.issuer.keys).privateKey, request.hash ?? 'SHA-256');
  return new Uint8Array(list.toSchema().toBER());
}

function revokedEntry({ certificate, on, reason }: RevokedEntry): RevokedCertificate {
  const entry = new RevokedCertificate({ userCertificate: certificate.pki.serialNumber, revocationDate: time(on) });
  if (reason !== undefined) {
    const extension = makeExtension('2.5.29.21', new asn1js.Enumerated({ value: reason }));
    entry.crlEntryExtensions = new Extensions({ extensions: [extension] });
  }
  return entry;
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 4.1.2.5). */
function time(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

/** 16 random bytes, positive, without a zero in front. */
function randomSerial(): Uint8Array {
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  return serial;
}
