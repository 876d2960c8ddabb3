/** Which model of the programme's lists is meant by a name, as model hubs and people write it? */
import type { Programme } from '../programme/parse-programme.ts';
import { isBuildWord, isPublisherWord } from './build-words.ts';
import { modelKey, words } from './model-name.ts';

interface Named {
  /** Family, version and variant, in their order, as one: `llama4maverick`, `gemma4`, `magistralsmall`. */
  readonly core: string;
  /** `30b`, active `a3b`, experts `16e`; those in brackets too. */
  readonly sizes: readonly string[];
  /** Year and month of a release, `2506`. */
  readonly release: string | null;
}

const size = /^[ae]?\d+(?:\.\d+)?[bm]$|^\d+x\d+b$|^\d+e$/;
const release = /^2[3-9](?:0[1-9]|1[0-2])$/;

/** Is this word of a name a size or the month of a release? */
export const isSizeOrRelease = (word: string): boolean => size.test(word) || release.test(word);

function parsed(name: string): Named {
  const all = words(name.replace(/\(([^()]*)\)/g, ' $1 '));
  const own = all.length > 1 && isPublisherWord(all[0]!) ? all.slice(1) : all;
  const telling = own.filter((word) => !size.test(word) && !release.test(word) && !isBuildWord(word));
  return {
    core: telling.join(''),
    sizes: own.filter((word) => size.test(word)),
    release: own.find((word) => release.test(word)) ?? null,
  };
}

const parts = /^(\D*)([\d.]+)(.*)$/;

/** 24B for 23.6B, 14B for 14.7B: sizes are rounded, or cut. */
function sameSize(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [parts.exec(a), parts.exec(b)];
  if (!left || !right || left[1] !== right[1] || left[3] !== right[3]) return false;
  const [x, y] = [Number(left[2]), Number(right[2])];
  const [less, more] = x < y ? [x, y] : [y, x];
  return more - less <= 0.03 * more || less === Math.floor(more);
}

const listedModels = new WeakMap<Programme, readonly { readonly name: string; readonly named: Named }[]>();

function modelsOf(programme: Programme) {
  let models = listedModels.get(programme);
  if (!models) {
    const names = new Set(programme.modelLists.flatMap((list) => list.models.map(({ name }) => name)));
    models = [...names].map((name) => ({ name, named: parsed(name) }));
    listedModels.set(programme, models);
  }
  return models;
}

/**
 * The name as the programme prints it, or null. The same model is one of the same family, version and variant; what both say of size and
 * release must agree, and what the list leaves open may be said: `Llama-4-Maverick-17B-128E-Instruct` is its Llama 4 Maverick. A name without
 * size is listed only when the list has one size of it. Words for builds (GGUF, Instruct) and publishers change nothing; any other word
 * makes another model.
 */
export function listedName(programme: Programme, text: string): string | null {
  const key = modelKey(text);
  if (key === '') return null;
  const models = modelsOf(programme);
  const printed = models.find(({ name }) => modelKey(name) === key);
  if (printed) return printed.name;
  const asked = parsed(text);
  const alike = models.filter(({ named }) => named.core === asked.core && asked.core !== '');
  if (asked.sizes.length === 0 && new Set(alike.map(({ named }) => named.sizes.join())).size > 1) return null;
  const meant = alike.find(
    ({ named }) =>
      (named.release === null || named.release === asked.release) &&
      (named.sizes.length === 0 || asked.sizes.every((one) => named.sizes.some((known) => sameSize(one, known)))),
  );
  return meant?.name ?? null;
}
