import { items } from '@aipower/taxonomy';
import Fuse from 'fuse.js';
import type { Answer } from './ranking-figures.ts';

/** What one gets without this project: the same queries over the official titles and definitions alone. */
export interface Peer {
  readonly name: string;
  readonly answer: (query: string) => Answer;
}

const documents = items.map(({ code, title, definition }) => ({
  code,
  title: `${title.zh} ${title.en}`,
  definition: `${definition.zh} ${definition.en}`,
}));

export const peers = (): readonly Peer[] => [fuse(), characterPairs()];

function fuse(): Peer {
  const engine = new Fuse(documents, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'definition', weight: 1 },
    ],
    ignoreLocation: true,
  });
  const answer = (query: string) => {
    const codes = engine.search(query, { limit: 10 }).map(({ item }) => item.code);
    return { codes, confident: codes.length > 0 };
  };
  return { name: 'fuse.js alone', answer };
}

/** BM25 over pairs of neighbouring characters of the official text, in the usual setting. */
function characterPairs(): Peer {
  const pairsOf = (text: string) => {
    const folded = text.normalize('NFKC').toLowerCase();
    return Array.from({ length: Math.max(0, folded.length - 1) }, (_, i) => folded.slice(i, i + 2));
  };
  const rows = documents.map(({ code, title, definition }) => {
    const pairs = pairsOf(`${title} ${definition}`);
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    return { code, counts, length: pairs.length };
  });
  const mean = rows.reduce((sum, { length }) => sum + length, 0) / rows.length;
  const spread = new Map<string, number>();
  for (const { counts } of rows) for (const pair of counts.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const rarity = (pair: string) => {
    const known = spread.get(pair) ?? 0;
    return Math.log(1 + (rows.length - known + 0.5) / (known + 0.5));
  };
  const answer = (query: string) => {
    const pairs = [...new Set(pairsOf(query))];
    const codes = rows
      .map(({ code, counts, length }) => ({
        code,
        score: pairs.reduce((sum, pair) => {
          const count = counts.get(pair) ?? 0;
          return count === 0
            ? sum
            : sum + (rarity(pair) * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
        }, 0),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 10)
      .map(({ code }) => code);
    return { codes, confident: codes.length > 0 };
  };
  return { name: 'BM25 over character pairs, no keywords', answer };
}
