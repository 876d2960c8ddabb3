/** One fault of a sheet, in all the rows that have it. */
export interface SheetProblem {
  /** The first rows that have it; an empty text where it is the file's. */
  readonly rows: string;
  /** In how many rows; 0 where it is the file's. */
  readonly count: number;
  /** Whether `rows` names all of them. */
  readonly all: boolean;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly repair: string;
}

/** How many rows a sheet has, and of three kinds, with thousands marks. */
export interface SheetTally {
  readonly rows: string;
  readonly valid: string;
  readonly open: string;
  readonly notAsked: string;
}

/** What was verified; `number` or `party` is an empty text where it was not given. */
export interface VerifySubject {
  readonly scheme: string;
  readonly number: string;
  readonly party: string;
}

/** Words of the verification desk in Traditional Chinese. */
export const verifyZh = {
  title: '證書查驗',
  lead: '查一張登錄證書在送件日與今日是否有效、登錄於誰，並附可貼入會議紀錄的理由。',
  modes: '查驗方式',
  single: '單一編號',
  application: '一份申請書',
  sheet: '整張名單',
  scheme: '登錄類別',
  schemeChoose: '請選擇',
  number: '證書或通過編號',
  numberHint: '照證書填寫；全形、空格、連字號與底線不影響。資訊安全登錄沒有編號，請填統一編號或名稱。',
  ubn: '申請者統一編號',
  ubnHint: '8 碼；用來核對證書是否登錄於申請者',
  name: '申請者名稱',
  nameHint: '沒有統一編號時，以完整名稱（含曾用名稱、英文名稱）核對',
  on: '判定日（送件日）',
  onHint: '例：115/07/01 或 2026-07-01；空白為今日',
  submit: '查驗',
  busy: '查驗中…',
  again: '再查一筆',
  next: '查驗下一份申請書',
  result: '查驗結果',
  onDay: '判定日',
  today: '今日',
  sameBoth: '判定日與今日結果相同。',
  judged: (day: string) => `判定日 ${day}`,
  asked: ({ scheme, number, party }: VerifySubject) =>
    number
      ? `查驗「${scheme}」編號 ${number}，${party ? `申請者為${party}` : '未填申請者'}；`
      : `查驗${party}${/[\da-z).]$/i.test(party) ? ' ' : ''}的「${scheme}」登錄；`,
  judgedLead: (day: string, today: string) => (day === today ? `以今日 ${day}判定。` : `以判定日 ${day}判定。`),
  todayBeside: (today: string) => `「今日」欄為 ${today}的狀況。`,
  facts: '證書資料',
  holder: '登錄業者',
  claimant: '申請者',
  relation: '與申請者的關係',
  period: '有效期間',
  items: '登錄項目',
  evidence: '佐證',
  timeline: '歷程',
  cautions: '請留意',
  others: '其他符合的證書',
  near: '相近的編號',
  nearLabel: '相近的編號：',
  nearLead: '系統不會自行採用相近編號；若是誤植，請點選查驗。',
  nearAsk: (number: string, scheme: string) => `是否要查：${number}（${scheme}）`,
  list: '名單新舊',
  minutes: '會議紀錄用文字',
  minutesHint: '選取後複製即可。',
  printHint: '列印本頁（Ctrl＋P）即為附卷版本，表單與選單不會印出。',
  errorsTitle: '有欄位需要修正',
  errors: {
    schemeMissing: '請選擇登錄類別。',
    schemeUnknown: (found: string) => `沒有「${found}」這一類登錄；請從選單選擇。`,
    nothingToCheck: '請填編號；若要查某業者是否登錄，請填統一編號或名稱。',
    numberTooLong: (most: number) => `編號最多 ${most} 字，請只貼編號本身。`,
    nameTooLong: (most: number) => `名稱最多 ${most} 字。`,
    ubnShape: (found: string) => `統一編號須為 8 碼數字，您填的是「${found}」。`,
    ubnChecksum: (found: string) => `「${found}」的檢查碼不符，可能有數字打錯，請核對。`,
    ubnZero: '00000000 不是實際核發的統一編號。',
    day: (found: string) => `無法辨識日期「${found}」；請寫成 115/07/01 或 2026-07-01。`,
    dayAmbiguous: (found: string) => `「${found}」可能是民國或西元，無法判斷；請寫成 115/07/01 或 2026-07-01。`,
    dayImpossible: (found: string) => `「${found}」不是存在的日期；請核對月與日，例：115/07/01。`,
    claimantMissing: '請填公司的統一編號或名稱，才能核對證書是否登錄於該公司。',
    nothingClaimed: '所有欄位都是空白；請至少填一項，沒有的填「無」。',
  },
  applicationTitle: '查驗一份申請書',
  applicationLead: '把申請書的登錄欄位一次貼上；沒有的填「無」或留白。',
  company: '申請公司',
  fields: '通過的能量登錄',
  informationSecurityHint: '申請表只問是否，因此以統一編號或名稱查驗',
  yes: '是',
  no: '否',
  blank: '未填',
  applicationResult: (company: string) => `${company || '申請者'}${/[\d)]$/.test(company) ? ' ' : ''}的各項登錄`,
  tally: (proven: number, claimed: number) =>
    claimed === 0 ? '申請者未主張任何一項登錄。' : `主張 ${claimed} 項，其中 ${proven} 項於判定日有效且登錄於申請者。`,
  tallyOpen: (n: number) => `${n} 項無法查驗，既非有效也非無效。`,
  tallyBlank: (n: number) => `${n} 欄未填（不是填「無」），與「無」同樣視為未主張。`,
  heldNotClaimed: (scheme: string) => `名單顯示申請者持有有效的「${scheme}」登錄，但申請書未主張。`,
  pointsNone: '申請說明未公布加分分數，本站只列出主張、成立與未成立，不計分。',
  claim: '主張',
  sheetWords: {
    title: '查驗整張名單',
    lead: '貼上或上傳最多 10,000 列，欄位名稱與順序不拘；結果依種類列出，並可下載含原欄位的檔案。',
    file: '上傳檔案',
    fileHint: (megabytes: string) =>
      `CSV、TSV、XLSX 或 ODS，最大 ${megabytes} MB；取第一個有資料的工作表，第一列為欄名`,
    paste: '或貼上表格',
    pasteHint: '從試算表整塊複製貼上即可，第一列須為欄名',
    scheme: '登錄類別',
    schemeHint: '名單沒有類別欄，或該格空白時，採用這一類',
    schemeInSheet: '依名單中的欄位',
    progress: {
      uploading: '正在上傳名單',
      checking: '上傳完成，正在逐列查驗',
      cancel: '取消',
      cancelled: '已取消，沒有取得結果；填寫的內容與選好的檔案都還在。',
      failed: '連線中斷，沒有收到查驗結果；填寫的內容與選好的檔案都還在，請確認連線後再送一次。',
    },
    notStored: '本站只在記憶體中處理檔案，查驗後不留存。',
    columnsTitle: '欄位對應',
    columnsLead: '以下為自動辨識的結果；若有誤，更正後重新查驗即可，不必再上傳。',
    columns: { id: '案號', scheme: '登錄類別', number: '證書或通過編號', ubn: '統一編號', name: '公司名稱' },
    noColumn: '（沒有這一欄）',
    columnNo: (n: number) => `第 ${n} 欄`,
    columnExample: (name: string, example: string) => `${name}（例：${example}）`,
    noNumber: '名單沒有編號欄：各列以統一編號或名稱查驗，只回答該業者是否登錄，不核對編號。若有編號欄，請在下方指定。',
    again: '以這些欄位重新查驗',
    another: '查驗另一張名單',
    tally: ({ rows, valid, open, notAsked }: SheetTally) =>
      `共 ${rows} 列：${valid} 列於判定日有效${open === '0' ? '' : `，${open} 列無法查驗（既非有效也非無效）`}${notAsked === '0' ? '' : `，${notAsked} 列未查`}。`,
    rows: (n: string) => `${n} 列`,
    row: '列',
    reason: '理由',
    first: (shown: number, total: string) => `以上為前 ${shown} 列，共 ${total} 列。`,
    showAll: (total: string) => `顯示全部 ${total} 列`,
    range: (from: number, to: number, total: string) => `第 ${from}–${to} 列，共 ${total} 列`,
    allKinds: '顯示所有種類',
    downloadSafe: '下載結果（試算表用）',
    downloadExact: '下載結果（原始資料）',
    downloadHint:
      '兩者皆為 CSV，保留原有欄位與列序，並加上查驗欄位。試算表用的版本會在可能被當成公式的儲存格前加單引號。',
    downloadName: '查驗結果',
    problems: (n: number) => `名單有 ${n} 處需要處理`,
    problemsMore: (n: number) => `另有 ${n} 處，詳見下載檔中標為 not-asked 的列。`,
    problem: (p: SheetProblem) =>
      `${p.count === 0 ? '' : `第 ${p.rows} 列${p.all ? '' : `等 ${p.count} 列`}`}${p.column === null ? '' : `「${p.column}」`}${p.count === 0 && p.column === null ? '' : '：'}${p.found ? `內容為「${p.found}」，` : ''}應為${p.expected}；${p.repair}。`,
    notAskedWord: '未查',
    notAsked: '這一列的登錄類別無法辨識，因此沒有查驗；請補上類別後重新查驗。',
    missing: '請上傳檔案，或貼上表格。',
    both: '檔案與貼上的表格請擇一。',
    empty: '檔案沒有任何資料列；第一列須為欄名，其下至少一列。',
    emptyPaste: '貼上的內容沒有任何資料列；第一列須為欄名，其下至少一列。',
    tooLarge: (megabytes: string) =>
      `檔案超過 ${megabytes} MB，沒有收下；請分成數個檔案，再選擇其中一個。其他填寫的內容都還在。`,
    pasteTooLarge: (megabytes: string) =>
      `貼上的內容超過 ${megabytes} MB，沒有收下；請分成數份貼上，或改為上傳檔案，並重新填寫類別與判定日。`,
    malformed: '上傳內容不完整，沒有收到；請重新選擇檔案再送一次。',
    unreadablePaste: '貼上的內容無法在時限內讀取；請分成數份，或另存成 CSV 上傳。',
    unreadable: '這個檔案無法在時限內讀取，可能已損壞；請另存成 CSV 再試。',
    carriedBroken: '頁面帶回的名單不完整；請重新上傳或貼上。',
    busyReader: '目前有許多名單正在讀取，請稍候再送一次；這次的內容未經處理，也未留存。',
  },
};
