import { CompanyDataError, type CompanyEntry, type CompanyIndex, companyIndex } from '@aipower/matcher';
import type { Provider } from '@aipower/registry';
import type { Logger } from './http/log.ts';

/**
 * The register's providers, ready for `matchCompany`. The register keeps what an official list prints, also a county
 * that is none; such a field is left out here, and told in the log, instead of taking the matching of all names away.
 */
export function companyNames(providers: readonly Provider[], log: Logger): CompanyIndex {
  const entries = providers.map(entryOf);
  try {
    return companyIndex(entries);
  } catch (error) {
    if (!(error instanceof CompanyDataError)) throw error;
    log.warn(
      { issues: error.issues.length, codes: [...new Set(error.issues.map(({ code }) => code))] },
      'names left out of matching',
    );
    return companyIndex(withoutFaults(entries, error));
  }
}

function entryOf({ ubn, name, nameEn, formerNames, city }: Provider): CompanyEntry {
  return { ubn, name, formerNames, ...(nameEn !== null && { nameEn }), ...(city !== null && { city }) };
}

/** Without the optional fields that are at fault; without the whole entry where its name or number is. */
function withoutFaults(entries: readonly CompanyEntry[], { issues }: CompanyDataError): CompanyEntry[] {
  const faults = new Map<number, Set<string>>();
  for (const { row, field } of issues) faults.set(row, (faults.get(row) ?? new Set()).add(field));
  return entries.flatMap((entry, index) => {
    const fields = faults.get(index + 1);
    if (!fields) return [entry];
    if (fields.has('ubn') || fields.has('name') || fields.has('entry')) return [];
    const kept = Object.entries(entry).filter(([field]) => !fields.has(field));
    return [Object.fromEntries(kept) as unknown as CompanyEntry];
  });
}
