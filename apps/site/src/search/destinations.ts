import { foldText } from '@aipower/matcher';
import { type Programme, programmeOn } from '@aipower/programme';
import { schemes } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { asksForModel } from './model-asked.ts';

/** A page of this site that the words ask for. */
export interface Destination {
  readonly label: string;
  readonly href: string;
}

interface Place {
  /** `programme`: the one that people mean today. */
  readonly to: (visit: Visit, programme: Programme) => Destination;
  /** What people call it, in both languages. */
  readonly terms: readonly string[];
}

const programmePart = (id: string, label: (visit: Visit) => string, terms: readonly string[]): Place => ({
  to: (visit) => ({ label: `${visit.t.nav.programme}｜${label(visit)}`, href: `${visit.paths.programme()}#${id}` }),
  terms,
});

const places: readonly Place[] = [
  {
    to: ({ t, paths }) => ({ label: t.nav.programme, href: paths.programme() }),
    terms: [
      '算力平台',
      '算力計畫',
      '算力申請',
      '申請算力',
      '申請說明',
      '免費算力',
      '算力補助',
      'GPU 補助',
      'GPU 申請',
      '補助申請',
      'compute platform',
      'compute programme',
    ],
  },
  programmePart('dates', ({ t }) => t.programme.dates, [
    '梯次',
    '審查日',
    '截止日',
    '截止時間',
    '受理期間',
    '申請期限',
    '何時截止',
    '截止',
    '何時開放申請',
    '申請期間',
    'deadline',
    'review date',
    'rounds',
  ]),
  programmePart('levels', ({ t }) => t.programme.levels, [
    '點數',
    '級別',
    '點數換算',
    'GPU 小時',
    'GPU 時數',
    '核發點數',
    'points',
    'gpu hours',
    'levels',
  ]),
  programmePart('weights', ({ t }) => t.programme.weights, [
    '評分權重',
    '評分項目',
    '評分標準',
    '審查項目',
    'scoring',
    'weights',
    'criteria',
  ]),
  programmePart('eligibility', ({ t }) => t.programme.eligibility, [
    '申請資格',
    '資格條件',
    '優先資格',
    '陸資',
    '誰可以申請',
    'eligibility',
    'who may apply',
  ]),
  programmePart('bonus', ({ t }) => t.programme.bonus, ['加分項目', '加分', '加分條件', 'bonus items', 'bonus']),
  programmePart('models', ({ t }) => t.programme.models, [
    '可用模型',
    '可選用模型',
    '模型清單',
    '模型名單',
    'available models',
    'model list',
  ]),
  programmePart('forbidden', ({ t }) => t.programme.forbidden, [
    '禁止行為',
    '禁止用途',
    '停權',
    'prohibited use',
    'forbidden',
  ]),
  programmePart('process', ({ t }) => t.programme.process, [
    '申請流程',
    '審查流程',
    '結案報告',
    '備取',
    '觀察名單',
    '補件',
    'process',
    'closing report',
  ]),
  programmePart('contact', ({ t }) => t.programme.contact, ['聯絡方式', '聯絡電話', '執行單位', '主辦單位', 'contact']),
  ...(['training', 'inference'] as const).map(
    (category): Place => ({
      to: ({ t, paths }) => ({
        label: t.programme.form(t.search.categories[category]),
        href: paths.programmeForm(category),
      }),
      terms:
        category === 'training'
          ? ['申請書', '申請表', '表單欄位', '模型訓練類', 'application form', 'model training']
          : ['申請書', '申請表', '表單欄位', '模型推論類', 'application form', 'model inference'],
    }),
  ),
  {
    to: ({ t, paths }) => ({ label: t.programme.noticesTitle, href: paths.notices() }),
    terms: ['注意事項', '規範全文', '使用規範', '服務結束', '個資同意', 'terms', 'notices'],
  },
  {
    to: ({ t, paths }) => ({ label: t.precheck.title, href: paths.precheck() }),
    terms: [
      '申請前檢核',
      '自我檢核',
      '申請前檢測',
      '自我檢測',
      '資格檢核',
      '檢核',
      'pre-check',
      'precheck',
      'self-check',
      'check before you apply',
    ],
  },
  {
    to: ({ t, paths }) => ({ label: t.apply.home.title, href: paths.apply() }),
    terms: ['線上申請', '線上送件', '送件', '工商憑證', '憑證登入', '工商憑證登入', '讀卡機', 'apply online', 'log in'],
  },
  {
    to: ({ t, paths }, { id }) => ({ label: t.results.title(id), href: paths.results(id) }),
    terms: ['審查結果', '結果公告', '審查結果公告', '核定名單', '通過名單', '獲選名單', 'results', 'approved list'],
  },
  {
    to: ({ t, paths }) => ({ label: t.statistics.title, href: paths.statistics() }),
    terms: ['申請統計', '統計', '申請件數', 'statistics'],
  },
  {
    to: ({ t, paths }) => ({ label: t.receipts.title, href: paths.receipts() }),
    terms: ['查驗回條', '回條', 'verification receipt'],
  },
  {
    to: ({ t, paths }) => ({ label: t.verify.title, href: paths.verify() }),
    terms: [
      '證書查驗',
      '證書',
      '查驗證書',
      '查證書',
      '證書真假',
      '證書真偽',
      '查驗',
      '驗證證書',
      '證書驗證',
      '證書編號',
      '登錄編號',
      '有效期限',
      'verify',
      'verification',
      'certificate check',
    ],
  },
  {
    to: ({ t, paths }) => ({ label: t.verify.sheetWords.title, href: paths.verifySheet() }),
    terms: ['整批查驗', '批次查驗', '上傳名單', '整張名單', 'batch check', 'spreadsheet', 'bulk'],
  },
  {
    to: ({ t, paths }) => ({ label: t.nav.catalogue, href: paths.catalogue() }),
    terms: ['服務項目', '項目釋義', '釋義', '分類表', 'service items', 'catalogue', 'catalog'],
  },
  {
    to: ({ t, paths }) => ({ label: t.nav.providers, href: paths.providers() }),
    terms: ['登錄業者', '業者名單', '登錄名單', '廠商名單', '能量登錄', 'registered providers', 'list of providers'],
  },
  {
    to: ({ t, paths }) => ({
      label: `${t.nav.providers}｜${t.providers.state.expiring}`,
      href: paths.providers({ state: 'expiring' }),
    }),
    terms: ['即將到期', '快到期', '快要到期', '將到期', '到期名單', 'expiring', 'expires soon', 'ending soon'],
  },
  {
    to: ({ t, paths }) => ({ label: t.nav.about, href: paths.about() }),
    terms: ['資料說明', '資料來源', '更新時間', '資料更新', '隱私', 'about', 'data sources', 'privacy'],
  },
  {
    to: ({ t, paths }) => ({ label: t.api.title, href: paths.apiReference() }),
    terms: [
      '開放資料',
      'API',
      'API 文件',
      'API 說明',
      'api docs',
      '介接',
      '程式介面',
      'open data',
      'open api',
      'openapi',
    ],
  },
  ...schemes.map(
    ({ id, name, shortName }): Place => ({
      to: ({ t, language, paths }) => ({
        label: t.search.listOf(name[language]),
        href: paths.providers({ scheme: id }),
      }),
      terms: [name.zh, name.en, shortName.zh, shortName.en, ...shortOf(shortName.zh)],
    }),
  ),
];

/** 第三方支付洗錢防制 is also asked for by its last four characters, or as 電子簽章登錄. */
function shortOf(shortName: string): string[] {
  const names = shortName.length > 4 ? [shortName, shortName.slice(-4)] : [shortName];
  return names.flatMap((name) => [name, `${name}登錄`, `${name}能量登錄`, `${name}名單`]);
}

const most = 4;
/** The name of a page, or more than half of it. */
const nearlyTyped = 2.3;
/** A term that is a smaller part of what was typed is not what was asked for. */
const leastShare = 0.4;
const folded = places.map(({ to, terms }) => ({ to, terms: terms.map((term) => foldText(term).text) }));

/** How well a term answers: it is what was typed, begins with it, or is part of it. */
function closeness(term: string, typed: string): number {
  if (term === typed) return 3;
  const latin = /^[ -~]+$/.test(term);
  const shortest = latin ? 4 : 2;
  if (typed.length >= shortest && term.startsWith(typed)) return 2 + typed.length / term.length / 2;
  const held = latin ? ` ${typed} `.includes(` ${term} `) : term.length >= 2 && typed.includes(term);
  return held && term.length / typed.length >= leastShare ? 1 + term.length / typed.length / 2 : 0;
}

/** Pages that the words ask for, best first; `exact` when one of them is called so. */
export function destinationsFor(
  words: string,
  programmes: ReadonlyMap<string, Programme>,
  visit: Visit,
): { exact: boolean; pages: Destination[] } {
  const typed = foldText(words).text.trim();
  if (typed.length < 2) return { exact: false, pages: [] };
  const programme = programmeOn(visit.today, programmes);
  if (asksForModel(typed, programme)) {
    const { t, paths } = visit;
    const models = { label: `${t.nav.programme}｜${t.programme.models}`, href: `${paths.programme()}#models` };
    return { exact: true, pages: [models, { label: t.precheck.title, href: paths.precheck() }] };
  }
  const met = folded
    .map(({ to, terms }) => ({ to, score: Math.max(...terms.map((term) => closeness(term, typed))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const top = met[0]?.score ?? 0;
  const kept = met.filter(({ score }) => (top >= nearlyTyped ? score === top : score >= top - 0.5)).slice(0, most);
  return { exact: top >= nearlyTyped, pages: kept.map(({ to }) => to(visit, programme)) };
}
