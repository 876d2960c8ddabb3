import { numberWords } from './generated/cell-words.ts';
import { getScheme, type NumberHint, type SchemeId } from './scheme.ts';

/** A number as it was typed, and the key it is compared by. */
export interface CertificateNumber {
  /** As printed or typed, blanks at both ends removed. */
  readonly printed: string;
  /** What two writings of one number share: NFKC, capitals, no blanks, hyphens or underscores, no 展延 mark, no label before it. */
  readonly key: string;
  /** Whether it carries the mark 展延 (extended), in brackets or bare. */
  readonly extended: boolean;
}

// Blanks of every kind (also zero-width), hyphens and dashes of every kind, and the underscore that is typed for them.
const noise = /[\s\u00ad\u200b-\u200f\u2060\ufeff\p{Pd}\u2212_]+/gu;
/** Most numbers: nothing in them but hyphens would be written otherwise. */
const plainly = /^[0-9A-Z\u4e00-\u9fff-]*$/;
const label = new RegExp(`^(?:(?:${numberWords.labels}):)+`);
const extension = /(?:\(展延\)|\[展延\]|展延)+$/;

/**
 * What is the comparable form of a certificate number?
 *
 * Source: data/schemes.yml: `113電簽0001` is also printed `113-電簽-0005`, and 展延 stands behind a number in brackets.
 * No known shape of a number holds an underscore, so taking one for a hyphen can join no two numbers that hyphens keep apart.
 * @returns an empty `key` when nothing is left (the text held blanks, hyphens and underscores only).
 * @example readNumber('１１３-電簽-0005（展延）') // { printed: '１１３-電簽-0005（展延）', key: '113電簽0005', extended: true }
 */
export function readNumber(text: string): CertificateNumber {
  if (typeof text !== 'string') throw new TypeError('readNumber(text): text must be a string');
  // Composed at the end: capitals come apart (ΐ), a mark meets its letter where a blank went (O¨), and a key must read as itself.
  const spoken = plainly.test(text)
    ? text.replaceAll('-', '')
    : text.normalize('NFKC').toUpperCase().replace(noise, '').normalize('NFKC');
  const folded = spoken.replace(label, '');
  const key = folded.replace(extension, '');
  return { printed: text.trim(), key, extended: key !== folded };
}

/**
 * Does a number look as numbers of the scheme have been seen to look?
 * @returns the hint it fits; `null` when it fits none **or none is known**. Never a reason to refuse a number.
 */
export function fitHint(scheme: SchemeId, printed: string): NumberHint | null {
  if (typeof printed !== 'string') throw new TypeError(`fitHint(…, printed): expected text, got ${typeof printed}`);
  const text = printed.normalize('NFKC').replaceAll('_', '-').trim();
  return getScheme(scheme).hints.find((hint) => new RegExp(hint.pattern, 'u').test(text)) ?? null;
}
