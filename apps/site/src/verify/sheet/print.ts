import type { SignedReceipt } from '@aipower/receipts';
import { type ClaimSheet, schemes, type Verdict } from '@aipower/registry';
import type { Deps } from '../../deps.ts';
import type { FormVisit } from '../../presenters/scheme-label.ts';
import { MAX_CLAIMS_PER_RECEIPT, receiptGroups, verifyContent } from '../../receipts/verify-receipt.ts';
import { type PaperFacts, paperView, registeredApplicant } from '../paper/view.ts';
import type { SheetApplication } from './applications.ts';
import { problemsOfRow } from './columns.ts';

/** Applications that get a receipt in one go, and pages that are printed in one go. */
export const MAX_RECEIPTS = 500;

/** The answers of an application, in the order of the form. */
export function verdictsOf({ claims }: SheetApplication): Verdict[] {
  const verdicts = claims.flatMap(({ verdict }) => (verdict ? [verdict] : []));
  const place = ({ claim }: Verdict) => schemes.findIndex(({ id }) => id === claim.scheme);
  return verdicts.toSorted((a, b) => place(a) - place(b));
}

/**
 * A receipt for an application: `null` where nothing was asked, and where its rows name several applicants or days, of
 * which no one receipt could speak.
 */
export async function receiptOf(
  deps: Deps,
  application: SheetApplication,
  verdicts: readonly Verdict[],
): Promise<SignedReceipt | null> {
  if (verdicts.length === 0 || verdicts.length > MAX_CLAIMS_PER_RECEIPT || receiptGroups(verdicts).length > 1)
    return null;
  return deps.receipts.sign(verifyContent(deps, verdicts, application.id));
}

/** The page of one application of a sheet; `null` where none of its rows could be checked. */
export async function paperOf(deps: Deps, sheet: ClaimSheet, application: SheetApplication, visit: FormVisit) {
  const verdicts = verdictsOf(application);
  const problems = application.claims.flatMap(({ verdict, row }) => (verdict ? [] : problemsOfRow(sheet, row, visit)));
  if (verdicts.length === 0) return null;
  const signed = await receiptOf(deps, application, verdicts);
  const facts: PaperFacts = {
    id: application.id,
    applicant: await registeredApplicant(deps, application),
    filledIn: application.name,
    verdicts,
    problems: [...new Set(problems)],
    receipt: signed?.receipt ?? null,
    sample: deps.isSample(),
    origin: deps.origin,
  };
  return paperView(facts, visit);
}
