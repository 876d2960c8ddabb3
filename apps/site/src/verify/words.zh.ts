import { sheetZh } from './sheet/words.zh.ts';

/** What was verified; `number` or `party` is an empty text where it was not given. */
export interface VerifySubject {
  readonly scheme: string;
  readonly number: string;
  readonly party: string;
}

/** The registration fields of a form: how many, and the numbers of the first and the last. */
interface AskedCells {
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

/** Words of the verification desk in Traditional Chinese. */
export const verifyZh = {
  title: '證書查驗',
  lead: '登錄在某日是否有效、登錄於誰。',
  modes: '查驗方式',
  single: '單筆查驗',
  application: '申請書查驗',
  sheet: '整批查驗',
  scheme: '登錄類別',
  schemeFind: '不確定（依編號查找）',
  number: '登錄編號',
  numberHint: '資訊安全類沒有編號，請填申請者。',
  ubn: '申請者統一編號',
  ubnHint: '8 碼，或填名稱。都不填則不核對申請者。',
  name: '申請者名稱',
  on: '基準日（通常為送件日）',
  onHint: '例：115/07/01。不填為今日。',
  submit: '查驗',
  busy: '查驗中…',
  again: '再查一筆',
  next: '查驗下一份申請書',
  result: '查驗結果',
  onDay: '基準日',
  today: '今日',
  onDayToday: (onDay: string, today: string) => `基準日${onDay}，今日${today}`,
  sameBoth: (today: string) => `今日 ${today}結果相同。`,
  sameToday: '今日結果相同。',
  judged: (day: string) => `基準日 ${day}`,
  asked: ({ scheme, number, party }: VerifySubject) =>
    number
      ? `查驗「${scheme}」編號 ${number}，${party ? `申請者為${party}` : '未填申請者'}；`
      : `查驗${party}${/[\da-z).]$/i.test(party) ? ' ' : ''}的「${scheme}」登錄；`,
  judgedLead: (day: string, today: string) => (day === today ? `以今日 ${day}為準。` : `以基準日 ${day}為準。`),
  daysBeside: (day: string, today: string) =>
    day === today ? `基準日即今日 ${day}。` : `基準日 ${day}，今日 ${today}。`,
  facts: '證書資料',
  holder: '登錄業者',
  claimant: '申請者',
  period: '有效期間',
  items: '登錄項目',
  evidence: '佐證',
  timeline: '歷程',
  cautions: '請留意',
  others: '其他符合的證書',
  near: '相近的編號',
  nearLead: '僅供核對，未採用。',
  nearAsk: (number: string, scheme: string) => `是否要查：${number}（${scheme}）`,
  minutes: '會議紀錄用文字',
  printHint: '列印（Ctrl＋P）附卷。',
  errorsTitle: '請修正下列欄位',
  workbookHint: '請允許外部資料連線。B1 是查詢網址。',
  errors: {
    schemeMissing: '請選擇登錄類別。',
    schemeNotFound: (number: string) => `各類名單都查無「${number}」，請選擇登錄類別再查。`,
    schemeSeveral: (number: string, schemes: string) => `「${number}」在${schemes}名單上都有，請選擇登錄類別。`,
    schemeUnknown: (found: string) => `沒有「${found}」這一類登錄；請改用 ai、e-signature 等類別代碼。`,
    nothingToCheck: '請填編號；查業者請填統一編號或名稱。',
    numberTooLong: (most: number) => `編號最多 ${most} 字，請只貼編號本身。`,
    nameTooLong: (most: number) => `名稱最多 ${most} 字。`,
    ubnShape: (found: string) => `請輸入 8 碼統一編號（目前為「${found}」）。`,
    ubnChecksum: (found: string) => `統一編號「${found}」檢查碼不符，請核對數字。`,
    ubnZero: '00000000 不是實際核發的統一編號。',
    day: (found: string) => `無法辨識日期「${found}」；請寫成 115/07/01 或 2026-07-01。`,
    dayAmbiguous: (found: string) => `「${found}」可能是民國或西元；請寫成 115/07/01 或 2026-07-01。`,
    dayImpossible: (found: string) => `「${found}」不是存在的日期；請核對月與日，例：115/07/01。`,
    claimantMissing: '請填申請者的統一編號或名稱，才能核對登錄業者。',
    pasted: (found: number, count: number, first: string, last: string) =>
      `貼上的有 ${found} 欄；請貼上 ${count} 欄（${first} 至 ${last}），或含欄名的一列。`,
    pastedSecurity: (found: string, order: string) => `${order} 貼上的是「${found}」，請改選是或否。`,
    nothingClaimed: '請至少填一項，沒有的填「無」。',
  },
  applicationTitle: '申請書查驗',
  applicationLead: '照申請書填，沒有的留白。',
  paste: '貼上各項登錄',
  pasteHint: (cells: AskedCells) =>
    `一列或一欄，共 ${cells.count} 格（${cells.first} 至 ${cells.last}）；前面可有案號、名稱、統一編號、送件日期。`,
  caseNo: '案號',
  caseNoHint: '只供列印',
  registeredAs: (name: string, source: string) => `${source}：${name}`,
  print: '列印查驗單',
  sampleMinutes: '【示範資料，請勿引用】',
  closing: (f: { day: string; today: string; lists: string; receipt: string }) =>
    `基準日 ${f.day}，查驗日 ${f.today}${f.lists ? `，名單 ${f.lists}版` : ''}${f.receipt ? `，查驗回條 ${f.receipt}` : ''}。本查驗非官方認定。`,
  paper: {
    title: '登錄查驗單',
    id: '案號',
    noId: '未填案號',
    on: '基準日',
    today: '查驗日',
    applicant: '申請者',
    noName: '未填名稱',
    nameFrom: { register: '名稱依登錄名單', 'tax-register': '名稱依稅籍登記', 'filled-in': '名稱依填報，未查得登記' },
    filledIn: (name: string) => `填報名稱：${name}`,
    scheme: '登錄',
    said: '填報內容',
    validity: '有效期間',
    period: (from: string, until: string) => `${from} 至 ${until}`,
    open: '無期限',
    nothing: '各項登錄都未填報',
    headline: (claimed: number, valid: number, problem: number, person: number) =>
      `填報 ${claimed} 項：${valid} 項有效${problem > 0 ? `，${problem} 項要處理` : ''}${person > 0 ? `，${person} 項待人工核對或無法查驗` : ''}`,
    minutes: '可列入會議紀錄',
    receipt: '查驗回條',
    noList: '本站尚無名單',
    listAge: (day: string, days: number) => `${day}版名單，${days === 0 ? '今日取得' : `距今 ${days} 日`}`,
    stale: '，久未更新',
    unofficial: '本查驗非官方認定。',
    signs: ['承辦', '覆核', '日期'],
  },
  company: '申請企業',
  fields: '通過的能量登錄',
  informationSecurityHint: '依統一編號或名稱',
  yes: '是',
  no: '否',
  blank: '未填',
  applicationResult: (company: string) => `${company || '申請者'}${/[\d)]$/.test(company) ? ' ' : ''}的各項登錄`,
  tally: (proven: number, claimed: number) =>
    claimed === 0 ? '申請者未填報任何一項登錄。' : `填報 ${claimed} 項，${proven} 項於基準日有效且為申請者所有。`,
  tallyOpen: (n: number) => `${n} 項無法查驗或待人工核對（不代表無效）。`,
  tallyBlank: (n: number) => `${n} 欄空白，視為未填報。`,
  heldNotClaimed: (scheme: string) => `申請者有有效的${scheme}，申請書未填報。`,
  pointsNone: '申請說明未公布加分分數。',
  claim: '填報',
  sheetWords: sheetZh,
};
