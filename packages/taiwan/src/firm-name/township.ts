/** Bodies of townships and districts: registered with their county, called without it. */
import { counties } from '../counties.ts';
import { coarseForm } from '../han/fold.ts';
import { type NameParts, nameParts } from './name-parts.ts';
import { bodyWords, noForm, repeatedDistricts, townshipBodies } from './name-words.ts';
import type { Reading } from './reading.ts';
import { unitTail } from './unit.ts';

const MARKS = ['鄉', '鎮', '市', '區'];
/** 鹿港|鎮|農會|信用部, folded; the mark may be left out. */
const TOWNSHIP_BODY = new RegExp(
  `^(\\p{Script=Han}{1,3}?)([乡镇市区]?)(${[...townshipBodies].sort((a, b) => b.length - a.length).join('|')})(\\p{Script=Han}{0,10})$`,
  'u',
);
/** Any other body, with the mark and nothing behind it. */
const DISTRICT_BODY = /^(\p{Script=Han}{1,3}?)([乡镇市])(\p{Script=Han}{2,})$/u;

/**
 * 鹿港鎮農會, 鹿港農會 and 鹿港鎮農會信用部 are 彰化縣鹿港鎮農會. Only what is registered so, and only if one body is; districts that several cities have by one name
 * (中山區) need the city beside them.
 */
export function townshipReadings(
  reading: Reading,
  known: (parts: NameParts, specialAlone: boolean) => boolean,
): Reading[] {
  const { whole, script, form } = reading.parts;
  if (script !== 'han' || form !== noForm) return [];
  const coarse = coarseForm(whole);
  const own = TOWNSHIP_BODY.exec(coarse);
  const other = own === null ? DISTRICT_BODY.exec(coarse) : null;
  const found = own ?? (other !== null && bodyWords.has(other[3]!) ? other : null);
  if (found === null) return [];
  const [, place = '', mark = '', body = '', unit = ''] = found;
  if (unit !== '' && !unitTail.test(unit)) return [];
  if (mark !== '' && place.length < 1 + Number(mark !== '区')) return [];
  const bodyStart = place.length + mark.length;
  const name = whole.slice(0, bodyStart + body.length);
  const names =
    mark === '' ? MARKS.map((left) => `${name.slice(0, place.length)}${left}${name.slice(bodyStart)}`) : [name];
  const sure = reading.counties.length > 0;
  const readings: Reading[] = [];
  for (const written of names) {
    if (!sure && repeatedDistricts.has(coarseForm(written.slice(0, place.length + 1)))) continue;
    for (const county of sure ? reading.counties : counties.map(({ name: each }) => each)) {
      const parts = nameParts(`${county}${written}`);
      if (known(parts, false)) readings.push({ ...reading, parts, counties: [county], countySure: true });
    }
  }
  return readings.length === 1 ? readings : [];
}
