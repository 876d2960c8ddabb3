import type { ApplicantFacts, FactId } from '@aipower/programme';
import type { Day, TaxRegister, TaxUnit } from '@aipower/registry';
import { ubnDigits } from '@aipower/taiwan/ubn';
import { taxSource } from './generated/tax-register.ts';

/** What the tax register said when an applicant was looked up. `not-loaded` is not `not-found`. */
export interface TaxLookUp {
  readonly status: 'not-asked' | 'not-loaded' | 'not-found' | 'found';
  /** Day of the tax register's data. */
  readonly snapshotOn: Day | null;
  readonly name: string | null;
  /** Facts taken from the tax register because the applicant left them out. */
  readonly used: readonly FactId[];
  /** Facts the applicant gave that the tax register states otherwise. The given ones are used; a person should look. */
  readonly differs: readonly FactId[];
}

const lookedUp = ['industryCodes', 'organisationType', 'headOfficeUbn', 'taxRegisteredOn'] as const;

/**
 * Completes the facts of an applicant with what the tax register holds under its 統一編號. A given fact is never
 * replaced; what the two say differently is named.
 */
export async function withTaxFacts(
  tax: TaxRegister,
  facts: ApplicantFacts,
): Promise<{ readonly facts: ApplicantFacts; readonly lookUp: TaxLookUp; readonly unit: TaxUnit | null }> {
  const ubn = ubnDigits(facts.ubn ?? '');
  const { loaded, snapshotOn } = tax.status();
  const nothing = (status: TaxLookUp['status']) => ({
    facts,
    lookUp: { status, snapshotOn, name: null, used: [], differs: [] },
    unit: null,
  });
  if (ubn === '') return nothing('not-asked');
  if (!loaded) return nothing('not-loaded');
  const unit = await tax.byUbn(ubn);
  if (!unit) return nothing('not-found');
  const found = {
    industryCodes: unit.industries.map(({ code }) => code),
    organisationType: unit.organisation ?? undefined,
    headOfficeUbn: unit.headOfficeUbn,
    taxRegisteredOn: unit.taxRegisteredOn ?? undefined,
  };
  const used = lookedUp.filter((fact) => facts[fact] === undefined && found[fact] !== undefined);
  const differs = lookedUp.filter(
    (fact) => facts[fact] !== undefined && found[fact] !== undefined && !same(facts[fact], found[fact]),
  );
  const source = { source: taxSource, ...(snapshotOn !== null && { seenOn: snapshotOn }) };
  return {
    facts: {
      ...facts,
      name: facts.name ?? unit.name,
      ...Object.fromEntries(used.map((fact) => [fact, found[fact]])),
      sources: { ...Object.fromEntries(used.map((fact) => [fact, source])), ...facts.sources },
    },
    lookUp: { status: 'found', snapshotOn, name: unit.name, used, differs },
    unit,
  };
}

function same(given: unknown, found: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? value.map((one) => String(one).normalize('NFKC').trim()).sort() : value);
  return plain(given) === plain(found);
}
