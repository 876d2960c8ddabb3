import { coarseForm, plainForm } from '../han/fold.ts';
import { countiesByShortName, countyOf } from './name-words.ts';

/** Which county does a registered place name? 台北市, 臺北縣 (now 新北市), an address that starts with one. Undefined: none. */
export function countyNamed(text: string): string | undefined {
  const coarse = coarseForm(plainForm(text));
  return countyOf.get(coarse.slice(0, 3)) ?? onlyCounty(coarse);
}

function onlyCounty(coarse: string): string | undefined {
  const counties = countiesByShortName.get(coarse);
  return counties?.length === 1 ? counties[0] : undefined;
}

/** A place in front of a name. `sure`: written with 市 or 縣, so it cannot be the first two characters of a name. */
export interface OpeningPlace {
  counties: readonly string[];
  sure: boolean;
  /** How many characters of the plain text it takes. */
  length: number;
}

/** The county that a plain text starts with, with a district behind it if there is one (臺北市中山區). */
export function openingCounty(plain: string): OpeningPlace | undefined {
  const coarse = coarseForm(plain);
  const county = countyOf.get(coarse.slice(0, 3));
  if (county !== undefined) return { counties: [county], sure: true, length: 3 };
  const short = countiesByShortName.get(coarse.slice(0, 2));
  return short && { counties: short, sure: false, length: 2 };
}

/** The district that a plain text starts with: 中山區, 竹北市, 頭份鎮, 大埔鄉. Returns its length, 0 for none. */
export const openingDistrict = (plain: string): number =>
  /^\p{Script=Han}{1,3}?[區区鄉乡鎮镇市]/u.exec(plain)?.[0].length ?? 0;
