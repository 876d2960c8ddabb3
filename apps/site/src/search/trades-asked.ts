import { foldText } from '@aipower/matcher';
import type { ItemCode } from '@aipower/taxonomy';
import type { Language } from '../page/language.ts';
import { trades } from './generated/trades.ts';

type Trade = (typeof trades)[number];
const fold = (text: string) => foldText(text).text.trim();

/** What people say before a being or a plant that they keep: 養豬, 種稻. */
const keeping = ['', '養', '種', '飼養'];
const byWord: ReadonlyMap<string, Trade> = new Map(
  trades.flatMap((trade) => [
    // One Chinese character is met anywhere: 豬 alone asks for nothing, 養豬 does.
    ...trade.kept.flatMap((being) =>
      keeping.map((doing) => fold(doing + being)).flatMap((word) => (word.length > 1 ? [[word, trade] as const] : [])),
    ),
    ...trade.words.map((word) => [fold(word), trade] as const),
  ]),
);

/** What stands behind its thing where a trade is named: 養豬場, 物流公司. */
const tradeEndings = '公司|業者|業|場|廠|店|行|商|戶|社|所|院|隊|中心|人員|產業'.split('|').map(fold);

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
  return [typed, ...stems].map((word) => byWord.get(word)).find((one) => one !== undefined);
}

/** What a shop, a workshop or somebody of a trade is called by. */
const shopEndings = '店|館|社|廠|公司|企業|工坊|工廠|匠|站|坊|攤|事務所|行|工|師'.split('|').map(fold);
/** What ends alike and is none. */
const noShop = '流行|執行|飛行|運行|旅行|發行|進行|步行|銀行|自行|同行|並行|施工|人工|加工|員工|分工|手工|網站|工作站'
  .split('|')
  .map(fold);

/** Whether one Chinese word is what a trade is called: 洗衣店, 瓦斯行, 清潔公司. */
export function namesTrade(typed: string): boolean {
  const word = fold(typed);
  if (!/^\p{Script=Han}{2,8}$/u.test(word) || noShop.some((end) => word.endsWith(end))) return false;
  return shopEndings.some((end) => word.endsWith(end) && word.length > end.length);
}
