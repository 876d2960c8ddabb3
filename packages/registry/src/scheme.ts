import { nameEndings, SCHEME_DATA, SHARED_NAME_DATA } from './generated/schemes.ts';

/** Identifiers of the 能量登錄 (registrations of service capability). */
export type SchemeId = (typeof SCHEME_DATA)[number]['id'];

/** What a certificate number of a scheme has been seen to look like. Never a reason to refuse a number. */
export interface NumberHint {
  /** Regular expression over the folded number; a hint, never a rule. */
  readonly pattern: string;
  /** The same in words. */
  readonly shape: string;
  /** A number of this shape; `null` when none is known. */
  readonly example: string | null;
  /** Where such numbers were seen. */
  readonly source: string;
}

/** A registration scheme: its id, names and what is known of its numbers. */
export interface Scheme {
  /** Short name in addresses and files, such as `ai`. */
  readonly id: SchemeId;
  /** Official name in Chinese; the English is ours. */
  readonly name: { readonly zh: string; readonly en: string };
  /** As it stands in tables. */
  readonly shortName: { readonly zh: string; readonly en: string };
  /** What people write for it besides its names. */
  readonly aliases: readonly string[];
  /** How the form calls the number; `null` where it asks for yes or no only. */
  readonly numberLabel: string | null;
  /** What forms call its number, as written there. */
  readonly numberLabelVariants: readonly string[];
  /** Whether the shape of its numbers is known from anywhere; `partly` never refuses one. */
  readonly numberKnown: 'no' | 'partly';
  /** Shapes of numbers that were seen; never a reason to refuse one. */
  readonly hints: readonly NumberHint[];
  /** Where the lists are published. */
  readonly lists: readonly string[];
  /** Set where certificates name items of the AI service catalogue. */
  readonly scope?: 'catalogue-items';
  /** What a claim can be looked up by. */
  readonly verifiedBy: readonly ('number' | 'ubn' | 'name')[];
  /** Day the facts were read, ISO 8601. */
  readonly listedOn: string;
  /** Where the facts were read. */
  readonly source: string;
}

/** Every scheme, in the order of its source: data/schemes.yml. */
export const schemes: readonly Scheme[] = SCHEME_DATA;

const byId = new Map<string, Scheme>(schemes.map((scheme) => [scheme.id, scheme]));

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const [officialEnding] = nameEndings;
const withoutEnding = (name: string) => (name.endsWith(officialEnding) ? name.slice(0, -officialEnding.length) : name);

const byWord = new Map<string, readonly Scheme[]>();
for (const scheme of schemes) {
  const { id, name, shortName, aliases } = scheme;
  const words = [id, name.zh, withoutEnding(name.zh), name.en, shortName.zh, shortName.en, ...aliases];
  for (const word of words) byWord.set(fold(word), [scheme]);
}
for (const { names, schemes: ids } of SHARED_NAME_DATA) {
  for (const name of names)
    byWord.set(
      fold(name),
      ids.map((id) => byId.get(id)!),
    );
}

function meanings(word: string): readonly Scheme[] {
  const known = byWord.get(word);
  if (known) return known;
  const ending = nameEndings.find((one) => word.endsWith(one));
  return ending === undefined ? [] : meanings(word.slice(0, -ending.length));
}

/** Whether a text is the id of a scheme: narrows the type. */
export function isSchemeId(id: unknown): id is SchemeId {
  return typeof id === 'string' && byId.has(id);
}

/**
 * The scheme with this identifier.
 * @throws TypeError for an unknown identifier, which is a programming error; use {@link findScheme} for what people type.
 */
export function getScheme(id: SchemeId): Scheme {
  const scheme = byId.get(id);
  if (!scheme) throw new TypeError(`getScheme(id): ${JSON.stringify(id)} is none of ${[...byId.keys()].join(', ')}`);
  return scheme;
}

/**
 * Which schemes can these words mean? Reads the identifier, the names in Chinese and English, what people write for them
 * (`aliases` in data/schemes.yml, the number of a form such as `5.4` among them), whatever their width, case and blanks. Words in
 * brackets and a number in front must mean the same.
 * @returns one scheme where the words are clear, several where they fit more than one, none where they name none.
 * @example schemesNamed('資訊').map(({ id }) => id) // ['information-service', 'information-security']
 */
export function schemesNamed(text: string): readonly Scheme[] {
  if (typeof text !== 'string') throw new TypeError(`schemesNamed(text): expected text, got ${typeof text}`);
  const parts = fold(text)
    .split(/[()[\]（）【】「」、,:;]+|(?<=^\d+\.\d+)\.?(?=[^\d.])/)
    .filter((part) => part !== '');
  const [first = [], ...others] = parts.map(meanings);
  return first.filter((scheme) => others.every((other) => other.includes(scheme)));
}

/**
 * Which scheme does a person mean?
 * @returns `null` when the words name none, or could mean several ({@link schemesNamed} lists them); nothing is guessed.
 * @example findScheme('資安')?.id // 'information-security'
 */
export function findScheme(text: string): Scheme | null {
  const found = schemesNamed(text);
  return found.length === 1 ? found[0]! : null;
}
