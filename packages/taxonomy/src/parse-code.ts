import { type Code, isCode, type Level, levelOf } from './code.ts';
import { nearestCodes } from './nearest.ts';
import { refuse } from './refuse.ts';

/** Why a text is no code. `several`: it names more than one, and all that exist are in `nearest`. */
export type ParseFailure = 'empty' | 'too-long' | 'no-code' | 'unknown-code' | 'several';

export type ParsedCode =
  | { readonly ok: true; readonly code: Code; readonly level: Level }
  | { readonly ok: false; readonly reason: ParseFailure; readonly found: string; readonly nearest: readonly Code[] };

const longest = 1000;
const separator = '\\s*[.。·・‧\\-‐‑‒–—―_]\\s*';
const number = '0*[1-9]\\d*';
/** An optional label or bracket, one to three numbers, an optional closing dot, and then no further number part. */
const pasted = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:項目|分項|項次|代碼|代號|編號|code|item|no)?[^\\p{L}\\p{N}]*(${number}(?:${separator}${number}){0,9})`,
  'iu',
);
const itemCode = new RegExp(`(?<![\\d.])${number}${separator}${number}${separator}${number}(?![\\d])`, 'gu');

/**
 * Which code did a person mean who pasted this? Takes full-width digits, blanks, other separators, leading zeros, a
 * label in front, a closing dot and the title behind: `４．６．１`, ` 4-6-1 `, `4.6.1 瑕疵檢測 AOI/良率最佳化`.
 * @param text at most 1,000 characters; longer text is `too-long`, and is not read
 * @returns the code and its level, or the reason, the part that was read as a code (or the start of the text), and the
 *   nearest codes that exist (at most three; empty when nothing is near)
 * @throws TypeError when `text` is not a string: the number 4.1 may have been 4.10
 * @example parseCode('4.6.9') // { ok: false, reason: 'unknown-code', found: '4.6.9', nearest: ['4.6.1', '4.6.2', '4.6.3'] }
 */
export function parseCode(text: string): ParsedCode {
  if (typeof text !== 'string') refuse('parseCode', text, "text such as '4.10' (codes are text, never numbers)");
  if (text.length > longest) return failure('too-long', text.slice(0, 20));
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return failure('empty', '');
  const match = pasted.exec(plain);
  if (!match?.[1]) return failure('no-code', plain.slice(0, 20));

  const others = new Set([...plain.matchAll(itemCode)].map(([found]) => dotted(found)).filter(isCode));
  if (others.size > 1) return failure('several', plain.slice(0, 20), [...others]);
  const found = dotted(match[1]);
  return isCode(found)
    ? { ok: true, code: found, level: levelOf(found) }
    : failure('unknown-code', found.slice(0, 20), nearestCodes(found));
}

function dotted(text: string): string {
  return text.split(new RegExp(separator, 'u')).map(Number).join('.');
}

function failure(reason: ParseFailure, found: string, nearest: readonly Code[] = []): ParsedCode {
  return { ok: false, reason, found, nearest };
}
