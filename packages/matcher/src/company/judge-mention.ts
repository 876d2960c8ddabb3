/** One mention of a name → the firm it means, or why no firm can be told. The policy of the register's desk, rule by rule. */

import {
  coreAgreement,
  type FoundBy,
  literalReading,
  type Mention,
  type NameParts,
  nameParts,
  onlyGeneric,
  organisationForms,
  type Reading,
  readingsOf,
  specialOf,
} from '@aipower/taiwan/firm-name';
import { coarseForm } from '@aipower/taiwan/han';
import type { CompanyIndex, NameRecord } from './company-index.ts';
import { exactly } from './exact.ts';
import { type Slip, slipsOf } from './slips.ts';

/** Why a name was linked to a firm. */
export type LinkReason = FoundBy | 'slip-in-business' | 'slip-in-special-name';

/** Why a name was not linked although a firm is near. */
export type DoubtReason =
  | 'shared-name'
  | 'one-character-apart'
  | 'other-organisation'
  | 'other-business'
  | 'not-a-former-name'
  | 'too-short'
  | 'common-word'
  | 'brand-of-another-firm'
  | 'similar-names'
  | 'other-county'
  | 'place-in-name'
  | 'unclear-script'
  | 'other-body'
  | 'unread-words'
  | 'generic-words-only'
  | 'not-registered';

export interface MentionJudgement {
  mention: Mention;
  reading: Reading;
  /** The firms it can mean by name alone: one when `reason` links, several when they share it. */
  firms: number[];
  linked: LinkReason | undefined;
  doubt: DoubtReason | undefined;
  /** The name equals a registered one, letter for letter but for glyphs and script. */
  exact: boolean;
  /** The text names the firm in full: organisation form or English form written, not only a special name. */
  full: boolean;
  near: NameRecord[];
  notes: ('county-differs' | 'county-decides')[];
}

/** 夸父（台灣）商業銀行: what stands in brackets has the name on both sides. */
const insideMark = /\p{Script=Han}\s*[(（「][^()（）]*[)）」]\s*\p{Script=Han}/u;

/** The whole text as one registered name, brackets and all: a name always finds itself. Undefined when nobody bears it. */
export function judgeWhole(index: CompanyIndex, text: string, simplified: boolean): MentionJudgement | undefined {
  const mention: Mention = { text, role: 'any', tail: 'none', branch: undefined, county: undefined };
  const reading = literalReading(text);
  const judged = judgeExact(index, reading, mention, simplified);
  if (!judged?.exact) return undefined;
  const { whole } = reading.parts;
  const borne = judged.near.filter((record) => record.role !== 'former' && record.parts.whole === whole);
  if (borne.length === 0) return judged.linked && (judged.full || insideMark.test(text)) ? judged : undefined;
  // 甲-乙 and 甲乙 are one name but for the mark: who writes the mark means the firm that has it.
  const spelled = borne.filter((record) => record.name.normalize('NFC') === text.trim().normalize('NFC'));
  if (spelled.length === 0 && reading.parts.script === 'latin') return judged.full ? judged : undefined;
  const firms = distinct((spelled.length > 0 ? spelled : borne).map((record) => record.firm));
  return firms.length === 1
    ? {
        ...judged,
        firms,
        full: true,
        linked: borne[0]!.role === 'english' ? 'english-name' : 'full-name',
        doubt: undefined,
      }
    : { ...judged, firms, full: true, linked: undefined, doubt: 'shared-name' };
}

export function judgeMention(index: CompanyIndex, mention: Mention, simplified: boolean): MentionJudgement {
  const known = (parts: NameParts, specialAlone: boolean): boolean =>
    specialAlone
      ? index.withSpecial(specialOf(parts)).length > 0
      : index.withCore(parts).some((record) => coreAgreement(parts, record.parts, simplified) !== 'unclear');
  const readings = readingsOf(mention, known);
  let best: MentionJudgement | undefined;
  for (const reading of readings) {
    const judged = judgeExact(index, reading, mention, simplified);
    if (judged?.linked !== undefined) return judged;
    best ??= judged;
  }
  if (best && best.doubt !== 'unclear-script') return best;
  const slipped = judgeSlips(index, readings, mention);
  return best && !slipped.linked ? best : slipped;
}

const empty = (mention: Mention, reading: Reading): MentionJudgement => ({
  mention,
  reading,
  firms: [],
  linked: undefined,
  doubt: 'not-registered',
  exact: false,
  full: false,
  near: [],
  notes: [],
});

function judgeExact(
  index: CompanyIndex,
  reading: Reading,
  mention: Mention,
  simplified: boolean,
): MentionJudgement | undefined {
  const found = exactly(index, reading, simplified);
  if (!found) return undefined;
  const base = { ...empty(mention, reading), near: found.records, exact: found.agreement !== 'unclear' };
  const whole = found.by === 'full-name' || found.by === 'former-name' || found.by === 'english-name';
  const full = whole && reading.parts.form !== 0;
  const firms = distinct(found.records.map((record) => record.firm));
  // 科技, AI科技: generic words that happen to be somebody's name without its form.
  if (!whole && onlyGeneric(reading.parts)) return { ...base, firms, exact: false, doubt: 'generic-words-only' };
  const local = found.records.filter(
    (record) => !organisationForms[record.parts.form]!.nationwide && record.parts.script === 'han',
  );
  const inCounty = (firm: number): boolean | undefined => {
    const county = index.county(firm);
    return reading.counties.length === 0 || county === undefined ? undefined : reading.counties.includes(county);
  };
  let left = firms;
  const notes: MentionJudgement['notes'] = [];
  if (reading.counties.length > 0) {
    // A trade name is unique only in its county: elsewhere it is another firm's. A company's name is unique in the country.
    const localFirms = new Set(local.map((record) => record.firm));
    left = firms.filter((firm) => !localFirms.has(firm) || inCounty(firm) !== false);
    if (left.length === 0) return { ...base, firms, full, exact: false, doubt: 'other-county' };
    if (left.length < firms.length) notes.push('county-decides');
    if (
      left.length > 1 &&
      left.every((firm) => localFirms.has(firm)) &&
      left.filter((firm) => inCounty(firm)).length === 1
    ) {
      left = left.filter((firm) => inCounty(firm));
      notes.push('county-decides');
    }
    if (left.length === 1 && inCounty(left[0]!) === false) {
      // 台南泊岸 without 市: the place may be a part of the name, and then it is another name.
      if (!reading.countySure || found.by === 'special-name')
        return { ...base, firms: left, full, exact: false, doubt: 'place-in-name' };
      notes.push('county-differs');
    }
  }
  left = ofSaidBranch(index, reading, left);
  const judged = { ...base, firms: left, full, notes };
  if (found.doubt) return { ...judged, exact: found.doubt !== 'too-short', doubt: found.doubt };
  if (found.agreement === 'unclear') return { ...judged, doubt: 'unclear-script' };
  if (left.length > 1) return { ...judged, doubt: 'shared-name' };
  if (mention.tail === 'other-body') return { ...judged, exact: false, doubt: 'other-body' };
  if (mention.tail === 'unread') return { ...judged, doubt: 'unread-words' };
  if (isBrandOfAnother(index, reading.brand, left[0]!)) return { ...judged, doubt: 'brand-of-another-firm' };
  return { ...judged, linked: found.by, doubt: undefined };
}

/** 群光高雄分公司: of a head office and its branches, each with a number of its own, the branch that is said. */
function ofSaidBranch(index: CompanyIndex, { branch, parts }: Reading, firms: readonly number[]): number[] {
  const said = coarseForm(branch ?? parts.branch);
  if (firms.length < 2 || said === '') return [...firms];
  const named = firms.filter((firm) => coarseForm(nameParts(index.name(firm)).branch) === said);
  return named.length === 1 ? named : [...firms];
}

/** Tiger 青隼科技, where Tiger is how another firm is called and not this one. */
function isBrandOfAnother(index: CompanyIndex, brand: string | undefined, firm: number): boolean {
  const bearers = brand === undefined ? [] : index.withSpecial(brand);
  return bearers.length > 0 && bearers.every((record) => record.firm !== firm);
}

function judgeSlips(index: CompanyIndex, readings: readonly Reading[], mention: Mention): MentionJudgement {
  const last = readings.findLast((reading) => !onlyGeneric(reading.parts)) ?? readings.at(-1)!;
  if (readings.every((reading) => onlyGeneric(reading.parts)))
    return { ...empty(mention, last), doubt: 'generic-words-only' };
  const slips = readings
    .filter((reading) => !onlyGeneric(reading.parts))
    .flatMap((reading) => slipsOf(index, reading).map((slip) => ({ slip, reading })));
  const near = slips.map(({ slip }) => slip.record);
  const firms = distinct(near.map((record) => record.firm));
  const able = slips.filter(({ slip }) => slip.kind === 'slip-in-business' || slip.kind === 'slip-in-special-name');
  const [first] = able;
  const judged = { ...empty(mention, last), near };
  if (firms.length === 0) {
    const business = last.parts.businessStart < last.parts.coreEnd;
    const isRelated = business && index.withSpecial(specialOf(last.parts).replaceAll(' ', '')).length > 0;
    return isRelated ? { ...judged, doubt: 'other-business' } : judged;
  }
  if (!first || mention.role === 'former' || mention.tail === 'other-body' || mention.tail === 'unread') {
    if (slips.some(({ slip }) => slip.kind === 'other-organisation')) return { ...judged, doubt: 'other-organisation' };
    if (slips.every(({ slip }) => slip.kind === 'kindred')) return { ...judged, doubt: 'other-business' };
    return { ...judged, doubt: firms.length > 1 ? 'similar-names' : 'one-character-apart' };
  }
  const rivals = distinct(
    slips.filter(({ slip, reading }) => asNear(slip, reading, first.slip)).map(({ slip }) => slip.record.firm),
  );
  if (rivals.length > 1) return { ...judged, doubt: 'similar-names' };
  const local = !organisationForms[first.slip.record.parts.form]!.nationwide;
  const county = index.county(first.slip.record.firm);
  const elsewhere =
    first.reading.counties.length > 0 && county !== undefined && !first.reading.counties.includes(county);
  if (elsewhere && (local || !first.reading.countySure)) return { ...judged, doubt: 'other-county' };
  return {
    ...judged,
    reading: first.reading,
    firms: [first.slip.record.firm],
    linked: first.slip.kind as LinkReason,
    doubt: undefined,
  };
}

/** A firm is as near when one slip leads to it too; a different organisation form on top of the slip makes it farther. */
function asNear(slip: Slip, reading: Reading, chosen: Slip): boolean {
  const { form } = reading.parts;
  if (slip.kind === 'kindred') return false;
  return (
    slip.record.parts.script !== 'han' ||
    chosen.record.parts.script !== 'han' ||
    form === 0 ||
    slip.record.parts.form === form ||
    chosen.record.parts.form !== form
  );
}

const distinct = (firms: readonly number[]): number[] => [...new Set(firms)];
