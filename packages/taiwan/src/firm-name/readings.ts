/** One mention may be read in several ways: whole, without what stands in front, without a branch. From the most literal to the least. */
import { coarseForm } from '../han/fold.ts';
import { openingCounty, openingDistrict } from './county.ts';
import { branchTail, joiningWords, openingLabel, openingWords } from './labels.ts';
import { type NameParts, nameParts } from './name-parts.ts';
import { bodyWords, formEndings, noForm, someCompany } from './name-words.ts';
import type { Mention } from './read-text.ts';
import type { Reading } from './reading.ts';
import { singleEdit } from './single-edit.ts';
import { townshipReadings } from './township.ts';
import { unitTail } from './unit.ts';

const MAX_READINGS = 8;

/** The whole text as one name, brackets and quotation marks passed over. */
export const literalReading = (text: string): Reading => ({
  parts: nameParts(text),
  role: 'any',
  counties: [],
  countySure: false,
  branch: undefined,
});

/**
 * Every way to read a name, such as with and without a branch.
 * @param known does anybody bear this name, or this special name alone? Without the organisation form only that can say where a name ends and
 *   a branch begins (晁陽科技台中分公司).
 */
export function readingsOf(mention: Mention, known: (parts: NameParts, specialAlone: boolean) => boolean): Reading[] {
  const readings = opened(mention);
  readings.push(...readings.flatMap((reading) => townshipReadings(reading, known)));
  readings.push(...readings.flatMap(aroundReadings), ...readings.slice(0, 1).flatMap(mendedForm));
  if (mention.tail === 'none') {
    readings.push(...readings.flatMap((reading) => [...branchReading(reading, known), ...unitReading(reading, known)]));
  }
  return readings.filter((reading) => reading.parts.plain !== '');
}

/** The text as it stands, then without the words, labels and places in front. */
function opened(mention: Mention): Reading[] {
  const apart = mention.county === undefined ? [] : [mention.county];
  let text = mention.text;
  let role = mention.role;
  let counties: readonly string[] = apart;
  let countySure = apart.length > 0;
  const readings: Reading[] = [];
  const push = (): void => {
    readings.push({ parts: nameParts(text), role, counties, countySure, branch: mention.branch });
  };
  push();
  while (readings.length < MAX_READINGS) {
    const coarse = coarseForm(text);
    const item = /^\s*\(?(?:[0-9]{1,2}|[一二三四五六七八九十])[.)、]\s*/.exec(text);
    const label = openingLabel(text, ['name', 'former']);
    const word = openingWords.exec(coarse) ?? joiningWords.exec(coarse);
    const county = openingCounty(text);
    if (item && item[0].length < text.length) {
      text = text.slice(item[0].length);
    } else if (label) {
      if (label.kind === 'former') {
        role = 'former';
        // 原為學科技 may be 原為 + 學科技 or 原 + 為學科技.
        if (label.length > 1 && coarse.startsWith('原'))
          readings.push({ parts: nameParts(text.slice(1)), role, counties, countySure, branch: mention.branch });
      }
      text = text.slice(label.length);
    } else if (word && word[0].length < text.length) {
      text = text.slice(word[0].length);
    } else if (county && county.length < text.length) {
      text = text.slice(county.length);
      counties = county.counties;
      countySure = county.sure;
      push();
      const district = county.sure ? openingDistrict(text) : 0;
      if (district === 0 || district >= text.length) continue;
      text = text.slice(district);
    } else break;
    push();
  }
  return readings;
}

const brandInFront = /^([a-z0-9][a-z0-9&+]*)(?=\p{Script=Han})/u;
const brandBehind = /(?<=\p{Script=Han})([a-z0-9&+]*[a-z][a-z0-9&+]*)$/u;

/** 諾沃派 of `NovoPay 諾沃派`, 青隼科技 of 青隼科技台北: what stands right beside the name and is no part of it. */
function aroundReadings(reading: Reading): Reading[] {
  const { whole } = reading.parts;
  if (reading.parts.script !== 'han') return [];
  const found: Reading[] = [];
  const brand = brandInFront.exec(whole) ?? brandBehind.exec(whole);
  if (brand && brand[1]!.length >= 2 && whole.length - brand[1]!.length >= 2) {
    const rest = brand.index === 0 ? whole.slice(brand[1]!.length) : whole.slice(0, brand.index);
    found.push({ ...reading, parts: nameParts(rest), brand: brand[1]! });
  }
  for (const length of [3, 2]) {
    const place = openingCounty(whole.slice(-length));
    if (place?.length !== length || whole.length - length < 2) continue;
    const parts = nameParts(whole.slice(0, -length));
    found.push({ ...reading, parts, counties: place.counties, countySure: place.sure });
    break;
  }
  return found;
}

/** 股份有陳公司: one slip inside the word for the form. */
function mendedForm(reading: Reading): Reading[] {
  const { whole, form, coarse, coreEnd, script } = reading.parts;
  if (script !== 'han') return [];
  const split = form !== noForm && /[股份分]/.test(coarse[coreEnd - 1] ?? '');
  if (form !== noForm && form !== someCompany && !split) return [];
  const folded = coarseForm(whole);
  for (const [ending] of formEndings) {
    if (ending.length < 4) continue;
    for (const length of [ending.length, ending.length - 1, ending.length + 1]) {
      const edit = singleEdit(folded.slice(-length), ending);
      if (whole.length - length < 2 || edit === undefined || edit.kind === 'same') continue;
      return [{ ...reading, parts: nameParts(whole.slice(0, -length) + ending) }];
    }
  }
  return [];
}

/** 鯤島科技大學資訊工程系 is the university, if it is known: the register says where its name ends. */
function unitReading(reading: Reading, known: (parts: NameParts, specialAlone: boolean) => boolean): Reading[] {
  const { whole, script } = reading.parts;
  const coarse = coarseForm(whole);
  if (script !== 'han' || !unitTail.test(coarse)) return [];
  for (let cut = whole.length - 2; cut >= Math.max(4, whole.length - 10); cut--) {
    if (![2, 3].some((length) => bodyWords.has(coarse.slice(cut - length, cut)))) continue;
    const parts = nameParts(whole.slice(0, cut));
    if (known(parts, false)) return [{ ...reading, parts }];
  }
  return [];
}

/** 晁陽科技台中分公司 is 晁陽科技 and its branch, if anybody is called so. */
function branchReading(reading: Reading, known: (parts: NameParts, specialAlone: boolean) => boolean): Reading[] {
  const { plain } = reading.parts;
  const branch = branchTail.exec(coarseForm(plain).slice(-12));
  if (!branch) return [];
  const end = plain.length - branch[2]!.length;
  for (let cut = end; cut >= Math.max(2, end - 6); cut--) {
    const parts = nameParts(plain.slice(0, cut));
    // A special name alone is enough only where a county follows it: 獏夢台中分公司.
    const special = parts.businessStart === parts.coreEnd && parts.form === noForm;
    if (special && openingCounty(plain.slice(cut)) === undefined) continue;
    if (!known(parts, special)) continue;
    return [{ ...reading, parts, branch: plain.slice(cut) }];
  }
  return [];
}
