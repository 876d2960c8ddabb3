/** Which firms bear what a reading says, letter for letter? Tried from the full name down to the special name alone. */
import {
  type CoreAgreement,
  coreAgreement,
  type FoundBy,
  foundBy,
  isCommonWord,
  isSpecialAlone,
  type Reading,
  saysAllOf,
  singlesOut,
  specialAgreement,
  specialOf,
  specialReadings,
  withoutTradeForm,
} from '@aipower/taiwan/firm-name';
import type { CompanyIndex, NameRecord } from './company-index.ts';

export interface Found {
  by: FoundBy;
  /**
   * Why it does not link although it is equal. `not-a-former-name`: the text calls it one, and it is a firm's current name. `too-short`: a
   * special name of one Chinese character or up to three Latin ones, or one that is only the sound of Chinese characters. `common-word`: 未來.
   */
  doubt: 'not-a-former-name' | 'too-short' | 'common-word' | undefined;
  agreement: CoreAgreement;
  records: NameRecord[];
}

interface Hit {
  record: NameRecord;
  by: FoundBy;
  agrees: CoreAgreement;
}

const agreementOrder = ['same', 'glyph', 'script', 'words', 'unclear'] as const;
/** A name in full: what a present name says beats what a former one does. */
const full: readonly FoundBy[] = ['full-name', 'former-name', 'english-name'];
/** Without its form a name is any firm's that bears it, now or formerly. */
const formless: readonly FoundBy[] = ['name-without-form', 'former-without-form', 'special-name'];

/**
 * The most trusted group of names a reading is equal to, and within it those that agree best: an exact spelling beats a glyph, a glyph
 * beats Simplified. Undefined when it equals none. Names of `unclear` script come only when there is nothing better.
 */
export function exactly(index: CompanyIndex, reading: Reading, simplified: boolean): Found | undefined {
  if (reading.role === 'former') return formerly(index, reading, simplified);
  const hits = coreHits(index, reading, simplified);
  for (const by of full) {
    const clear = hits.filter((hit) => hit.by === by && hit.agrees !== 'unclear');
    // Co., Ltd. agrees with Ltd., but a firm that has the very form is meant first.
    const sameForm = clear.filter((hit) => hit.record.parts.form === reading.parts.form);
    const group = by === 'english-name' && sameForm.length > 0 ? sameForm : clear;
    if (group.length > 0) return found(by, bestAgreeing(group));
  }
  return formlessly(index, reading, hits, simplified) ?? unclear(hits);
}

function coreHits(index: CompanyIndex, reading: Reading, simplified: boolean): Hit[] {
  return index.withCore(reading.parts).flatMap((record) => {
    const by = foundBy(reading, record);
    return by === undefined ? [] : [{ record, by, agrees: coreAgreement(reading.parts, record.parts, simplified) }];
  });
}

const found = (by: FoundBy, hits: readonly Hit[], doubt?: Found['doubt']): Found => ({
  by,
  doubt,
  agreement: agreementOrder.find((agrees) => hits.some((hit) => hit.agrees === agrees))!,
  records: hits.map((hit) => hit.record),
});

function bestAgreeing(hits: readonly Hit[]): Hit[] {
  const best = agreementOrder.find((agrees) => hits.some((hit) => hit.agrees === agrees));
  return hits.filter((hit) => hit.agrees === best);
}

function formlessly(
  index: CompanyIndex,
  reading: Reading,
  hits: readonly Hit[],
  simplified: boolean,
): Found | undefined {
  const short = withoutTradeForm(reading.parts);
  const companies = short === undefined ? [] : coreHits(index, { ...reading, parts: short }, simplified);
  const cores = [...hits, ...companies].filter((hit) => formless.includes(hit.by));
  const specials = specialReadings(reading.parts).flatMap((parts) => specialHits(index, parts, simplified));
  const all = [...cores, ...specials];
  const clear = bestAgreeing(all.filter((hit) => hit.agrees !== 'unclear'));
  if (clear.length === 0) return all.length === 0 ? undefined : found('special-name', all);
  // 藍鯨數位 is the firm of this country before it is 英屬維京群島商藍鯨數位; 后山 may be 后山 or 後山 where the form does not tell.
  const group = isSpecialAlone(reading.parts) ? clear : nearestIn(reading, clear);
  const rivals = cores.filter((hit) => hit.agrees === 'unclear');
  const by = formless.find((one) => group.some((hit) => hit.by === one))!;
  if (rivals.length > 0 && by === 'name-without-form')
    return { ...found(by, [...group, ...rivals]), agreement: 'unclear' };
  return found(
    by,
    group,
    isSpecialAlone(reading.parts) || by === 'special-name' ? specialDoubt(reading, group) : undefined,
  );
}

function nearestIn(reading: Reading, hits: readonly Hit[]): Hit[] {
  const most = Math.max(...hits.map((hit) => saysAllOf(reading, hit.record)));
  return hits.filter((hit) => saysAllOf(reading, hit.record) === most);
}

function specialHits(index: CompanyIndex, parts: Reading['parts'], simplified: boolean): Hit[] {
  return index
    .withSpecial(specialOf(parts).replaceAll(' ', ''))
    .map((record) => ({ record, by: 'special-name', agrees: specialAgreement(parts, record.parts, simplified) }));
}

function specialDoubt({ parts }: Reading, hits: readonly Hit[]): Found['doubt'] {
  const special = parts.coarse.slice(parts.specialStart, parts.coreEnd).replaceAll(' ', '');
  const records = hits.map((hit) => hit.record);
  if (!singlesOut(special, records)) return 'too-short';
  return isCommonWord(special) ? 'common-word' : undefined;
}

function unclear(hits: readonly Hit[]): Found | undefined {
  const [first] = [...full, ...formless].flatMap((by) => hits.filter((hit) => hit.by === by));
  return (
    first &&
    found(
      first.by,
      hits.filter((hit) => hit.by === first.by),
    )
  );
}

/** The text says that the name is one from the past. */
function formerly(index: CompanyIndex, reading: Reading, simplified: boolean): Found | undefined {
  const hits = coreHits(index, reading, simplified);
  for (const by of ['former-name', 'former-without-form'] as const) {
    const group = bestAgreeing(hits.filter((hit) => hit.by === by));
    if (group.length > 0) return found(by, group);
  }
  const present = exactly(index, { ...reading, role: 'any' }, simplified);
  const named = present?.by === 'full-name' || present?.by === 'english-name';
  return named ? { ...present, doubt: 'not-a-former-name' } : undefined;
}
