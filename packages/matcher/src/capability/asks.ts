import { fittedTables } from '../generated/fitted.ts';
import type { TextTerms } from '../text/text-terms.ts';
import { type Classifier, judgeOf, readClassifier } from './classifier.ts';
import type { Focus } from './focus.ts';

/** Of so many characters a text is believed half: search words say what, not that it is asked for. */
const SHORT = 6;

let asks: Classifier | undefined;

/** Log odds that what the text needs is asked of a machine that judges: of the needs alone, without means and denials. */
export function asksOf(terms: TextTerms, focus: readonly Focus[], by?: Classifier): number {
  const needs = focus.filter(({ role }) => role === 'need');
  asks ??= readClassifier(fittedTables.asks);
  // One more for each need but the first, as if a blank stood between them.
  const length = needs.reduce((sum, { start, end }) => sum + end - start + 1, -1);
  return judgeOf(by ?? asks, terms)(needs) * (Math.max(0, length) / (Math.max(0, length) + SHORT));
}
