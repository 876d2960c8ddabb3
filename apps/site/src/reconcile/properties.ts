import { type Certificate, type Day, type Register, type SchemeId, schemes } from '@aipower/registry';
import { findItem, getGroup, getTier } from '@aipower/taxonomy';
import { certificateUrl } from '../api/shapes.ts';
import type { Bilingual, Language } from '../page/language.ts';
import { pathsFor } from '../page/paths.ts';
import { type Holding, holdingsOf, validItems } from '../presenters/holding.ts';
import { knownPerItem } from '../presenters/valid-per-item.ts';
import { certificateEntity, type Entity, type EntityType } from './entity.ts';

/** What the values of a property depend on beside the entity. */
export interface Asked {
  readonly register: Register;
  readonly origin: string;
  readonly language: Language;
  /** The day states are judged on. */
  readonly on: Day;
  /** Only certificates of this scheme; `null`: of all. */
  readonly scheme: SchemeId | null;
  /** The word of a state in the reader's language. */
  readonly stateWord: (state: Holding['state']) => string;
}

/** A cell: text, a number, or another entity. A 統一編號 is always text: it may begin with zeros. */
export type Value =
  | { readonly str: string }
  | { readonly int: number }
  | { readonly id: string; readonly name: string };

export interface Property {
  readonly id: string;
  readonly name: Bilingual;
  /** Of the entities that are its values. */
  readonly valuesAre?: EntityType;
  /** Empty where nothing is known. */
  values(entity: Entity, asked: Asked): readonly Value[];
}

const paths = pathsFor('zh');
const text = (value: string | null | undefined): Value[] => (value ? [{ str: value }] : []);
const texts = (values: readonly string[]): Value[] => values.map((str) => ({ str }));
const distinct = <T extends string>(values: readonly T[]): T[] => [...new Set(values)];

/** The certificates of a firm or of a number as they stand on the day, what is in force first. */
function holdings(entity: Entity, { on, scheme }: Asked): readonly Holding[] {
  if (entity.type === 'item') return [];
  const all = holdingsOf(entity.type === 'firm' ? entity.provider : entity, on);
  return scheme === null ? all : all.filter(({ certificate }) => certificate.scheme === scheme);
}

const best = (entity: Entity, asked: Asked): Holding | undefined => holdings(entity, asked)[0];

const itemValue = (code: string): Value => ({ id: code, name: `${code} ${findItem(code)?.title.zh ?? ''}`.trim() });

function certificateValue(one: Certificate, register: Register): Value {
  const same = one.key === '' ? [one] : register.certificates(one.scheme, one.key);
  const entity = certificateEntity(same) ?? certificateEntity([one])!;
  return { id: entity.id, name: one.number ?? schemeName(one.scheme, 'zh') };
}

const schemeName = (id: SchemeId, language: Language) => schemes.find((one) => one.id === id)!.shortName[language];
const holderOf = (one: Certificate, register: Register) => register.provider(one.ubn);

const state: Property = {
  id: 'state',
  name: { zh: '狀態', en: 'State' },
  values: (entity, asked) => texts(best(entity, asked) ? [asked.stateWord(best(entity, asked)!.state)] : []),
};
const stateCode: Property = {
  id: 'state_code',
  name: { zh: '狀態代碼', en: 'State code' },
  values: (entity, asked) => text(best(entity, asked)?.state),
};
const validFrom: Property = {
  id: 'valid_from',
  name: { zh: '起日', en: 'First day' },
  values: (entity, asked) => text(best(entity, asked)?.period.from),
};
const validUntil: Property = {
  id: 'valid_until',
  name: { zh: '最後有效日', en: 'Last day' },
  values: (entity, asked) => text(best(entity, asked)?.period.until),
};
const judgedOn: Property = {
  id: 'on',
  name: { zh: '基準日', en: 'Day judged' },
  values: (_entity, { on }) => text(on),
};
const listDay: Property = {
  id: 'list_day',
  name: { zh: '清單日期', en: 'Day of the list' },
  values(entity, asked) {
    const found = holdings(entity, asked).map(({ certificate }) => certificate.scheme);
    const { lists } = asked.register.snapshot();
    return texts(distinct(found.flatMap((scheme) => lists.get(scheme)?.newestOn ?? [])));
  },
};
const items: Property = {
  id: 'items',
  name: { zh: '服務項目', en: 'Catalogue items' },
  valuesAre: 'item',
  values: (entity, asked) => validItems(holdings(entity, asked)).map(itemValue),
};
const ubn: Property = {
  id: 'ubn',
  name: { zh: '統一編號', en: '統一編號' },
  values: (entity) =>
    entity.type === 'firm'
      ? text(entity.provider.ubn)
      : entity.type === 'certificate'
        ? texts(distinct(entity.certificates.map((one) => one.ubn)))
        : [],
};
const city: Property = {
  id: 'city',
  name: { zh: '縣市', en: 'City or county' },
  values: (entity) => (entity.type === 'firm' ? text(entity.provider.city) : []),
};
const nameEn: Property = {
  id: 'name_en',
  name: { zh: '英文名稱', en: 'English name' },
  values: (entity) => (entity.type === 'firm' ? text(entity.provider.nameEn) : []),
};
const formerNames: Property = {
  id: 'former_names',
  name: { zh: '曾用名稱', en: 'Former names' },
  values: (entity) => (entity.type === 'firm' ? texts(entity.provider.formerNames) : []),
};
const scheme: Property = {
  id: 'scheme',
  name: { zh: '登錄類別', en: 'Registration' },
  values: (entity, asked) =>
    texts(
      distinct(holdings(entity, asked).map(({ certificate }) => certificate.scheme)).map((id) =>
        schemeName(id, asked.language),
      ),
    ),
};
const certificates: Property = {
  id: 'certificates',
  name: { zh: '證書', en: 'Certificates' },
  valuesAre: 'certificate',
  values: (entity, asked) =>
    holdings(entity, asked).map(({ certificate }) => certificateValue(certificate, asked.register)),
};
const holder: Property = {
  id: 'holder',
  name: { zh: '登錄業者', en: 'Holder' },
  valuesAre: 'firm',
  values: (entity, { register }) =>
    entity.type === 'certificate'
      ? entity.certificates.flatMap((one) => {
          const found = holderOf(one, register);
          return found ? [{ id: found.ubn, name: found.name }] : [];
        })
      : [],
};
const url: Property = {
  id: 'url',
  name: { zh: '網頁', en: 'Page' },
  values: (entity, { origin }) => text(pageOf(entity, origin)),
};
const itemText = (id: string, name: Bilingual, of: (code: string) => string): Property => ({
  id,
  name,
  values: (entity) => (entity.type === 'item' ? text(of(entity.id)) : []),
});
const providersCount: Property = {
  id: 'providers',
  name: { zh: '有效登錄業者數', en: 'Providers that validly hold it' },
  values(entity, { register, on }) {
    const counts = entity.type === 'item' ? knownPerItem(register, on) : null;
    // No value where it is not known: nought would say that nobody has it.
    return counts ? [{ int: counts.get(entity.id) ?? 0 }] : [];
  },
};

const standing = [state, stateCode, validFrom, validUntil, judgedOn, listDay];

/** The properties of each type, in the order they are proposed. */
export const propertiesOf: Readonly<Record<EntityType, readonly Property[]>> = {
  firm: [ubn, ...standing, items, certificates, scheme, city, nameEn, formerNames, url],
  certificate: [...standing, holder, ubn, scheme, items, url],
  item: [
    itemText('code', { zh: '代碼', en: 'Code' }, (code) => code),
    itemText('title_zh', { zh: '名稱', en: 'Chinese title' }, (code) => findItem(code)!.title.zh),
    itemText('title_en', { zh: '英文名稱（非官方）', en: 'English title' }, (code) => findItem(code)!.title.en),
    itemText('definition', { zh: '釋義', en: 'Definition' }, (code) => findItem(code)!.definition.zh),
    itemText(
      'group',
      { zh: '組', en: 'Group' },
      (code) => `${findItem(code)!.group} ${getGroup(findItem(code)!.group).title.zh}`,
    ),
    itemText(
      'tier',
      { zh: '大類', en: 'Tier' },
      (code) => `${findItem(code)!.tier} ${getTier(findItem(code)!.tier).title.zh}`,
    ),
    providersCount,
    judgedOn,
    url,
  ],
};

/** Every property once, whatever has it. */
export const allProperties: readonly Property[] = [
  ...new Map(Object.values(propertiesOf).flatMap((list) => list.map((one) => [one.id, one] as const))).values(),
];

export function findProperty(id: string): Property | undefined {
  return allProperties.find((one) => one.id === id);
}

/** The page of an entity; a number that several hold has one page for all of them. */
export function pageOf(entity: Entity, origin: string): string {
  if (entity.type === 'item') return origin + paths.catalogueEntry(entity.id);
  if (entity.type === 'firm') return origin + paths.provider(entity.id);
  const [first, ...more] = entity.certificates;
  return certificateUrl(origin, more.length > 0 ? { ...first, number: first.key || null } : first);
}
