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
import { type ClassifierTable, readClassifier } from '../src/capability/classifier.ts';
import { focusOf } from '../src/capability/focus.ts';
import { languageOf } from '../src/capability/language.ts';
import { cataloguePassages, type Passage } from '../src/capability/passages.ts';
import { findPhrases } from '../src/capability/phrases.ts';
import { rankItems } from '../src/capability/rank.ts';
import { readText } from '../src/capability/read-text.ts';
import { type Signals, signalNames, signalsOf } from '../src/capability/signals.ts';
import { slipsOf } from '../src/capability/slips.ts';
import { foldText } from '../src/text/fold.ts';
import { textTerms } from '../src/text/text-terms.ts';
import { logistic, type Sample } from './logistic.ts';
import { type Labelled, trainClassifier } from './train-classifier.ts';

const isEnglish = (text: string) => languageOf(text) === 'en';
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

const isSentence = ({ field }: Passage) => field === 'example' || field === 'definition' || field === 'wording';
/** Characters: what is shorter is a search word, and tells nothing of how an application is written. */
const MIN_NEED_LENGTH = 13;
const rolesTable = trainClassifier(
  [
    ...passages
      .filter(isSentence)
      .flatMap(({ text }) => sentences(text))
      .filter((text) => text.length >= MIN_NEED_LENGTH)
      .map((text) => ({ text, yes: true })),
    ...texts('means.yml')
      .flatMap(sentences)
      .map((text) => ({ text, yes: false })),
  ],
  { terms: 1500, ridge: 1e-3 },
);
const roles = readClassifier(rolesTable);

/** Not shipped as passages, and so not among them. */
const englishOffers = ['offers.yml', 'offers-english.yml'].flatMap((file) =>
  Object.entries(parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string[]>).flatMap(
    ([subject, offers]) =>
      offers.filter((text) => !/\p{Script=Han}/u.test(text)).map((text): Labelled => ({ text, yes: true, subject })),
  ),
);

/** A name or an abbreviation is no way to speak. */
const isMoreThanAWord = (text: string) => /\p{Script=Han}|\S \S/u.test(text);

/** Sentences only: of keywords the other signals know more. */
const asking = (known: readonly Passage[], others: readonly string[]): ClassifierTable =>
  trainClassifier(
    inEachLanguageAlike([
      ...known
        .filter(({ field }) => field !== 'keyword' && field !== 'term')
        .map(({ text, code }): Labelled => ({ text, yes: true, subject: code })),
      ...englishOffers,
      ...others.filter(isMoreThanAWord).map((text): Labelled => ({ text, yes: false })),
    ]),
    { terms: 3400, epochs: 12, ridge: 2e-3, subjects: 3 },
  );

/** Both classes weigh the same in Chinese, and in English: or every English word would say yes because more English wishes than English trades are listed. */
function inEachLanguageAlike(texts: readonly Labelled[]): Labelled[] {
  const groupOf = ({ text, yes }: Labelled) => `${/\p{Script=Han}/u.test(text)} ${yes}`;
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(groupOf(text), (counts.get(groupOf(text)) ?? 0) + 1);
  const languageOf = (text: Labelled) =>
    (counts.get(groupOf({ ...text, yes: true })) ?? 0) + (counts.get(groupOf({ ...text, yes: false })) ?? 0);
  return texts.map((text) => ({ ...text, weight: languageOf(text) / 2 / counts.get(groupOf(text))! }));
}

interface Read extends Sample<keyof Signals> {
  readonly english: boolean;
  readonly right: boolean;
}

function read(
  known: readonly Passage[],
  others: readonly string[],
  given: readonly [string, string | null, number][],
): Read[] {
  const index = buildIndex(
    known,
    others.filter((text) => !businesses.has(text)),
  );
  const slips = slipsOf(index);
  const classifier = readClassifier(asking(known, others));
  return given.flatMap(([text, code, weight]) => {
    const folded = foldText(text);
    const terms = textTerms(folded.text);
    const focus = focusOf(text, folded, terms, undefined, roles);
    const phrases = findPhrases(index.phrases, folded.text);
    const reading = readText(index, slips, folded.text, terms, focus, phrases);
    const ranking = rankItems(index, reading);
    const { plain: ranked } = ranking;
    if (ranked.length === 0) return [];
    const signals = signalsOf(folded, phrases, reading, ranking, asksOf(terms, focus, classifier));
    const right = index.codes[ranked[0]!.item] === code;
    return [{ english: isEnglish(text), signals, yes: code !== null, right, weight }];
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
    passages
      .filter(({ field }, number) => field === 'keyword' && number % 6 === 0)
      .map(({ text, code }) => [text, code, 1]),
  ),
);

/** What a handful of texts must not outweigh. */
const FEW = 20;

/** Length must not decide: short, middling and long texts weigh the same on both sides. */
function evenly(some: readonly Read[]): Read[] {
  const bucket = ({ signals: { length }, yes }: Read) =>
    `${length < Math.log(9) ? 'short' : length < Math.log(31) ? 'middling' : 'long'} ${yes}`;
  const totals = new Map<string, number>();
  for (const one of some) totals.set(bucket(one), (totals.get(bucket(one)) ?? 0) + one.weight);
  console.log(Object.fromEntries(totals));
  return some.map((one) => ({ ...one, weight: one.weight / (totals.get(bucket(one))! + FEW) }));
}

// Left-out passages are harder than what people send. How sure the sums really are is learned from the tuning half of the cases.
interface Case {
  readonly query: string;
  readonly gold: readonly { readonly code: string; readonly grade: number }[];
  readonly id: string;
  readonly split?: string;
  readonly excluded?: readonly string[];
}
/** The tuning halves; of the files that are not split, the cases with odd numbers. */
const isTuning = ({ id, split }: Case) =>
  split === undefined ? Number(/\d+/.exec(id)![0]) % 2 === 1 : split === 'tuning';
const files = [
  'real.jsonl',
  'real-2.jsonl',
  'real-3.jsonl',
  'real-4.jsonl',
  'short.jsonl',
  'english.jsonl',
  'negatives.jsonl',
];
const cases = files
  .flatMap((file) =>
    readFileSync(new URL(`../../../test/cases/matching/${file}`, import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => JSON.parse(line) as Case)
  .filter((found) => isTuning(found) && found.excluded === undefined);
const asksTable = asking(passages, foreign);
const asks = readClassifier(asksTable);
const index = buildIndex(passages, background);
const slips = slipsOf(index);
const judged = cases.flatMap(({ query, gold }) => {
  const folded = foldText(query);
  const terms = textTerms(folded.text);
  const focus = focusOf(query, folded, terms, undefined, roles);
  const phrases = findPhrases(index.phrases, folded.text);
  const reading = readText(index, slips, folded.text, terms, focus, phrases);
  const ranking = rankItems(index, reading);
  const { plain: ranked } = ranking;
  if (ranked.length === 0) return [];
  return {
    english: isEnglish(query),
    signals: signalsOf(folded, phrases, reading, ranking, asksOf(terms, focus, asks)),
    fits: gold.length > 0,
    right: gold.some(({ code, grade }) => code === index.codes[ranked[0]!.item] && grade > 1),
  };
});

const round = (value: number) => Math.round(value * 1000) / 1000;

/** The weights for texts of one language: how the signals count from the left-out passages, how sure their sum is from the cases. */
function weightsFor(english: boolean) {
  const own = judged.filter((one) => one.english === english);
  const learned = evenly([
    ...samples.filter((one) => one.english === english),
    ...own.map(({ fits, ...one }) => ({ ...one, yes: fits, weight: 2 })),
  ]);
  // How far the first item is ahead says that it is right, not that something fits.
  const weights = {
    ...logistic(
      signalNames.filter((name) => name !== 'lead'),
      learned,
    ),
    lead: 0,
  };
  const forFirst = logistic(
    ['odds', 'lead'],
    learned.map(({ signals, right, weight }) => ({
      signals: { odds: sumOf(weights, signals), lead: signals.lead },
      yes: right,
      weight,
    })),
  );
  const sums = own.map(({ signals, fits, right }) => {
    const odds = sumOf(weights, signals);
    return { odds, length: signals.length, first: sumOf(forFirst, { odds, lead: signals.lead }), fits, right };
  });
  const fits = logistic(
    ['odds', 'length'],
    sums.map((one) => ({ signals: one, yes: one.fits, weight: 1 })),
  );
  const first = logistic(
    ['first', 'length'],
    sums.map((one) => ({ signals: one, yes: one.right, weight: 1 })),
  );
  console.log({ english, cases: own.length, weights, forFirst, fits, first });
  const certainty = Object.fromEntries([
    ...signalNames.map((name) => [name, round(weights[name] * fits.odds + (name === 'length' ? fits.length : 0))]),
    ['constant', round(weights.constant * fits.odds + fits.constant)],
  ]);
  const ahead = { ...weights, lead: forFirst.lead / forFirst.odds };
  const firstRight = Object.fromEntries([
    ...signalNames.map((name) => [
      name,
      round(ahead[name] * forFirst.odds * first.first + (name === 'length' ? first.length : 0)),
    ]),
    ['constant', round((weights.constant * forFirst.odds + forFirst.constant) * first.first + first.constant)],
  ]);
  return { certainty, firstRight };
}
const [inChinese, inEnglish] = [weightsFor(false), weightsFor(true)];
const fitted = { roles: rolesTable, asks: asksTable, inChinese, inEnglish };
writeFileSync(new URL('fitted.json', folder), `${JSON.stringify(fitted, null, 1)}\n`);
console.log(`roles: ${roles.vocabulary.size} terms, asks: ${asks.vocabulary.size} terms`, inChinese, inEnglish);

function sumOf<Name extends string>(
  by: Readonly<Record<Name | 'constant', number>>,
  signals: Readonly<Record<Exclude<Name, 'constant'>, number>>,
): number {
  let sum = by.constant;
  for (const [name, value] of Object.entries(signals) as [Exclude<Name, 'constant'>, number][]) sum += by[name] * value;
  return sum;
}
