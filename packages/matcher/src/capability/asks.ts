import { fittedTables } from '../generated/fitted.ts';
import type { Folded } from '../text/fold.ts';
import { type Classifier, logOddsOf, readClassifier } from './classifier.ts';
import type { Focus } from './focus.ts';

let asks: Classifier | undefined;

/** Log odds that what the text needs is asked of a machine that judges: of the needs alone, without means and denials. */
export function asksOf({ text }: Folded, focus: readonly Focus[], by?: Classifier): number {
  const needs = focus.filter(({ role }) => role === 'need').map(({ start, end }) => text.slice(start, end));
  asks ??= readClassifier(fittedTables.asks);
  return logOddsOf(by ?? asks, needs.join(' '));
}
