import { foldText } from '@aipower/matcher';
import type { ItemCode } from '@aipower/taxonomy';
import type { Language } from '../page/language.ts';
import * as data from './generated/trades.ts';

type Trade = (typeof data.trades)[number];
const fold = (text: string) => foldText(text).text.trim();

const byWord: ReadonlyMap<string, Trade> = new Map(
  data.trades.flatMap((trade) => [
    // One Chinese character is met anywhere: 豬 alone asks for nothing, 養豬 does.
    ...trade.kept.flatMap((being) =>
      ['', ...data.keeping]
        .map((doing) => fold(doing + being))
        .flatMap((word) => (word.length > 1 ? [[word, trade] as const] : [])),
    ),
    ...trade.words.map((word) => [fold(word), trade] as const),
  ]),
);

const tradeEndings = data.tradeEndings.map(fold);

/** An item that a trade or a thing is about without being called so, and the official words that cover it. */
interface ItemOfTrade {
  readonly code: ItemCode;
  readonly because: string;
}

/** The items of the trade or thing that was typed; none where the data knows no such trade. */
export function itemsOfTrade(words: string, language: Language): ItemOfTrade[] {
  return tradeOf(words)?.items.map(({ code, because }) => ({ code, because: because[language] })) ?? [];
}

/** Whether an item is about the trade; 律師事務所 ends like the name of a firm. */
export const isServed = (words: string) => tradeOf(words) !== undefined;

function tradeOf(words: string): Trade | undefined {
  const typed = fold(words);
  const stems = tradeEndings.flatMap((ending) => (typed.endsWith(ending) ? [typed.slice(0, -ending.length)] : []));
  const whole = [typed, ...stems].map((word) => byWord.get(word)).find((one) => one !== undefined);
  return whole ?? composed(typed);
}

/** The trade of a word that is made of its words alone: 保險理賠, 水產養殖. */
function composed(typed: string): Trade | undefined {
  for (let at = typed.length - 2; at >= 2; at--) {
    const trade = byWord.get(typed.slice(0, at).trim());
    if (trade && tradeOf(typed.slice(at).trim()) === trade) return trade;
  }
  return undefined;
}

const shopEndings = data.shopEndings.map(fold);
const noShop = data.noShop.map(fold);

/** Whether one Chinese word is what a trade is called: 洗衣店, 瓦斯行, 清潔公司. */
export function namesTrade(typed: string): boolean {
  const word = fold(typed);
  if (!/^\p{Script=Han}{2,8}$/u.test(word) || noShop.some((end) => word.endsWith(end))) return false;
  return shopEndings.some((end) => word.endsWith(end) && word.length > end.length);
}
