import type { VerdictCode } from '@aipower/registry';

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

/** How many claims a sheet has, and of the kinds that must not be taken for one another, with thousands marks. */
export interface SheetTally {
  readonly claims: string;
  readonly valid: string;
  readonly changed: string;
  readonly unchecked: string;
  readonly open: string;
  readonly notAsked: string;
}

const some = (n: string, words: string) => (n === '0' ? '' : `，${n} 項${words}`);

/** Words of a sheet in Traditional Chinese. */
export const sheetZh = {
  title: '整批查驗',
  lead: '一列一件申請或一張證書，最多 10,000 列。',
  file: '上傳檔案',
  fileHint: (megabytes: string) => `CSV、TSV、XLSX 或 ODS，最大 ${megabytes} MB`,
  paste: '或貼上表格',
  pasteHint: '含欄名',
  scheme: '登錄類別',
  schemeHint: '清單未載類別時採用',
  schemeInSheet: '依清單欄位',
  progress: {
    uploading: '正在上傳清單',
    checking: '上傳完成，正在逐列查驗',
    cancel: '取消',
    cancelled: '已取消。填寫的內容與檔案都還在。',
    failed: '連線中斷，沒有收到結果。填寫的內容與檔案都還在，請再送一次。',
  },
  notStored: '本站不留存檔案。',
  heading: (total: string, problem: string, person: string) =>
    problem === '0' && person === '0'
      ? `${total} 件申請，都沒有要處理的事`
      : `${total} 件申請，${problem === '0' ? '' : `${problem} 件要處理`}${problem !== '0' && person !== '0' ? '，' : ''}${person === '0' ? '' : `${person} 件待人工核對`}`,
  tally: (n: SheetTally) =>
    `共 ${n.claims} 項：${n.valid} 項有效且登錄於申請者${some(n.changed, '基準日有效、今日已非有效')}${some(n.unchecked, '編號有效（未核對申請者）')}${some(n.open, '無法查驗或待人工核對（不代表無效）')}${some(n.notAsked, '未查')}。`,
  onlyToday: (today: string) => `以今日 ${today}為基準日（清單沒有送件日欄）。`,
  oneDay: (on: string, today: string) => `以 ${on}為基準日，並查今日 ${today}；清單沒有送件日欄。`,
  ownDays: (column: string, today: string, blank: string, on: string) =>
    `各列以「${column}」欄為基準日，並查今日 ${today}${blank === '' ? '' : `；${blank} 件該欄空白，以 ${on}為基準日`}。`,
  groups: { problem: '要處理', person: '待人工核對', clear: '沒有要處理的事' },
  cases: (n: string) => `${n} 件`,
  claims: (n: string) => `${n} 項`,
  matrix: '查驗結果；有框的格可展開理由',
  application: '申請',
  submitted: '基準日',
  todo: '要處理的事',
  noScheme: '類別不明',
  rowOf: (rows: string) => `第 ${rows} 列`,
  place: (row: string, column: string) => `清單第 ${row} 列${column === '' ? '' : `「${column}」欄`}`,
  reason: '理由',
  said: '填報內容',
  close: '收合',
  open: (label: string, word: string, party: string) => `${party} ${label} ${word}`,
  changedSince: '基準日有效，今日已非有效',
  todayIs: (word: string) => `今${word}`,
  short: {
    valid: '有效',
    'not-yet-valid': '未生效',
    expired: '屆期',
    suspended: '暫停',
    revoked: '廢止',
    'holder-mismatch': '他業者',
    'holder-unchecked': '未核對',
    'needs-a-person': '待核對',
    'not-found': '查無',
    'not-claimed': '未填報',
    'not-yet-granted': '未取得',
    unverifiable: '無法查驗',
    'not-asked': '未查',
  } satisfies Record<VerdictCode | 'not-asked' | 'not-yet-granted', string>,
  filter: '只看一種結果',
  allKinds: '全部',
  filtered: (word: string, n: string) => `只列出有「${word}」的申請，共 ${n} 件。`,
  pages: '頁次',
  range: (from: string, to: string, total: string) => `第 ${from} 至 ${to} 件，共 ${total} 件`,
  mapped: (field: string, column: string) => `${field}＝${column}`,
  columnsTitle: '欄位對應',
  columnsLead: '有誤請更正，不必再上傳。',
  columns: {
    id: '案號',
    name: '企業名稱',
    ubn: '統一編號',
    on: '送件日期',
    scheme: '登錄類別',
    number: '登錄編號',
  },
  wideColumns: '一列一件申請',
  tallColumns: '一列一張證書',
  noColumn: '（無）',
  columnNo: (n: number) => `第 ${n} 欄`,
  columnExample: (name: string, example: string) => `${name}（${example}）`,
  noNumber: '清單沒有編號欄，只查企業，不核對編號。如有，請在下方選擇。',
  again: '重新查驗',
  another: '查驗另一份清單',
  print: '列印版',
  printTooMany: (most: string) => `列印版最多 ${most} 件，請分批查驗。`,
  printHint: (n: string) => `列印版含總表與要討論的 ${n} 件。`,
  takeAway: '列印與下載',
  otherFormats: '其他格式',
  downloadXlsx: '下載 Excel',
  downloadSafe: '下載 CSV（試算表用）',
  downloadExact: '下載 CSV（原始資料）',
  downloadJson: '下載 JSON',
  downloadHint: 'Excel 含會議紀錄句。',
  downloadName: '查驗結果',
  xlsx: {
    byApplication: '依申請',
    byClaim: '依登錄',
    row: '清單列',
    on: '基準日',
    today: '查驗日',
    urgency: '處理',
    todo: '要處理的事',
    minutes: '會議紀錄句',
    scheme: '登錄類別',
    said: '填報內容',
    onDay: '基準日結果',
    onToday: '查驗日結果',
    number: '名單編號',
    holder: '登錄業者',
    holderUbn: '登錄業者統一編號',
    from: '有效起日',
    until: '有效迄日',
    openEnd: '無期限',
    cautions: '請留意',
    near: '相近編號（僅供核對）',
    list: '名單日期',
    receipt: '查驗回條',
    token: '回條內容',
    note: (n: string) => `超過 ${n} 件，未附查驗回條`,
  },
  problems: (n: number) => `待查清單有 ${n} 處請確認`,
  problemsMore: (n: number) => `另有 ${n} 處，見下載檔「未查」的列。`,
  problem: (p: SheetProblem) =>
    `${p.count === 0 ? '' : `第 ${p.rows} 列${p.all ? '' : `等 ${p.count} 列`}`}${p.column === null ? '' : `「${p.column}」`}${p.count === 0 && p.column === null ? '' : '：'}${p.found ? `內容為「${p.found}」，` : ''}應為${p.expected}；${p.repair}。`,
  notAskedWord: '未查',
  notAsked: '這一列沒有查驗；請更正後重新查驗。',
  missing: '請上傳檔案，或貼上表格。',
  both: '檔案與貼上的表格請擇一。',
  empty: '檔案沒有資料列；第一列須為欄名。',
  emptyPaste: '貼上的內容沒有資料列；第一列須為欄名。',
  tooLarge: (megabytes: string) => `檔案超過 ${megabytes} MB，沒有收下；請分成數個檔案。其他內容都還在。`,
  pasteTooLarge: (megabytes: string) =>
    `貼上的內容超過 ${megabytes} MB，沒有收下；請分成數份或上傳檔案，並重填類別與基準日。`,
  malformed: '上傳不完整，請重新選擇檔案再送一次。',
  unreadablePaste: '貼上的內容讀取逾時；請分成數份，或另存成 CSV 上傳。',
  unreadable: '檔案讀取逾時，可能已損壞；請另存成 CSV 再試。',
  carriedBroken: '清單不完整；請重新上傳或貼上。',
  busyReader: '目前清單過多，這次未處理也未留存；請稍候再送一次。',
};
