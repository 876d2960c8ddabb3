/** The fields of a claim in a sheet. */
export type ClaimField = 'id' | 'scheme' | 'number' | 'ubn' | 'name';

/** Position of each field's column, from 0; `null` where the sheet has none. */
export type ClaimColumns = Readonly<Record<ClaimField, number | null>>;

// Whole headers first, then parts of them, so that 公司統一編號 is found without taking 總機構統一編號 for it.
const whole: Record<ClaimField, readonly string[]> = {
  id: ['id', '序號', '案號', '申請編號', '案件編號', '計畫編號', '送件序號', '項次', 'no', 'no.', '#'],
  scheme: ['scheme', '登錄類別', '登錄別', '能量登錄', '能量登錄別', '類別', '證書類別', 'type'],
  number: [
    'number',
    '證書編號',
    '通過編號',
    '證號',
    '證書號碼',
    '登錄編號',
    'certificate',
    'certificate number',
    'certificateno',
  ],
  ubn: ['ubn', '統一編號', '統編', '公司統一編號', '公司統編', '申請人統一編號', 'taxid', 'vat', 'ban'],
  name: [
    'name',
    '公司名稱',
    '廠商名稱',
    '申請單位',
    '申請人',
    '申請者',
    '申請公司',
    '業者名稱',
    '機構名稱',
    '單位名稱',
    '名稱',
    'company',
    'company name',
    'applicant',
  ],
};

const part: Record<ClaimField, readonly string[]> = {
  id: [],
  scheme: ['登錄類', 'scheme'],
  number: ['證書編號', '通過編號', '證號', 'certificate'],
  ubn: ['統一編號', '統編'],
  name: ['公司名', '廠商', 'company'],
};

/** A header that may stand over certificate numbers or over a running count; only the cells tell. */
const bare = new Set(['編號', '號碼', '登錄號碼', '證書']);
const runningCount = /^\d{1,5}$/;

const misleading = /總機構|分公司|英文|前次|原/;

const fold = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, '');

const names = Object.fromEntries(
  Object.entries(whole).map(([field, words]) => [field, new Set(words.map(fold))]),
) as unknown as Record<ClaimField, ReadonlySet<string>>;

/** Which column is called like this field? The first that is; `null` when none. */
export function findColumn(header: readonly string[], field: ClaimField): number | null {
  const folded = header.map(fold);
  const named = folded.findIndex((one) => names[field].has(one));
  if (named >= 0) return named;
  const close = folded.findIndex(
    (one) => !misleading.test(one) && part[field].some((word) => one.includes(fold(word))),
  );
  return close >= 0 ? close : null;
}

/** The column called 編號 and no more, where no column says clearly which number it holds: `null` when none. */
export function findBareColumn(header: readonly string[]): number | null {
  const index = header.map(fold).findIndex((one) => bare.has(one));
  return index >= 0 ? index : null;
}

/** Are these cells a count of the rows? One that is anything but a short figure makes them numbers of something. */
export function isRunningCount(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '' || runningCount.test(cell.normalize('NFKC').trim()));
}
