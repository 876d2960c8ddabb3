import type { Certificate } from './certificate.ts';

/** Who holds certificates: one 統一編號 with its names, its kin and its certificates. */
export interface Provider {
  /** Eight digits; `warnings` says where the check digit does not fit. */
  readonly ubn: string;
  /** As the newest list writes it. */
  readonly name: string;
  /** `null` when the list has none. */
  readonly nameEn: string | null;
  /** Earlier names, oldest known first; never loses one. */
  readonly formerNames: readonly string[];
  /** Official name of county or city; `null` when the list has none. */
  readonly city: string | null;
  /** 總機構統一編號: set when this is a branch. */
  readonly headOfficeUbn: string | null;
  /** Whom it followed by merger or change of number; `null` when the lists know of none. */
  readonly predecessorUbn: string | null;
  /** Who followed it; `null` when the lists know of none. */
  readonly successorUbn: string | null;
  /** What an official list got wrong and the register kept, e.g. `ubn-checksum`. */
  readonly warnings: readonly string[];
  /** Of all schemes, ended ones too. */
  readonly certificates: readonly Certificate[];
}

// Punctuation and blanks set apart the same name in different hands; 台 and 臺 are one character in company names.
const ornament = /[\s\p{P}\p{S}\u200b-\u200f\ufeff]+/gu;

/**
 * What two writings of one company name share: NFKC, lower case, no blanks or punctuation, 臺 as 台. Legal forms stay:
 * 甲有限公司 and 甲股份有限公司 are two companies.
 * @example nameKey('示範 臺北資訊（股）公司') === nameKey('示範台北資訊(股)公司') // true
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(ornament, '').replaceAll('臺', '台');
}
