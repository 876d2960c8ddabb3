import * as asn1js from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  DistributionPoint,
  Extension,
  GeneralName,
  PolicyInformation,
  RelativeDistinguishedNames,
  SubjectDirectoryAttributes,
} from 'pkijs';

/** Key algorithms for test certificates. RSA-2048 is what cards have; P-256 is made a hundred times faster. */
export type TestKey = 'RSA-2048' | 'RSA-1024' | 'P-256' | 'P-384';

/** CryptoKey, by a way that the types of Node and of browsers both know. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A key pair of WebCrypto. */
export interface TestKeys {
  /** Signs. */
  readonly privateKey: Key;
  /** Stands in the certificate. */
  readonly publicKey: Key;
}

export async function makeKeys(key: TestKey): Promise<TestKeys> {
  const algorithm = key.startsWith('RSA')
    ? {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: Number(key.slice(4)),
        publicExponent: Uint8Array.of(1, 0, 1),
        hash: 'SHA-256',
      }
    : { name: 'ECDSA', namedCurve: key };
  return (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as TestKeys;
}

/** A subject or issuer: pairs of OID and text, in order. Country as PrintableString, all else as UTF8String. */
export function makeName(pairs: readonly (readonly [type: string, text: string])[]): RelativeDistinguishedNames {
  return new RelativeDistinguishedNames({
    typesAndValues: pairs.map(
      ([type, text]) =>
        new AttributeTypeAndValue({
          type,
          value:
            type === '2.5.4.6' ? new asn1js.PrintableString({ value: text }) : new asn1js.Utf8String({ value: text }),
        }),
    ),
  });
}

export function makeExtension(extnID: string, value: asn1js.AsnType, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

export type KeyUse = 'digitalSignature' | 'keyEncipherment' | 'certSign' | 'crlSign';
const KEY_USE_BITS: Readonly<Record<KeyUse, number>> = {
  digitalSignature: 0x80,
  keyEncipherment: 0x20,
  certSign: 0x04,
  crlSign: 0x02,
};

export function keyUsage(uses: readonly KeyUse[]): Extension {
  const bits = uses.reduce((sum, use) => sum | KEY_USE_BITS[use], 0);
  // DER leaves out the zero bits at the end.
  const unusedBits = Math.max(0, 31 - Math.clz32(bits & -bits));
  return makeExtension('2.5.29.15', new asn1js.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits }), true);
}

export function authority(pathLength?: number): Extension {
  const constraints = new BasicConstraints({
    cA: true,
    ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }),
  });
  return makeExtension('2.5.29.19', constraints.toSchema(), true);
}

export function policies(oids: readonly string[]): Extension {
  const certificatePolicies = oids.map((policyIdentifier) => new PolicyInformation({ policyIdentifier }));
  return makeExtension('2.5.29.32', new CertificatePolicies({ certificatePolicies }).toSchema());
}

export function crlAddress(address: string): Extension {
  const distributionPoint = [new GeneralName({ type: 6, value: address })];
  const points = new CRLDistributionPoints({ distributionPoints: [new DistributionPoint({ distributionPoint })] });
  return makeExtension('2.5.29.31', points.toSchema());
}

/** Subject directory attributes; a value in dotted form becomes an OID, all else a PrintableString. */
export function directoryAttributes(pairs: readonly (readonly [type: string, text: string])[]): Extension {
  const attributes = pairs.map(([type, text]) => {
    const value = /^\d+(\.\d+){3,}$/.test(text)
      ? new asn1js.ObjectIdentifier({ value: text })
      : new asn1js.PrintableString({ value: text });
    return new Attribute({ type, values: [value] });
  });
  return makeExtension('2.5.29.9', new SubjectDirectoryAttributes({ attributes }).toSchema());
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  return `-----BEGIN ${label}-----\n${toBase64(der).replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}
