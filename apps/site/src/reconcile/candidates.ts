import { type CompanyIndex, matchCapabilities, matchCompany } from '@aipower/matcher';
import { isSchemeId, nameKey, readNumberCell, type SchemeId, schemes } from '@aipower/registry';
import { items, parseCode } from '@aipower/taxonomy';
import {
  certificateEntity,
  type Entity,
  type EntityType,
  entityOf,
  entityTypes,
  firmEntity,
  type NumberedCertificate,
} from './entity.ts';
import { type Asked, findProperty } from './properties.ts';
import { reconcileWords } from './words.ts';

/** What is said of a property of the entity that is looked for. */
export interface Condition {
  readonly property: string;
  /** As written; the id of an entity that was matched before. */
  readonly values: readonly string[];
  /** Whether a candidate has to meet it; else it only takes the certainty of a match away. */
  readonly required: boolean;
  readonly quantifier: 'any' | 'all' | 'none';
}

/** One query, whatever version of the protocol it came in. */
export interface Question {
  readonly text: string;
  /** `null`: any; empty: of a kind that we have nothing of. */
  readonly types: readonly EntityType[] | null;
  readonly limit: number;
  readonly conditions: readonly Condition[];
}

interface Feature {
  readonly id: string;
  readonly name: string;
  /** 0–1. */
  readonly value: number;
}

export interface Candidate {
  readonly entity: Entity;
  /** 0–100; ranks and decides nothing. */
  readonly score: number;
  /** Only what the matcher links, and then nothing has a higher score. */
  readonly match: boolean;
  readonly features: readonly Feature[];
}

const CERTAIN = 100;
/** Below what is certain: the best score of what a person has to look at. */
const LIKELY = 95;
/** A candidate that a condition speaks against. */
const CONTRADICTED = 0.6;
/** Names and numbers are no longer; only a text for catalogue items may be. */
const MAX_NAME = 500;

/**
 * Which firms, certificates and catalogue items may a text mean? Best first. At most one is a match, and only where the
 * matcher links: a name or 統一編號 to one firm, a number to what bears it, a code or title to its item. A free text is
 * never matched by itself.
 */
export function candidatesFor(question: Question, companies: CompanyIndex, asked: Asked): readonly Candidate[] {
  const text = question.text.trim();
  const types = question.types ?? entityTypes;
  const alone = types.length === 1;
  const found = types.flatMap((type): Candidate[] => {
    if (type === 'firm') return firms(text, question, companies, asked);
    if (text === '') return [];
    return type === 'certificate' ? certificates(text, question, asked) : catalogueItems(text, asked, alone);
  });
  const judged = found.flatMap((one) => weigh(one, question.conditions, asked));
  const matched = judged.filter(({ match }) => match);
  // A text that two kinds of things answer to is decided by neither.
  const decided = judged.map((one) =>
    one.match && matched.length > 1 ? { ...one, match: false, score: LIKELY } : one,
  );
  return decided.sort((a, b) => b.score - a.score).slice(0, question.limit);
}

const feature = (id: keyof typeof reconcileWords.features, value: number, { language }: Asked): Feature => ({
  id,
  name: reconcileWords.features[id][language],
  value: Math.round(value * 1000) / 1000,
});

function firms(text: string, { conditions }: Question, companies: CompanyIndex, asked: Asked): Candidate[] {
  const ubn = conditions.find(({ property, quantifier }) => property === 'ubn' && quantifier !== 'none')?.values[0];
  if (text === '' && !ubn) return [];
  if (text.length > MAX_NAME) return [];
  const { decision, link, candidates } = matchCompany(companies, { name: text, ubn }, { limit: 50 });
  if (decision === 'none') return [];
  const linked = link && asked.register.provider(link.ubn);
  const others = candidates.flatMap(({ ubn: id, score, features }): Candidate[] => {
    const provider = id === linked?.ubn ? null : asked.register.provider(id);
    if (!provider) return [];
    const shown = features.map((one) => feature(one.feature, one.value, asked));
    return [{ entity: firmEntity(provider), score: Math.round(score * LIKELY), match: false, features: shown }];
  });
  if (!linked) return others;
  const features = candidates.find(({ ubn: id }) => id === linked.ubn)?.features ?? [];
  const shown = features.map((one) => feature(one.feature, one.value, asked));
  return [{ entity: firmEntity(linked), score: CERTAIN, match: true, features: shown }, ...others];
}

function certificates(text: string, { conditions }: Question, asked: Asked): Candidate[] {
  const named = text.includes(':') ? entityOf(text, asked.register) : null;
  if (named)
    return [{ entity: named, score: CERTAIN, match: true, features: [feature('certificate-number', 1, asked)] }];
  const cell = text.length > MAX_NAME ? null : readNumberCell(text);
  if (cell?.kind !== 'number') return [];
  const { key } = cell.number;
  const wanted = schemesMeant(conditions) ?? (asked.scheme ? [asked.scheme] : schemes.map(({ id }) => id));
  const snapshot = asked.register.snapshot();
  const exact = wanted.flatMap((scheme) => certificateEntity(snapshot.certificatesByKey(scheme, key)) ?? []);
  const known = new Set(exact.map(({ id }) => id));
  const near = new Map<string, { entity: NumberedCertificate; distance: number }>();
  for (const scheme of exact.length > 0 ? [] : wanted) {
    for (const { scheme: at, number, distance } of snapshot.nearNumbers(scheme, key, null)) {
      const entity = wanted.includes(at) ? certificateEntity(asked.register.certificates(at, number)) : null;
      if (entity && !known.has(entity.id)) near.set(entity.id, { entity, distance });
    }
  }
  const one = (entity: NumberedCertificate, value: number, match: boolean): Candidate => ({
    entity,
    score: match ? CERTAIN : Math.round(LIKELY * value),
    match,
    features: [feature('certificate-number', value, asked)],
  });
  return [
    ...exact.map((entity) => one(entity, 1, exact.length === 1)),
    ...[...near.values()].map(({ entity, distance }) => one(entity, Math.max(0.1, 0.9 - 0.2 * distance), false)),
  ];
}

/** The schemes a condition names, by id or by what people call them; `null` where none does. */
function schemesMeant(conditions: readonly Condition[]): readonly SchemeId[] | null {
  const named = conditions
    .filter(({ property, quantifier }) => property === 'scheme' && quantifier !== 'none')
    .flatMap(({ values }) => values)
    .flatMap((value) => schemes.filter((one) => namesScheme(one, value)).map(({ id }) => id));
  return named.length > 0 ? named : null;
}

const namesScheme = ({ id, name, shortName, aliases }: (typeof schemes)[number], value: string): boolean =>
  isSchemeId(value)
    ? id === value
    : [name.zh, name.en, shortName.zh, shortName.en, ...aliases].some((word) => nameKey(word) === nameKey(value));

function catalogueItems(text: string, asked: Asked, alone: boolean): Candidate[] {
  const parsed = text.length > MAX_NAME ? null : parseCode(text);
  const code = parsed?.ok && parsed.level === 'item' ? parsed.code : titled(text);
  const exact = code && entityOf(code, asked.register);
  if (exact) return [{ entity: exact, score: CERTAIN, match: true, features: [feature('text', 1, asked)] }];
  const { decision, matches } = matchCapabilities(text, { limit: 20 });
  // Where any type will do, a firm's name that happens to hold a word of the catalogue asks for no item.
  if (decision === 'none' || (!alone && decision !== 'matched')) return [];
  return matches.flatMap(({ code: found, score }) => {
    const entity = entityOf(found, asked.register);
    return entity
      ? [{ entity, score: Math.round(score * LIKELY), match: false, features: [feature('text', score, asked)] }]
      : [];
  });
}

const byTitle = new Map(items.flatMap(({ code, title }) => [title.zh, title.en].map((one) => [nameKey(one), code])));
const titled = (text: string): string | null => byTitle.get(nameKey(text)) ?? null;

/** What the conditions make of a candidate: nothing, less certainty, or no candidate at all. */
function weigh(one: Candidate, conditions: readonly Condition[], asked: Asked): Candidate[] {
  let against = 0;
  for (const condition of conditions) {
    const met = meets(one.entity, condition, asked);
    if (condition.required && met !== true) return [];
    if (met === false) against++;
  }
  if (against === 0) return [one];
  return [{ ...one, match: false, score: Math.round(Math.min(one.score, LIKELY) * CONTRADICTED ** against) }];
}

/** `null` where nothing is known, or the service has no such property: neither for it nor against it. */
function meets(entity: Entity, { property, values, quantifier }: Condition, asked: Asked): boolean | null {
  const known = findProperty(property)?.values(entity, { ...asked, scheme: null }) ?? [];
  if (known.length === 0 || values.length === 0) return null;
  const have = known.flatMap((value) =>
    'str' in value ? [value.str] : 'int' in value ? [String(value.int)] : [value.id, value.name],
  );
  const keys = new Set(have.map(nameKey));
  const same = (value: string) =>
    keys.has(nameKey(value)) ||
    (property === 'scheme' &&
      schemes.some((one) => namesScheme(one, value) && keys.has(nameKey(one.shortName[asked.language]))));
  if (quantifier === 'all') return values.every(same);
  return quantifier === 'none' ? !values.some(same) : values.some(same);
}
