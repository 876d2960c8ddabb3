/** How near a registered name is to what was read, feature by feature; the score is the sum of weight × value and nothing else. */
import {
  formAgrees,
  fullWords,
  type NameParts,
  type NameRole,
  noForm,
  type Reading,
  specialOf,
} from '@aipower/taiwan/firm-name';
import { agreement, looksAlike, soundsSame } from '@aipower/taiwan/han';
import type { CompanyIndex, NameRecord } from './company-index.ts';

/** `special-name` 特取名稱, `business` 業務種類, `organisation` 組織種類. */
export type FeatureName = 'number' | 'special-name' | 'business' | 'organisation' | 'place' | 'name-in-force';

/** One reason for a candidate's score, with its weight. */
export interface NameFeature {
  /** Which part of the name, or what beside it, is compared. */
  feature: FeatureName;
  /** `same`, `glyph` (峯 峰), `script` (资 資), `unclear` (云 雲), `sound`, `shape`, `near`, `different`, `unstated`, `former`, `english`. */
  relation:
    | 'same'
    | 'glyph'
    | 'script'
    | 'unclear'
    | 'sound'
    | 'shape'
    | 'near'
    | 'different'
    | 'unstated'
    | 'former'
    | 'english';
  /** 0 to 1, the same for every firm; 0 where the number alone decides. */
  weight: number;
  /** 0–1 */
  value: number;
}

/** A registered firm that the query may mean, with its score from 0 to 1. */
export interface NameCandidate {
  /** 統一編號, eight digits. */
  ubn: string;
  /** The firm's name now. */
  name: string;
  /** The name that was found near, when it is not the one above. */
  foundAs?: { name: string; role: NameRole };
  /** County or city of registration, where the list has one. */
  city?: string;
  /** 0–1: Σ weight × value over `features`. It ranks; it does not decide. */
  score: number;
  /** What the score is made of. */
  features: NameFeature[];
}

const weights: Record<Exclude<FeatureName, 'number'>, number> = {
  'special-name': 0.6,
  business: 0.2,
  organisation: 0.1,
  place: 0.05,
  'name-in-force': 0.05,
};

export function candidate(
  index: CompanyIndex,
  reading: Reading | undefined,
  record: NameRecord,
  numberAgrees: boolean,
  simplified: boolean,
): NameCandidate {
  const features = reading ? nameFeatures(index, reading, record, simplified) : [];
  if (numberAgrees) for (const feature of features) feature.weight = 0;
  if (numberAgrees) features.unshift({ feature: 'number', relation: 'same', weight: 1, value: 1 });
  const score = features.reduce((sum, { weight, value }) => sum + weight * value, 0);
  const name = index.name(record.firm);
  const county = index.county(record.firm);
  return {
    ubn: index.ubn(record.firm),
    name,
    ...(record.role === 'current' ? {} : { foundAs: { name: record.name, role: record.role } }),
    ...(county === undefined ? {} : { city: county }),
    score: Math.round(score * 1e6) / 1e6,
    features,
  };
}

function nameFeatures(index: CompanyIndex, reading: Reading, record: NameRecord, simplified: boolean): NameFeature[] {
  const [typed, registered] = [reading.parts, record.parts];
  const county = index.county(record.firm);
  const feature = (
    name: Exclude<FeatureName, 'number'>,
    relation: NameFeature['relation'],
    value: number,
  ): NameFeature => ({
    feature: name,
    relation,
    weight: weights[name],
    value,
  });
  const special = partRelation(slice(typed, 'special'), slice(registered, 'special'), simplified);
  const business = partRelation(slice(typed, 'business'), slice(registered, 'business'), simplified);
  const unstated = slice(typed, 'business') === '' && slice(registered, 'business') !== '';
  return [
    feature('special-name', special.relation, special.value),
    unstated ? feature('business', 'unstated', 0.7) : feature('business', business.relation, business.value),
    typed.form === noForm && registered.form !== noForm
      ? feature('organisation', 'unstated', 0.7)
      : feature(
          'organisation',
          formAgrees(typed.form, registered.form) ? 'same' : 'different',
          formAgrees(typed.form, registered.form) ? 1 : 0,
        ),
    place(reading, county),
    record.role === 'current'
      ? feature('name-in-force', 'same', 1)
      : feature('name-in-force', record.role, record.role === 'english' ? 0.8 : 0.5),
  ];

  function place({ counties }: Reading, known: string | undefined): NameFeature {
    if (counties.length === 0 || known === undefined) return feature('place', 'unstated', 0.7);
    return counties.includes(known) ? feature('place', 'same', 1) : feature('place', 'different', 0);
  }
}

function slice(parts: NameParts, which: 'special' | 'business'): string {
  const text =
    which === 'special'
      ? parts.plain.slice(0, parts.businessStart)
      : parts.plain.slice(parts.businessStart, parts.coreEnd);
  if (parts.script === 'han') return text;
  return which === 'special' ? text.replaceAll(' ', '') : fullWords(text.trim());
}

const values = { same: 1, glyph: 0.99, script: 0.98, unclear: 0.9 } as const;

function partRelation(
  typed: string,
  registered: string,
  simplified: boolean,
): { relation: NameFeature['relation']; value: number } {
  if (typed === registered) return { relation: 'same', value: 1 };
  if (typed === '' || registered === '') return { relation: 'different', value: 0 };
  const { cost, relation } = alignment(typed, registered, simplified);
  if (cost === 0) return { relation, value: values[relation as keyof typeof values] ?? 0.97 };
  const value = 1 - cost / Math.max(typed.length, registered.length);
  return { relation: value >= 0.4 ? relation : 'different', value: Math.max(0, value) };
}

/** Edit distance in which a character of like sound or shape costs half. Texts are short: quadratic is fine. */
function alignment(
  typed: string,
  registered: string,
  simplified: boolean,
): { cost: number; relation: NameFeature['relation'] } {
  if (typed.length === registered.length) {
    const whole = agreement(typed, registered, simplified);
    if (whole !== 'unclear') return { cost: 0, relation: whole };
  }
  let relation: NameFeature['relation'] = 'near';
  let above = Array.from({ length: registered.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= registered.length; j++) {
      const [a, b] = [typed[i - 1]!, registered[j - 1]!];
      row.push(Math.min(above[j - 1]! + substitution(a, b), above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  const cost = above[registered.length]!;
  if (typed.length === registered.length && cost === 0.5) {
    const at = [...typed].findIndex((char, i) => char !== registered[i] && substitution(char, registered[i]!) > 0);
    relation = soundsSame(typed[at]!, registered[at]!) ? 'sound' : 'shape';
  }
  return { cost, relation };

  function substitution(a: string, b: string): number {
    if (a === b || agreement(a, b, simplified) !== 'unclear') return 0;
    return soundsSame(a, b) || looksAlike(a, b) ? 0.5 : 1;
  }
}

/** Best first; equal scores by 統一編號, so that the order of the register never shows. One candidate for each firm. */
export function ranked(candidates: readonly NameCandidate[]): NameCandidate[] {
  const best = new Map<string, NameCandidate>();
  for (const one of candidates) {
    const known = best.get(one.ubn);
    if (!known || one.score > known.score || (one.score === known.score && !one.foundAs && known.foundAs))
      best.set(one.ubn, one);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.ubn < b.ubn ? -1 : 1));
}

export const hasSpecialName = (parts: NameParts): boolean => specialOf(parts).trim() !== '';
