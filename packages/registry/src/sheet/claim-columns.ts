import { findScheme, type SchemeId } from '../scheme.ts';

/** The fields of a claim in a sheet. `on` is the day that the row is judged on (送件日期). */
export type ClaimField = 'id' | 'scheme' | 'number' | 'ubn' | 'name' | 'on';

/** Position of each field's column, from 0; `null` where the sheet has none. */
export type ClaimColumns = Readonly<Record<ClaimField, number | null>>;

/** A column of a wide sheet that holds the numbers of one registration. */
export interface RegistrationColumn {
  /** Index from 0. */
  readonly column: number;
  /** Registration scheme its numbers are of. */
  readonly scheme: SchemeId;
}

/** What a column of a sheet of claims can mean. */
export const claimFields = ['id', 'scheme', 'number', 'ubn', 'name', 'on'] as const satisfies readonly ClaimField[];

// Whole headers first, then parts of them, so that 公司統一編號 is found without taking 總機構統一編號 for it.
const whole: Record<ClaimField, readonly string[]> = {
  id: [
    'id',
    '序號',
    '案號',
    '申請編號',
    '申請案號',
    '案件編號',
    '案件號',
    '計畫編號',
    '送件序號',
    '收件編號',
    '收件號',
    '申請序號',
    '項次',
    'no',
    'no.',
    '#',
    'application',
    'application no',
    'application number',
  ],
  scheme: [
    'scheme',
    '登錄類別',
    '登錄別',
    '能量登錄',
    '能量登錄別',
    '類別',
    '證書類別',
    '登錄項目',
    '能量登錄類別',
    '加分項目',
    'type',
  ],
  number: [
    'number',
    '證書編號',
    '通過編號',
    '證號',
    '證書號碼',
    '登錄編號',
    '證書字號',
    '登錄證號',
    '填報編號',
    '編號或證號',
    'certificate',
    'certificate number',
    'certificateno',
    'registration number',
  ],
  ubn: [
    'ubn',
    '統一編號',
    '統編',
    '公司統一編號',
    '公司統編',
    '申請人統一編號',
    '營利事業統一編號',
    '企業統一編號',
    'taxid',
    'vat',
    'ban',
  ],
  name: [
    'name',
    '公司名稱',
    '廠商名稱',
    '企業名稱',
    '申請單位',
    '申請人',
    '申請者',
    '申請公司',
    '申請企業',
    '申請廠商',
    '業者名稱',
    '業者',
    '廠商',
    '公司',
    '企業',
    '機構名稱',
    '單位名稱',
    '事業名稱',
    '申請人名稱',
    '申請單位名稱',
    '申請企業名稱',
    '名稱',
    'company',
    'company name',
    'applicant',
  ],
  on: [
    'on',
    '送件日期',
    '送件日',
    '申請日期',
    '申請日',
    '收件日期',
    '收件日',
    '送審日期',
    '送審日',
    '基準日',
    '基準日期',
    '判定日',
    '送件時間',
    '收件時間',
    '申請時間',
    'submitted',
    'submission date',
    'date submitted',
    'submitted on',
  ],
};

const part: Record<ClaimField, readonly string[]> = {
  id: ['案號', '案件編號', '申請編號'],
  scheme: ['登錄類', 'scheme'],
  number: ['證書編號', '通過編號', '證號', 'certificate'],
  ubn: ['統一編號', '統編'],
  name: ['公司名', '企業名', '廠商', 'company'],
  on: ['送件日', '收件日', '送審日', '申請日期'],
};

/** A header that may stand over certificate numbers or over a running count; only the cells tell. */
const bare = new Set(['編號', '號碼', '登錄號碼', '證書']);
const runningCount = /^\d{1,5}$/;

const misleading = /總機構|分公司|英文|前次|原|備註|說明|連結|網址|有效|期限/;

const fold = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*]+/g, '')
    .replace(/[:：]$/, '');
const undecorated = (folded: string) =>
  folded.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '').replace(/^[(（]?\d{1,2}[)）.、]/, '');

const names = Object.fromEntries(
  Object.entries(whole).map(([field, words]) => [field, new Set(words.map(fold))]),
) as unknown as Record<ClaimField, ReadonlySet<string>>;

/** Which column is called like this field? The first that is; `null` when none. */
export function findColumn(
  header: readonly string[],
  field: ClaimField,
  taken: ReadonlySet<number> = new Set(),
): number | null {
  const folded = header.map((text, i) => (taken.has(i) ? '' : fold(text)));
  const named = folded.findIndex((one) => names[field].has(one));
  if (named >= 0) return named;
  const plain = folded.findIndex((one) => names[field].has(undecorated(one)));
  if (plain >= 0) return plain;
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

const wrapping =
  /^(?:加分項目|加分|能量登錄|登錄項目|是否(?:為|具|具備|通過|取得)?|具|具備)+[:：]?|(?:之)?(?:能量登錄)?(?:通過|證書|登錄)?(?:編號|字號|證號|號碼|證書)$|(?:是否)?(?:通過|登錄|取得)$/g;

/**
 * Which registration do the cells below this header number? `5.4`, `5.4 人工智慧`, `人工智慧證書編號`, or the official name.
 * @returns `null` for a header that names none, or could mean several.
 */
export function schemeOfHeader(header: string): SchemeId | null {
  const text = header
    .normalize('NFKC')
    .replace(/[\s*]+/g, ' ')
    .trim();
  if (text === '' || text.length > 60 || /備註|說明|有效期|效期|到期|日期/.test(text)) return null;
  const order = /^(?:加分項目|加分|項目)?\s*[(（]?(\d+[.-]\d+)(?![\d.])/.exec(text)?.[1]?.replace('-', '.');
  const direct = findScheme(order ?? text);
  if (direct) return direct.id;
  const bare = text.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '').replace(/\s+/g, '');
  for (const form of [bare, bare.replace(wrapping, ''), bare.replace(wrapping, '').replace(wrapping, '')]) {
    const found = form === '' ? null : findScheme(form);
    if (found) return found.id;
  }
  return null;
}

/** The columns of a header that each name one registration; of two that name the same one, the first. */
export function findRegistrations(header: readonly string[]): RegistrationColumn[] {
  const found = new Map<SchemeId, number>();
  for (const [column, text] of header.entries()) {
    const scheme = schemeOfHeader(text);
    if (scheme && !found.has(scheme)) found.set(scheme, column);
  }
  return [...found].map(([scheme, column]) => ({ column, scheme })).sort((a, b) => a.column - b.column);
}

/** Is this text the header of a column that is read? */
export function isClaimHeader(text: string): boolean {
  const folded = fold(text);
  if (folded === '') return false;
  return (
    claimFields.some((field) => names[field].has(folded) || names[field].has(undecorated(folded))) ||
    claimFields.some(
      (field) => field !== 'id' && folded.length <= 20 && part[field].some((word) => folded.includes(fold(word))),
    ) ||
    schemeOfHeader(text) !== null
  );
}
