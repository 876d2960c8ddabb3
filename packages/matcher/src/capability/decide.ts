import { fittedTables } from '../generated/fitted.ts';
import { firmWords } from '../generated/sentences.ts';
import type { Certainties, SignalWeights } from './fitted-tables.ts';
import type { TextLanguage } from './language.ts';
import type { Signals } from './signals.ts';

/**
 * `matched`: the best item is well supported, and others may be too. `unsure`: there are candidates, and a person should choose.
 * `none`: the text is about something else, or says nothing.
 */
export type Decision = 'matched' | 'unsure' | 'none';

/**
 * From here on a match is asserted: of texts that fit nothing, about one in twenty gets this far, of those that fit, about one in thirty stays
 * below (decision 252; held by a test on cases that nothing was fitted on).
 */
export const MATCHED_FROM = 0.62;
/** A few words may be a name as well: 「…標註工坊」 (decision 222). */
export const MATCHED_FROM_IN_FEW_WORDS = 0.7;
/** What is asserted names an item: where the first one is this unlikely, a person should choose, however surely the text is of this field. */
export const FIRST_RIGHT_FROM = 0.33;
/** Pairs and words, as `Signals.length` counts them. */
const FEW_WORDS = 10;
/** The signals take AI or 系統 for a sure sign of the field, which they are; what is asked for they do not say. */
export const GENERIC_AT_MOST = 0.5;
/** Below this no candidate is shown: of texts that do fit, about one in a hundred falls this low. */
export const NONE_BELOW = 0.1;

/** How likely is it that the text asks for something of the catalogue, 0 to 1? Logistic function of the weighted signals. */
export function certaintyOf(signals: Signals, language: TextLanguage): number {
  return logisticOf(weightsFor(language).certainty, signals);
}

/** How likely is it that the best item is a right one, 0 to 1? */
export function firstRightOf(signals: Signals, language: TextLanguage): number {
  return logisticOf(weightsFor(language).firstRight, signals);
}

const weightsFor = (language: TextLanguage): Certainties =>
  language === 'en' ? fittedTables.inEnglish : fittedTables.inChinese;

function logisticOf(weights: SignalWeights, signals: Signals): number {
  let sum = weights.constant;
  for (const name of Object.keys(signals) as (keyof Signals)[]) sum += weights[name] * signals[name];
  return 1 / (1 + Math.exp(-sum));
}

export function decide(certainty: number, firstRight: number, signals: Signals): Decision {
  const from = isFew(signals) ? MATCHED_FROM_IN_FEW_WORDS : MATCHED_FROM;
  if (certainty >= from && firstRight >= FIRST_RIGHT_FROM) return 'matched';
  return certainty < NONE_BELOW ? 'none' : 'unsure';
}

/** Is the text a few search words? */
export const isFew = ({ length }: Signals): boolean => length < Math.log1p(FEW_WORDS);

/** Characters: a longer text has room for a wish beside the name. */
const NAME_AND_A_LITTLE = 24;

const FIRM = new RegExp(`${firmWords.registered}|(?:${firmWords.endings})$`);
/** 「…優化有限公司 有效嗎」 asks about a firm: what stands in a registered name is no wish. Written as texts are folded. */
export const namesFirm = (folded: string): boolean => folded.length <= NAME_AND_A_LITTLE && FIRM.test(folded);
