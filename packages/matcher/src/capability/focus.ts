import { fittedTables } from '../generated/fitted.ts';
import { meansWords as means } from '../generated/sentences.ts';
import type { Folded } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { TextTerms } from '../text/text-terms.ts';
import { type Classifier, judgeOf, readClassifier } from './classifier.ts';
import { type Denial, denialsIn } from './denials.ts';

/**
 * What a stretch of the text is for: `need` says what is to be done or offered, `means` tells of models, machines, security, team or price
 * with which it is done, `denied` says what it is not.
 */
export type Role = 'need' | 'means' | 'denied';

/** A stretch of the folded text with one role; stretches follow each other. */
export interface Focus {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** What the words in it carry of their weight, 0 to 1. */
  readonly share: number;
}

/** A line under one of these headings tells who does it, with what and for how much, whatever trade its words are of: 團隊：資料科學家 3 名. */
const underMeans = new RegExp(
  `^[\\s(（]*(?:[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾\\d]{1,2}[)）、.．]+\\s*)?(?:${means.of})?(?:${means.headings})(?:${means.about})?\\s*[:：]|^\\s*(?:${means.whose})?(?:${means.team})(?:${means.have})`,
  'u',
);
/** Log odds that such a heading takes from its line. */
const UNDER_MEANS = -3;

/** How much of the log odds of a sentence its paragraph lends it. */
const PARAGRAPH = 0.35;
/** A sentence may be so much less a need than the best one and still count whole. */
const MARGIN = 1;
/** How fast a sentence loses weight from there on, per unit of log odds. */
const FALL = 0.8;
/** Sentences below this are called means. */
const MEANS_BELOW = 0.5;
const MIN_SHARE = 0.02;

let roles: Classifier | undefined;

/**
 * Which stretches of the text tell the need, and which the means? Sentences are judged by a small classifier, against the clearest need in the same text: a text of one
 * sentence is always a need, whatever it says. Linear in the length of the text.
 * @param leans log odds that a place of the given text leans to the need, known from elsewhere (the field of a form); 0 when left out
 */
export function focusOf(
  given: string,
  folded: Folded,
  terms: TextTerms,
  leans: (at: number) => number = () => 0,
  by?: Classifier,
): Focus[] {
  const { text, from } = folded;
  const sentences = sentencesOf(text, (at) => given.charCodeAt(from[at]!) === LINE_FEED);
  if (sentences.length === 0) return [];
  roles ??= readClassifier(fittedTables.roles);
  const judge = judgeOf(by ?? roles, terms);
  const own = sentences.map((sentence) => judge([sentence]));
  const sums = new Map<number, { sum: number; weight: number }>();
  sentences.forEach(({ start, end, paragraph }, place) => {
    const known = sums.get(paragraph) ?? { sum: 0, weight: 0 };
    known.sum += own[place]! * (end - start);
    known.weight += end - start;
    sums.set(paragraph, known);
  });
  const heading = (start: number) =>
    underMeans.test(given.slice(from[start]!, from[start]! + LONGEST_HEADING)) ? UNDER_MEANS : 0;
  const odds = sentences.map(({ start, paragraph }, place) => {
    const { sum, weight } = sums.get(paragraph)!;
    return (1 - PARAGRAPH) * own[place]! + (PARAGRAPH * sum) / weight + leans(from[start]!) + heading(start);
  });
  const denials = denialsIn(text);
  const best = Math.max(...odds.map((value, place) => (isDenied(sentences[place]!, denials) ? -Infinity : value)));
  return sentences.flatMap(({ start, end }, place) => {
    const share = Math.max(MIN_SHARE, Math.min(1, Math.exp(FALL * (odds[place]! - best + MARGIN))));
    const role = share < MEANS_BELOW ? 'means' : 'need';
    return cutOut({ start, end, role, share }, denials);
  });
}

const LINE_FEED = 10;
const LONGEST_HEADING = 24;

function isDenied({ start, end }: { start: number; end: number }, denials: readonly Denial[]): boolean {
  let denied = 0;
  for (const denial of denials)
    if (denial.share === 0 && denial.start < end && denial.end > start)
      denied += Math.min(denial.end, end) - Math.max(denial.start, start);
  return denied > (end - start) * 0.6;
}

/** The stretch without what is denied in it, and the denied stretches between. */
function cutOut(whole: Focus, denials: readonly Denial[]): Focus[] {
  const parts: Focus[] = [];
  let at = whole.start;
  for (const denial of denials) {
    const start = Math.max(at, denial.start);
    const end = Math.min(whole.end, denial.end);
    if (end <= start) continue;
    if (start > at) parts.push({ ...whole, start: at, end: start });
    const role = denial.share === 0 ? 'denied' : whole.role;
    parts.push({ start, end, role, share: whole.share * denial.share });
    at = end;
  }
  if (at < whole.end) parts.push({ ...whole, start: at });
  return parts;
}
