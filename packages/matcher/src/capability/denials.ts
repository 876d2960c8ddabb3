import { denialWords, denialWordsInEnglish, machineWords, noMachineWords } from '../generated/sentences.ts';

/** A stretch of a folded text that the text itself takes back, and what is left of its weight. */
export interface Denial {
  readonly start: number;
  readonly end: number;
  /** 0: it is denied; between 0 and 1: it is only said to be unnecessary. */
  readonly share: number;
}

// All patterns are written as texts are folded: Simplified, half-width, lower case. A clause ends at a comma, 、 does not end it.
const CLAUSE = /[^,:;。!?]+/g;
const { acts, wishes, also, results, isNot, otherWord, asks, none, noneOf, atAll, things, hopes, refuses } =
  denialWords;
/** The rest of the clause is denied from here on. 「是不是」, 「不是…就是」 and 「不会」 ask or wish; they deny nothing. */
const DENIES = new RegExp(
  [
    `(?<!${wishes})(?:${also})?不(?:${acts})(?!${results})`,
    `(?:${isNot})(?!${otherWord})`,
    `(?<!是)不是(?!.*(?:${asks}))`,
    `(?:${none})(?:${noneOf})`,
    atAll,
    `没有(?:${things})(?!.*(?:${hopes}))`,
    refuses,
  ].join('|'),
);
const { outside, scope, only, oneKind, sideline } = denialWords;
/** The whole clause is denied: 「与…无关」. */
const DENIED_CLAUSE = new RegExp(
  `(?:${denialWords.with}).*(?:${denialWords.unrelated})|(?:${outside}).*(?:${scope})|(?:${only})(?:${oneKind})?(?:${sideline})`,
);
/** The clause before is what is out of scope: 「客服採真人，不在本案範圍」. */
const POINTS_BACK = new RegExp(`^(?:${also})?(?:${outside})[^,]*(?:${scope})`);
/** Unnecessary, up to what follows from it: 「不必连网就能…」. */
const UNNECESSARY = new RegExp(`(?:${denialWords.needless})(?!.{0,2}(?:吗|了$))(.*?)(?=${denialWords.follows}|$)`, 'g');

const english = denialWordsInEnglish;
const ENGLISH_CLAUSE = /[^,;.!?]+/g;
const DENIES_IN_ENGLISH = new RegExp(
  [
    `\\b(?:(?:do|does|did|will) not|don't|doesn't|didn't|won't|never) (?:itself |themselves |ourselves |actually )?(?:${english.acts})\\b(?! (?:${english.trouble})\\b)`,
    `\\b(?:(?:is|are) not|isn't|aren't) (?:a|an|the|for|about|our|any|${english.done})\\b`,
    '\\bnothing to do with\\b',
    '\\bnot (?:a|an|the|for|about)\\b',
    `\\bwithout (?:any )?(?:${english.without})\\b`,
    `\\bno (?:${english.no})\\b`,
  ].join('|'),
);
const MAY_DENY = new RegExp(`\\b(?:${english.signs})\\b`);

const { machine, knowledge, judging, mechanical } = noMachineWords;
/** 「未使用任何 AI」: the text says of itself that no machine judges. 「沒有 AI 人才」 says something else. */
const NO_MACHINE = new RegExp(
  [
    `(?:${noMachineWords.none})(?:${noMachineWords.using})?(?:${noMachineWords.any})?\\s?(?:(?:${machine})(?![^,。;]{0,6}(?:${knowledge}))|(?:${noMachineWords.any})(?:${judging}))`,
    mechanical,
    `\\b(?:without (?:any )?|no |(?:not|never) us(?:e|ing) (?:any )?)(?:${noMachineWords.english})\\b`,
  ].join('|'),
);
/** What a text says that has a machine judge after all. */
const MACHINE = new RegExp(`(?<![a-z])ai(?![a-z])|${machineWords}`);

/** Does the text say that no machine judges, and speak of none elsewhere? */
export function deniesMachine(text: string, focus: readonly { start: number; end: number; role: string }[]): boolean {
  if (!NO_MACHINE.test(text)) return false;
  return !focus.some(({ start, end, role }) => role !== 'denied' && MACHINE.test(text.slice(start, end)));
}

const SHARE_OF_UNNECESSARY = 0.5;

/** What does the text say that it is not, or does not do? In order; stretches do not overlap. */
export function denialsIn(text: string): Denial[] {
  const denials: Denial[] = [];
  let before: { start: number; end: number } | undefined;
  for (const { 0: clause, index } of text.matchAll(CLAUSE)) {
    const whole = { start: index, end: index + clause.length };
    const from = DENIES.exec(clause);
    if (DENIED_CLAUSE.test(clause)) {
      if (before !== undefined && POINTS_BACK.test(clause.trim()) && denials.at(-1)?.start !== before.start)
        denials.push({ ...before, share: 0 });
      denials.push({ ...whole, share: 0 });
    } else if (from !== null) {
      const turn = clause.indexOf('而是', from.index);
      denials.push({ start: index + from.index, end: turn < 0 ? whole.end : index + turn, share: 0 });
    } else {
      for (const { 0: needless, index: at } of clause.matchAll(UNNECESSARY))
        denials.push({ start: index + at, end: index + at + needless.length, share: SHARE_OF_UNNECESSARY });
    }
    before = whole;
  }
  if (MAY_DENY.test(text)) addEnglish(text, denials);
  return denials;
}

function addEnglish(text: string, denials: Denial[]): void {
  for (const { 0: clause, index } of text.matchAll(ENGLISH_CLAUSE)) {
    const from = DENIES_IN_ENGLISH.exec(clause);
    if (from === null) continue;
    const turn = clause.indexOf(' but ', from.index);
    denials.push({ start: index + from.index, end: index + (turn < 0 ? clause.length : turn), share: 0 });
  }
  denials.sort((a, b) => a.start - b.start);
}
