/** The words of data/company-names/words.yml, folded like the names they are compared with. */
import { counties } from '../counties.ts';
import { nameWords } from '../generated/name-words.ts';
import { coarseForm, plainForm } from '../han/fold.ts';

/** A form of organisation, such as 股份有限公司, as names end in it. */
export interface OrganisationForm {
  /** Stable key, such as `company-limited-by-shares`; never shown. */
  id: string;
  /** 公司 and 有限合夥: the name is unique in the whole country, not only in its county. */
  nationwide: boolean;
  /** As the name ends, folded. */
  ending: string;
}

const key = (text: string): string => coarseForm(plainForm(text));

/** Index 0: no organisation form is written. */
export const organisationForms: readonly OrganisationForm[] = [
  { id: 'none', nationwide: false, ending: '' },
  ...nameWords.organisations.flatMap(({ id, zh, company }) =>
    zh.map((ending) => ({ id: id === 'trade-name' ? ending : id, nationwide: company, ending: key(ending) })),
  ),
  ...nameWords.tradeEndings.map((ending) => ({ id: ending, nationwide: false, ending: key(ending) })),
  ...nameWords.english.organisations.map(({ id }) => ({ id: `english-${id}`, nationwide: false, ending: '' })),
];

const formIndex = (id: string): number => organisationForms.findIndex((form) => form.id === id);

/** Index in {@link organisationForms} of a name without a form. */
export const noForm = 0;
/** Does 公司 alone stand for this form? */
export const isCompany = (form: number): boolean => organisationForms[form]!.ending.endsWith(key('公司'));
export const someCompany = formIndex('some-company');
/** Co. or Company alone. */
export const someEnglishCompany = formIndex('english-company');

/** Ltd. and Co., Ltd. are written for each other; Inc. and Corp. are not. */
export const englishLimited: readonly number[] = [formIndex('english-company-limited'), formIndex('english-limited')];

/** Ending (folded) → index of its form, longest ending first. */
export const formEndings: readonly (readonly [string, number])[] = [
  ...organisationForms.flatMap((form, index) => (form.ending.length > 1 ? [[form.ending, index] as const] : [])),
  ...nameWords.organisations.flatMap(({ id, written }) =>
    (written ?? []).map((ending) => [key(ending), formIndex(id)] as const),
  ),
].sort(([a], [b]) => b.length - a.length);

/** Where the form of a company ends in a folded text; 分公司 and 子公司 are no forms. */
export const companyEnding: RegExp = new RegExp(
  `${nameWords.organisations
    .flatMap(({ id, zh, written = [] }: { id: string; zh: string[]; written?: string[] }) =>
      id === 'trade-name' || id === 'some-company' ? [] : [...zh, ...written],
    )
    .map(key)
    .sort((a, b) => b.length - a.length)
    .join('|')}|(?<![分总子母本贵该敝])公司`,
  'g',
);

/** What stands before the names of bodies that are no companies (財團法人), folded, longest first. */
export const legalPrefixes: readonly string[] = nameWords.legalPrefixes.map(key).sort((a, b) => b.length - a.length);

/** 日本商 → 日商: every word for a country → the first one of its line. */
export const nationOf: ReadonlyMap<string, string> = new Map(
  nameWords.nations.flatMap((line) => line.map((word) => [key(word), key(line[0]!)] as const)),
);
export const nationPrefixes: readonly string[] = [...nationOf.keys()].sort((a, b) => b.length - a.length);

export const tradeEndings: ReadonlyMap<string, number> = new Map(
  nameWords.tradeEndings.map((ending) => [key(ending), formIndex(ending)]),
);

/** 協會, 大學: what ends the name of a body that is no company, folded. */
export const bodyWords: ReadonlySet<string> = new Set(nameWords.bodies.flat().map(key));

/** 農會 and others that every township may have, folded; and the districts that several cities have by one name. */
export const townshipBodies: readonly string[] = nameWords.townshipBodies.map(key);
export const repeatedDistricts: ReadonlySet<string> = new Set(nameWords.repeatedDistricts.map(key));
export const businessWords: ReadonlySet<string> = new Set([
  ...nameWords.business.flat().map(key),
  ...bodyWords,
  ...nameWords.professions.map(key),
]);
export const longestBusinessWord = Math.max(...[...businessWords].map((word) => word.length));

/** County as registered → itself, its former names; short forms (臺北) are kept apart, since they may belong to the name. */
export const countyOf: ReadonlyMap<string, string> = new Map(
  counties.flatMap(({ name, former, informal }) =>
    [name, ...former.map((one) => one.name), ...informal].map((written) => [key(written), name] as const),
  ),
);
const shortCounties = new Map<string, string[]>();
for (const { name } of counties) {
  const short = key(name).slice(0, -1);
  shortCounties.set(short, [...(shortCounties.get(short) ?? []), name]);
}
/** 臺北 → 臺北市; 新竹 and 嘉義 → the city and the county. */
export const countiesByShortName: ReadonlyMap<string, readonly string[]> = shortCounties;

/** Places that open a name, longest first. */
export const openingPlaces: readonly string[] = [...nameWords.places.map(key), ...shortCounties.keys()].sort(
  (a, b) => b.length - a.length,
);

/** English organisation endings as runs of tokens, longest first. */
export const englishForms: readonly (readonly [readonly string[], number])[] = nameWords.english.organisations
  .flatMap(({ id, written }) => written.map((text) => [text.split(' '), formIndex(`english-${id}`)] as const))
  .sort(([a], [b]) => b.length - a.length);

/** English business word → the word it is a short or inflected form of. */
export const englishBusiness: ReadonlyMap<string, string> = new Map(
  nameWords.english.business.flatMap((line) => line.map((word) => [word, line[0]!] as const)),
);
