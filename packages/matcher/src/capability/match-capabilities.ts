import { type ItemCode, itemCodes } from '@aipower/taxonomy';
import { genericWords } from '../generated/generic.ts';
import { foldText, givenPlace } from '../text/fold.ts';
import { textTerms } from '../text/text-terms.ts';
import { asksOf } from './asks.ts';
import { type CapabilityIndex, capabilityIndex } from './capability-index.ts';
import { type Caution, findCautions } from './cautions.ts';
import { certaintyOf, type Decision, decide, firstRightOf, GENERIC_AT_MOST, isFew, namesFirm } from './decide.ts';
import { deniesMachine } from './denials.ts';
import { isDoneByPeople } from './done-by-people.ts';
import { type Evidence, evidenceFor, scoreOf } from './evidence.ts';
import { focusOf, type Role } from './focus.ts';
import { madeOf } from './generic-words.ts';
import { languageOf, type TextLanguage } from './language.ts';
import { isOrdinarySoftware } from './ordinary-software.ts';
import { findPhrases } from './phrases.ts';
import { rankItems } from './rank.ts';
import { readText } from './read-text.ts';
import { type Signals, signalsOf } from './signals.ts';

/** Characters (UTF-16 units) that are read of a text: a whole application. What comes after is not looked at. */
export const MAX_MATCHED_LENGTH = 20_000;

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = itemCodes.length;

/** Share of a text that titles, keywords and terms of the best item have to cover to be the whole of it. */
const WHOLE = 0.95;
/** Who types what an item is called and nothing else asks for that item: 343 of 343 such texts, the first item right in 342 (decision 251). */
const NAMED_FITS = 0.95;
const NAMED_RIGHT = 0.9;

let isGeneric: ((folded: string) => boolean) | undefined;

/** A sentence of the text, or a part of one, with what it is for; `share` is what its words carried of their weight, 0 to 1. */
export interface TextStretch {
  /** UTF-16 offset into the text as given. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** Whether it tells the need, only the means, or denies something. */
  readonly role: Role;
  /** 0 to 1. */
  readonly share: number;
}

/** A catalogue item that a text asks for, with its evidence. */
export interface CapabilityMatch {
  /** Of the catalogue, such as `4.6.1`. */
  readonly code: ItemCode;
  /** 0 to 1: `1 − exp(−w)`, `w` being the sum of the weights of the evidence. Comparable within one text, not between texts. */
  readonly score: number;
  /** In the order of the text. */
  readonly evidence: readonly Evidence[];
  /** The stretch of the text that speaks most for the item: one of `stretches`. */
  readonly decidedBy: TextStretch;
  /** Requirements and exclusions that the text seems to touch; they never change the score. */
  readonly cautions: readonly Caution[];
}

/** The items of a text, best first, and whether to rely on the first: matched, unsure or none. */
export interface CapabilityMatches {
  /** Whether to rely on the first match; `none`: the text asks for nothing of the catalogue. */
  readonly decision: Decision;
  /** How likely it is that the text asks for something of the catalogue at all, 0 to 1; `decision` follows from it. */
  readonly certainty: number;
  /** How likely it is that the first match is a right one, 0 to 1: never above `certainty`. 0 when there is none. */
  readonly firstRight: number;
  /** What both rest on; `null` when the text holds no word, or none that is known. */
  readonly signals: Signals | null;
  /** Best first; equal scores in the order of the catalogue. Empty when the decision is `none`. */
  readonly matches: readonly CapabilityMatch[];
  /** How the text was read, in its order: what tells the need, what only means, what it denies. Empty when there is nothing to read. */
  readonly stretches: readonly TextStretch[];
  /** Whether the text was longer than what is read of it. */
  readonly truncated: boolean;
  /** In which the text is written, by its characters. */
  readonly language: TextLanguage;
}

/** How many items, and the index to look in. */
export interface MatchOptions {
  /** How many matches at most, 1 to 87; 10 when left out. */
  readonly limit?: number;
  /** `capabilityIndex()` when left out. */
  readonly index?: CapabilityIndex;
  /** Answers of a form that stand in the text, and what each leans to; see `readApplicationText`. */
  readonly fields?: readonly { readonly start: number; readonly end: number; readonly lean: number }[];
}

/**
 * Which catalogue items does a text ask for, or describe? Search words, a project topic or a whole application, in Traditional or
 * Simplified Chinese, English or mixed. Only the first 20,000 characters are read, and `truncated` says so. Every place is a UTF-16
 * offset into the text as given. Cost: about 1 ms for 500 characters; the first call builds the index.
 * @throws TypeError when `text` is no string or `limit` no whole number from 1 to 87
 * @example matchCapabilities('用鏡頭抓出面板刮傷').matches[0]?.code // '4.6.1'
 */
export function matchCapabilities(text: string, options: MatchOptions = {}): CapabilityMatches {
  if (typeof text !== 'string') throw new TypeError(`matchCapabilities(text): expected a string, got ${typeof text}`);
  const { limit = DEFAULT_LIMIT } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new TypeError(
      `matchCapabilities(limit): expected a whole number from 1 to ${MAX_LIMIT}, got ${String(limit)}`,
    );
  }
  const { index, slips } = options.index ?? capabilityIndex();
  const read = text.slice(0, MAX_MATCHED_LENGTH);
  const about = { truncated: read.length < text.length, language: languageOf(read) };

  const folded = foldText(read);
  const terms = textTerms(folded.text);
  const focus = focusOf(read, folded, terms, leanOf(options.fields));
  const stretches = focus.map((one) => ({ ...one, ...givenPlace(folded, one.start, one.end) }));
  const phrases = findPhrases(index.phrases, folded.text);
  const reading = readText(index, slips, folded.text, terms, focus, phrases);
  const ranking = rankItems(index, reading);
  const { ranked } = ranking;
  if (ranked.length === 0 || reading.length === 0)
    return { decision: 'none', certainty: 0, firstRight: 0, signals: null, matches: [], stretches, ...about };

  const signals = signalsOf(folded, phrases, reading, ranking, asksOf(terms, focus));
  isGeneric ??= madeOf(genericWords);
  const isNamed = signals.phrases >= WHOLE;
  const likely = Math.max(isNamed ? NAMED_FITS : 0, certaintyOf(signals, about.language));
  const saysLittle =
    isGeneric(folded.text) ||
    (isFew(signals) && !isNamed && isOrdinarySoftware(folded.text)) ||
    namesFirm(folded.text) ||
    isDoneByPeople(folded.text) ||
    deniesMachine(folded.text, focus);
  const certainty = saysLittle ? Math.min(likely, GENERIC_AT_MOST) : likely;
  const first = Math.max(isNamed ? NAMED_RIGHT : 0, firstRightOf(signals, about.language));
  const firstRight = Math.min(certainty, first);
  const decision = decide(certainty, firstRight, signals);
  if (decision === 'none') return { decision, certainty, firstRight: 0, signals, matches: [], stretches, ...about };

  const cautions = findCautions(read, folded, focus);
  const items = ranked.slice(0, limit).map(({ item }) => item);
  const matches = evidenceFor(index, items, read, folded, phrases, reading, ranking).map((evidence, place) => {
    const code = index.codes[items[place]!]!;
    const decidedBy = strongestStretch(stretches, evidence);
    return { code, score: scoreOf(evidence), evidence, decidedBy, cautions: cautions.get(code) ?? [] };
  });
  return { decision, certainty, firstRight, signals, matches, stretches, ...about };
}

/** What the fields of a form lean to, by place in the given text. */
function leanOf(fields: MatchOptions['fields']): (at: number) => number {
  if (fields === undefined) return () => 0;
  return (at) => fields.find(({ start, end }) => at >= start && at < end)?.lean ?? 0;
}

function strongestStretch(stretches: readonly TextStretch[], evidence: readonly Evidence[]): TextStretch {
  const weights = stretches.map(() => 0);
  let place = 0;
  for (const { start, weight } of evidence) {
    while (place + 1 < stretches.length && stretches[place]!.end <= start) place += 1;
    weights[place]! += weight;
  }
  return stretches[weights.indexOf(Math.max(...weights))]!;
}
