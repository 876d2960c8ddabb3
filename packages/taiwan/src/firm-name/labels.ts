/** Words around a name (公司名稱：, 原名, 蓋章), folded, for reading text. */
import { nameWords } from '../generated/name-words.ts';
import { coarseForm, flatten } from '../han/fold.ts';

export type LabelKind = keyof typeof nameWords.labels;

const fold = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => coarseForm(flatten(word))))].sort((a, b) => b.length - a.length);

/** Labels of one kind, folded and safe inside a pattern, longest first. */
export const labelsOf = (kind: LabelKind): string[] => fold(nameWords.labels[kind]).map(literal);

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+');

const kinds = Object.keys(nameWords.labels) as LabelKind[];
const kindOf = new Map(kinds.flatMap((kind) => fold(nameWords.labels[kind]).map((label) => [label, kind] as const)));
const all = [...kindOf.keys()].sort((a, b) => b.length - a.length).map(literal);
const withColon = new RegExp(`(?<![\\p{L}\\p{N}])(${all.join('|')})\\s*:\\s*`, 'gu');

/** Is the whole text a label? */
export const labelKind = (coarse: string): LabelKind | undefined => kindOf.get(coarse.trim());

export interface Field {
  kind: LabelKind | 'none';
  text: string;
}

/** Splits flattened text at labels that have a colon. */
export function fieldsOf(text: string): Field[] {
  const coarse = coarseForm(text);
  const fields: Field[] = [];
  let kind: Field['kind'] = 'none';
  let from = 0;
  for (const match of coarse.matchAll(withColon)) {
    fields.push({ kind, text: text.slice(from, match.index) });
    kind = kindOf.get(match[1]!.replace(/\s+/g, ' ')) ?? 'none';
    from = match.index + match[0].length;
  }
  fields.push({ kind, text: text.slice(from) });
  return fields.filter((field) => field.text.trim() !== '');
}

const opening = (kind: LabelKind): RegExp =>
  new RegExp(`^\\s*(?:${labelsOf(kind).join('|')})(?:\\s|(?=\\p{L}))\\s*`, 'u');
const openings: readonly (readonly [LabelKind, RegExp])[] = (['former', 'current', 'alias', 'name'] as const).map(
  (kind) => [kind, opening(kind)],
);

/** A label in front without a colon: 原嵩德…, 公司名稱 X. Returns its kind and how long it is. 原為學 reads as 原為 + 學; see readingsOf. */
export function openingLabel(
  text: string,
  wanted: readonly LabelKind[],
): { kind: LabelKind; length: number } | undefined {
  const coarse = coarseForm(text);
  for (const [kind, pattern] of openings) {
    const match = wanted.includes(kind) ? pattern.exec(coarse) : null;
    if (match) return { kind, length: match[0].length };
  }
  return undefined;
}

const set = (words: readonly string[]): ReadonlySet<string> =>
  new Set(fold(words).map((word) => word.replace(/[\s.]/g, '')));
const pattern = (words: readonly string[], wrap: (inner: string) => string): RegExp =>
  new RegExp(wrap(fold(words).map(literal).join('|')), 'u');

export const remarks = set(nameWords.remarks);
export const openingWords = pattern(nameWords.openings, (inner) => `^(?:${inner})`);
export const joiningWords = pattern(nameWords.joiners, (inner) => `^(?:${inner})\\s*`);
export const branchTail = pattern(nameWords.branches, (inner) => `^(.{0,10}?)(${inner})$`);
/** 研發二處, 第一事業部: named in the data, or anything short that ends as a department does. */
export const departmentTail = pattern(
  nameWords.departments,
  (inner) => `^.{0,8}(?:${inner})$|^\\p{Script=Han}{1,8}(?:${fold(nameWords.departmentCharacters).join('|')})$`,
);
export const otherBodyTail = pattern(nameWords.otherBodies, (inner) => `(?:${inner})`);
export const personTail = pattern(
  [
    ...nameWords.labels.other.filter((word) => nameWords.personEndings.some((end) => word.endsWith(end))),
    ...nameWords.honorifics,
  ],
  (inner) => `^(?:${inner}).{0,8}$|^.{1,4}(?:${pattern(nameWords.honorifics, (h) => h).source})$`,
);
