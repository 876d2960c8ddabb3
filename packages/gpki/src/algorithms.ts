import * as asn1js from 'asn1js';
import { type AlgorithmIdentifier, CryptoEngine, ECPublicKey, type PublicKeyInfo, RSAPublicKey } from 'pkijs';
import { bytesOf, partsOf, readDer, sameBytes } from './der.ts';
import { TAG } from './der-walk.ts';
import { Refusal } from './outcome.ts';

/** Hash algorithms that a signature may use. SHA-1 is not among them. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';

interface Signing {
  readonly family: 'RSA' | 'EC';
  readonly digest: string;
}

/** Signature algorithms: PKCS #1 v1.5 and ECDSA, each with the hashes above. */
export const SIGNINGS: Readonly<Record<string, Signing>> = {
  '1.2.840.113549.1.1.11': { family: 'RSA', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { family: 'RSA', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { family: 'RSA', digest: 'SHA-512' },
  '1.2.840.10045.4.3.2': { family: 'EC', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { family: 'EC', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { family: 'EC', digest: 'SHA-512' },
};

const CURVES: Readonly<Record<string, { name: string; bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
};

const RSA_BITS = { least: 2048, most: 8192 };

/** Names for people; an unknown one is shown as its number. */
const NAMES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '1.2.840.113549.2.5': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1 with RSA',
  '1.2.840.10045.4.1': 'SHA-1 with ECDSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
};
export const algorithmName = (oid: string): string => NAMES[oid] ?? oid;

/** Refuses parameters other than NULL or none: they are not signed in a CMS message, and nothing reads them. */
export function checkParameters(algorithm: AlgorithmIdentifier): void {
  const parameters = algorithm.algorithmParams as asn1js.AsnType | undefined;
  if (parameters === undefined || parameters instanceof asn1js.Any) return;
  if (!sameBytes(bytesOf(parameters), Uint8Array.of(5, 0)))
    throw new Refusal('algorithm-not-allowed', `parameters at ${algorithm.algorithmId}`, 'NULL or none');
}

/** The signature algorithm of a certificate or a revocation list. */
export function checkSigning(algorithm: AlgorithmIdentifier, where: string): Signing {
  const signing = SIGNINGS[algorithm.algorithmId];
  if (!signing)
    throw new Refusal(
      'algorithm-not-allowed',
      `${algorithmName(algorithm.algorithmId)} (${where})`,
      'SHA-256, 384 or 512',
    );
  checkParameters(algorithm);
  return signing;
}

/** RSA of 2048 to 8192 bits, P-256 or P-384. Returns the family, and how long one number of an ECDSA signature may be. */
export function checkKey(key: PublicKeyInfo, where: string): { family: 'RSA' | 'EC'; numberBytes: number } {
  const refuse = (found: string) =>
    new Refusal('key-not-allowed', `${found} (${where})`, 'RSA of at least 2048 bits, P-256 or P-384');
  if (key.algorithm.algorithmId === RSA_ENCRYPTION) {
    const { modulus } = (key.parsedKey as RSAPublicKey | undefined) ?? {};
    if (!(key.parsedKey instanceof RSAPublicKey) || !modulus) throw refuse('an unreadable RSA key');
    const bits = bitLength(modulus.valueBlock.valueHexView);
    if (bits < RSA_BITS.least || bits > RSA_BITS.most) throw refuse(`RSA of ${bits} bits`);
    return { family: 'RSA', numberBytes: 0 };
  }
  if (key.algorithm.algorithmId === EC_PUBLIC_KEY) {
    const parameters = key.algorithm.algorithmParams as asn1js.AsnType | undefined;
    const oid = parameters instanceof asn1js.ObjectIdentifier ? parameters.valueBlock.toString() : 'no named curve';
    const curve = CURVES[oid];
    if (!curve || !(key.parsedKey instanceof ECPublicKey)) throw refuse(`curve ${oid}`);
    return { family: 'EC', numberBytes: curve.bytes };
  }
  throw refuse(key.algorithm.algorithmId);
}

let engine: CryptoEngine | undefined;
export function cryptoEngine(): CryptoEngine {
  engine ??= new CryptoEngine({ name: 'webcrypto', crypto: globalThis.crypto });
  return engine;
}

/** Was `data` signed with this key? The caller has checked key and algorithm; what does not fit together is a no. */
export async function isSigned(
  data: Uint8Array<ArrayBuffer>,
  signature: asn1js.BitString | asn1js.OctetString,
  key: PublicKeyInfo,
  algorithm: AlgorithmIdentifier,
): Promise<boolean> {
  const { family, numberBytes } = checkKey(key, 'signing key');
  if (SIGNINGS[algorithm.algorithmId]?.family !== family) return false;
  if (signature instanceof asn1js.BitString && signature.valueBlock.unusedBits !== 0) return false;
  if (family === 'EC' && !isEcdsaValue(signature.valueBlock.valueHexView, numberBytes)) return false;
  try {
    return await cryptoEngine().verifyWithPublicKey(data, signature, key, algorithm);
  } catch {
    return false;
  }
}

/** Two positive numbers in DER that fit the curve: the library cuts longer ones instead of refusing them. */
export function isEcdsaValue(bytes: Uint8Array, numberBytes: number): boolean {
  try {
    const numbers = partsOf(readDer(bytes), 'ECDSA signature');
    return (
      numbers.length === 2 &&
      numbers.every((number) => {
        const [tag, , ...value] = bytesOf(number);
        if (tag !== TAG.integer) return false;
        if ((value[0]! & 0x80) !== 0) return false;
        if (value[0] === 0 && (value.length === 1 || (value[1]! & 0x80) === 0)) return false;
        return value.length - (value[0] === 0 ? 1 : 0) <= numberBytes;
      })
    );
  } catch {
    return false;
  }
}

function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (bytes.length - first - 1) * 8 + (32 - Math.clz32(bytes[first]!));
}
