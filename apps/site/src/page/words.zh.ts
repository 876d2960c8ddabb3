import { aboutZh } from '../about/words.zh.ts';
import { apiZh } from '../api/words.zh.ts';
import { applyZh } from '../apply/words.zh.ts';
import { catalogueZh } from '../catalogue/words.zh.ts';
import { certificatesZh } from '../certificates/words.zh.ts';
import { demonstrationZh } from '../demonstration/words.zh.ts';
import { deskZh } from '../desk/words.zh.ts';
import { homeZh } from '../home/words.zh.ts';
import { rulesZh } from '../precheck/rules.words.zh.ts';
import { precheckZh } from '../precheck/words.zh.ts';
import { verdictZh } from '../presenters/verdict.words.zh.ts';
import { problemsZh } from '../problems/words.zh.ts';
import { programmeZh } from '../programme/words.zh.ts';
import { providersZh } from '../providers/words.zh.ts';
import { receiptsZh } from '../receipts/words.zh.ts';
import { resultsZh } from '../results/words.zh.ts';
import { searchZh } from '../search/words.zh.ts';
import { staffZh } from '../staff/words.zh.ts';
import { statisticsZh } from '../statistics/words.zh.ts';
import { verifyZh } from '../verify/words.zh.ts';
import type { Widen } from './widen.ts';

/**
 * Every word of the interface in Traditional Chinese as used in Taiwan. `en.ts` mirrors this object
 * key by key (the type checker and a test hold them together). A word with a value in it is a function.
 */
export const zh = {
  site: {
    name: '人工智慧服務能量登錄',
    skip: '跳到主要內容',
    menu: '主選單',
    menuShort: '選單',
    language: 'English',
    sampleLabel: '示範資料',
    sample: '示範資料：企業與證書均為虛構，請勿據以審查。',
    sampleBut: '服務項目與算力平台規定為真實。',
    copyLabel: '靜態副本',
    copy: (day: string) => `靜態副本：內容為 ${day}版，不含之後的異動；搜尋與表單停用。`,
    lateLabel: '資料時間',
    late: (when: string) => `資料庫暫時無法連線。以下為 ${when} 確認的登錄資料，之後的異動尚未反映。`,
    footerAbout: '非官方網站。服務項目為數位產業署公告原文。',
    printed: (when: string) => `列印日期：${when}`,
    unofficial: '非官方譯文',
    browserKeeps: '共用電腦請開無痕視窗。',
    feed: '訂閱登錄異動（Atom）',
  },
  nav: {
    catalogue: '服務項目',
    providers: '業者',
    verify: '證書查驗',
    precheck: '申請前檢核',
    programme: '算力平台',
    about: '資料說明',
    api: 'API',
  },
  words: {
    search: '搜尋',
    show: '顯示',
    all: '全部',
    none: '無',
    unknown: '不明',
    source: '來源',
    edition: '版本',
    english: '英文',
    ubn: '統一編號',
    city: '縣市',
    scheme: '登錄類別',
    number: '編號',
    state: '狀態',
    of: (part: number | string, whole: number | string) => `${part}／${whole}`,
    people: (n: number) => `${n} 家`,
    previous: '上一頁',
    next: '下一頁',
    back: '返回',
    to: '至 ',
  },
  home: homeZh,
  catalogue: catalogueZh,
  providers: providersZh,
  search: searchZh,
  certificates: certificatesZh,
  programme: programmeZh,
  results: resultsZh,
  api: apiZh,
  problems: problemsZh,
  about: aboutZh,
  rules: rulesZh,
  precheck: precheckZh,
  verdict: verdictZh,
  receipts: receiptsZh,
  verify: verifyZh,
  desk: deskZh,
  apply: applyZh,
  demonstration: demonstrationZh,
  staff: staffZh,
  statistics: statisticsZh,
  errors: {
    notFoundTitle: '找不到這個頁面',
    notFound: (path: string) => `沒有「${path}」這個網址。`,
    noSuchCodeTitle: '沒有這個代碼',
    noSuchCode: (code: string) => `服務項目沒有代碼「${code}」。`,
    nearest: '您要找的是不是：',
    tooMany: (seconds: number) => `請於 ${seconds} 秒後再試。`,
    later: '請稍後再試。',
    retry: '重試',
    typed: '所填內容沒有儲存；按瀏覽器「上一頁」可取回。',
    deskRead: '這一頁暫時無法顯示，案件資料沒有更動。',
    deskPosted: '這次操作可能沒有完成，重做前請先查看案件現況。',
    brokenTitle: '系統暫時無法回應',
    broken: '這次查詢沒有完成，不代表查無資料。',
    unreadable: '請從本站頁面重新操作。',
    toDesk: (place: string) => `回${place}`,
    tell: '若持續發生，請附上這個編號聯絡本站管理者：',
    requestId: '查詢編號',
    titled: (title: string) => `有誤：${title}`,
    badRequestTitle: '網址或內容無法處理',
    noPageNumber: (found: string) => `頁碼應為 1 以上的數字，不是「${found}」。請用清單下方的連結換頁。`,
    unknownParameter: (name: string) => `網址參數「${name}」未定義。請從頁面上的表單重新查詢。`,
    badCursor: (found: string) => `before 應為異動序號，例：120（目前為「${found}」）。`,
    repeatedParameter: (name: string) => `網址參數「${name}」重複，請只留一個。`,
    home: '回首頁',
  },
};

export type Messages = Widen<typeof zh>;
