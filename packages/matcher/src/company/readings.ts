/** One mention may be read in several ways: whole, without what stands in front, without a branch. From the most literal to the least. */
import { type CompanyIndex, specialOf } from './company-index.ts';
import { openingCounty, openingDistrict } from './county.ts';
import { agreement, coarseForm } from './fold.ts';
import { branchTail, joiningWords, openingLabel, openingWords } from './labels.ts';
import { type NameParts, nameParts } from './name-parts.ts';
import { noForm } from './name-words.ts';
import type { Mention } from './read-text.ts';

export interface Reading {
  parts: NameParts;
  /** `former`: the text says the name is one from the past. */
  role: Mention['role'];
  /** Counties the place in front can mean; empty when there is none. */
  counties: readonly string[];
  /** The place was written with 市 or 縣, or apart from the name. */
  countySure: boolean;
  branch: string | undefined;
}

const MOST_READINGS = 6;

export function readingsOf(index: CompanyIndex, mention: Mention, simplified: boolean): Reading[] {
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
  while (readings.length < MOST_READINGS) {
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
  if (mention.tail === 'none') readings.push(...branchReadings(index, readings, simplified));
  return readings.filter((reading) => reading.parts.plain !== '');
}

/** 晁陽科技台中分公司: without the organisation form, only the register can say where the name ends and the place begins. */
function branchReadings(index: CompanyIndex, readings: readonly Reading[], simplified: boolean): Reading[] {
  const found: Reading[] = [];
  for (const reading of readings) {
    const { plain } = reading.parts;
    const branch = branchTail.exec(coarseForm(plain).slice(-12));
    if (!branch) continue;
    const end = plain.length - branch[2]!.length;
    for (let cut = end; cut >= Math.max(2, end - 6); cut--) {
      const parts = nameParts(plain.slice(0, cut));
      // A special name alone is enough only where a county follows it: 獏夢台中分公司.
      const special = parts.businessStart === parts.coreEnd && parts.form === noForm;
      if (special && openingCounty(plain.slice(cut)) === undefined) continue;
      const known =
        (special ? index.withSpecial(specialOf(parts)).length > 0 : undefined) ??
        index
          .withCore(parts)
          .some(
            (r) =>
              agreement(parts.plain.slice(0, parts.coreEnd), r.parts.plain.slice(0, r.parts.coreEnd), simplified) !==
              'unclear',
          );
      if (!known) continue;
      found.push({ ...reading, parts, branch: plain.slice(cut) });
      break;
    }
  }
  return found;
}
