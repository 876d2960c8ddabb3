import { foldText } from '../text/fold.ts';
import { termKinds, visitTerms } from '../text/terms.ts';
import { type Field, fields, type Passage } from './passages.ts';
import { type PhraseTable, phraseTable } from './phrases.ts';

/** How much one occurrence counts by where it stands. Found by cross-validation on the catalogue's own examples: decision 010. */
const fieldWeight: Record<Field, number> = { title: 2, keyword: 2, definition: 1, boundary: 0.5, example: 0.35 };

/** How much a term counts by what it is: a single Han character or four letters of a word say less than a pair or a word. */
const kindWeight = [0.8, 1, 1, 0.3, 1];

/** BM25: how soon repeating a term stops helping, and how much an item is held back for having more text. */
const SATURATION = 1.2;
const LENGTH_PENALTY = 0.75;

/** Everything that is looked up while a text is read. Built once; nothing changes it afterwards. */
export interface CapabilityIndex {
  readonly codes: readonly Passage['code'][];
  /** Term → its number. */
  readonly terms: ReadonlyMap<string, number>;
  /** The postings of term `t` stand at `first[t]` to `first[t + 1]`: which item, how strongly, in which field at best. */
  readonly first: Uint32Array;
  readonly item: Uint8Array;
  readonly weight: Float32Array;
  readonly field: Uint8Array;
  /** Log odds of standing in the catalogue against standing in everyday text, by term; and of a term seen in neither. */
  readonly typical: Float32Array;
  readonly typicalUnseen: number;
  /** Whether the term occurs in the everyday texts. */
  readonly everyday: Uint8Array;
  /** Titles and keywords, to be found whole in a text. */
  readonly phrases: PhraseTable;
}

/** Count what the passages say, item by item, and weigh it (BM25F with one length per kind of term). About 150 ms for the catalogue. */
export function buildIndex(passages: readonly Passage[], background: readonly string[]): CapabilityIndex {
  const codes = [...new Set(passages.map(({ code }) => code))];
  const itemOf = new Map(codes.map((code, item) => [code, item]));
  const terms = new Map<string, number>();
  const kinds: number[] = [];
  const passageCount: number[] = [];
  const lastPassage: number[] = [];
  const phrases = new Map<string, number[]>();
  const counts = codes.map(() => new Map<number, number>());
  const bestField = codes.map(() => new Map<number, number>());

  passages.forEach(({ code, field, text }, number) => {
    const item = itemOf.get(code)!;
    const rank = fields.indexOf(field);
    const folded = foldText(text).text.trim();
    if (rank <= 1 && folded.length > 1) notePhrase(phrases, folded, item);
    visitTerms(folded, (key, kind) => {
      let term = terms.get(key);
      if (term === undefined) {
        term = kinds.length;
        terms.set(key, term);
        kinds.push(kind);
        passageCount.push(0);
        lastPassage.push(-1);
      }
      if (lastPassage[term] !== number) passageCount[term]! += 1;
      lastPassage[term] = number;
      counts[item]!.set(term, (counts[item]!.get(term) ?? 0) + fieldWeight[field]);
      const best = bestField[item]!;
      if ((best.get(term) ?? fields.length) > rank) best.set(term, rank);
    });
  });

  const everyday = backgroundCounts(background, terms);
  const typical = Float32Array.from(kinds, (_, term) =>
    logOdds(passageCount[term]!, passages.length, everyday[term]!, background.length),
  );
  return {
    codes,
    terms,
    ...postings(counts, bestField, kinds),
    typical,
    typicalUnseen: logOdds(0, passages.length, 0, background.length),
    everyday: Uint8Array.from(everyday, (count) => (count > 0 ? 1 : 0)),
    phrases: phraseTable(phrases),
  };
}

function notePhrase(phrases: Map<string, number[]>, folded: string, item: number): void {
  const items = phrases.get(folded);
  if (items === undefined) phrases.set(folded, [item]);
  else if (!items.includes(item)) items.push(item);
}

function backgroundCounts(background: readonly string[], terms: ReadonlyMap<string, number>): number[] {
  const counts = new Array<number>(terms.size).fill(0);
  for (const text of background) {
    const seen = new Set<number>();
    visitTerms(foldText(text).text, (key) => {
      const term = terms.get(key);
      if (term !== undefined) seen.add(term);
    });
    for (const term of seen) counts[term]! += 1;
  }
  return counts;
}

function logOdds(inCatalogue: number, passages: number, inBackground: number, texts: number): number {
  return Math.log((inCatalogue + 0.5) / passages) - Math.log((inBackground + 0.5) / Math.max(1, texts));
}

function postings(
  counts: readonly ReadonlyMap<number, number>[],
  bestField: readonly ReadonlyMap<number, number>[],
  kinds: readonly number[],
): Pick<CapabilityIndex, 'first' | 'item' | 'weight' | 'field'> {
  const first = new Uint32Array(kinds.length + 1);
  const lengths = counts.map((byTerm) => {
    const byKind = new Float64Array(termKinds.length);
    for (const [term, count] of byTerm) {
      first[term + 1]! += 1;
      byKind[kinds[term]!]! += count;
    }
    return byKind;
  });
  const mean = termKinds.map((_, kind) => lengths.reduce((sum, byKind) => sum + byKind[kind]!, 0) / counts.length || 1);
  const rarity = Float32Array.from(kinds, (_, term) => inverseFrequency(first[term + 1]!, counts.length));
  for (let term = 0; term < kinds.length; term++) first[term + 1]! += first[term]!;

  const next = first.slice();
  const size = first[kinds.length]!;
  const [item, weight, field] = [new Uint8Array(size), new Float32Array(size), new Uint8Array(size)];
  counts.forEach((byTerm, number) => {
    for (const [term, count] of byTerm) {
      const kind = kinds[term]!;
      const penalty = 1 - LENGTH_PENALTY + (LENGTH_PENALTY * lengths[number]![kind]!) / mean[kind]!;
      const at = next[term]!++;
      item[at] = number;
      field[at] = bestField[number]!.get(term)!;
      weight[at] = (kindWeight[kind]! * rarity[term]! * count * (1 + SATURATION)) / (count + SATURATION * penalty);
    }
  });
  return { first, item, weight, field };
}

/** BM25's inverse document frequency, an item being the document. */
function inverseFrequency(items: number, of: number): number {
  return Math.log(1 + (of - items + 0.5) / (items + 0.5));
}
