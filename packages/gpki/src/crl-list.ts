import type * as asn1js from 'asn1js';
import { AlgorithmIdentifier, type Extension, Extensions, Time } from 'pkijs';
import { parsing, readDer, sameBytes } from './der.ts';
import { copyOf, isTime, type Place, placeAt, placesIn, TAG } from './der-walk.ts';
import { Unreadable } from './unreadable.ts';

/** A revocation list, its entries still in place: the library needs a third of a second for each thousand of them. */
export interface RevocationList {
  readonly bytes: Uint8Array;
  /** What is signed. */
  readonly tbs: Uint8Array<ArrayBuffer>;
  readonly algorithm: AlgorithmIdentifier;
  readonly signature: asn1js.BitString;
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly extensions: readonly Extension[];
  readonly entries: Place | null;
}

export interface RevokedEntry {
  readonly since: Date;
  readonly extensions: readonly Extension[];
}

/** @throws {@link Unreadable} for anything but one X.509 revocation list in DER. */
export function readRevocationList(bytes: Uint8Array): RevocationList {
  const outer = expect(placeAt(bytes, 0, bytes.length), TAG.sequence, 'the list');
  if (outer.end !== bytes.length) throw new Unreadable(`${bytes.length - outer.end} bytes after the end`);
  const [tbs, algorithm, signature, ...more] = placesIn(bytes, outer);
  if (!signature || more.length > 0) throw new Unreadable('not a body, an algorithm and a signature');
  expect(tbs, TAG.sequence, 'the body');
  const rest = placesIn(bytes, tbs!);
  const version = rest[0]?.tag === TAG.integer ? rest.shift() : undefined;
  if (version && !sameBytes(copyOf(bytes, version), Uint8Array.of(2, 1, 1))) throw new Unreadable('not version 2');
  const inner = expect(rest.shift(), TAG.sequence, 'the algorithm');
  if (!sameBytes(copyOf(bytes, inner), copyOf(bytes, algorithm!))) throw new Unreadable('two signature algorithms');
  const issuer = expect(rest.shift(), TAG.sequence, 'the issuer');
  const thisUpdate = rest.shift();
  const nextUpdate = rest[0] && isTime(rest[0].tag) ? rest.shift() : undefined;
  const entries = rest[0]?.tag === TAG.sequence ? rest.shift()! : null;
  const extensions = rest[0]?.tag === 0xa0 ? rest.shift() : undefined;
  if (!thisUpdate || rest.length > 0) throw new Unreadable('the parts of the body are not in order');
  if (extensions && !version) throw new Unreadable('extensions in a list of version 1');
  const bits = readDer(copyOf(bytes, expect(signature, TAG.bitString, 'the signature')));
  return {
    bytes,
    tbs: copyOf(bytes, tbs!),
    algorithm: parsing('algorithm', () => new AlgorithmIdentifier({ schema: readDer(copyOf(bytes, algorithm!)) })),
    signature: bits as asn1js.BitString,
    issuer: copyOf(bytes, issuer),
    thisUpdate: readTime(bytes, thisUpdate),
    nextUpdate: nextUpdate ? readTime(bytes, nextUpdate) : null,
    extensions: extensions ? readExtensions(bytes, placesIn(bytes, extensions)[0]) : [],
    entries,
  };
}

/** Walks all entries, and returns the one of this serial number (content bytes of its INTEGER), if any. */
export function findEntry(list: RevocationList, serial: Uint8Array): RevokedEntry | null {
  let found: RevokedEntry | null = null;
  for (const entry of entriesOf(list)) {
    if (found || !sameBytes(list.bytes.subarray(entry.serial.body, entry.serial.end), serial)) continue;
    const extensions = entry.extensions ? readExtensions(list.bytes, entry.extensions) : [];
    found = { since: readTime(list.bytes, entry.time), extensions };
  }
  return found;
}

/** OIDs of critical extensions of entries, each once. */
export function criticalInEntries(list: RevocationList): Set<string> {
  const critical = new Set<string>();
  for (const { extensions } of entriesOf(list)) {
    if (!extensions) continue;
    for (const extension of placesIn(list.bytes, extensions)) {
      const [oid, flag] = placesIn(list.bytes, expect(extension, TAG.sequence, 'an extension'));
      if (flag?.tag !== TAG.boolean) continue;
      critical.add(String((readDer(copyOf(list.bytes, oid!)) as asn1js.ObjectIdentifier).valueBlock));
    }
  }
  return critical;
}

function* entriesOf({ bytes, entries }: RevocationList): Generator<{ serial: Place; time: Place; extensions?: Place }> {
  for (let at = entries?.body ?? 0; entries && at < entries.end; ) {
    const entry = expect(placeAt(bytes, at, entries.end), TAG.sequence, 'an entry');
    const [serial, time, extensions, ...more] = placesIn(bytes, entry);
    if (!time || !isTime(time.tag) || more.length > 0) throw new Unreadable(`a broken entry at byte ${at}`);
    expect(serial, TAG.integer, 'a serial number');
    if (extensions) expect(extensions, TAG.sequence, 'extensions');
    yield extensions ? { serial: serial!, time, extensions } : { serial: serial!, time };
    at = entry.end;
  }
}

function expect(place: Place | undefined, tag: number, what: string): Place {
  if (place?.tag !== tag) throw new Unreadable(`${what} is not where it should be`);
  return place;
}

function readTime(bytes: Uint8Array, place: Place): Date {
  const date = parsing('time', () => new Time({ schema: readDer(copyOf(bytes, place)) })).value;
  if (Number.isNaN(date.getTime())) throw new Unreadable('a moment that cannot be read');
  return date;
}

function readExtensions(bytes: Uint8Array, place: Place | undefined): Extension[] {
  const sequence = readDer(copyOf(bytes, expect(place, TAG.sequence, 'extensions')));
  return parsing('extensions', () => new Extensions({ schema: sequence })).extensions;
}
