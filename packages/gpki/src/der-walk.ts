import { Unreadable } from './der.ts';

/** One DER value by its place in the bytes: nothing is copied, so a list of a hundred thousand entries costs no objects. */
export interface Place {
  readonly tag: number;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

export const TAG = { boolean: 0x01, integer: 0x02, bitString: 0x03, octets: 0x04, oid: 0x06, sequence: 0x30 } as const;
export const isTime = (tag: number): boolean => tag === 0x17 || tag === 0x18;

/** The value at `at`, which must end by `limit`. One-byte tags, definite and shortest lengths: DER. */
export function placeAt(bytes: Uint8Array, at: number, limit: number): Place {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (at + 2 > limit || tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw broken(at);
  let body = at + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || body + count > limit) throw broken(at);
    length = 0;
    for (const end = body + count; body < end; body++) length = length * 256 + bytes[body]!;
    if (length < 0x80 || (count > 1 && length < 2 ** (8 * (count - 1)))) throw broken(at);
  }
  const end = body + length;
  if (end > limit) throw broken(at);
  return { tag, start: at, body, end };
}

/** The values inside one constructed value. */
export function placesIn(bytes: Uint8Array, outer: Place): Place[] {
  const places: Place[] = [];
  for (let at = outer.body; at < outer.end; ) {
    const place = placeAt(bytes, at, outer.end);
    places.push(place);
    at = place.end;
  }
  return places;
}

/** A copy of a value, header included. */
export function copyOf(bytes: Uint8Array, place: Place): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(place.start, place.end));
}

function broken(at: number): Unreadable {
  return new Unreadable(`broken DER at byte ${at}`);
}
