import { Unreadable } from './unreadable.ts';

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

/** A signed message nests at most this deep and has at most this many parts; a hostile one is refused before it costs time. */
export interface NestingLimits {
  readonly depth: number;
  readonly parts: number;
}

/**
 * Checks that every value ends where the value around it ends: the library reads parts that are longer than their whole, so
 * that one message could be written in many ways. BER with indefinite lengths passes unless `der` is asked for.
 */
export function checkNesting(bytes: Uint8Array, limits: NestingLimits, der: boolean): void {
  let parts = 0;
  const read = (at: number, limit: number, depth: number): number => {
    parts += 1;
    if (depth > limits.depth || parts > limits.parts) throw new Unreadable('nested too deep, or too many parts');
    const constructed = ((bytes[at] ?? 0) & 0x20) !== 0;
    if (!der && constructed && bytes[at + 1] === 0x80 && at + 2 <= limit) return readUntilEnd(at + 2, limit, depth);
    const place = der ? placeAt(bytes, at, limit) : anyPlaceAt(bytes, at, limit);
    for (let inner = place.body; constructed && inner < place.end; ) inner = read(inner, place.end, depth + 1);
    return place.end;
  };
  const readUntilEnd = (from: number, limit: number, depth: number): number => {
    for (let at = from; at + 2 <= limit; at = read(at, limit, depth + 1))
      if (bytes[at] === 0 && bytes[at + 1] === 0) return at + 2;
    throw broken(from);
  };
  const end = read(0, bytes.length, 0);
  if (end !== bytes.length) throw new Unreadable(`${bytes.length - end} bytes after the end`);
}

/** As {@link placeAt}, with lengths that BER may write in more bytes than needed. */
function anyPlaceAt(bytes: Uint8Array, at: number, limit: number): Place {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > limit || (tag & 0x1f) === 0x1f || tag === 0)
    throw broken(at);
  const count = first < 0x80 ? 0 : first & 0x7f;
  const body = at + 2 + count;
  if (first === 0x80 || count > 4 || body > limit) throw broken(at);
  const length = count === 0 ? first : bytes.subarray(at + 2, body).reduce((sum, byte) => sum * 256 + byte, 0);
  if (body + length > limit) throw broken(at);
  return { tag, start: at, body, end: body + length };
}
