import { fittedTables } from '../generated/fitted.ts';
import type { Folded } from '../text/fold.ts';
import { type Classifier, logOddsOf, readClassifier } from './classifier.ts';
import type { Focus } from './focus.ts';

/** Of so many characters a text is believed half: search words say what, not that it is asked for. */
const SHORT = 6;

let asks: Classifier | undefined;

/** Log odds that what the text needs is asked of a machine that judges: of the needs alone, without means and denials. */
export function asksOf({ text }: Folded, focus: readonly Focus[], by?: Classifier): number {
  const needs = focus.filter(({ role }) => role === 'need').map(({ start, end }) => text.slice(start, end));
  asks ??= readClassifier(fittedTables.asks);
  const said = needs.join(' ');
  return logOddsOf(by ?? asks, said) * (said.length / (said.length + SHORT));
}
