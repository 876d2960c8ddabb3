import { coarseCode } from '@aipower/taiwan/han';

/** A text as it is compared: `text` folded, `from[i]` where its unit `i` began in the text as given; one entry more, its length. */
export interface Folded {
  /** Folded: width, case, variant glyphs, Simplified. */
  readonly text: string;
  /** UTF-16 offset in the text as given, for each unit of `text`, and its length at the end. */
  readonly from: Uint32Array;
}

/** One UTF-16 unit folded to one: 0 = not asked yet, `SLOW` = becomes none, or more than one. */
const known = new Uint16Array(0x10000);
const SLOW = 0xffff;
const BLANK = 0x20;
/** As many arguments as a function call takes safely. */
const CHUNK = 4096;
/** One character becomes eighteen at most under NFKC (U+FDFA), and one place is left for the end. */
const MAX_EXPANSION_LENGTH = 20;
const invisible = /\p{Cf}|\p{Mn}|\p{Me}/u;

/**
 * How is a text compared? Width, case, Traditional or Simplified and variant glyphs (臺/台) make no difference, format characters
 * vanish and control characters part words. Folding what is folded changes nothing. Cost: linear, about 10 ns a character.
 */
export function foldText(given: string): Folded {
  const length = foldInto(given);
  return { text: joined(length), from: from.slice(0, length + 1) };
}

/** {@link foldText} for who needs no places: a third faster on short texts. */
export function foldedText(given: string): string {
  return joined(foldInto(given));
}

/** Fills the work space; returns how far. */
function foldInto(given: string): number {
  let length = 0;
  for (let at = 0; at < given.length; at++) {
    const code = given.charCodeAt(at);
    let unit = known[code]!;
    if (unit === 0) {
      unit = single(code);
      known[code] = unit;
    }
    if (length + MAX_EXPANSION_LENGTH > units.length) grow();
    if (unit !== SLOW) {
      units[length] = unit;
      from[length++] = at;
    } else {
      const character = String.fromCodePoint(given.codePointAt(at)!);
      for (const folded of expanded(character)) {
        units[length] = folded;
        from[length++] = at;
      }
      at += character.length - 1;
    }
  }
  from[length] = given.length;
  return length;
}

/** Where in the text as given does a stretch of the folded text stand? A character that became several counts whole (㎏ → kg). */
export function givenPlace({ from }: Folded, start: number, end: number): { start: number; end: number } {
  let after = end;
  while (after < from.length - 1 && from[after] === from[end - 1]) after += 1;
  return { start: from[start]!, end: from[after]! };
}

/** Work space of one call, kept between calls: building an index folds 14,000 short passages, and allocating for each shows. */
let units = new Uint16Array(4096);
let from = new Uint32Array(4096);

function grow(): void {
  const [oldUnits, oldFrom] = [units, from];
  units = new Uint16Array(oldUnits.length * 2);
  from = new Uint32Array(oldFrom.length * 2);
  units.set(oldUnits);
  from.set(oldFrom);
}

function single(code: number): number {
  if (code < BLANK || (code >= 0x7f && code < 0xa0)) return BLANK;
  if (code >= 0xd800 && code <= 0xdfff) return SLOW;
  // No ideograph of these blocks is changed by NFKC or has a case.
  if (code >= 0x3400 && code <= 0x9fff) return coarseCode(code);
  const units = expanded(String.fromCharCode(code));
  return units.length === 1 ? units[0]! : SLOW;
}

/** Latin letters lose their accents: the mark becomes a character of its own under NFKD, and marks are invisible here. */
function expanded(character: string): number[] {
  const units: number[] = [];
  const plain = character.normalize('NFKC').toLowerCase();
  for (const part of /\p{Script=Latin}/u.test(plain) ? plain.normalize('NFKD') : plain) {
    if (invisible.test(part)) continue;
    for (let i = 0; i < part.length; i++) units.push(coarseCode(part.charCodeAt(i)));
  }
  return units;
}

/** `apply` takes a typed array as it is; spreading it would copy it unit by unit. */
function joined(length: number): string {
  let text = '';
  for (let i = 0; i < length; i += CHUNK) {
    const chunk = units.subarray(i, Math.min(length, i + CHUNK)) as unknown as number[];
    text += String.fromCharCode.apply(null, chunk);
  }
  return text;
}
