import type { ClassifierTable } from './classifier.ts';
import type { Signals } from './signals.ts';

export type SignalWeights = Readonly<Record<keyof Signals | 'constant', number>>;

/** Weights of the signals for `certainty` and for `firstRight`. */
export interface Certainties {
  readonly certainty: SignalWeights;
  readonly firstRight: SignalWeights;
}

/** What `npm run fit` trained on the catalogue's and this project's sentences: data/matching/fitted.json. */
export interface FittedTables {
  /** Does a sentence tell the need (positive), or the means? */
  readonly roles: ClassifierTable;
  /** Does a text ask for something of the catalogue (positive), or is it everyday talk or a trade without AI? */
  readonly asks: ClassifierTable;
  /** Weights of the signals, by the language of the text: what is common in one is rare in the other. */
  readonly inChinese: Certainties;
  readonly inEnglish: Certainties;
}
