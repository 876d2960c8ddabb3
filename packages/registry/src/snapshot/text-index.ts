import { foldText } from '@aipower/taiwan/fold';
import type { Provider } from '../provider.ts';

const unspoken = /[^\p{L}\p{N}]/gu;

/** What two ways of typing a name share: one folding of glyphs and widths (台湾 finds 臺灣 and 台灣), no blanks or punctuation. */
const lettersOf = (text: string): string => foldText(text).replace(unspoken, '');

export interface TextHit {
  /** Position of the provider in the snapshot. */
  readonly at: number;
  /** Lower is better: 0 whole name, 1 begins with it, 2 holds it, 3 former name, 4 English name; 5 and up: similar only. */
  readonly rank: number;
}

export interface TextIndex {
  search(text: string): TextHit[];
}

interface Names {
  readonly name: string;
  readonly former: readonly string[];
  readonly english: string;
}

function* pairs(text: string): Generator<string> {
  for (let i = 0; i + 1 < text.length; i++) yield text.slice(i, i + 2);
}

/** Least share of the typed pairs a name must hold to be called similar. */
const SIMILAR = 0.6;

/** An index over the pairs of letters in the names of providers. Built once per snapshot. */
export function buildTextIndex(providers: readonly Provider[]): TextIndex {
  const names: Names[] = providers.map(({ name, nameEn, formerNames }) => ({
    name: lettersOf(name),
    former: formerNames.map(lettersOf),
    english: lettersOf(nameEn ?? ''),
  }));
  const postings = new Map<string, number[]>();
  for (const [at, { name, former, english }] of names.entries()) {
    for (const text of [name, ...former, english]) {
      for (const pair of pairs(text)) {
        const list = postings.get(pair);
        if (!list) postings.set(pair, [at]);
        else if (list.at(-1) !== at) list.push(at);
      }
    }
  }
  const everyone = names.map((_, at) => at);

  function rankOf(at: number, term: string): number {
    const { name, former, english } = names[at]!;
    if (name === term) return 0;
    if (name.startsWith(term)) return 1;
    if (name.includes(term)) return 2;
    if (former.some((one) => one.includes(term))) return 3;
    return english.includes(term) ? 4 : -1;
  }

  function holding(term: string): Map<number, number> {
    let rarest: readonly number[] = everyone;
    for (const pair of pairs(term)) {
      const list = postings.get(pair) ?? [];
      if (list.length < rarest.length) rarest = list;
    }
    const found = new Map<number, number>();
    for (const at of rarest) {
      const rank = rankOf(at, term);
      if (rank >= 0) found.set(at, rank);
    }
    return found;
  }

  function similar(term: string): TextHit[] {
    const typed = [...new Set(pairs(term))];
    if (typed.length < 2) return [];
    const enough = (count: number) => count / typed.length >= SIMILAR;
    const common = new Uint16Array(names.length);
    const close: number[] = [];
    for (const pair of typed) {
      for (const at of postings.get(pair) ?? []) {
        const count = ++common[at]!;
        // Noted when it gets there: walking through everyone's count takes longer than counting.
        if (enough(count) && !enough(count - 1)) close.push(at);
      }
    }
    return close.map((at) => ({ at, rank: 5 + (1 - common[at]! / typed.length) }));
  }

  return {
    search(text) {
      const terms = text
        .split(/\s+/)
        .map(lettersOf)
        .filter((term) => term !== '');
      if (terms.length === 0) return [];
      let hits = holding(terms[0]!);
      for (const term of terms.slice(1)) {
        const more = holding(term);
        hits = new Map([...hits].flatMap(([at, rank]) => (more.has(at) ? [[at, Math.max(rank, more.get(at)!)]] : [])));
      }
      const found = hits.size > 0 ? [...hits].map(([at, rank]) => ({ at, rank })) : similar(terms.join(''));
      return found.sort((a, b) => a.rank - b.rank || a.at - b.at);
    },
  };
}
