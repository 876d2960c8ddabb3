import { cataloguePassages } from '@aipower/matcher';
import MiniSearch from 'minisearch';
import type { RealAnswer } from './real-judging.ts';

/** What the usual tools make of the same texts over the same passages: they rank, and accept whatever finds anything. */
export interface RealPeer {
  readonly name: string;
  readonly answer: (query: string) => RealAnswer;
}

export const realPeers = (): readonly RealPeer[] => [miniSearch(), tfIdf()];

const accepted = (codes: readonly string[]): RealAnswer => ({ codes, confident: codes.length > 0, cautioned: [] });

function tokens(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => (/\p{Script=Han}/u.test(run) && run.length > 1 ? pieces(run, 2) : [run]));
}

const pieces = (text: string, size: number) =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));

/** One document for each item, pairs of characters, the library's own ranking. */
function miniSearch(): RealPeer {
  const engine = new MiniSearch({ fields: ['text'], idField: 'code', tokenize: tokens });
  engine.addAll([...joined()].map(([code, text]) => ({ code, text })));
  const answer = (query: string) =>
    accepted(
      engine
        .search(query)
        .slice(0, 10)
        .map(({ id }) => String(id)),
    );
  return { name: 'minisearch', answer };
}

/** Cosine of TF-IDF vectors of one to three neighbouring characters, one document for each item. */
function tfIdf(): RealPeer {
  const grams = (text: string) => {
    const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    return [1, 2, 3].flatMap((size) => pieces(plain, size));
  };
  const counts = (text: string) => {
    const found = new Map<string, number>();
    for (const gram of grams(text)) found.set(gram, (found.get(gram) ?? 0) + 1);
    return found;
  };
  const rows = [...joined()].map(([code, text]) => ({ code, found: counts(text) }));
  const spread = new Map<string, number>();
  for (const { found } of rows) for (const gram of found.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1);
  const weigh = (found: ReadonlyMap<string, number>) => {
    const weights = new Map<string, number>();
    for (const [gram, count] of found) {
      const having = spread.get(gram);
      if (having !== undefined) weights.set(gram, (1 + Math.log(count)) * Math.log(rows.length / having));
    }
    const length = Math.hypot(...weights.values()) || 1;
    return { weights, length };
  };
  const vectors = rows.map(({ code, found }) => ({ code, ...weigh(found) }));
  const answer = (query: string) => {
    const asked = weigh(counts(query));
    const scored = vectors.map(({ code, weights, length }) => {
      let product = 0;
      for (const [gram, weight] of asked.weights) product += weight * (weights.get(gram) ?? 0);
      return { code, score: product / length };
    });
    scored.sort((a, b) => b.score - a.score);
    return accepted(
      scored
        .filter(({ score }) => score > 0)
        .slice(0, 10)
        .map(({ code }) => code),
    );
  };
  return { name: 'TF-IDF of 1 to 3 characters', answer };
}

function joined(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { code, text } of cataloguePassages()) texts.set(code, `${texts.get(code) ?? ''}\n${text}`);
  return texts;
}
