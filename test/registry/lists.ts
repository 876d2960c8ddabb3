import type { ImportOptions, SourceFile } from '@aipower/registry';

export const HEADER =
  'scheme,number,ubn,name,name_en,former_names,city,registered_on,valid_until,status,items,evidence_url';

/** A CSV file of the register's own columns. */
export function csvList(...rows: string[]): SourceFile {
  return { name: 'list.csv', bytes: Buffer.from(`${HEADER}\n${rows.join('\n')}\n`) };
}

export function importedOn(seenOn: string, more: Partial<ImportOptions> = {}): ImportOptions {
  return { seenOn, recordedAt: `${seenOn}T10:00:00+08:00`, by: 'tester', ...more };
}

export const ALPHA =
  'ai,示範-AI-0001,00000079,示範甲股份有限公司,Demo Alpha,示範舊甲有限公司,臺北市,2025-01-01,2026-12-31,生效,1.1.1;4.2.10,https://example.org/1';
export const BETA = 'ai,示範-AI-0002,00000074,示範乙有限公司,Demo Beta,,高雄市,2025-03-01,2027-02-28,生效,1.1.2,';
export const SECURITY =
  'information-security,,00000079,示範甲股份有限公司,Demo Alpha,示範舊甲有限公司,臺北市,2025-06-01,2027-05-31,生效,,';
