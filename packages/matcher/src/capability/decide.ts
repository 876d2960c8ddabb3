import { fittedTables } from '../generated/fitted.ts';
import type { SignalWeights } from './fitted-tables.ts';
import type { TextLanguage } from './language.ts';
import type { Signals } from './signals.ts';

/**
 * `matched`: the best item is well supported, and others may be too. `unsure`: there are candidates, and a person should choose.
 * `none`: the text is about something else, or says nothing.
 */
export type Decision = 'matched' | 'unsure' | 'none';

/**
 * From here on a match is asserted: of texts that fit nothing, fewer than one in twelve gets this far, of those that fit, fewer than one in
 * fifteen stays below (decision 172; held by a test on cases that nothing was fitted on). English sentences come out lower, both those that fit and
 * those that do not: fewer English sentences were there to learn from.
 */
export const MATCHED_FROM = 0.7;
/** A few words may be a name as well: 「…標註工坊」 (decision 222). */
export const MATCHED_FROM_IN_FEW_WORDS = 0.73;
export const MATCHED_FROM_IN_ENGLISH_SENTENCES = 0.6;
/** What is asserted names an item: where the first one is this unlikely, a person should choose, however surely the text is of this field. */
export const FIRST_RIGHT_FROM = 0.33;
/** Pairs and words, as `Signals.length` counts them. */
const FEW_WORDS = 10;
/** The signals take AI or 系統 for a sure sign of the field, which they are; what is asked for they do not say. */
export const GENERIC_AT_MOST = 0.5;
/** Below this no candidate is shown: of texts that do fit, about one in a hundred falls this low. */
export const NONE_BELOW = 0.2;

/** How likely is it that the text asks for something of the catalogue, 0 to 1? Logistic function of the weighted signals. */
export function certaintyOf(signals: Signals): number {
  return logisticOf(fittedTables.certainty, signals);
}

/** How likely is it that the best item is a right one, 0 to 1? */
export function firstRightOf(signals: Signals): number {
  return logisticOf(fittedTables.firstRight, signals);
}

function logisticOf(weights: SignalWeights, signals: Signals): number {
  let sum = weights.constant;
  for (const name of Object.keys(signals) as (keyof Signals)[]) sum += weights[name] * signals[name];
  return 1 / (1 + Math.exp(-sum));
}

export function decide(certainty: number, firstRight: number, signals: Signals, language: TextLanguage): Decision {
  const sentencesFrom = language === 'en' ? MATCHED_FROM_IN_ENGLISH_SENTENCES : MATCHED_FROM;
  const from = isFew(signals) ? MATCHED_FROM_IN_FEW_WORDS : sentencesFrom;
  if (certainty >= from && firstRight >= FIRST_RIGHT_FROM) return 'matched';
  return certainty < NONE_BELOW ? 'none' : 'unsure';
}

/** Is the text a few search words? */
export const isFew = ({ length }: Signals): boolean => length < Math.log1p(FEW_WORDS);
