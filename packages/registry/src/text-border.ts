/**
 * Letters that are not seen and change what is: control characters other than tab and line ends, marks that turn the
 * direction of writing, zero-width ones, and halves of surrogate pairs.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for.
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const loneHalf = /\p{Surrogate}/gu;
// Most texts hold neither: looked for once, before anything is replaced.
const suspect = new RegExp(`${unseen.source}|[\\ud800-\\udfff]`);

/** The text without letters that are not seen; half a surrogate pair becomes `\ufffd`. */
export function withoutUnseen(text: string): string {
  return !suspect.test(text) ? text : text.replace(unseen, '').replace(loneHalf, '\ufffd');
}
