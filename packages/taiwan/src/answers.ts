/** `@aipower/taiwan/answers`: how people say none, not yet and yes in a field of a form or a cell of a sheet. */
import { noneWords, notYetParts, notYetWords, yesWords } from './generated/answers.ts';

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

// The same as the beginning of a sentence, with what people put between: 目前申請中，預計下月取得.
const p = notYetParts;
const notYetOpening = /* @__PURE__ */ new RegExp(
  /* @__PURE__ */ [
    `^(?:(?:${p.now})?(?:${p.already})?(?:${p.steps})(?:${p.work})?(?:${p.goingOn})?中`,
    `(?:${p.still})?(?:${p.not})(?:${p.able})?(?:${p.lacking})`,
    `待(?:${p.awaited})`,
    `(?:${p.planned})(?:於)?.{0,12}?(?:${p.aims})`,
    `${p.english})`,
  ].join('|'),
);

/**
 * Does an entry say that it is on the way, or begin to: 申請中, 目前審查中，預計下月取得, 尚未取得證書?
 * For cells that hold more than a word; an entry may name a number further on.
 * @example beginsNotYet('預計115年9月取得') // true
 */
export function beginsNotYet(entry: string | null | undefined): boolean {
  if (!entry) return false;
  const folded = entry.normalize('NFKC').trim().toLowerCase();
  return saysNotYet(entry) || notYetOpening.test(folded.replace(/[\s。.!,，、]+/gu, ''));
}

/**
 * Is an entry the bare word yes: 是, 有, 同意, yes, ✓, 1?
 * @example saysYes('Ｙｅｓ') // true
 */
export function saysYes(entry: string | null | undefined): boolean {
  return !!entry && yes.has(bare(entry));
}
