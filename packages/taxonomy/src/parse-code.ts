import {
  type Code,
  compareCodes,
  type GroupCode,
  type ItemCode,
  isCode,
  type Level,
  levelOf,
  type TierCode,
} from './code.ts';
import { codeLabels, joiningWords } from './generated/code-words.ts';
import { nearestCodes } from './nearest.ts';
import { refuse } from './refuse.ts';

/** Why a text is no code. `several`: it names more than one, and all that exist are in `nearest`. */
export type ParseFailure = 'empty' | 'too-long' | 'no-code' | 'unknown-code' | 'several';

/** Level → the type of its codes. */
export interface CodeOf {
  /** Such as `4`. */
  readonly tier: TierCode;
  /** Such as `4.6`. */
  readonly group: GroupCode;
  /** Such as `4.6.1`. */
  readonly item: ItemCode;
}

/** Asking for the `level` narrows the `code`: with `level === 'item'` it is an `ItemCode`. */
export type ParsedCode =
  | { [L in Level]: { readonly ok: true; readonly code: CodeOf[L]; readonly level: L } }[Level]
  | { readonly ok: false; readonly reason: ParseFailure; readonly found: string; readonly nearest: readonly Code[] };

const longest = 1000;
const separator = '\\s*[.。·・‧\\-‐‑‒–—―_]\\s*';
const number = '0*[1-9]\\d*';
const joining = joiningWords.join('|');
const dottedNumbers = `${number}(?:${separator}${number}){0,9}`;
/** An optional label or bracket, and then numbers; too many of them are read too, so that 4.6.1.2 is not taken for 4.6.1. */
const pasted = new RegExp(`^[^\\p{L}\\p{N}]*(?:${codeLabels.join('|')})?[^\\p{L}\\p{N}]*(${dottedNumbers})`, 'iu');
/** A second code: right behind the first one in a list, or, if it has all three parts, anywhere. */
const listed = new RegExp(`^[.\\s]*(?:[,、;/&+~]|${joining})[.\\s]*(${dottedNumbers})`, 'u');
/** Behind one or two numbers, more of them may be the rest of a code (4,6,1), and a letter makes it a word (3D, 5G). */
const moreNumbers = new RegExp(`^(?:(?:[\\s.,、;/&+~]|${joining})+\\d+)+`, 'u');
const word = /^[a-z]/i;
const itemCode = new RegExp(`(?<![\\d.])${number}${separator}${number}${separator}${number}(?!\\d)`, 'gu');

/**
 * Which code did a person mean who pasted this? Takes full-width digits, blanks, other separators, leading zeros, a
 * label in front, a closing dot and the title behind: `４．６．１`, ` 4-6-1 `, `4.6.1 瑕疵檢測 AOI/良率最佳化`. What could be
 * more than one code is refused rather than guessed: `4,6,1` is not tier 4.
 * @param text at most 1,000 characters; longer text is `too-long`, and is not read
 * @returns the code and its level, or the reason, the part that was read as a code (or the start of the text), and the
 *   nearest codes that exist (at most three; empty when nothing is near); for `several` all codes it names, and for
 *   `no-code` the item code somewhere inside, if there is one
 * @throws TypeError when `text` is not a string: the number 4.1 may have been 4.10
 * @example parseCode('4.6.9') // { ok: false, reason: 'unknown-code', found: '4.6.9', nearest: ['4.6.1', '4.6.2', '4.6.3'] }
 */
export function parseCode(text: string): ParsedCode {
  if (typeof text !== 'string') refuse('parseCode', text, "text such as '4.10' (codes are text, never numbers)");
  if (text.length > longest) return failure('too-long', text.slice(0, 20));
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (plain === '') return failure('empty', '');
  const [start = '', numbers = ''] = pasted.exec(plain) ?? [];
  const found = dotted(numbers);
  const rest = plain.slice(start.length);
  const next = dotted(listed.exec(rest)?.[1] ?? '');
  const inside = [...plain.matchAll(itemCode)].map(([code]) => dotted(code));
  const codes = [...new Set([found, next, ...inside].filter(isCode))].sort(compareCodes);
  if (codes.length > 1) return failure('several', plain.slice(0, 20), codes);

  const whole = found.split('.').length >= 3;
  if (numbers === '' || (!whole && word.test(rest))) {
    return failure(
      'no-code',
      plain.slice(0, 20),
      codes.filter((code) => code !== found),
    );
  }
  const more = whole ? undefined : moreNumbers.exec(rest)?.[0];
  if (more !== undefined) {
    const joined = (numbers + more).match(/\d+/g)!.map(Number).join('.');
    return failure('unknown-code', (numbers + more).slice(0, 20), nearestCodes(joined));
  }
  return isCode(found)
    ? ({ ok: true, code: found, level: levelOf(found) } as ParsedCode)
    : failure('unknown-code', found.slice(0, 20), nearestCodes(found));
}

function dotted(text: string): string {
  return text.split(new RegExp(separator, 'u')).map(Number).join('.');
}

function failure(reason: ParseFailure, found: string, nearest: readonly Code[] = []): ParsedCode {
  return { ok: false, reason, found, nearest };
}
