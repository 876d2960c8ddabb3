import { SCHEME_DATA } from './generated/schemes.ts';

/** Identifiers of the six 能量登錄 (registrations of service capability). */
export type SchemeId = (typeof SCHEME_DATA)[number]['id'];

/** What a certificate number of a scheme has been seen to look like. Never a reason to refuse a number. */
export interface NumberHint {
  readonly pattern: string;
  readonly shape: string;
  readonly example: string | null;
  readonly source: string;
}

export interface Scheme {
  readonly id: SchemeId;
  /** Its place in the application form of programme 115, `5.1` to `5.6`. */
  readonly order: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly shortName: { readonly zh: string; readonly en: string };
  /** How the form calls the number; `null` where it asks for yes or no only. */
  readonly numberLabel: string | null;
  readonly numberLabelVariants: readonly string[];
  readonly numberKnown: 'no' | 'partly';
  readonly hints: readonly NumberHint[];
  readonly lists: readonly string[];
  /** Set where certificates name items of the AI service catalogue. */
  readonly scope?: 'catalogue-items';
  readonly verifiedBy: readonly ('number' | 'ubn' | 'name')[];
  readonly listedOn: string;
  readonly source: string;
}

/** The six schemes in the order of the application form. Source: data/schemes.yml. */
export const schemes: readonly Scheme[] = SCHEME_DATA;

const byId = new Map<string, Scheme>(schemes.map((scheme) => [scheme.id, scheme]));

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const byWord = new Map<string, Scheme>();
for (const scheme of schemes) {
  const { zh, en } = scheme.name;
  const words = [
    scheme.id,
    scheme.order,
    zh,
    en,
    scheme.shortName.zh,
    scheme.shortName.en,
    zh.replace(/能量登錄$/, ''),
  ];
  for (const word of [...words, zh.replace(/服務能量登錄$|能量登錄$/, ''), `${scheme.shortName.zh}能量登錄`]) {
    byWord.set(fold(word), scheme);
  }
}

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
 * Which scheme does a person mean? Reads the identifier, the full or short name in Chinese or English, and the number
 * in the form (`5.4`), whatever its width, case and blanks.
 * @returns `null` when it is none of them; nothing is guessed.
 * @example findScheme('人工智慧')?.id // 'ai'
 */
export function findScheme(text: string): Scheme | null {
  return byWord.get(fold(text)) ?? null;
}
