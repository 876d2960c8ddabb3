import { cataloguePassages } from '@aipower/matcher';
import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

/** A search library set up the way its documentation shows; Chinese is cut into pairs of characters where it lets one say how. */
export interface SearchEngine {
  readonly name: string;
  readonly first: (query: string) => string | undefined | Promise<string | undefined>;
}

interface Document {
  readonly id: number;
  readonly code: string;
  readonly text: string;
}

/** Every passage that our index is built from is one document of the peers, so all know the same. */
const documents: readonly Document[] = cataloguePassages().map(({ code, text }, id) => ({ id, code, text }));

export async function engines(): Promise<SearchEngine[]> {
  return [fuse(), miniSearch(), flexSearch(), await orama()];
}

function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  ).flatMap((run) =>
    /\p{Script=Han}/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
      : [run],
  );
}

function fuse(): SearchEngine {
  const engine = new Fuse(documents, { keys: ['text'], ignoreLocation: true, threshold: 0.4 });
  return { name: 'fuse.js', first: (query) => engine.search(query, { limit: 1 })[0]?.item.code };
}

function miniSearch(): SearchEngine {
  const engine = new MiniSearch<Document>({ fields: ['text'], storeFields: ['code'], tokenize: tokens });
  engine.addAll(documents);
  return { name: 'minisearch', first: (query) => engine.search(query)[0]?.['code'] as string | undefined };
}

function flexSearch(): SearchEngine {
  const engine = new Index({ tokenize: 'strict', encode: tokens });
  for (const { id, text } of documents) engine.add(id, text);
  const first = (query: string) => {
    const [found] = engine.search(query, { limit: 1, suggest: true }) as number[];
    return found === undefined ? undefined : documents[found]!.code;
  };
  return { name: 'flexsearch', first };
}

async function orama(): Promise<SearchEngine> {
  const engine = create({
    schema: { code: 'string', text: 'string' } as const,
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: tokens } },
  });
  await insertMultiple(
    engine,
    documents.map(({ code, text }) => ({ code, text })),
  );
  const first = async (query: string) => {
    const { hits } = await search(engine, { term: query, properties: ['text'], limit: 1, threshold: 1 });
    return hits[0]?.document.code;
  };
  return { name: '@orama/orama', first };
}
