import type { ClaimSheet, Verdict, VerifyDays } from '@aipower/registry';
import type { Deps } from '../../deps.ts';
import { QueueFull } from '../../http/work-queue.ts';
import { verifyBatch } from '../batch.ts';

/** A verdict per claim, `null` where it cannot be asked; `null` alone when too many sheets wait. */
export async function sheetVerdicts(
  deps: Deps,
  sheet: ClaimSheet,
  days: VerifyDays,
  aborted: () => boolean,
): Promise<readonly (Verdict | null)[] | null> {
  const claims = sheet.claims.filter((claim) => claim !== null);
  try {
    const verdicts = await verifyBatch(deps, claims, days, (verdict) => verdict, aborted);
    let next = 0;
    return sheet.claims.map((claim) => (claim === null ? null : verdicts[next++]!));
  } catch (error) {
    if (error instanceof QueueFull) return null;
    throw error;
  }
}

/** For machines: each claim with its place in the file and the verdict as the API gives it. */
export function* verdictsAsJson(
  sheet: ClaimSheet,
  verdicts: readonly (Verdict | null)[],
  days: VerifyDays,
  shape: (verdict: Verdict) => object,
): Generator<string> {
  yield `{"on":${JSON.stringify(days.on)},"today":${JSON.stringify(days.today)},"results":[`;
  for (const [i, verdict] of verdicts.entries()) {
    const row = sheet.rowNumbers[sheet.claimRows[i]!]!;
    const line = { row, verdict: verdict && shape(verdict) };
    yield `${i === 0 ? '' : ','}${JSON.stringify(line)}`;
  }
  yield ']}\n';
}
