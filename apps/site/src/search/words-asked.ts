import { type County, counties, shortNames } from '@aipower/taiwan/counties';
import { asking, englishAround, places } from './generated/questions.ts';

/** What a search text asks for: words, and the places it names. */
export interface Asked {
  /** Without places and without what anybody puts around a question; parted by blanks. Empty: nothing but such words. */
  readonly words: string;
  /** As typed, without the place. */
  readonly text: string;
  /** As typed, and the counties meant: two for 新竹, which is a city and a county. `null`: no place is named. */
  readonly place: { readonly typed: string; readonly counties: readonly County[] } | null;
}

interface PlaceName {
  readonly text: string;
  readonly counties: readonly County[];
  /** 北市: what stands inside many other words (股市, 市場). */
  readonly isShort: boolean;
}

const plain = (text: string) => text.normalize('NFKC').replaceAll('台', '臺').toLowerCase();

/** 北市, 竹縣, 投縣: the character that tells a county from others, with what it is. 新北 is short already. */
function shortName(name: string): string | null {
  if (name === '新北市') return null;
  return /^[臺南新]/u.test(name) ? name.slice(1) : name.slice(0, 1) + name.slice(2);
}

/** Every name of a place, longest first, so that 新北市 is not read as 新北. */
const placeNames: readonly PlaceName[] = (() => {
  const names = new Map<string, County[]>();
  const shorts = new Set<string>();
  const add = (text: string, county: County) => {
    const key = plain(text);
    const known = names.get(key) ?? [];
    if (!known.includes(county)) names.set(key, [...known, county]);
  };
  for (const county of counties) {
    for (const name of [county.name, ...county.former.map((one) => one.name)]) {
      const short = shortName(name);
      if (short === null) continue;
      add(short, county);
      shorts.add(short);
    }
  }
  for (const county of counties) {
    for (const text of [county.name, county.en, ...shortNames(county)]) add(text, county);
    for (const text of [...county.former.map(({ name }) => name), ...county.informal]) add(text, county);
  }
  return [...names]
    .map(([text, found]) => ({ text, counties: found, isShort: shorts.has(text) }))
    .sort((a, b) => b.text.length - a.text.length);
})();

/** What may stand behind a place inside one word without making it another word: 台北的廠商 is a place, 台北捷運 is none. */
const behindPlace = new RegExp(`^(?:$|[\\s,，、。]|${places.behind}|\\p{Script=Han}{3,})`, 'u');
/** The same behind 市 and 縣: 北市專利 names a place, and 中市場, 高市值 and 北市立 do not. */
const behindShort = new RegExp(
  `^(?:$|[\\s,，、。]|${places.behindShort}|(?!${places.otherWord})\\p{Script=Han}{2,})`,
  'u',
);
const beforePlace = new RegExp(`(?:^|[\\s,，、。]|${places.before})$`, 'u');
/** A branch, a bank or a street named after a place is a name. */
const namedAfter = new RegExp(`^(?:${places.namedAfter})`, 'u');

/** A part of a place, which is no thing that firms make: 新竹科學園區, 台中工業區. */
const partOfPlace = new RegExp(`^[市縣]?(?:${places.parts})`, 'u');

function findPlace(text: string): { place: NonNullable<Asked['place']>; rest: string } | null {
  const folded = plain(text);
  for (const { text: name, counties: found, isShort } of placeNames) {
    const latin = /^[a-z]/.test(name);
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const before = folded.slice(0, at);
      const behind = folded.slice(at + name.length);
      const stands = latin
        ? !/[a-z]$/.test(before) && !/^[a-z]/.test(behind)
        : beforePlace.test(before) && (isShort ? behindShort : behindPlace).test(behind) && !namedAfter.test(behind);
      // At the end of a question: 瑕疵檢測台中.
      const ends = !latin && !isShort && behind.trim() === '' && before.trim().length > 1;
      if (!stands && !ends) continue;
      const end = at + name.length + (latin ? 0 : (partOfPlace.exec(behind)?.[0].length ?? 0));
      const place = { typed: text.slice(at, end), counties: found };
      return { place, rest: `${text.slice(0, at)} ${text.slice(end)}` };
    }
  }
  return null;
}

const { roles, whether, inForce } = asking;
/** Ones that begin or end many other words are taken off only when they stand alone. */
const alone = new RegExp(`^(?:${asking.before}|${roles}|${asking.alone}|(?:${whether})?(?:${inForce}))$`, 'u');
const front = new RegExp(`^(?:${asking.before})(?=\\p{L}{2})`, 'u');
const back = new RegExp(
  `(?:的(?:${asking.facts}))?(?:${asking.joined})?(?:${roles})?(?:${asking.which})?(?:${asking.particles})?[?？!！。]*$`,
  'u',
);
const aroundInEnglish: ReadonlySet<string> = new Set(englishAround);
/** Words of any part of the catalogue and of any firm: they narrow others (AI 課程) and ask for nothing alone. */
const little = new RegExp(`^(?:${asking.little})$`, 'iu');
const questionBehind = new RegExp(`(?:${whether})?(?:${inForce}).*$`, 'u');

/** A text without the question behind it whether something is in force: 「某某有限公司還有效嗎」. */
export const withoutValidity = (text: string): string => text.replace(questionBehind, '');

function withoutAround(token: string): string {
  if (/^[a-z']+$/i.test(token)) return aroundInEnglish.has(token.toLowerCase()) ? '' : token;
  let word = token;
  for (let before = ''; before !== word; ) {
    before = word;
    word = word.replace(front, '');
    const cut = word.replace(back, '');
    if (cut.length >= 2) word = cut;
  }
  return alone.test(word) || /^[\p{P}\p{S}]*$/u.test(word) ? '' : word;
}

/**
 * Understands what was typed: takes the place out, then what stands around any question, since 我們 or 廠商 is met in any
 * text and proves nothing.
 * @example wordsAsked('台北 聊天機器人 廠商') // words: '聊天機器人', place: 臺北市
 */
export function wordsAsked(typed: string): Asked {
  const found = findPlace(typed);
  const text = found?.rest ?? typed;
  const told = text
    .split(/[\s,，、。;；?？!！]+/u)
    .map(withoutAround)
    .filter((word) => word !== '');
  const words = told.every((word) => little.test(word)) ? '' : told.join(' ');
  return { words, text, place: found?.place ?? null };
}
