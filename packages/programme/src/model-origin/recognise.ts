import { modelOriginData } from '../generated/model-origins.ts';
import { isBuildWord, isPublisherWord } from './build-words.ts';
import type { ModelOrganisation } from './data.ts';
import { isSizeOrRelease } from './listed.ts';
import { plainName, publisher, words } from './model-name.ts';

export interface Recognised {
  readonly organisation: ModelOrganisation;
  /** The name in the data that was met. */
  readonly by: string;
  readonly how: 'publisher' | 'family';
}

interface Family {
  readonly key: string;
  readonly whole: boolean;
  readonly organisation: ModelOrganisation;
  readonly name: string;
}

const publishers = new Map(
  modelOriginData.organisations.flatMap((organisation) =>
    organisation.organisations.map(
      (name) => [plainName(name), { organisation, by: name, how: 'publisher' as const }] as const,
    ),
  ),
);

const families: readonly Family[] = modelOriginData.organisations
  .flatMap((organisation) => [
    ...organisation.families.map((name) => ({ key: words(name).join(''), whole: false, organisation, name })),
    ...organisation.exact.map((name) => ({ key: words(name).join(''), whole: true, organisation, name })),
  ])
  .sort((a, b) => b.key.length - a.key.length);

/**
 * Which publishers and families does a model name show? A fine-tune may show several (`DeepSeek-R1-Distill-Llama-70B`).
 * The publisher comes first, families in the order of the name. Empty: nothing known was met.
 */
export function recognise(name: string): readonly Recognised[] {
  const found: Recognised[] = [];
  const add = (one: Recognised) => {
    if (!found.some(({ organisation, how }) => organisation === one.organisation && how === one.how)) found.push(one);
  };
  const by = publisher(name);
  const known = publishers.get(plainName(by ?? name.trim()));
  if (known) add(known);
  const parts = words(name);
  for (let i = 0; i < parts.length; ) {
    const hit = longestFamily(parts, i);
    if (hit) add({ organisation: hit.family.organisation, by: hit.family.name, how: 'family' });
    i += hit?.length ?? 1;
  }
  return found;
}

/** The words of a name that say nothing known: no family, version, size, release, build or publisher. */
export function unreadWords(name: string): readonly string[] {
  const parts = words(name);
  const unread: string[] = [];
  for (let i = 0; i < parts.length; ) {
    const hit = longestFamily(parts, i);
    const word = parts[i]!;
    if (!hit && !isBuildWord(word) && !isSizeOrRelease(word) && !isPublisherWord(word) && !/^v?\d[\d.]*$/.test(word))
      unread.push(word);
    i += hit?.length ?? 1;
  }
  return unread;
}

const variants = new Set(modelOriginData.variants.flatMap((word) => words(word)));

/**
 * Is a name that begins with a common word that of the model? It is when a version or a size follows, behind words for variants and builds at most, or nothing else:
 * `Yi-34B`, `gte-large-zh`, `Ring`; in `yi-helper` and `Spark NLP` the word is only shared.
 */
function isModelName(parts: readonly string[], length: number): boolean {
  if (parts.some(isSizeOrRelease)) return true;
  const other = parts.slice(length).find((word) => !variants.has(word) && !isBuildWord(word) && !isPublisherWord(word));
  return other === undefined || /\d/.test(other);
}

/** The longest family that begins at this word, over as many words as it takes. */
function longestFamily(parts: readonly string[], start: number): { family: Family; length: number } | null {
  for (const family of families) {
    // `Spark` begins a model's name in `Spark-X1`; in `Apache Spark helper` it is only a word.
    if (family.whole && start > 0) continue;
    let joined = '';
    for (let length = 1; length <= 4 && start + length <= parts.length; length++) {
      joined += parts[start + length - 1];
      if (joined.length < family.key.length) continue;
      // A whole word may carry a version: wan2.1, yi1.5, glm4.5v.
      const rest = joined.slice(family.key.length);
      // `deep-seeker` is not DeepSeek: a family written in several words ends with one of them.
      if (length > 1 && /^(?!v?\d)[a-z]/.test(rest)) break;
      if (joined.startsWith(family.key) && (!family.whole || /^(?:v?\d[\d.]*[a-z]?)?$/.test(rest)))
        return !family.whole || rest !== '' || isModelName(parts, length) ? { family, length } : null;
      break;
    }
  }
  return null;
}
