import { type Day, parseDay } from '@aipower/taiwan/dates';

/** One of up to four industries a unit is taxed under. */
export interface Industry {
  /** 1 for the main industry, up to 4. */
  readonly rank: number;
  /** Six digits; a lost leading zero is put back. */
  readonly code: string;
  /** As the file prints it. */
  readonly printed: string;
  /** `null` where the file prints none. */
  readonly name: string | null;
}

/** One row of the 全國營業(稅籍)登記資料集: a company, a firm, or one of its branches. */
export interface TaxUnit {
  /** Eight digits; the check digit may be wrong in the source. */
  readonly ubn: string;
  /** 營業人名稱 as it stands in the source. */
  readonly name: string;
  /** 營業地址 as it stands in the source. */
  readonly address: string;
  /** 總機構統一編號: set when this is a branch. */
  readonly headOfficeUbn: string | null;
  /** 資本額 in TWD. */
  readonly capital: number | null;
  /** 設立日期 of the tax register, which is **not** the 核准設立日期 of the company register. */
  readonly taxRegisteredOn: Day | null;
  /** 組織別名稱 as printed. */
  readonly organisation: string | null;
  /** 使用統一發票; `null` when the cell is neither Y nor N. */
  readonly usesInvoices: boolean | null;
  /** At most four, in the order of the source. */
  readonly industries: readonly Industry[];
}

/** A row as it is stored: text as printed, industries joined. */
export interface StoredUnit {
  readonly id: number;
  readonly ubn: string;
  readonly head_office: string;
  readonly name: string;
  readonly address: string;
  readonly capital: string;
  readonly established: string;
  readonly organisation: string;
  readonly invoices: string;
  /** `rank TAB code TAB name`, a line each. */
  readonly industries: string;
}

function readIndustries(joined: string): Industry[] {
  if (joined === '') return [];
  return joined.split('\n').map((line) => {
    const [rank, printed, name] = line.split('\t') as [string, string, string];
    return { rank: Number(rank), code: printed.padStart(6, '0'), printed, name: name === '' ? null : name };
  });
}

/** The stored text, understood. What cannot be read is `null`, never guessed. */
export function readUnit(row: StoredUnit): TaxUnit {
  const established = parseDay(row.established, { sixDigits: 'roc', shortYears: 'roc' });
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    ubn: row.ubn,
    name: row.name,
    address: row.address,
    headOfficeUbn: orNull(row.head_office),
    capital: /^\d+$/.test(row.capital) ? Number(row.capital) : null,
    taxRegisteredOn: established.ok ? established.day : null,
    organisation: orNull(row.organisation),
    usesInvoices: row.invoices === 'Y' ? true : row.invoices === 'N' ? false : null,
    industries: readIndustries(row.industries),
  };
}
