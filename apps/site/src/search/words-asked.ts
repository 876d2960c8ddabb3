import { type County, counties } from '@aipower/taiwan/counties';

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
    for (const text of [county.name, county.name.slice(0, 2), county.en, county.en.replace(/ (?:City|County)$/, '')])
      add(text, county);
    for (const text of [...county.former.map(({ name }) => name), ...county.informal]) add(text, county);
  }
  return [...names]
    .map(([text, found]) => ({ text, counties: found, isShort: shorts.has(text) }))
    .sort((a, b) => b.text.length - a.text.length);
})();

/** What may stand behind a place inside one word without making it another word: 台北的廠商 is a place, 台北捷運 is none. */
const behindPlace = /^(?:$|[\s,，、。的]|市|縣|地區|附近|哪|有|做|找|業者|廠商|公司|\p{Script=Han}{3,})/u;
/** The same behind 市 and 縣: 北市專利 names a place, and 中市場, 高市值 and 北市立 do not. */
const behindShort =
  /^(?:$|[\s,，、。的]|地區|附近|哪|有|做|找|業者|廠商|公司|(?![場值區民府立長售占佔集況面調景道政議縣])\p{Script=Han}{2,})/u;
/** A branch, a bank or a street named after a place is a name. */
const namedAfter = /^(?:分公司|分行|辦事處|捷運|銀行|企銀|大學|[東西南北中]?路|港|灣)/u;

function findPlace(text: string): { place: NonNullable<Asked['place']>; rest: string } | null {
  const folded = plain(text);
  for (const { text: name, counties: found, isShort } of placeNames) {
    const latin = /^[a-z]/.test(name);
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const before = folded.slice(0, at);
      const behind = folded.slice(at + name.length);
      const stands = latin
        ? !/[a-z]$/.test(before) && !/^[a-z]/.test(behind)
        : /(?:^|[\s,，、。在於找]|位於)$/u.test(before) &&
          (isShort ? behindShort : behindPlace).test(behind) &&
          !namedAfter.test(behind);
      // At the end of a question: 瑕疵檢測台中.
      const ends = !latin && !isShort && behind.trim() === '' && before.trim().length > 1;
      if (!stands && !ends) continue;
      const place = { typed: text.slice(at, at + name.length), counties: found };
      return { place, rest: `${text.slice(0, at)} ${text.slice(at + name.length)}` };
    }
  }
  return null;
}

const role = '廠商|業者|公司行號|公司|企業|供應商|服務商|廠家|團隊|單位';
/** 推薦系統 and 商品推薦 are what a firm makes; 推薦廠商 and 聊天機器人推薦 ask for one. */
const recommend = '推薦(?!系統|引擎|技術|模型|演算)';
const recommended = '(?<!商品|產品|內容|個人化|智慧|影音|音樂)推薦';
const around = [
  `請問|請幫我|幫我|我想要?|我要|我們|我|你們|您|咱們|想要?找|要找|尋找|找|${recommend}|介紹|有沒有|有無|哪裡有|哪些|哪家|哪一家|哪個|什麼|誰有|誰在|誰|有做|會做|能做|可以做|在做|做|提供|需要|可以|關於|的|在|有`,
  `(?:的(?:統編|統一編號|證書|登錄|編號|電話|地址|資料))?(?:的|之)?(?:${role})?(?:有哪些|有誰|是誰|在哪裡?|哪家好|${recommended}|名單|列表|清單)?(?:嗎|呢|啊|吧|了)?[?？!！。]*`,
] as const;
/** Ones that begin or end many other words are taken off only when they stand alone. */
const alone = new RegExp(
  `^(?:${around[0]}|${role}|是|要|想|會|能|和|與|及|或|了|嗎|呢|好|都|也|就|這|那|他|她|它|一個|(?:相關的?)?服務|相關|系統|方案|技術|問題|最好|你好|您好|謝謝|東西|什麼|(?:是否|還)?(?:有效|合格|合法)|查|查詢|搜尋|台灣|臺灣|有限公司|股份有限公司|股份有限|有限)$`,
  'u',
);
const front = new RegExp(`^(?:${around[0].replace('|的|在|有', '')})(?=\\p{L}{2})`, 'u');
const back = new RegExp(`${around[1]}$`, 'u');
const englishAround = new Set(
  `a an and any are at best by can good hello hi thanks company companies do does doing firm firms find for from have how i in is list looking me my near need of
  on or our please provider providers register registered search service services supplier suppliers taiwan taiwanese that the their
  there to us vendor vendors want we what where which who with you`.split(/\s+/),
);

/** Words of any part of the catalogue and of any firm: they narrow others (AI 課程) and ask for nothing alone. */
const little =
  /^(?:ai|智慧|智能|人工智慧|人工智能|數位|科技|應用|平台|軟體|程式|數據|資料|(?:整體)?解決方案|help|platforms?|smart|software|solutions?|systems?|tech|technology|tests?|data|digital|services?)$/iu;

function withoutAround(token: string): string {
  if (/^[a-z']+$/i.test(token)) return englishAround.has(token.toLowerCase()) ? '' : token;
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
