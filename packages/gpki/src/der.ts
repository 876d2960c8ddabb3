import * as asn1js from 'asn1js';

/** The bytes are not the ASN.1 that was asked for. Each caller says which refusal that is. */
export class Unreadable extends Error {}

/** A signed message nests at most this deep and has at most this many parts; a hostile one is refused before it costs time. */
const MAX_DEPTH = 40;
const MAX_NODES = 5_000;

/** Reads exactly one value that fills all of `bytes`. */
export function readAsn1(bytes: Uint8Array, maxNodes = MAX_NODES): asn1js.AsnType {
  let read: ReturnType<typeof asn1js.fromBER>;
  try {
    read = asn1js.fromBER(new Uint8Array(bytes), { maxDepth: MAX_DEPTH, maxNodes });
  } catch (error) {
    throw new Unreadable(`not ASN.1: ${reasonOf(error)}`);
  }
  if (read.offset === -1) throw new Unreadable(`not ASN.1: ${read.result.error || 'broken encoding'}`);
  if (read.offset !== bytes.length) throw new Unreadable(`${bytes.length - read.offset} bytes after the end`);
  return read.result;
}

/** As {@link readAsn1}, and refuses every encoding but DER: there must be one way only to write what is signed or named. */
export function readDer(bytes: Uint8Array, maxNodes = MAX_NODES): asn1js.AsnType {
  const value = readAsn1(bytes, maxNodes);
  if (!sameBytes(new Uint8Array(value.toBER()), bytes)) throw new Unreadable('not the one DER encoding of its value');
  return value;
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
