import {
  capabilityIndex,
  cataloguePassages,
  foldText,
  matchCapabilities,
  type Passage,
  scoreOf,
} from '@aipower/matcher';
import { itemCodes } from '@aipower/taxonomy';
import { keywords } from '@aipower/taxonomy/keywords';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Text as people send it: words of the field, everyday characters, marks, emoji, lone surrogates, control characters. */
const words = itemCodes.flatMap((code) => [...keywords[code].zh, ...keywords[code].en]);
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('，', ' ', '的', '我們'),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

describe('foldText', () => {
  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text).text;
        expect(foldText(folded).text).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every place: never backwards, never outside, the end at the end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, from } = foldText(text);
        expect(from).toHaveLength(folded.length + 1);
        expect(from[folded.length]).toBe(text.length);
        for (let i = 1; i < from.length; i++) expect(from[i]).toBeGreaterThanOrEqual(from[i - 1]!);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the explanation', () => {
  it('recomputes the score, and every piece of it stands in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { score, evidence } of matchCapabilities(text, { limit: 87 }).matches) {
          expect(score).toBeCloseTo(1 - Math.exp(-evidence.reduce((sum, { weight }) => sum + weight, 0)), 12);
          expect(score).toBe(scoreOf(evidence));
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          let end = 0;
          for (const piece of evidence) {
            expect(text.slice(piece.start, piece.end)).toBe(piece.term);
            expect(piece.weight).toBeGreaterThan(0);
            expect(piece.end).toBeGreaterThan(piece.start);
            end = Math.max(end, piece.end);
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(matchCapabilities(text)).toEqual(matchCapabilities(text));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the order of the candidates', () => {
  it('does not depend on the order in which the passages come', () => {
    const straight = capabilityIndex({ passages: cataloguePassages() });
    const turned = capabilityIndex({ passages: cataloguePassages().reverse() });
    fc.assert(
      fc.property(fc.constantFrom(...words), (text) => {
        const a = matchCapabilities(text, { index: straight, limit: 87 }).matches;
        const b = matchCapabilities(text, { index: turned, limit: 87 }).matches;
        const other = new Map(b.map(({ code, score }) => [code, score]));
        expect(b).toHaveLength(a.length);
        for (const { code, score } of a) expect(other.get(code)).toBeCloseTo(score, 4);
        if (a.length > 0) expect(other.get(a[0]!.code)).toBeCloseTo(b[0]!.score, 4);
      }),
      { numRuns: 100 },
    );
  });
});

/** BM25F and naive Bayes over Han characters and pairs, written down as the textbooks have them: slow, and without an index. */
function slowScores(passages: readonly Passage[], query: string): Map<string, number> {
  const weightOf = { title: 2, keyword: 2, term: 2, definition: 1, wording: 0.6, example: 0.35 };
  const codes = [...new Set(passages.map(({ code }) => code))];
  const termsOf = (text: string, size: number) =>
    Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));
  const raw = new Map<string, number>(codes.map((code) => [code, 0]));
  for (const [size, kindWeight] of [
    [1, 0.8],
    [2, 1],
  ] as const) {
    const count = (code: string, term: string) =>
      passages
        .filter((passage) => passage.code === code)
        .reduce(
          (sum, { field, text }) => sum + weightOf[field] * termsOf(text, size).filter((t) => t === term).length,
          0,
        );
    const length = (code: string) =>
      passages
        .filter((passage) => passage.code === code)
        .reduce((sum, { field, text }) => sum + weightOf[field] * termsOf(text, size).length, 0);
    const mean = codes.reduce((sum, code) => sum + length(code), 0) / codes.length || 1;
    const inQuery = termsOf(query, size);
    for (const term of new Set(inQuery)) {
      const having = codes.filter((code) => count(code, term) > 0).length;
      const rarity = Math.log(1 + (codes.length - having + 0.5) / (having + 0.5));
      const times = Math.min(2, inQuery.filter((t) => t === term).length);
      const likelihood = (code: string) =>
        count(code, term) === 0 ? 0 : Math.log(1 + (count(code, term) * mean) / length(code) / 0.5);
      const least = Math.min(...codes.map(likelihood));
      for (const code of codes) {
        const found = count(code, term);
        if (found === 0) continue;
        const penalty = 1.2 * (0.25 + (0.75 * length(code)) / mean);
        const bm25 = (rarity * found * 2.2) / (found + penalty);
        raw.set(code, raw.get(code)! + times * kindWeight * (bm25 + 0.6 * (likelihood(code) - least)));
      }
    }
  }
  for (const [code, weight] of slowPhrases(passages, codes.length, query)) raw.set(code, raw.get(code)! + weight);
  const pairs = termsOf(query, 2);
  const information = [...new Set(pairs)].reduce(
    (sum, term) => sum + Math.min(2, pairs.filter((t) => t === term).length),
    0,
  );
  const unit = 12 * Math.sqrt(Math.max(1, information));
  return new Map([...raw].map(([code, sum]) => [code, 1 - Math.exp(-sum / unit)]));
}

/** Whole titles, keywords and terms in the query: from left to right the longest at each place, each counted twice at most. */
function slowPhrases(passages: readonly Passage[], items: number, query: string): [string, number][] {
  const named = passages.filter(({ field, text }) => ['title', 'keyword', 'term'].includes(field) && text.length > 1);
  const times = new Map<string, number>();
  for (let at = 0; at < query.length; ) {
    const here = named.map(({ text }) => text).filter((text) => query.startsWith(text, at));
    const longest = here.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (longest !== '') times.set(longest, Math.min(2, (times.get(longest) ?? 0) + 1));
    at += longest.length || 1;
  }
  return [...times].flatMap(([text, count]) => {
    const having = [...new Set(named.filter((one) => one.text === text).map(({ code }) => code))];
    const rarity = Math.log(1 + (items - having.length + 0.5) / (having.length + 0.5));
    return having.map((code): [string, number] => [code, count * 0.5 * rarity]);
  });
}

describe('against the textbook', () => {
  // Characters that neither sound nor look alike, so that no slip is found.
  const text = (size: number) =>
    fc.string({ unit: fc.constantFrom('木', '光', '雲', '雨'), minLength: 1, maxLength: size });
  const passage = fc.record({
    code: fc.constantFrom('1.1.1', '4.2.10', '4.2.9', '4.10.1'),
    field: fc.constantFrom('title', 'keyword', 'term', 'definition', 'wording', 'example'),
    text: text(6),
  }) as fc.Arbitrary<Passage>;

  it('gives the same scores', () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 12 }), text(8), (passages, query) => {
        const { decision, matches } = matchCapabilities(query, { index: capabilityIndex({ passages }), limit: 87 });
        fc.pre(decision !== 'none');
        const slow = slowScores(passages, query);
        expect(matches).toHaveLength([...slow.values()].filter((score) => score > 0).length);
        for (const { code, score } of matches) expect(score).toBeCloseTo(slow.get(code)!, 4);
      }),
      { numRuns: 80 },
    );
  });
});
