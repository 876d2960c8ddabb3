/** A field of a form, a seal, a line of a letter → the names it mentions, each with what stands around it. */
import { nameWords } from '../generated/name-words.ts';
import { coarseForm, flatten, plainForm } from '../han/fold.ts';
import { countyNamed, openingCounty } from './county.ts';
import {
  branchTail,
  departmentTail,
  fieldsOf,
  labelKind,
  openingLabel,
  otherBodyTail,
  personTail,
  remarks,
} from './labels.ts';
import { companyEnding } from './name-words.ts';
import { type NumberRead, takeNumbers } from './numbers.ts';

/** Which of a firm's names the text says it is; `any`: it does not say. */
export type MentionRole = 'any' | 'former' | 'current' | 'alias';

/** What follows the organisation form. `unread`: words that may make it another body (籌備處 is `other-body`). */
export type Tail = 'none' | 'branch' | 'remark' | 'other-body' | 'unread';

/** A name in a text, with what stands beside it. */
export interface Mention {
  /** The name as it stands in the text, without remarks. */
  text: string;
  /** Whether the text gives the name as one of today or of the past. */
  role: MentionRole;
  /** What stands behind the name. */
  tail: Tail;
  /** Name of the branch, such as 台中分公司; `undefined` for the firm itself. */
  branch: string | undefined;
  /** Counties named apart from the name, in brackets or behind it. */
  county: string | undefined;
}

/** What was read out of a text: names and number. */
export interface TextRead {
  /** Names in the order of the text. */
  mentions: Mention[];
  /** Numbers of eight digits found in it, in its order. */
  numbers: NumberRead[];
}

/** (股)公司, (有)公司, a bare (股) and ㈱, which is folded to (株), are written for the whole form, (財) and (社) for the kind of body. The text is flattened. */
export const spelledOut = (text: string): string =>
  text
    .replace(/\(\s*股(?:份)?\s*\)\s*(?:有限)?公司/g, '股份有限公司')
    // A field or a cell that holds fewer characters than the name.
    .replace(/(?<=\p{Script=Han}{2})股份有限公?\s*$/u, '股份有限公司')
    .replace(/\(\s*有(?:限)?\s*\)\s*公司/g, '有限公司')
    .replace(/(?<=\p{Script=Han})\s*\(\s*[股株]\s*\)\s*$/u, '股份有限公司')
    .replace(/(?<!\p{Script=Han}\s*)\(\s*[財财]\s*\)\s*(?=\p{Script=Han})/gu, '財團法人')
    .replace(/(?<!\p{Script=Han}\s*)\(\s*社\s*\)\s*(?=\p{Script=Han})/gu, '社團法人');

const addresses = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+|www\.\S+/g;
// Days, letter numbers and invoice numbers: they stand beside names and are no part of them.
const asideNumbers = [
  /(?:民國|西元)?\s*\d{2,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日號])?/g,
  /(?<!\d)\d{2,4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)/g,
  /\p{Script=Han}{0,4}字第\s*\d+\s*[號号]/gu,
  new RegExp(`(?:${nameWords.numberLabels.join('|')})\\s*:?\\s*[a-z]{0,4}-?\\d{4,}`, 'g'),
];
/** A name broken over two lines in front of its form. */
const brokenForm = new RegExp(`\\s*[\\r\\n]+\\s*(?=\\(?股|${nameWords.brokenForms.join('|')})`, 'g');
/** Two quoted names side by side are two names; a quotation mark inside a name (「葉子」股份有限公司) says nothing. */
const backToBack = /[」』】》〉”"’>\]}〕]\s*(?=[「『【《〈“„"‘<[{〔])/g;
const quotes = /[「」『』【】《》〈〉“”„"‘’<>[\]{}〔〕]/g;
const separators =
  /[\n、;|。→⇒➔!?！？]|\/|,(?!\s*(?:ltd|inc|llc|co|corp|limited|company|incorporated|corporation|taiwan branch)\b)/;

/** Reads the names of firms, and a number, out of a text as people write it. Pure. */
export function readText(text: string, registered: (digits: string) => boolean): TextRead {
  const lines = text.replace(brokenForm, '').replace(/[\r\n]+/g, '\u2028');
  const flat = spelledOut(flatten(lines.replaceAll('\u2028', ' ; ')));
  const cleared = [addresses, backToBack, ...asideNumbers]
    .reduce((left, pattern) => left.replace(pattern, '\n'), flat)
    .replace(quotes, '');
  const taken = takeNumbers(cleared, registered);
  const mentions: Mention[] = [];
  const { outer, inner } = brackets(taken.text);
  let county: string | undefined;
  let branch: string | undefined;
  let role: MentionRole = 'any';
  const asides: { text: string; role: MentionRole }[] = [];
  for (const aside of inner) {
    const coarse = coarseForm(aside.text).trim();
    const kind = labelKind(coarse);
    if (kind === 'former' && aside.atStart) role = 'former';
    else if (kind !== undefined || isRemark(coarse)) continue;
    else if (isCounty(aside.text) || isAddress(aside.text.trim())) county = countyNamed(aside.text);
    else if (branchTail.test(coarse)) branch = aside.text.trim();
    else asides.push({ text: aside.text, role: 'any' });
  }
  for (const piece of [{ text: outer, role }, ...asides]) {
    for (const field of fieldsOf(piece.text)) {
      const fieldRole = roleOf(field.kind, piece.role);
      if (fieldRole === undefined) {
        if (isAddress(field.text.trim())) county ??= countyNamed(field.text);
        continue;
      }
      for (const segment of field.text.split(separators)) mentions.push(...mentionsIn(segment, fieldRole));
    }
  }
  // 甲（現更名為乙）: what is now called otherwise bears its former name.
  const renamed = mentions.some((mention) => mention.role === 'current');
  for (const mention of mentions) {
    mention.county ??= county;
    mention.branch ??= branch;
    if (renamed && mention.role === 'any') mention.role = 'former';
  }
  return { mentions: mentions.filter((mention) => plainForm(mention.text) !== ''), numbers: taken.numbers };
}

function roleOf(kind: string, otherwise: MentionRole): MentionRole | undefined {
  if (kind === 'none') return otherwise;
  if (kind === 'name') return otherwise;
  if (kind === 'former' || kind === 'current' || kind === 'alias') return kind;
  return undefined; // an address, a person, a telephone number: no name of the firm
}

function brackets(text: string): { outer: string; inner: { text: string; atStart: boolean }[] } {
  const inner: { text: string; atStart: boolean }[] = [];
  let outer = text;
  for (let round = 0; round < 8; round++) {
    const match = /\(([^()]*)\)?/.exec(outer);
    if (!match) break;
    if (plainForm(match[1]!) !== '')
      inner.push({ text: match[1]!, atStart: plainForm(outer.slice(0, match.index)) === '' });
    outer = outer.slice(0, match.index) + outer.slice(match.index + match[0].length);
  }
  return { outer: outer.replaceAll(')', ''), inner };
}

const isRemark = (coarse: string): boolean => remarks.has(coarse.replace(/[\s.]/g, ''));
const isAddress = (text: string): boolean => openingCounty(text)?.sure === true && /[路街巷弄号號]/.test(text);
const isCounty = (text: string): boolean => plainForm(text).length <= 3 && countyNamed(text) !== undefined;

const tradeForms = nameWords.organisations
  .flatMap(({ id, zh }) => (id === 'trade-name' ? zh : []))
  .map((form) => coarseForm(form));
const branchWords = nameWords.branches.map((word) => coarseForm(word)).join('|');
/** 玉兔商行申請: a remark of two characters and more ends a text behind a trade name; one character may belong to it. */
const endRemarks = nameWords.remarks
  .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
  .map((word) => coarseForm(word))
  .join('|');
const tradeEnding = new RegExp(`(?:${tradeForms.join('|')})(?=[a-z\\p{P}]|${branchWords}|(?:${endRemarks})$)`, 'gu');
/** 高雄分公司資訊部: the branch, and what stands behind it. */
const branchAndMore = new RegExp(`^(.{0,10}?(?:${branchWords}))(.+)$`, 'u');
const latinEnding =
  /(?<=[a-z0-9][\s.,]+)(?:ltd|limited|inc|incorporated|corp|corporation|llc)[.,\s]*(?=\p{Script=Han})/gu;

/** 福氣商行 新北市板橋區文化路一段: an address behind a name says where it is. */
function withoutAddress(text: string): { text: string; county: string | undefined } {
  const address = /\p{Script=Han}{2}[市縣县]\p{Script=Han}{1,3}[區区鄉乡鎮镇市]\p{Script=Han}*[路街巷弄村里].*$/u.exec(
    text,
  );
  if (!address || address.index < 2 || openingCounty(address[0])?.sure !== true) return { text, county: undefined };
  return { text: text.slice(0, address.index), county: countyNamed(address[0]) };
}

/** One segment may hold several names without anything between them; what follows the last form is its tail. */
function mentionsIn(segment: string, role: MentionRole): Mention[] {
  const dense = segment.trim().replace(/(?<![a-z0-9.,&])\s+|\s+(?![a-z0-9&(])/g, '');
  if (isRemark(coarseForm(dense))) return [];
  const { text: body, county } = withoutAddress(dense);
  const coarse = coarseForm(body);
  const cuts = [...coarse.matchAll(companyEnding), ...coarse.matchAll(tradeEnding), ...coarse.matchAll(latinEnding)]
    .map((match) => match.index + match[0].length)
    .sort((a, b) => a - b);
  const mention = (text: string): Mention => {
    const label = role === 'any' ? openingLabel(text, ['current', 'alias']) : undefined;
    return {
      text: label ? text.slice(label.length) : text,
      role: label ? (label.kind as MentionRole) : role,
      tail: 'none',
      branch: undefined,
      county,
    };
  };
  const mentions: Mention[] = [];
  let from = 0;
  for (const cut of cuts) {
    mentions.push(mention(body.slice(from, cut)));
    from = cut;
  }
  const rest = body.slice(from);
  const last = mentions.at(-1);
  if (!last) return rest === '' ? [] : [mention(rest)];
  if (plainForm(rest) === '') return mentions;
  if (/^[\s\p{P}]*[a-z0-9][a-z0-9 .&+-]*[a-z]/u.test(rest)) return [...mentions, mention(rest)];
  readTail(last, rest);
  return mentions;
}

function readTail(mention: Mention, rest: string): void {
  const tail = coarseForm(rest).replace(/[^\p{L}\p{N}]/gu, '');
  const more = branchAndMore.exec(tail);
  if (more && (isRemark(more[2]!) || departmentTail.test(more[2]!))) {
    readTail(mention, more[1]!);
    return;
  }
  const branch = branchTail.exec(tail);
  if (otherBodyTail.test(tail)) mention.tail = 'other-body';
  else if (branch) {
    mention.tail = 'branch';
    mention.branch = rest.replace(/^[\s\p{P}]+/u, '');
  } else if (isCounty(tail) || isAddress(tail)) mention.county = countyNamed(tail);
  else if (isRemark(tail) || departmentTail.test(tail) || personTail.test(tail)) mention.tail = 'remark';
  else mention.tail = 'unread';
}
