/** `@aipower/taiwan/answers`: how people say none, not yet and yes in a field of a form or a cell of a sheet. */
import { noneWords, notYetWords, yesWords } from './generated/answers.ts';

// What people put around an answer, or draw in its place: quotes, brackets, full stops, dashes, blanks of every kind.
const around = /[\s\p{Cf}\p{Pd}\u2212_~ー·•"'“”‘’「」『』()[\]【】。.,、]/gu;
const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(around, '');

const none = /* @__PURE__ */ new Set(noneWords);
const notYet = /* @__PURE__ */ new Set(notYetWords);
const yes = /* @__PURE__ */ new Set(yesWords);

/**
 * Does an entry say that there is nothing? True for 無, 沒有, 不適用, N/A, none, nil, 0, blank, dashes and their like,
 * whatever the width, case and quotes; for `null` and `undefined`.
 * Not for 申請中 and 尚未取得: see {@link saysNotYet}.
 * @example saysNone('「無」') // true
 */
export function saysNone(entry: string | null | undefined): boolean {
  // No way to say none has another digit than 0, and nearly every number has: what follows costs much more.
  if (!entry || /[1-9]/.test(entry)) return !entry;
  const text = bare(entry);
  return text === '' || none.has(text);
}

/**
 * Does an entry say that it is on the way: 申請中, 審查中, 尚未取得, pending?
 * @example saysNotYet('（申請中）') // true
 */
export function saysNotYet(entry: string | null | undefined): boolean {
  return !!entry && notYet.has(bare(entry));
}

/**
 * Is an entry the bare word yes: 是, 有, 同意, yes, ✓, 1?
 * @example saysYes('Ｙｅｓ') // true
 */
export function saysYes(entry: string | null | undefined): boolean {
  return !!entry && yes.has(bare(entry));
}
