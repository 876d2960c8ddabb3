import { type Certificate, type Register, readNumber, schemes } from '@aipower/registry';
import { ubnDigits } from '@aipower/taiwan/ubn';
import { labels } from './generated/questions.ts';
import { isMadeOf } from './page-words.ts';

/** Every certificate of any scheme whose number reads like the text. */
export function certificatesNumbered(text: string, register: Register): Certificate[] {
  const { key } = readNumber(text);
  const snapshot = register.snapshot();
  return key === '' ? [] : schemes.flatMap(({ id }) => snapshot.certificatesByKey(id, key));
}

/** A number that the text holds: where it stands, and every certificate of that number. */
interface Held {
  readonly from: number;
  readonly to: number;
  readonly certificates: readonly Certificate[];
}

/** No number that has been seen is longer. */
const longest = 30;
const most = 10;
/** A number does not begin within a Latin word or another number. */
const cutsWord = /^[a-z\p{Nd}\p{Pd}][a-z\p{Nd}]$/iu;
const figures = /\p{Nd}+(?:\s*[（([]\s*展延\s*[）)\]])?/gu;

/** Registered numbers that stand in a text, each as long as it can be read: 示範-AI-0045 in 「示範-AI-0045 廢止了嗎」. */
function heldIn(text: string, register: Register): Held[] {
  const held: Held[] = [];
  for (const { 0: run, index } of text.matchAll(figures)) {
    const to = index + run.length;
    const begin = Math.max(held.at(-1)?.to ?? 0, to - longest);
    for (let from = begin; from <= index && held.length < most; from++) {
      if (/\s/u.test(text[from]!) || cutsWord.test(text.slice(Math.max(0, from - 1), from + 1))) continue;
      const certificates = certificatesNumbered(text.slice(from, to), register);
      if (certificates.length === 0) continue;
      held.push({ from, to, certificates });
      break;
    }
  }
  return held;
}

/** Certificates whose numbers a text names, where the rest of it only asks about them; one list for each number. */
export function numbersNamed(text: string, register: Register): (readonly Certificate[])[] {
  const held = heldIn(text, register);
  if (held.length === 0) return [];
  let rest = text;
  for (const { from, to } of held.toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  return isMadeOf(rest, 'verify') ? held.map(({ certificates }) => certificates) : [];
}

const everyUbnLabel = new RegExp(labels.ubn, 'gu');
const eightDigits = /(?<![\p{L}\p{N}\p{Pd}])\p{Nd}(?:[\s\p{Pd}]?\p{Nd}){7}(?![\p{N}\p{Pd}A-Za-z])/u;

const everyEightDigits = new RegExp(eightDigits.source, 'gu');

/** Every number of eight digits in a text that otherwise only asks about them, each once: 「統編 00000276 有登錄嗎」. */
export function ubnsAsked(text: string): string[] {
  const plain = text.replace(everyUbnLabel, ' ');
  const found = [...plain.matchAll(everyEightDigits)].map(([run]) => run);
  const rest = found.reduce((left, run) => left.replace(run, ' '), plain);
  return isMadeOf(rest, 'verify') ? [...new Set(found.map(ubnDigits).filter((digits) => /^\d{8}$/.test(digits)))] : [];
}

/** A number without the question behind it and before it: 「示範-AI-9999有效嗎」 is 示範-AI-9999. */
export function withoutQuestion(text: string): string {
  const behind = /^([\s\S]*\p{Nd}(?:[）)\]]|號)?)([^\p{Nd}]+)$/u.exec(text);
  let rest = (behind && isMadeOf(behind[2]!, 'verify') ? behind[1]! : text).trim();
  for (let front = frontWord.exec(rest); front && isMadeOf(front[0], 'verify'); front = frontWord.exec(rest))
    rest = rest.slice(front[0].length);
  return rest;
}
const frontWord = /^[^\s\p{Nd}]+\s+(?=\S)/u;

/** Registered 統一編號 that one slip turns into what was typed: a digit wrong, missing or too many, or two that changed places. */
export function ubnsNear(digits: string, register: Register): string[] {
  const near = new Set<string>();
  for (let at = 0; at <= digits.length; at++) {
    const [before, behind] = [digits.slice(0, at), digits.slice(at)];
    near.add(before + behind.slice(1));
    near.add(before + behind.slice(1, 2) + behind.slice(0, 1) + behind.slice(2));
    for (let digit = 0; digit < 10; digit++) {
      near.add(before + digit + behind);
      near.add(before + digit + behind.slice(1));
    }
  }
  return [...near].filter((one) => one.length === 8 && one !== digits && register.provider(one) !== null).sort();
}
