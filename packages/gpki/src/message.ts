import * as asn1js from 'asn1js';
import { ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import {
  algorithmName,
  checkKey,
  checkParameters,
  cryptoEngine,
  DIGESTS,
  isEcdsaValue,
  RSA_ENCRYPTION,
  SIGNINGS,
} from './algorithms.ts';
import { type CertificateView, readCertificate, serialText } from './certificate.ts';
import { bytesOf, isTagged, parsing, partsOf, readAsn1, sameBytes } from './der.ts';
import { Refusal } from './outcome.ts';
import { Unreadable } from './unreadable.ts';

/** A card's message is 2 to 8 KB; a login form must not be a way to make the server parse megabytes. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
const MAX_CERTIFICATES = 8;

const ID_DATA = '1.2.840.113549.1.7.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';

export interface VerifiedMessage {
  readonly signer: CertificateView;
  /** The other certificates of the message. Nothing about them is checked yet. */
  readonly others: readonly CertificateView[];
}

/**
 * Reads a CMS SignedData message (RFC 5652, as `PKCS7` by the card component) and checks that its one signer signed exactly
 * `expected`, attached or detached. Says nothing yet about who the signer is. BER is accepted, as old cards write it.
 */
export async function verifyMessage(message: Uint8Array, expected: Uint8Array): Promise<VerifiedMessage> {
  const { data, tree } = readSignedData(message);
  const signerInfo = onlySigner(data);
  checkContent(data, expected);
  checkAttributes(signerInfo, data.encapContentInfo.eContentType);
  checkAlgorithms(data, signerInfo);
  const certificates = await readCertificates(tree);
  const signer = findSigner(certificates, data, tree);
  await checkSignature(data, signerInfo, signer, expected);
  return { signer, others: certificates.filter((certificate) => certificate !== signer) };
}

function readSignedData(message: Uint8Array): { data: SignedData; tree: asn1js.AsnType[] } {
  if (message.length > MAX_MESSAGE_BYTES)
    throw new Refusal('message-too-large', `${message.length} bytes`, `at most ${MAX_MESSAGE_BYTES} bytes`);
  try {
    const root = readAsn1(message);
    const info = parsing('ContentInfo', () => new ContentInfo({ schema: root }));
    if (info.contentType !== ContentInfo.SIGNED_DATA)
      throw new Refusal('message-not-signed-data', `content type ${info.contentType}`, 'SignedData');
    const parts = partsOf(root, 'ContentInfo');
    if (parts.length !== 2) throw new Unreadable('more after the content');
    const wrapped = partsOf(parts[1], 'content');
    if (wrapped.length !== 1) throw new Unreadable('more after the SignedData');
    if (!(wrapped[0] instanceof asn1js.Sequence)) throw new Unreadable('the SignedData is no sequence');
    const tree = partsOf(wrapped[0], 'SignedData');
    // Certificates are read by `readCertificates`, more strictly than the library would, and half of its time went there.
    const others = new asn1js.Sequence({ value: tree.filter((part) => !isTagged(part, 0)) as asn1js.Sequence[] });
    return { data: parsing('SignedData', () => new SignedData({ schema: others })), tree };
  } catch (error) {
    throw unreadable(error, 'message-unreadable', 'a CMS SignedData message');
  }
}

function onlySigner(data: SignedData): SignerInfo {
  const [first, ...more] = data.signerInfos;
  if (!first || more.length > 0)
    throw new Refusal('signers-not-one', `${data.signerInfos.length} signers`, 'one signer');
  return first;
}

function checkContent(data: SignedData, expected: Uint8Array): void {
  const { eContentType, eContent } = data.encapContentInfo;
  if (eContentType !== ID_DATA) throw new Refusal('content-not-data', `content type ${eContentType}`, 'id-data');
  if (!eContent) return; // Detached: the digest is then taken over what was expected.
  // A constructed OCTET STRING has its bytes in its parts; only getValue() joins them.
  if (!(eContent instanceof asn1js.OctetString))
    throw new Refusal('content-not-data', 'another type', 'an octet string');
  const content = new Uint8Array(parsingOrRefuse(() => eContent.getValue()));
  if (!sameBytes(content, expected))
    throw new Refusal('content-not-challenge', `${content.length} other bytes`, 'the challenge, byte for byte');
}

function checkAttributes(signer: SignerInfo, contentType: string): void {
  const attributes = signer.signedAttrs?.attributes;
  const needed = 'signed attributes with content type and message digest';
  if (!attributes) throw new Refusal('attributes-missing', 'none', needed);
  const types = attributes.map(({ type }) => type);
  const missing = [CONTENT_TYPE, MESSAGE_DIGEST].filter((type) => !types.includes(type));
  if (missing.length > 0) throw new Refusal('attributes-missing', `no ${missing.join(', ')}`, needed);
  if (new Set(types).size !== types.length) throw new Refusal('attributes-invalid', 'one attribute twice', 'each once');
  const several = attributes.find(({ values }) => values.length !== 1);
  if (several)
    throw new Refusal('attributes-invalid', `${several.values.length} values of ${several.type}`, 'one value');
  const value = (type: string): unknown => attributes.find((attribute) => attribute.type === type)!.values[0];
  const signedType = value(CONTENT_TYPE);
  if (!(signedType instanceof asn1js.ObjectIdentifier) || signedType.valueBlock.toString() !== contentType)
    throw new Refusal('attributes-invalid', 'another content type', contentType);
  const digest = value(MESSAGE_DIGEST);
  if (!(digest instanceof asn1js.OctetString) || digest.idBlock.isConstructed)
    throw new Refusal('attributes-invalid', 'a message digest that is no octet string', 'an octet string');
}

/** The library would take SHA-1, and does not compare the three places where a hash is named. */
function checkAlgorithms(data: SignedData, signer: SignerInfo): void {
  const oid = signer.digestAlgorithm.algorithmId;
  const digest = DIGESTS[oid];
  if (!digest) throw new Refusal('digest-not-allowed', algorithmName(oid), 'SHA-256, SHA-384 or SHA-512');
  const named = data.digestAlgorithms.map(({ algorithmId }) => algorithmId);
  if (named.length !== 1 || named[0] !== oid)
    throw new Refusal('digest-not-allowed', named.map(algorithmName).join(', ') || 'none', `${digest} alone`);
  const signing = signer.signatureAlgorithm.algorithmId;
  if (signing !== RSA_ENCRYPTION && SIGNINGS[signing]?.digest !== digest)
    throw new Refusal('algorithm-not-allowed', algorithmName(signing), `RSA or ECDSA with ${digest}`);
  for (const algorithm of [signer.digestAlgorithm, signer.signatureAlgorithm, ...data.digestAlgorithms])
    checkParameters(algorithm);
}

async function readCertificates(tree: readonly asn1js.AsnType[]): Promise<CertificateView[]> {
  try {
    const set = tree.find((part) => isTagged(part, 0));
    if (!set) throw new Refusal('certificate-missing', 'no certificates', 'the certificate of the signer');
    // Anything but a plain certificate (an attribute certificate, say) is not needed to log in, and not read.
    const found = partsOf(set, 'certificates').filter((part) => part instanceof asn1js.Sequence);
    if (found.length > MAX_CERTIFICATES)
      throw new Unreadable(`${found.length} certificates, more than ${MAX_CERTIFICATES}`);
    return await Promise.all(found.map((part) => readCertificate(bytesOf(part))));
  } catch (error) {
    throw unreadable(error, 'certificate-unreadable', 'X.509 version 3 certificates in DER');
  }
}

function findSigner(
  certificates: readonly CertificateView[],
  data: SignedData,
  tree: asn1js.AsnType[],
): CertificateView {
  const info = data.signerInfos[0]!;
  const sid: unknown = info.sid;
  const byName = sid instanceof IssuerAndSerialNumber;
  // RFC 5652 5.1, 5.3: version 1 names the issuer and serial number, version 3 the key identifier; the message says the same.
  const version = byName ? 1 : 3;
  if (info.version !== version || data.version !== version)
    throw new Refusal('message-unreadable', `versions ${data.version} and ${info.version}`, `version ${version}`);
  const matches = byName
    ? certificates.filter((c) => sameBytes(c.issuer, sidIssuer(tree)) && c.serial === serialText(sid.serialNumber))
    : certificates.filter((c) => hasKeyIdentifier(c, sid));
  if (matches.length !== 1)
    throw new Refusal('certificate-missing', `${matches.length} certificates that the signer names`, 'one');
  return matches[0]!;
}

/** The issuer in the signer's identifier as it arrived: the library compares names without regard to case. */
function sidIssuer(tree: readonly asn1js.AsnType[]): Uint8Array {
  const [info] = partsOf(tree.at(-1), 'signers');
  const [, sid] = partsOf(info, 'signer');
  const [issuer] = partsOf(sid, 'issuer and serial number');
  return bytesOf(issuer!);
}

function hasKeyIdentifier(certificate: CertificateView, sid: unknown): boolean {
  const extension = certificate.pki.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_IDENTIFIER);
  if (!extension || !(sid instanceof asn1js.Primitive)) return false;
  const bytes = new Uint8Array(sid.valueBlock.valueHexView);
  const own: unknown = extension.parsedValue;
  return own instanceof asn1js.OctetString && sameBytes(own.valueBlock.valueHexView, bytes);
}

async function checkSignature(
  data: SignedData,
  info: SignerInfo,
  signer: CertificateView,
  expected: Uint8Array,
): Promise<void> {
  const wrong = (found: string) =>
    new Refusal('signature-wrong', found, 'a signature by the certificate of the message');
  const { family, numberBytes } = checkKey(signer.pki.subjectPublicKeyInfo, 'card');
  const named = SIGNINGS[info.signatureAlgorithm.algorithmId]?.family ?? 'RSA';
  if (named !== family) throw new Refusal('algorithm-not-allowed', `${named} with a key of ${family}`, family);
  if (!(info.signature instanceof asn1js.OctetString) || info.signature.idBlock.isConstructed)
    throw wrong('no octet string');
  if (family === 'EC' && !isEcdsaValue(info.signature.valueBlock.valueHexView, numberBytes))
    throw wrong('not ECDSA in DER');
  // The library looks for the signer itself; it is shown one certificate only, the one that was checked.
  data.certificates = [signer.pki];
  let verified: boolean;
  try {
    const detached = data.encapContentInfo.eContent ? {} : { data: new Uint8Array(expected).buffer };
    verified = await data.verify({ signer: 0, checkChain: false, ...detached }, cryptoEngine());
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : 'an error');
  }
  if (!verified) throw wrong('another signature');
}

function parsingOrRefuse<T>(read: () => T): T {
  try {
    return parsing('content', read);
  } catch (error) {
    throw unreadable(error, 'message-unreadable', 'readable content');
  }
}

function unreadable(error: unknown, code: 'message-unreadable' | 'certificate-unreadable', expected: string): unknown {
  return error instanceof Unreadable ? new Refusal(code, error.message, expected) : error;
}
