import { type Problem, problem } from './problem.ts';

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** What other programs write, by the bytes it begins with, and its name in every language. */
const kinds: readonly (readonly [name: string, ...start: number[]])[] = [
  ['PDF', 0x25, 0x50, 0x44, 0x46],
  ['PNG', 0x89, 0x50, 0x4e, 0x47],
  // Read as UTF-8 text, as a pasted picture is.
  ['PNG', 0xc2, 0x89, 0x50, 0x4e, 0x47],
  ['JPEG', 0xff, 0xd8, 0xff],
  ['GIF', 0x47, 0x49, 0x46, 0x38],
  ['RAR', 0x52, 0x61, 0x72, 0x21, 0x1a],
  ['7Z', 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  ['GZIP', 0x1f, 0x8b],
];

/**
 * What is refused for the kind of file it is, whatever its name: a person is then told what to do with it, not which byte
 * of it cannot be read.
 * @returns `null` where it may be a table
 */
export function foreignFile(bytes: Uint8Array): Problem | null {
  // The container of the older office programs, which also holds every workbook that is locked by a password, and bare BIFF.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0) || (bytes[0] === 0x09 && bytes[1]! <= 0x08 && bytes[2]! <= 0x10))
    return problem('file-is-xls', '');
  const kind = kinds.find(([, ...start]) => begins(bytes, ...start));
  return kind ? problem('file-unreadable', kind[0]) : null;
}

const webPage = /^\s*<(?:!doctype html|html|head|body|meta|style|table|div|script)\b/i;
const xml = /^\s*<\?xml\b/i;

/** The same for what is text: systems of offices name web pages .xls, and a spreadsheet opens them all the same. */
export function foreignText(text: string): Problem | null {
  if (/^MIME-Version:/i.test(text)) return problem('file-is-web-page', 'MHTML');
  if (webPage.test(text)) return problem('file-is-web-page', 'HTML');
  return xml.test(text) ? problem('file-is-web-page', 'XML') : null;
}
