/**
 * Any number of firms that do not exist: special names of two to four characters (as firms in Taiwan have them: half of them two), a line
 * of business, a form. The same seed gives the same firms.
 */
export interface FictionalFirm {
  ubn: string;
  name: string;
  city: string;
  formerNames: string[];
}

const characters = [
  ...'龍鳳麟鯤鵬蜃鮫獏夔蛟螭貔鸞鷺麋犀獅虎豹狐鹿馬羊鶴雁燕鷹隼魚鯨鯉龜蛇蝶蜂螢蠶樓淵珠夢火影谷嶼嵐巒崖泉汀洲峰岳崗坡原野林森松柏楠檀桐梧梅蘭菊竹蓮荷桂杏桃李櫻楓榆槐柳茶稻穀禾麥豆瓜果花草葉根枝芽星辰日月昀昕晨曦曜晴暉晟晏雲雨雪霜露霧虹霓雷電風海洋河江溪湖潮浪波濤滄瀚瀾清澄湛沐沛泓涵淳渤金銀銅鐵錫鈞鈺銘鋒銳鋼鑫鎧玉珀瑀瑞琪琳璟璿珩璨石岩磐碩砥青赤朱紅紫墨玄白素彩光亮明朗輝煌炫映皓東西南北中央上元亨利貞乾坤天地宇宙寰廣宏博大遠長久恆永安康寧和平順祥福祿壽喜慶豐裕富盛興旺隆昌榮華茂發達通順德仁義禮智信忠孝勤儉恭謙敬誠正真善美慧聰敏捷巧妙神奇新創立建成功業基石柱樑橋路車船帆舟航翔飛騰躍奔馳捷迅速逸雅文思哲學理論語言書畫琴棋詩詞歌舞曲音聲韻律',
];
const business =
  '科技 科技 科技 資訊 資訊 數位 智能 電子 軟體 實業 國際 工程 設計 生技 顧問 數據 系統 企業 貿易 機械 建設 投資 食品 餐飲 物流 光電 精密 能源 材料 網路 資訊科技 智慧科技 管理顧問 生物科技 整合行銷 多媒體 半導體 自動化 人工智慧'.split(
    ' ',
  );
const forms = '有限公司 有限公司 股份有限公司 股份有限公司 企業社 工作室 商行 實業社'.split(' ');
const counties = '臺北市 新北市 桃園市 臺中市 臺南市 高雄市 新竹市 新竹縣 彰化縣 屏東縣 宜蘭縣 花蓮縣'.split(' ');

/** mulberry32: small, even, and the same everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function* fictionalFirms(count: number, seed = 115): Iterable<FictionalFirm> {
  const random = seededRandom(seed);
  const pick = <T>(items: ArrayLike<T>): T => items[Math.floor(random() * items.length)]!;
  for (let i = 0; i < count; i++) {
    const length = random() < 0.5 ? 2 : random() < 0.6 ? 3 : 4;
    const special = (): string => Array.from({ length }, () => pick(characters)).join('');
    const name = special() + pick(business) + pick(forms);
    const formerNames = random() < 0.05 ? [special() + pick(business) + pick(forms)] : [];
    yield { ubn: String(10_000_000 + i), name, city: pick(counties), formerNames };
  }
}
