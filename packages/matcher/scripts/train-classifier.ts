/** Logistic regression over terms, for the fitted tables of data/matching: deterministic, so that the same texts give the same weights. */
import { type ClassifierTable, isClassified } from '../src/capability/classifier.ts';
import { foldedText } from '../src/text/fold.ts';
import { isHanKind, readTerms } from '../src/text/terms.ts';

export interface Labelled {
  readonly text: string;
  readonly yes: boolean;
  readonly weight?: number;
  /** What the text is about: a term has to stand in texts about several things, or it tells the subject and not the class. */
  readonly subject?: string;
}

export interface Training {
  readonly ridge?: number;
  readonly epochs?: number;
  /** How many terms are kept at most, the heaviest. */
  readonly terms?: number;
  /** In texts about how many subjects a term must stand. */
  readonly subjects?: number;
}

interface Row {
  readonly terms: readonly number[];
  readonly yes: 0 | 1;
  readonly weight: number;
  readonly scale: number;
}

/**
 * Both classes weigh the same in all, whatever their numbers of texts. Trained twice: once with all terms, to see which matter (weight times the root of the number
 * of texts, each class weighing the same), and again with those that are kept, so that they make up for the others.
 */
export function trainClassifier(texts: readonly Labelled[], options: Training = {}): ClassifierTable {
  const { ridge = 1e-4, epochs = 20, terms: kept = 3000, subjects = 0 } = options;
  const numbers = new Map<string, number>();
  const counts: [number, number][] = [];
  const about: Set<string>[] = [];
  const rows = texts.map(({ text, yes, weight = 1, subject = text }): Row => {
    const side = yes ? 1 : 0;
    const terms = [...writtenTerms(foldedText(text))].map((term) => {
      const known = numbers.get(term) ?? numbers.size;
      numbers.set(term, known);
      counts[known] ??= [0, 0];
      counts[known]![side] += 1;
      about[known] = (about[known] ?? new Set()).add(subject);
      return known;
    });
    return { terms, yes: side, weight, scale: 1 / Math.sqrt(Math.max(1, terms.length)) };
  });
  const total = [0, 0];
  for (const { yes } of rows) total[yes]! += 1;
  const used = counts.map(([no, yes], term) => no + yes > 1 && about[term]!.size >= subjects);
  const first = fit(rows, used, ridge, epochs).weights;
  const matters = counts.map(([no, yes], term) =>
    used[term] ? Math.abs(first[term]!) * Math.sqrt(no / total[0]! + yes / total[1]!) : 0,
  );
  const least = [...matters].sort((a, b) => b - a)[kept - 1] ?? 0;
  const { weights, constant } = fit(
    rows,
    matters.map((value) => value > 0 && value >= least),
    ridge,
    epochs,
  );
  const heaviest = [...numbers]
    .map(([term, number]) => [term, Math.round(weights[number]! * 10) / 10] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1));
  return tableOf(Math.round(constant * 100) / 100, new Map(heaviest));
}

/** AdaGrad over the texts in a fixed shuffled order. */
function fit(rows: readonly Row[], used: readonly boolean[], ridge: number, epochs: number) {
  const total = [0, 0];
  for (const row of rows) total[row.yes]! += row.weight;
  const weights = new Float64Array(used.length);
  const squares = new Float64Array(used.length).fill(1e-8);
  let [constant, constantSquares] = [0, 1e-8];
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const order = rows.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const { terms, yes, weight, scale } = rows[at]!;
      let sum = constant;
      for (const term of terms) if (used[term]) sum += weights[term]! * scale;
      const error = (1 / (1 + Math.exp(-sum)) - yes) * ((weight * rows.length) / 2 / total[yes]!);
      for (const term of terms) {
        if (!used[term]) continue;
        const gradient = error * scale + ridge * weights[term]!;
        squares[term]! += gradient * gradient;
        weights[term]! -= (0.3 * gradient) / Math.sqrt(squares[term]!);
      }
      constantSquares += error * error;
      constant -= (0.1 * error) / Math.sqrt(constantSquares);
    }
  }
  return { weights, constant };
}

/** The different terms of a folded text that a classifier looks at, written out. */
function writtenTerms(text: string): Set<string> {
  const { length, kind, start, end, key, latin } = readTerms(text);
  const written = new Set<string>();
  for (let at = 0; at < length; at++) {
    if (!isClassified(kind[at]!)) continue;
    written.add(isHanKind(kind[at]!) ? text.slice(start[at], end[at]) : latin[key[at]!]!);
  }
  return written;
}

/** The classifier as it is shipped. */
function tableOf(constant: number, weights: ReadonlyMap<string, number>): ClassifierTable {
  const tenths: Record<string, string> = {};
  for (const [term, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = String(Math.round(weight * 10));
    tenths[key] = tenths[key] === undefined ? term : `${tenths[key]} ${term}`;
  }
  return { constant, tenths };
}
