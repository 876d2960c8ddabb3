/**
 * Fits the weights in src/capability/decide.ts and prints them: logistic regression on the catalogue's own keywords and examples
 * against data/matching/background.yml. Each text is read by an index that was built without it (five parts in turn), so that the
 * weights know what unseen texts look like. The evaluation cases are not touched. Run it after larger changes to keywords,
 * examples or background: `npm run fit -w packages/matcher`, then `npm run eval`.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildIndex } from '../src/capability/build-index.ts';
import { cataloguePassages, type Passage } from '../src/capability/passages.ts';
import { findPhrases } from '../src/capability/phrases.ts';
import { rankItems } from '../src/capability/rank.ts';
import { readText } from '../src/capability/read-text.ts';
import { signalNames, signalsOf } from '../src/capability/signals.ts';
import { slipsOf } from '../src/capability/slips.ts';
import { foldText } from '../src/text/fold.ts';

const PARTS = 5;
const STEPS = 4000;
const RATE = 1;
const RIDGE = 1e-3;

interface Sample {
  readonly signals: readonly number[];
  readonly fits: boolean;
  weight: number;
}

const passages = cataloguePassages();
const background = Object.values(
  parse(readFileSync(new URL('../../../data/matching/background.yml', import.meta.url), 'utf8')) as Record<
    string,
    string[]
  >,
).flat();

const heldOut = ({ field }: Passage, number: number, part: number) =>
  (field === 'keyword' || field === 'example') && (number * 7919) % PARTS === part;

function samples(
  known: readonly Passage[],
  everyday: readonly string[],
  texts: readonly [string, boolean, number][],
): Sample[] {
  const index = buildIndex(known, everyday);
  const slips = slipsOf(index);
  return texts.flatMap(([text, fits, weight]) => {
    const folded = foldText(text);
    const reading = readText(index, slips, folded);
    const ranked = rankItems(index, reading);
    if (ranked.length === 0) return [];
    const signals = signalsOf(folded, findPhrases(index.phrases, folded.text), reading, ranked);
    return [{ signals: signalNames.map((name) => signals[name]), fits, weight }];
  });
}

const all: Sample[] = [];
for (let part = 0; part < PARTS; part++) {
  const texts: [string, boolean, number][] = [];
  passages.forEach((passage, number) => {
    if (heldOut(passage, number, part)) texts.push([passage.text, true, passage.field === 'example' ? 1 : 0.2]);
  });
  background.forEach((text, number) => {
    if (number % PARTS === part) texts.push([text, false, 1]);
  });
  const known = passages.filter((passage, number) => !heldOut(passage, number, part));
  all.push(
    ...samples(
      known,
      background.filter((_, number) => number % PARTS !== part),
      texts,
    ),
  );
}
// People also type what is a keyword already.
const asTyped = passages.filter(({ field }, number) => field === 'keyword' && number % 6 === 0);
all.push(
  ...samples(
    passages,
    background,
    asTyped.map(({ text }) => [text, true, 1]),
  ),
);

// Length must not decide: short, middling and long texts weigh the same on both sides.
const LENGTH = signalNames.indexOf('length');
const bucket = ({ signals, fits }: Sample) =>
  `${signals[LENGTH]! < Math.log(9) ? 'short' : signals[LENGTH]! < Math.log(31) ? 'middling' : 'long'} ${fits}`;
const totals = new Map<string, number>();
for (const sample of all) totals.set(bucket(sample), (totals.get(bucket(sample)) ?? 0) + sample.weight);
for (const sample of all) sample.weight /= totals.get(bucket(sample))!;
console.log(Object.fromEntries(totals));

const total = all.reduce((sum, { weight }) => sum + weight, 0);
const mean = signalNames.map((_, i) => all.reduce((sum, s) => sum + s.signals[i]! * s.weight, 0) / total);
const spread = signalNames.map((_, i) =>
  Math.sqrt(all.reduce((sum, s) => sum + (s.signals[i]! - mean[i]!) ** 2 * s.weight, 0) / total),
);
const weights = signalNames.map(() => 0);
let bias = 0;
for (let step = 0; step < STEPS; step++) {
  const gradient = signalNames.map(() => 0);
  let biasGradient = 0;
  for (const { signals, fits, weight } of all) {
    let sum = bias;
    for (let i = 0; i < weights.length; i++) sum += (weights[i]! * (signals[i]! - mean[i]!)) / spread[i]!;
    const error = ((1 / (1 + Math.exp(-sum)) - (fits ? 1 : 0)) * weight) / total;
    for (let i = 0; i < weights.length; i++) gradient[i]! += (error * (signals[i]! - mean[i]!)) / spread[i]!;
    biasGradient += error;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! -= RATE * (gradient[i]! + RIDGE * weights[i]!);
  bias -= RATE * biasGradient;
}
for (const [i, name] of signalNames.entries()) console.log(`  ${name}: ${(weights[i]! / spread[i]!).toFixed(3)},`);
console.log(`  constant: ${(bias - weights.reduce((sum, w, i) => sum + (w * mean[i]!) / spread[i]!, 0)).toFixed(3)},`);
