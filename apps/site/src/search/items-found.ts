import { type CapabilityMatches, foldText, matchCapabilities } from '@aipower/matcher';
import { getGroup, getItem, type ItemCode, itemCodes, parentOf } from '@aipower/taxonomy';
import { editDistance } from '@aipower/taxonomy/edit-distance';
import { type SearchHit, type SearchMatch, search as searchItems } from '@aipower/taxonomy/search';
import type { Language } from '../page/language.ts';
import { itemsOfTrade, namesTrade } from './trades-asked.ts';
import type { Asked } from './words-asked.ts';

/** An item and the word of the catalogue that leads to it; `null` where its title speaks for itself. */
export interface FoundItem {
  readonly code: ItemCode;
  readonly because: string | null;
}

/** Items, best first, and whether the first bears the words as a name. */
export interface FoundItems {
  readonly items: readonly FoundItem[];
  readonly named: boolean;
}

const most = 10;
const unsureShown = 3;
/** Below this the search by title and keyword met only a part of a word; tried on names of companies typed with slips. */
const likely = 0.2;

/** How well a word fits an item: it is one of its own names, stands in one of them, or comes near. */
const fits = { name: 3, within: 2, near: 1, not: 0 } as const;
type Fit = (typeof fits)[keyof typeof fits];

/**
 * Items for words of any kind. What bears the word as a name comes first, and what is about a trade or a thing by the words of
 * its definition; what the matcher is sure of next; items that only mention the word within another are shown where no item
 * bears it, and what comes near where nothing else is found. Of a trade (清潔公司) they are not: 清潔機器人 cleans, and is no answer.
 *
 * @param asked `words`, empty finds nothing; `text`, which tells 清潔公司 from 清潔
 * @param nothingElse whether names and numbers found nothing either
 * @param onlyNamed whether a page answers already: then only an item that bears the words is one more answer
 */
export function itemsFor(
  { words, text: typed }: Pick<Asked, 'words' | 'text'>,
  nothingElse: boolean,
  language: Language,
  onlyNamed = false,
): FoundItems {
  if (words === '') return { items: [], named: false };
  const folded = foldText(words).text.trim();
  const tokens = [...new Set(foldText(words).text.split(/\s+/u).filter(proves))];
  const read = matchCapabilities(words, { limit: most });
  const hits =
    tokens.length === 0 ? [] : searchItems(words, { limit: itemCodes.length }).filter(({ score }) => score >= likely);
  /** The words are one of its names: face recognition comes before face recognition SDK. */
  const called = new Set(
    hits.flatMap(({ code, matches }) => (matches.some(({ text }) => foldText(text).text === folded) ? [code] : [])),
  );
  const isCalled = ({ code }: FoundItem) => called.has(code);
  const graded = hits.map((hit) => ({ hit, fit: fitOf(hit, tokens) }));
  const at = (fit: Fit) => graded.filter((one) => one.fit === fit).map(({ hit }) => fromHit(hit, tokens, language));
  const names = at(fits.name).sort(
    (one, other) => headed(other, tokens) - headed(one, tokens) || Number(isCalled(other)) - Number(isCalled(one)),
  );
  if (onlyNamed) return { items: unique(names), named: names.length > 0 };
  const served = itemsOfTrade(words, language);
  if (namesTrade(typed.trim())) return { items: unique([...names, ...served]), named: names.length > 0 };
  const sure =
    read.decision === 'matched' && read.firstRight >= firstLikely
      ? fromMatcher(read, words, most).filter(answers(words, names.length))
      : [];
  const close = names.length > 0 ? [] : at(fits.within);
  // A name that only begins so (face recognition SDK) comes after what the words themselves say.
  const said = sure.length > 0 && !names.some(isCalled) && isPhraseOfFirst(read, folded) ? sure.slice(0, 1) : [];
  const found = [...said, ...names, ...served, ...sure, ...close];
  if (found.length === 0 && nothingElse) {
    const near = graded.filter(({ hit, fit }) => fit === fits.near && isMeant(piecesOf(hit), wordsOf(hit), tokens));
    found.push(...near.slice(0, unsureShown).map(({ hit }) => fromHit(hit, tokens, language)));
    const aside = new Set(
      tokens.length === 1 ? graded.filter(({ fit }) => fit === fits.not).map(({ hit }) => hit.code) : [],
    );
    if (found.length === 0 && read.certainty >= somethingLikely)
      found.push(
        ...fromMatcher(read, words, unsureShown).filter(
          ({ code }) => !aside.has(code) && isMeant(termsOf(read, code), termsOf(read, code), tokens),
        ),
      );
  }
  return { items: unique(found), named: names.length > 0 };
}

function unique(found: readonly FoundItem[]): FoundItem[] {
  const codes = found.map(({ code }) => code);
  return found.filter(({ code }, index) => codes.indexOf(code) === index).slice(0, most);
}

/** The parts of an item's texts that were met, folded, and the whole words that they stand in. */
const piecesOf = ({ matches }: SearchHit): string[] =>
  matches.flatMap(({ text, ranges }) => ranges.map((range) => foldText(text.slice(...range)).text));
const wordsOf = ({ matches }: SearchHit): string[] =>
  matches.flatMap(({ text }) => foldText(text).text.split(/[^\p{L}]+/u));
const termsOf = ({ matches }: CapabilityMatches, asked: ItemCode): string[] =>
  matches.find(({ code }) => code === asked)?.evidence.map(({ term }) => foldText(term).text) ?? [];

/**
 * Whether one short word may have been meant: of three Chinese characters the last, which says what the thing is (國家隊 is no
 * 國家), or a slip of a word as long (無人幾); of Latin letters a word with a slip or its beginning (florist is no forest).
 */
function isMeant(pieces: readonly string[], wholes: readonly string[], [token, ...more]: readonly string[]): boolean {
  if (token === undefined || more.length > 0) return true;
  if (/^[a-z]+$/.test(token)) return wholes.some((word) => word.length > 2 && isSlip(word, token));
  if (!/^\p{Script=Han}{1,3}$/u.test(token)) return true;
  if (wholes.some((word) => word.length === token.length && editDistance(word, token) === 1)) return true;
  const met = [...token].filter((letter) => pieces.some((piece) => piece.length > 1 && piece.includes(letter)));
  return met.length * 2 >= token.length && met.includes(token.at(-1)!);
}

/** As many letters as a slip leaves alone at the beginning, and how many it may change, by the length of the word. */
const sameBeginning = 6;
function isSlip(word: string, typed: string): boolean {
  if (word.length >= sameBeginning && word.slice(0, sameBeginning) === typed.slice(0, sameBeginning)) return true;
  const most = typed.length >= 8 ? 3 : word.slice(0, 2) === typed.slice(0, 2) && typed.length >= 5 ? 2 : 1;
  return editDistance(word, typed) <= most;
}

/** A search has other answers beside items: where the first is no more likely right than wrong it comes after them, and an unlikely one not at all. */
const firstLikely = 0.5;
const somethingLikely = 0.18;

/** A short query is one thing: an item that has to do with a part of it (聊天 of 聊天機器人) is no answer to it. */
const shortest = 8;
const wholly = 0.75;
function answers(words: string, names: number): (item: FoundItem, index: number) => boolean {
  if (words.length > shortest || /\s/.test(words)) return () => true;
  return ({ because }, index) =>
    (index === 0 && names === 0) || (because ?? '').length >= Math.ceil(words.length * wholly);
}

/** In Chinese the head of a name comes last: 機器人 asks for the group called so before 機器人理財. */
function headed({ code }: FoundItem, [token, ...more]: readonly string[]): number {
  if (token === undefined || more.length > 0) return 0;
  const group = getGroup(parentOf(code)).title;
  if ([group.zh, group.en].some((title) => foldText(title).text === token)) return 2;
  return titlesOf(code).some((title) => title.endsWith(token)) ? 1 : 0;
}

/** A single Chinese character or Latin letter is met anywhere. */
const proves = (token: string) => token.length > 1;

/** The worst of the words decides: 影像 標註 asks for an item that has to do with both. */
function fitOf(hit: SearchHit, tokens: readonly string[]): Fit {
  if (hit.matches.some(({ field }) => field === 'code')) return fits.name;
  // A hit keeps its three best texts only, and a title may not be among them.
  const own = titlesOf(hit.code);
  if (tokens.every((token) => own.some((title) => holdsWord(title, token)))) return fits.name;
  if (isBegun(hit.matches, tokens)) return fits.name;
  if (tokens.length === 1) return bestAlone(hit.matches, tokens[0]!);
  const perToken = tokens.map((token) => {
    const own = searchItems(token, { limit: itemCodes.length }).find(({ code }) => code === hit.code);
    return own ? best(own.matches, token) : fits.not;
  });
  return Math.min(...perToken) as Fit;
}

/** A name of which more than half is typed, to within its last word: predictive main. */
function isBegun(matches: readonly SearchMatch[], tokens: readonly string[]): boolean {
  const typed = tokens.join(' ');
  return (
    tokens.length > 1 &&
    matches.some(({ text }) => typed.length * 2 > text.length && foldText(text).text.startsWith(typed))
  );
}

const titles = new Map<ItemCode, readonly string[]>();
function titlesOf(code: ItemCode): readonly string[] {
  const known = titles.get(code) ?? Object.values(getItem(code).title).map((title) => foldText(title).text);
  titles.set(code, known);
  return known;
}

function holdsWord(text: string, token: string): boolean {
  const at = text.indexOf(token);
  return at >= 0 && isWord(text, [at, at + token.length], token);
}

function best(matches: readonly SearchMatch[], token: string): Fit {
  return Math.max(fits.not, ...matches.map((match) => fitOfText(match, token))) as Fit;
}

/** A single word that an item only mentions beside its subject, in one keyword of all it has. */
function bestAlone(matches: readonly SearchMatch[], token: string): Fit {
  const found = matches.filter((match) => fitOfText(match, token) > fits.not);
  return found.length === 1 && isAside(found[0]!) ? fits.not : best(found, token);
}

/** Both languages name the thing last: 租屋智慧管理 manages homes, "age bias" is a bias; 聊天 is most of what 聊天機器人 says. */
const leastOfKeyword = 0.4;
function isAside({ field, text, ranges }: SearchMatch): boolean {
  const [start, end] = ranges[0]!;
  return field === 'keyword' && end < text.length && (end - start) / text.length < leastOfKeyword;
}

function fitOfText(match: SearchMatch, token: string): Fit {
  const { field, text, ranges } = match;
  const [range] = ranges;
  if (isMainland(match, token)) return fits.name;
  const whole = ranges.length === 1 && range !== undefined && foldText(text.slice(...range)).text === token;
  if (!whole) return /^[\x20-\x7e]+$/.test(token) && token.length < 4 ? fits.not : fits.near;
  if (!isWord(text, range, token)) return fits.not;
  if (field === 'title') return fits.name;
  return field === 'keyword' && range[1] - range[0] === text.length ? fits.name : fits.within;
}

/** A whole text met in mainland wording, 车牌识别 for 車牌辨識, shows no part that was met; what only comes near scores less. */
const isMainland = ({ text, ranges, score }: SearchMatch, token: string) =>
  score > nearlyAtMost &&
  text.length === token.length &&
  ranges.length === 1 &&
  ranges[0]![1] - ranges[0]![0] === text.length &&
  /^\p{Script=Han}+$/u.test(token);
/** The best that a text with a slip can score. */
const nearlyAtMost = 0.6;

/** RAG is not found inside "storage": Latin letters begin a word and, being few, end one. */
function isWord(text: string, [start, end]: readonly [number, number], token: string): boolean {
  if (!/^[a-z]/.test(token)) return true;
  if (/[a-z]$/i.test(text.slice(0, start))) return false;
  const behind = text.slice(end);
  return (
    !/^[a-z]/i.test(behind) || (token.length > 3 && /^[a-z]+/i.exec(behind)![0].length <= 8) || /^s\b/i.test(behind)
  );
}

/** The keyword that was met, in a language of the reader: a mainland word says nothing to most of them. */
function fromHit({ code, matches }: SearchHit, tokens: readonly string[], language: Language): FoundItem {
  if (matches.some(({ field }) => field === 'title' || field === 'code')) return { code, because: null };
  const said = matches.find(
    (match) =>
      match.field === 'keyword' &&
      (match.language === language || match.language === 'zh') &&
      tokens.some((token) => fitOfText(match, token) >= fits.within),
  );
  return { code, because: said?.text ?? null };
}

/** Whether the whole text is one phrase that speaks for the first item. */
function isPhraseOfFirst({ matches }: CapabilityMatches, folded: string): boolean {
  const evidence = matches[0]?.evidence ?? [];
  return evidence.some(({ feature, term }) => feature === 'phrase' && foldText(term).text === folded);
}

/** The first item bears half of a short text as a name: what shares parts of it, or a word of many, is no answer beside it. */
const halfSaid = 0.5;
const longText = 60;
function isSaidByFirst({ matches }: CapabilityMatches, words: string): boolean {
  const said = (matches[0]?.evidence ?? [])
    .filter(({ feature }) => feature === 'phrase')
    .map(({ term }) => term.length);
  return words.length <= longText && said.reduce((sum, length) => sum + length, 0) >= words.length * halfSaid;
}

function fromMatcher(read: CapabilityMatches, words: string, count: number): FoundItem[] {
  const { matches } = read;
  const top = matches[0]?.score ?? 0;
  const onlyNamed = isSaidByFirst(read, words);
  return matches.slice(0, count).flatMap(({ code, score, evidence }) => {
    const isOneWord = words.length <= shortest && words === matches[0]?.evidence[0]?.term;
    if (isOneWord && evidence[0]?.feature !== 'phrase') return [];
    if (onlyNamed && !evidence.some(({ feature }) => feature === 'phrase')) return [];
    const whole = evidence.find(({ term }) => saysWhy(words, term));
    if (score < top / 2 || (!whole && evidence.length > 0)) return [];
    return [{ code, because: whole && standsOut(words, whole.term) ? whole.term : null }];
  });
}

/** 業機械 out of the middle of 農業機械銲接 is no word: what a reader is shown begins or ends where a typed word does. */
function standsOut(words: string, term: string): boolean {
  const tokens = foldText(words).text.split(/\s+/u);
  return tokens.some((token) => token.startsWith(term) || token.endsWith(term));
}

/** Three letters out of the middle of a word tell a reader nothing, nor does one Chinese character out of several. */
function saysWhy(words: string, term: string): boolean {
  if (term.length === 1) return words.trim().length === 1;
  if (!/^[a-z]+$/i.test(term)) return true;
  return words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(term.toLowerCase());
}
