/** `@aipower/taiwan/counties`: the 22 counties and cities (直轄市、縣、市), under the names the government gives them. */
import { countyData } from './generated/counties.ts';

/** The name of a county or city in force, as the government writes it: with 臺, not 台. */
export type CountyName = (typeof countyData)[number]['name'];

/** A county or city. */
export interface County {
  /** `臺北市` */
  readonly name: CountyName;
  /** `Taipei City` */
  readonly en: string;
  /** ISO 3166-2, `TW-TPE` */
  readonly iso: string;
  /** Counties that became this one or were joined to it, with the last day of each. */
  readonly former: readonly { readonly name: string; readonly until: string }[];
  /** Names that people use and no law gives. */
  readonly informal: readonly string[];
}

/** All counties and cities, special municipalities first, in the order of the Ministry of the Interior. */
export const counties: readonly County[] = countyData;

/**
 * How a text names a county: by its name, by the name of a county that is now (part of) it, informally, without 市 or 縣,
 * or in English.
 */
export type CountyNaming = 'name' | 'former' | 'informal' | 'short' | 'english';

/** The answer of {@link findCounty} and {@link countyOfAddress}. */
export interface CountyFinding {
  /** As it is today, also when a former name was read. */
  readonly county: County;
  /** In which way the text names it. */
  readonly by: CountyNaming;
}

// 巿 (fú, four strokes) is typed for 市 and looks the same.
const clean = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/台/g, '臺')
    .replace(/巿/g, '市')
    .toLowerCase();

/**
 * A name of a place as the government writes it: 臺 for 台, at every place. For names of places only; a company's name
 * keeps the character it is registered with.
 * @example officialPlaceName('台北市') // '臺北市'
 */
export function officialPlaceName(printed: string): string {
  return printed.replaceAll('台', '臺');
}

/**
 * A county's name as people say it, without 市, 縣, City or County. 新竹 and 嘉義 are each the short name of two.
 * @example shortNames(counties[0]) // ['臺北', 'Taipei']
 */
export function shortNames({ name, en }: County): readonly [zh: string, en: string] {
  return [name.slice(0, 2), en.replace(/ (?:City|County)$/, '')];
}

/**
 * Which county is meant by this text and nothing else? 台 or 臺, width and blanks make no difference.
 *
 * 臺北縣 finds 新北市, and `by: 'former'` says so: a record from before 2010-12-25 that is shown under the new name should
 * keep the old one beside it. 新竹 and 嘉義 without 市 or 縣 are two counties each, so they find none.
 * @example findCounty('台北縣')?.county.name // '新北市'
 */
export function findCounty(text: string): CountyFinding | undefined {
  if (typeof text !== 'string') throw new TypeError(`findCounty(text): expected text, got ${typeof text}`);
  return byKey(clean(text));
}

/**
 * In which county is an address? It must begin with the county's full name, after a postal code or 臺灣省 if there is one.
 * @example countyOfAddress('100 台北市中正區重慶南路1段122號')?.county.name // '臺北市'
 */
export function countyOfAddress(address: string): CountyFinding | undefined {
  if (typeof address !== 'string')
    throw new TypeError(`countyOfAddress(address): expected text, got ${typeof address}`);
  const start = clean(address.slice(0, 60))
    .replace(/^[([]?\d{3,6}(?:-\d{2,3})?[)\]]?/, '')
    .replace(/^(?:臺灣|福建)省/, '');
  const finding = byKey(start.slice(0, 3));
  return finding?.by === 'short' ? undefined : finding;
}

function byKey(key: string): CountyFinding | undefined {
  for (const county of counties) {
    if (county.name === key) return { county, by: 'name' };
    if (county.former.some(({ name }) => name === key)) return { county, by: 'former' };
    if (county.informal.includes(key)) return { county, by: 'informal' };
    if (county.en.toLowerCase().replace(' ', '').replace(' ', '') === key) return { county, by: 'english' };
  }
  const short = counties.filter((county) => shortNames(county)[0] === key);
  return short.length === 1 ? { county: short[0]!, by: 'short' } : undefined;
}
