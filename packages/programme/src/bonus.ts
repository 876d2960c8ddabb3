// What the bonus items of a form claim, and what proves them.
export { assessBonus } from './bonus/assess-bonus.ts';
export {
  type BonusClaims,
  type BonusFindings,
  type BonusItemResult,
  type BonusProof,
  type BonusReason,
  type BonusResult,
  type BonusState,
  bonusProofs,
  bonusReasons,
  bonusStates,
  type LinkFinding,
  linkFindings,
  type RegistrationVerdict,
} from './bonus/bonus-result.ts';
export { type LinkProblem, linkProblem } from './bonus/link.ts';
export { claimsNothing } from './bonus/not-claimed.ts';
