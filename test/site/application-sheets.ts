import type { Register } from '@aipower/registry';
import { utils, write } from '@e965/xlsx';

/** One application as an officer lists it: who, when, and what stands in each of the six fields. */
export interface ListedApplication {
  readonly id: string;
  readonly name: string;
  readonly ubn: string;
  readonly on: string;
  /** In the order of the form; blank where nothing is claimed. */
  readonly fields: Readonly<Record<string, string>>;
}

export const fieldNames = [
  ['third-party-payment-aml', '5.1', '第三方支付'],
  ['e-signature', '5.2', '電子簽章'],
  ['data-economy', '5.3', '資料經濟'],
  ['ai', '5.4', '人工智慧'],
  ['information-service', '5.5', '資訊服務'],
  ['information-security', '5.6', '資訊安全'],
] as const;

/** Whole numbers from 0 below `below`, the same for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** What people write where they claim nothing, have nothing yet, or cannot be read. */
const others = ['無', '', '', '申請中', '如附件', '示範-AI-9999', '113電簽示9999、113電簽示9998', '已通過'];

/**
 * Applications of firms of the register: mostly with their own registrations, some with another firm's number, a number
 * that is on no list, a note, or nothing that can be read.
 */
export function listedApplications(register: Register, count: number, seed: number): ListedApplication[] {
  const next = randomNumbers(seed);
  const firms = register.snapshot().providers.filter(({ certificates }) => certificates.length > 0);
  const numbered = firms.flatMap(({ certificates }) => certificates.filter(({ number }) => number !== null));
  return Array.from({ length: count }, (_, i) => {
    const firm = firms[next(firms.length)]!;
    const fields: Record<string, string> = {};
    for (const [scheme] of fieldNames) {
      const own = firm.certificates.find((one) => one.scheme === scheme);
      const strange = numbered.filter((one) => one.scheme === scheme);
      const dice = next(20);
      if (own && dice < 16) fields[scheme] = own.number ?? '是';
      else if (dice === 16 && strange.length > 0) fields[scheme] = strange[next(strange.length)]!.number!;
      else fields[scheme] = dice > 17 ? others[next(others.length)]! : '無';
    }
    return {
      id: `115-推-${String(i + 1).padStart(3, '0')}`,
      name: firm.name,
      ubn: firm.ubn,
      on: `2026-0${7 + next(3)}-${String(1 + next(28)).padStart(2, '0')}`,
      fields,
    };
  });
}

/** A day as officers write it: 115/07/01. */
export const rocDay = (day: string): string => `${Number(day.slice(0, 4)) - 1911}/${day.slice(5, 7)}/${day.slice(8)}`;

/** One row per application, a column for each registration, a title above and a total below. */
export function wideTable(applications: readonly ListedApplication[]): string[][] {
  const header = [
    '案號',
    '企業名稱',
    '統一編號',
    '送件日期',
    ...fieldNames.map(([, order, name]) => `${order} ${name}`),
    '備註',
  ];
  const rows = applications.map(({ id, name, ubn, on, fields }) => [
    id,
    name,
    ubn,
    rocDay(on),
    ...fieldNames.map(([scheme]) => fields[scheme]!),
    '=1+1',
  ]);
  return [header, ...rows];
}

/** One row per claim. */
export function tallTable(applications: readonly ListedApplication[]): string[][] {
  const header = ['案號', '企業名稱', '統一編號', '送件日期', '登錄類別', '登錄編號'];
  const rows = applications.flatMap(({ id, name, ubn, on, fields }) =>
    fieldNames.map(([scheme, , word]) => [id, name, ubn, rocDay(on), word, fields[scheme]!]),
  );
  return [header, ...rows];
}

/** A workbook of a table, every cell a text as typed; a title row above and a total row below where asked for. */
export function asWorkbook(table: readonly (readonly string[])[], { titled = false } = {}): Uint8Array {
  const rows = table.map((cells) => [...cells]);
  const all = titled ? [['115年度算力平台 申請名單'], [], ...rows, ['合計', `${rows.length - 1} 件`]] : rows;
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(all), '申請名單');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
}

/** A tall table whose id, company and day are merged over the rows of an application. */
export function asMergedWorkbook(applications: readonly ListedApplication[]): Uint8Array {
  const [header, ...rows] = tallTable(applications);
  const each = fieldNames.length;
  const blanked = rows.map((cells, i) => (i % each === 0 ? cells : ['', '', '', '', ...cells.slice(4)]));
  const sheet = utils.aoa_to_sheet([header!, ...blanked]);
  sheet['!merges'] = applications.flatMap((_, i) =>
    [0, 1, 2, 3].map((c) => ({ s: { r: 1 + i * each, c }, e: { r: each + i * each, c } })),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '申請名單');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
}
