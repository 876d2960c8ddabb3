import { compareCodes } from '@aipower/taxonomy';
import { foldedText } from '../text/fold.ts';
import { readTerms, Terms, termKinds } from '../text/terms.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { Counting } from './counting.ts';
import { type Field, fields, type Passage } from './passages.ts';
import { type PhraseTable, phraseTable } from './phrases.ts';

/** How much one occurrence counts by where it stands. Found by cross-validation on the catalogue's own examples: decision 021. */
const fieldWeight: Record<Field, number> = {
  title: 2,
  keyword: 2,
  term: 2,
  definition: 1,
  wording: 0.6,
  example: 0.35,
};

/** How much a term counts by what it is: a single Han character or four letters of a word say less than a pair or a word. */
const kindWeight = [0.8, 1, 1, 0.3, 1];

const TERM = fields.indexOf('term');

/** BM25: how soon repeating a term stops helping, and how much an item is held back for having more text. */
const SATURATION = 1.2;
const LENGTH_PENALTY = 0.75;

/**
 * Beside BM25, which asks how rare a term is among the items, what naive Bayes asks: how much more often it stands with this item than with an item that does
 * not have it, the logarithm of 1 + its count over `UNSEEN`. Counts as if every item had text of the same length. Either alone is right less often: decision 221.
 */
const LIKELIHOOD = 0.6;
const UNSEEN = 0.5;

/**
 * What a whole title, keyword or term counts beside its characters and words, times how rare it is among the items: three letters that stand inside longer keywords of other
 * items are no weaker there (decision 251).
 */
const PHRASE = 0.5;

/** Words of 32 bits that hold a bit for every item. */
export const ITEM_WORDS = 3;

/** Everything that is looked up while a text is read. Built once; nothing changes it afterwards. */
export interface CapabilityIndex {
  readonly codes: readonly Passage['code'][];
  /** Term → its number. */
  readonly terms: Vocabulary;
  /** The postings of term `t` stand at `first[t]` to `first[t + 1]`: which item, how strongly, in which field at best. */
  readonly first: Uint32Array;
  readonly item: Uint8Array;
  readonly weight: Float32Array;
  readonly field: Uint8Array;
  /** Which items a term has postings of: `ITEM_WORDS` words of 32 bits for each term. */
  readonly holds: Uint32Array;
  /** Log odds of standing in the catalogue against standing in everyday text, by term; and of a term seen in neither. */
  readonly typical: Float32Array;
  readonly typicalUnseen: number;
  /** Whether the term occurs in the everyday texts. */
  readonly everyday: Uint8Array;
  /** Titles, keywords and terms of the trade, to be found whole in a text. */
  readonly phrases: PhraseTable;
}

type Postings = Pick<CapabilityIndex, 'first' | 'item' | 'weight' | 'field' | 'holds'>;

/** Count what the passages say, item by item, and weigh it (BM25F and naive Bayes, with one length per kind of term). */
export function buildIndex(passages: readonly Passage[], background: readonly string[]): CapabilityIndex {
  const byCode = new Map<Passage['code'], Passage[]>();
  for (const passage of passages) {
    const same = byCode.get(passage.code);
    if (same === undefined) byCode.set(passage.code, [passage]);
    else same.push(passage);
  }
  const counting = new Counting();
  const phrases = new Map<string, Named[]>();
  const codes = [...byCode.keys()].sort(compareCodes);
  codes.forEach((code, item) => {
    for (const { field, text } of byCode.get(code)!) {
      const folded = foldedText(text).trim();
      const rank = fields.indexOf(field);
      if (rank <= TERM && folded.length > 1) notePhrase(phrases, folded, item, rank);
      counting.passage(folded, fieldWeight[field], rank);
    }
    counting.endItem(item);
  });

  const everyday = backgroundCounts(background, counting.terms);
  const typical = new Float32Array(everyday.length);
  const isEveryday = new Uint8Array(everyday.length);
  const odds = logOddsOf(passages.length, background.length);
  for (let term = 0; term < everyday.length; term++) {
    typical[term] = odds(counting.passagesWith(term), everyday[term]!);
    if (everyday[term]! > 0) isEveryday[term] = 1;
  }
  return {
    codes,
    terms: counting.terms,
    ...withPhrases(weighedPostings(counting, byCode.size), phrases, byCode.size),
    typical,
    typicalUnseen: odds(0, 0),
    everyday: isEveryday,
    phrases: phraseTable(itemsOf(phrases), counting.terms.size),
  };
}

/** An item that a phrase names, and in which field at best. */
interface Named {
  readonly item: number;
  readonly field: number;
}

const itemsOf = (phrases: ReadonlyMap<string, readonly Named[]>): Map<string, number[]> =>
  new Map([...phrases].map(([text, named]) => [text, named.map(({ item }) => item)]));

/** Items come in their order, and the fields of one as its passages come. */
function notePhrase(phrases: Map<string, Named[]>, folded: string, item: number, field: number): void {
  const named = phrases.get(folded);
  if (named === undefined) phrases.set(folded, [{ item, field }]);
  else if (named.at(-1)!.item !== item) named.push({ item, field });
  else if (field < named.at(-1)!.field) named[named.length - 1] = { item, field };
}

function backgroundCounts(background: readonly string[], terms: Vocabulary): Uint16Array {
  const counts = new Uint16Array(terms.size);
  const last = new Uint16Array(terms.size);
  const read = new Terms();
  background.forEach((text, number) => {
    readTerms(foldedText(text), read);
    for (let at = 0; at < read.length; at++) {
      const term = terms.find(read, at);
      if (term < 0 || last[term] === number + 1) continue;
      last[term] = number + 1;
      counts[term]! += 1;
    }
  });
  return counts;
}

/** Each logarithm is taken once: most terms stand in a few passages. */
function logOddsOf(passages: number, texts: number): (inCatalogue: number, inBackground: number) => number {
  const logs = (of: number) => {
    const taken: number[] = [];
    return (count: number) => (taken[count] ??= Math.log((count + 0.5) / of));
  };
  const [catalogue, everyday] = [logs(passages), logs(Math.max(1, texts))];
  return (inCatalogue, inBackground) => catalogue(inCatalogue) - everyday(inBackground);
}

function weighedPostings(counted: Counting, items: number): Postings {
  const { kinds, term, count, postings } = counted;
  const terms = counted.terms.size;
  const first = new Uint32Array(terms + 1);
  const lengths = Array.from({ length: items }, () => new Float64Array(termKinds.length));
  for (let from = 0; from < postings; from++) {
    first[term[from]! + 1]! += 1;
    lengths[counted.item[from]!]![kinds[term[from]!]!]! += count[from]!;
  }
  const mean = termKinds.map((_, kind) => lengths.reduce((sum, byKind) => sum + byKind[kind]!, 0) / items || 1);
  const penalties = lengths.map((byKind) =>
    byKind.map((length, kind) => SATURATION * (1 - LENGTH_PENALTY + (LENGTH_PENALTY * length) / mean[kind]!)),
  );
  const ceiling = new Float32Array(terms);
  const rarity = Float64Array.from({ length: items + 1 }, (_, having) => inverseFrequency(having, items));
  for (let number = 0; number < terms; number++) {
    ceiling[number] = kindWeight[kinds[number]!]! * rarity[first[number + 1]!]! * (1 + SATURATION);
  }
  for (let number = 0; number < terms; number++) first[number + 1]! += first[number]!;

  const next = first.slice();
  const holds = new Uint32Array(terms * ITEM_WORDS);
  const [item, weight, field] = [new Uint8Array(postings), new Float32Array(postings), new Uint8Array(postings)];
  const likelihood = new Float32Array(postings);
  for (let from = 0; from < postings; from++) {
    const number = term[from]!;
    const at = next[number]!;
    next[number] = at + 1;
    item[at] = counted.item[from]!;
    holds[number * ITEM_WORDS + (item[at]! >>> 5)]! |= 1 << item[at]!;
    field[at] = counted.field[from]!;
    const kind = kinds[number]!;
    const relative = (count[from]! * mean[kind]!) / lengths[item[at]!]![kind]!;
    weight[at] = (ceiling[number]! * count[from]!) / (count[from]! + penalties[item[at]!]![kind]!);
    likelihood[at] = LIKELIHOOD * kindWeight[kind]! * Math.log1p(relative / UNSEEN);
  }
  for (let number = 0; number < terms; number++) {
    const [from, to] = [first[number]!, first[number + 1]!];
    // What every item has speaks for each by what it says beyond the others.
    const least = to - from < items ? 0 : Math.min(...likelihood.subarray(from, to));
    for (let at = from; at < to; at++) weight[at]! += likelihood[at]! - least;
  }
  return { first, item, weight, field, holds };
}

/** A whole title, keyword or term of the trade is one more term: each of its items has it once. */
function withPhrases(of: Postings, phrases: ReadonlyMap<string, readonly Named[]>, items: number): Postings {
  const terms = of.first.length - 1;
  const named = [...phrases.values()];
  const postings = of.item.length + named.reduce((sum, { length }) => sum + length, 0);
  const all: Postings = {
    first: new Uint32Array(terms + named.length + 1),
    item: new Uint8Array(postings),
    weight: new Float32Array(postings),
    field: new Uint8Array(postings),
    holds: new Uint32Array((terms + named.length) * ITEM_WORDS),
  };
  for (const part of ['first', 'item', 'weight', 'field', 'holds'] as const) all[part].set(of[part]);
  let at = of.item.length;
  named.forEach((by, number) => {
    for (const { item, field } of by) {
      all.item[at] = item;
      all.weight[at] = PHRASE * inverseFrequency(by.length, items);
      all.field[at] = field;
      all.holds[(terms + number) * ITEM_WORDS + (item >>> 5)]! |= 1 << item;
      at += 1;
    }
    all.first[terms + number + 1] = at;
  });
  return all;
}

/** BM25's inverse document frequency, an item being the document. */
function inverseFrequency(items: number, of: number): number {
  return Math.log(1 + (of - items + 0.5) / (items + 0.5));
}
