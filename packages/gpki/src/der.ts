import * as asn1js from 'asn1js';
import { checkNesting, type NestingLimits } from './der-walk.ts';
import { Unreadable } from './unreadable.ts';

const LIMITS: NestingLimits = { depth: 40, parts: 5_000 };

/** Reads exactly one value, in BER, that fills all of `bytes`. */
export function readAsn1(bytes: Uint8Array): asn1js.AsnType {
  checkNesting(bytes, LIMITS, false);
  return decode(bytes);
}

/** As {@link readAsn1}, and refuses every encoding but DER: there must be one way only to write what is signed or named. */
export function readDer(bytes: Uint8Array): asn1js.AsnType {
  checkNesting(bytes, LIMITS, true);
  const value = decode(bytes);
  if (!sameBytes(new Uint8Array(value.toBER()), bytes)) throw new Unreadable('not the one DER encoding of its value');
  return value;
}

function decode(bytes: Uint8Array): asn1js.AsnType {
  const options = { maxDepth: LIMITS.depth + 1, maxNodes: LIMITS.parts + 1 };
  const read = parsing('ASN.1', () => asn1js.fromBER(new Uint8Array(bytes), options));
  if (read.offset !== bytes.length) throw new Unreadable(`ASN.1: ${read.result.error || 'not one value'}`);
  return read.result;
}

/** Runs a parser of the library, whose own errors have no type, and says what it said. */
export function parsing<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`${what}: ${reasonOf(error)}`);
  }
}

/** The parts of a constructed value; throws {@link Unreadable} when it is none. */
export function partsOf(value: asn1js.AsnType | undefined, what: string): asn1js.AsnType[] {
  const parts: unknown = (value?.valueBlock as { value?: unknown } | undefined)?.value;
  if (!value?.idBlock.isConstructed || !Array.isArray(parts)) throw new Unreadable(`${what} is not constructed`);
  return parts as asn1js.AsnType[];
}

/** Is this the context-specific tag `[number]`? */
export function isTagged(value: asn1js.AsnType | undefined, number: number): boolean {
  return value !== undefined && value.idBlock.tagClass === 3 && value.idBlock.tagNumber === number;
}

/** The bytes of a value as they arrived, header included. */
export function bytesOf(value: asn1js.AsnType): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value.valueBeforeDecodeView);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function toHex(bytes: Uint8Array | ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
