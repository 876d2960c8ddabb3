/**
 * Trains what the matcher cannot be told by rules, and writes data/matching/fitted.json: `npm run fit -w packages/matcher`, then generate.
 *
 * `roles` and `asks` are classifiers of sentences; `certainty` weighs the signals of a text. The texts are the catalogue's own keywords
 * and examples and the lists of data/matching. For the weights each text is read by an index and a classifier that were made without it (five parts
 * in turn), so that they know what unseen texts look like. No evaluation case is read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { asksOf } from '../src/capability/asks.ts';
import { buildIndex } from '../src/capability/build-index.ts';
import type { Classifier } from '../src/capability/classifier.ts';
import { focusOf } from '../src/capability/focus.ts';
import { cataloguePassages, type Passage } from '../src/capability/passages.ts';
import { findPhrases } from '../src/capability/phrases.ts';
import { rankItems } from '../src/capability/rank.ts';
import { readText } from '../src/capability/read-text.ts';
import { type Signals, signalNames, signalsOf } from '../src/capability/signals.ts';
import { slipsOf } from '../src/capability/slips.ts';
import { foldText } from '../src/text/fold.ts';
import { logistic, type Sample } from './logistic.ts';
import { type Labelled, tableOf, trainClassifier } from './train-classifier.ts';

const PARTS = 5;
const folder = new URL('../../../data/matching/', import.meta.url);
const texts = (file: string) =>
  Object.values(parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string[]>).flat();
const sentences = (text: string) =>
  text
    .split(/(?<=[。！？；\n])|(?<=\. )/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 5);

const passages = cataloguePassages();
const background = texts('background.yml');
const businesses = new Set([...texts('businesses.yml'), ...texts('contrasts.yml')]);
const foreign = [...background, ...businesses];
const partOf = (number: number) => (number * 7919) % PARTS;

const isSentence = ({ field, text }: Passage) =>
  field === 'example' || field === 'definition' || (field === 'wording' && text.length > 7);
const roles = trainClassifier(
  [
    ...passages.filter(isSentence).flatMap(({ text }) => sentences(text)).map((text) => ({ text, yes: true })),
    ...texts('means.yml').flatMap(sentences).map((text) => ({ text, yes: false })),
  ],
  { terms: 2500 },
);

/** Keywords count little: they are words, and the classifier is about what is said with them. */
const asking = (known: readonly Passage[], others: readonly string[]): Classifier =>
  trainClassifier(
    [
      ...known.filter(({ field }) => field !== 'boundary').map(({ text, field, code }): Labelled => ({ text, yes: true, subject: code, weight: field === 'keyword' ? 0.15 : 1 })),
      ...others.map((text): Labelled => ({ text, yes: false })),
    ],
    { terms: 2500, epochs: 12, ridge: 1e-3, subjects: 7 },
  );

interface Read extends Sample<keyof Signals> {
  weight: number;
  readonly right: boolean;
}

function read(known: readonly Passage[], others: readonly string[], given: readonly [string, string | null, number][]): Read[] {
  const index = buildIndex(known, others.filter((text) => !businesses.has(text)));
  const slips = slipsOf(index);
  const classifier = asking(known, others);
  return given.flatMap(([text, code, weight]) => {
    const folded = foldText(text);
    const focus = focusOf(text, folded);
    const reading = readText(index, slips, folded, focus);
    const ranked = rankItems(index, reading);
    if (ranked.length === 0) return [];
    const signals = signalsOf(folded, findPhrases(index.phrases, folded.text), reading, ranked, asksOf(folded, focus, classifier));
    return [{ signals, yes: code !== null, right: index.codes[ranked[0]!.item] === code, weight }];
  });
}

const heldOut = ({ field, text }: Passage, number: number, part: number) =>
  (field === 'keyword' || field === 'example' || (field === 'wording' && text.length > 7)) && partOf(number) === part;
const samples: Read[] = [];
for (let part = 0; part < PARTS; part++) {
  const given: [string, string | null, number][] = [];
  passages.forEach((passage, number) => {
    if (heldOut(passage, number, part)) given.push([passage.text, passage.code, passage.field === 'keyword' ? 0.2 : 1]);
  });
  foreign.forEach((text, number) => {
    if (partOf(number) === part) given.push([text, null, 1]);
  });
  samples.push(
    ...read(
      passages.filter((passage, number) => !heldOut(passage, number, part)),
      foreign.filter((_, number) => partOf(number) !== part),
      given,
    ),
  );
}
// People also type what is a keyword already.
samples.push(
  ...read(
    passages,
    foreign,
    passages.filter(({ field }, number) => field === 'keyword' && number % 6 === 0).map(({ text, code }) => [text, code, 1]),
  ),
);

// Length must not decide: short, middling and long texts weigh the same on both sides.
const bucket = ({ signals: { length }, yes }: Read) =>
  `${length < Math.log(9) ? 'short' : length < Math.log(31) ? 'middling' : 'long'} ${yes}`;
const totals = new Map<string, number>();
for (const sample of samples) totals.set(bucket(sample), (totals.get(bucket(sample)) ?? 0) + sample.weight);
for (const sample of samples) sample.weight /= totals.get(bucket(sample))!;
console.log(Object.fromEntries(totals));

const certainty = logistic(signalNames, samples);
console.log('certainty', certainty);
const asks = asking(passages, foreign);
const fitted = { roles: tableOf(roles), asks: tableOf(asks), certainty };
writeFileSync(new URL('fitted.json', folder), `${JSON.stringify(fitted, null, 1)}\n`);
console.log(`roles: ${roles.weights.size} terms, asks: ${asks.weights.size} terms`);
