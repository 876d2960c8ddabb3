export { type Actor, type ActorKind, actorKinds, staffKinds } from './actor.ts';
export {
  type Award,
  type AwardState,
  type Bar,
  type BarState,
  type Breach,
  type CaseFile,
  type ChangeRequest,
  type ChangeState,
  type DecisionRecord,
  type FormVersion,
  heldDecision,
  type Obligation,
  type ObligationKind,
  type ObligationState,
  type Outcome,
  type PromisedPublication,
  type PublicationState,
  publishedDecision,
  type Review,
  type ReviewState,
  type Supplement,
  type SupplementState,
} from './case-file.ts';
export { tick } from './clock.ts';
export type { Command, CommandData, CommandType, Told } from './command.ts';
export type { Content, Facts } from './context.ts';
export { type Deadline, deadlines, reminderKey } from './deadlines.ts';
export { type Accepted, commandTypes, decide } from './decide.ts';
export { deedsAfter, type Seen } from './deeds.ts';
export type { CaseEvent, EventData, EventType, Form, Held } from './event.ts';
export { evolve, replay } from './evolve.ts';
export { book, type Ledger, newLedger, pointsOf } from './ledger.ts';
export type { NoticeKind } from './notice.ts';
export { type PublicList, type PublicRow, publicListOf, type ReasonCount, reasonCodes } from './public-list.ts';
export { type PublicCode, type PublicState, publicCode, publicCodes, publicState } from './public-state.ts';
export { awardWords, type Bilingual, type PublicWords, publicWords } from './public-words.ts';
export {
  type PublishedRound,
  type PublishedRow,
  publishRound,
  type RoundList,
  type RoundPublication,
  roundList,
} from './publish-round.ts';
export { isRefusal, type Refusal, type RefusalCode, refusalCodes, refusalWords } from './refusal.ts';
export { programmeHash, type Rules, rulesOf } from './rules.ts';
export { scoreOf } from './score.ts';
export { finalStates, type MainState, mainStates } from './states.ts';
export { mainTable, type Transition, trackTable } from './table.ts';
export { canonicalText, hashOf } from './text-hash.ts';
export { countUnusedWeeks, daysAfterNotice } from './tracks/idle.ts';
export { linksOf } from './tracks/obligation.ts';
