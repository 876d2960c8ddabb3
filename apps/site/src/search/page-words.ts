import { foldText } from '@aipower/matcher';
import { pageQuestions, pageTerms } from './generated/page-terms.ts';

/** A page, or a part of one, that people call by name: as in `data/site/page-terms.yml`. */
export type PageId = keyof typeof pageTerms;

/** What one word means to the pages. */
interface Meaning {
  /** Pages it names. */
  readonly names: Set<PageId>;
  /** Pages it asks for beside another word. */
  readonly asks: Set<PageId>;
  /** Pages it is a topic of. */
  readonly topicOf: Set<PageId>;
  /** Neither asks for anything nor stands against it. */
  isAround: boolean;
}

/** A run of the typed text: a known word with what it means, or one that no page knows. */
interface Piece {
  readonly text: string;
  readonly size: number;
  readonly meaning: Meaning | null;
}

export const isLatin = (text: string) => /^[ -~]+$/.test(text);
/** Latin words weigh two characters: chatbot is no more of a question than 客服. */
const sizeOf = (text: string) => (isLatin(text) ? 2 * text.split(' ').length : text.replaceAll(' ', '').length);
/** One form for robots and robot. */
const singular = (word: string) => (/^[a-z]{4,}[^s]s$/.test(word) ? word.slice(0, -1) : word);
/** Of a word that is folded. */
const keyOf = (folded: string) => folded.split(' ').map(singular).join(' ');

const meanings = new Map<string, Meaning>();
function meaningOf(word: string): Meaning {
  const key = keyOf(foldText(word).text.trim());
  const made = meanings.get(key) ?? { names: new Set(), asks: new Set(), topicOf: new Set(), isAround: false };
  meanings.set(key, made);
  return made;
}

for (const [id, words] of Object.entries(pageTerms)) for (const word of words) meaningOf(word).names.add(id as PageId);
for (const word of pageQuestions.around) meaningOf(word).isAround = true;
const topics: Readonly<Record<string, readonly string[]>> = pageQuestions.topics;
for (const [page, { about, asks }] of Object.entries(pageQuestions.questions)) {
  const id = page as PageId;
  for (const word of asks) meaningOf(word).asks.add(id);
  for (const topic of about) for (const word of topics[topic]!) meaningOf(word).topicOf.add(id);
}

/** Longest word of one script, in characters and in Latin words. */
const longest = Math.max(...[...meanings.keys()].map(({ length }) => length));
const figures = /^\d+$/;

/** The text cut into the longest known words from its beginning; figures stand around a question. */
function piecesOf(folded: string): Piece[] {
  const pieces: Piece[] = [];
  const text = folded.replace(/[^\p{L}\p{N}.'-]+/gu, ' ').trim();
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const piece = longestAt(text, at) ?? unknownAt(text, at);
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function longestAt(text: string, at: number): Piece | null {
  for (let end = Math.min(text.length, at + longest + 2); end > at; end--) {
    const word = text.slice(at, end);
    const cutsLatin = /[a-z\d]$/.test(word) && /^[a-z\d]/.test(text.slice(end));
    if (cutsLatin || /^\s|\s$/.test(word)) continue;
    const meaning = meanings.get(keyOf(word));
    if (meaning) return { text: word, size: sizeOf(word), meaning };
  }
  return null;
}

function unknownAt(text: string, at: number): Piece {
  const word = /^[a-z\d.'-]+/.exec(text.slice(at))?.[0] ?? String.fromCodePoint(text.codePointAt(at)!);
  const meaning: Meaning | null = figures.test(word)
    ? { names: new Set(), asks: new Set(), topicOf: new Set(), isAround: true }
    : null;
  return { text: word, size: sizeOf(word), meaning };
}

/** A page with how much of the text is about it. */
export interface AskedPage {
  readonly id: PageId;
  /** 0–1: the share of the text, without what stands around a question, that is the page's own words. */
  readonly share: number;
  /** One of its names stands in the text. */
  readonly isNamed: boolean;
}

/** A name that is a smaller part of what was typed is not what was asked for, nor are words that leave more unread. */
const leastNamed = 0.4;
const leastAsked = 0.7;

/**
 * Pages whose words a text is made of, those first that read most of it.
 * @example pagesAsked('證書還有效嗎') // verify
 */
export function pagesAsked(typed: string): AskedPage[] {
  const pieces = piecesOf(foldText(typed).text);
  return (Object.keys(pageTerms) as PageId[])
    .map((id) => shareOf(id, pieces))
    .filter(({ share, isNamed }) => share >= (isNamed ? leastNamed : leastAsked))
    .sort((one, other) => other.share - one.share || Number(other.isNamed) - Number(one.isNamed));
}

function shareOf(id: PageId, pieces: readonly Piece[]): AskedPage {
  let [own, all, asked] = [0, 0, 0];
  let isNamed = false;
  let hasTopic = false;
  for (const { size, meaning } of pieces) {
    const named = meaning?.names.has(id) ?? false;
    const asks = meaning?.asks.has(id) ?? false;
    const topic = meaning?.topicOf.has(id) ?? false;
    if (named || asks || topic) own += size;
    if (named || asks || topic || !meaning?.isAround) all += size;
    if (named) isNamed = true;
    if (asks) asked++;
    if (topic && !asks) hasTopic = true;
  }
  const isAsked = isNamed || asked > 1 || (asked === 1 && hasTopic);
  return { id, share: isAsked ? own / all : 0, isNamed };
}

/** Whether a text holds nothing but words of one page and what stands around a question; also when it is empty. */
export function isMadeOf(text: string, id: PageId): boolean {
  return piecesOf(foldText(text).text).every(({ meaning }) =>
    meaning ? meaning.isAround || meaning.names.has(id) || meaning.asks.has(id) || meaning.topicOf.has(id) : false,
  );
}
