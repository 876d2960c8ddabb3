import { type BonusClaims, claimsNothing, type Programme } from '@aipower/programme';
import { type Claim, type Day, isSchemeId, type RegisterFacts, type Verdict, verifyClaim } from '@aipower/registry';

/** Who claims: the number decides, the name only where there is none. */
export interface Claimant {
  readonly ubn?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/**
 * What the register says to each registration among the bonus claims, by bonus item id. What is not claimed is asked by
 * holder, so that a registration the firm holds and leaves out is found; with nobody named it is left out here.
 */
export function registrationVerdicts(
  facts: RegisterFacts,
  programme: Programme,
  claims: BonusClaims,
  { ubn, name }: Claimant,
  days: { readonly on: Day; readonly today: Day },
): Record<string, Verdict> {
  const verdicts: Record<string, Verdict> = {};
  for (const item of programme.bonus.items) {
    if (item.kind !== 'registration' || !isSchemeId(item.scheme)) continue;
    const entry = claims[item.id];
    const claimed = entry !== undefined && !claimsNothing(entry);
    if (!claimed && !ubn && !name) continue;
    // A yes has no number: the register is asked by holder.
    const byHolder = !claimed || entry === true || item.claim === 'yes-no';
    const claim: Claim = { id: item.id, scheme: item.scheme, ubn, name, ...(!byHolder && { number: String(entry) }) };
    verdicts[item.id] = verifyClaim(facts, claim, days);
  }
  return verdicts;
}
