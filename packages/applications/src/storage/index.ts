export { awardedCases, type Passage, passages, sentCases } from './all-cases.ts';
export { type Challenge, keepChallenge, takeChallenge } from './challenges.ts';
export { type CheckDraft, checkDraft, saveCheckDraft } from './check-draft.ts';
export { type Delivery, type KeptDelivery, recipientHash } from './deliveries.ts';
export { type Done, execute, type NotDone, type Request } from './execute.ts';
export { executeAll, executeEach, type RefusedAmong, type RequestAmong } from './execute-many.ts';
export type { RoundKey } from './facts.ts';
export { claimInvitation, nameReviewer } from './invitations.ts';
export { currentHead, EMPTY_LOG, goesOnFrom, keepLogHead, type LogEnd, type LogHead, logHeads } from './log-heads.ts';
export { applicationNumbered, type LogQuery, logLines, logTypes } from './log-lines.ts';
export { type DeskDatabase, openDesk } from './open-desk.ts';
export {
  NothingCanBeSent,
  type OutboxEntry,
  type OutboxNotice,
  type OutboxState,
  outboxEntries,
  outboxEntry,
  type SendNotice,
  type Settlement,
  sendDueNotices,
  settlements,
  settleNotice,
} from './outbox.ts';
export { findMissingParts, type MissingPart } from './parts.ts';
export { programmeOfCase, programmesOfCases } from './programmes.ts';
export {
  dropProposal,
  openProposals,
  type Proposal,
  type ProposalAct,
  proposalActs,
  propose,
  type Standing,
  settleProposal,
} from './proposals.ts';
export { type Published, publish, type WantedPublication } from './publish.ts';
export { countByState, lastForms, type QueuePage, type QueueQuery, queue } from './queue.ts';
export {
  casesOfCompany,
  draftSections,
  eventsOf,
  formsOf,
  formVersion,
  lastFormVersion,
  readCase,
  recordRead,
  textOf,
} from './reading.ts';
export {
  type Employer,
  pagesRead,
  profileHash,
  type Reviewer,
  type ReviewerProfile,
  reviewerProfiles,
  reviewLoads,
  reviewsOf,
  saveReviewerProfile,
  staffWithRole,
} from './reviewers.ts';
export {
  agendaHash,
  casesOfRound,
  dropPublicationProposal,
  keepMeeting,
  keepPublicationReceipt,
  type Meeting,
  meetingsOf,
  openPublicationProposal,
  type PublicationProposal,
  pointsOffered,
  proposePublication,
  publicationReceipt,
  publications,
  type RoundCount,
  roundCounts,
  type StoredPublication,
} from './round-reading.ts';
export { offeredPoints, offerPoints } from './rounds.ts';
export {
  endSession,
  endSessionsOf,
  forgetOldSessions,
  type NewSession,
  type Session,
  type SessionKind,
  startSession,
  useSession,
} from './sessions.ts';
export {
  endRole,
  giveRole,
  recordAct,
  rolesOn,
  type StaffIdentity,
  type StaffRole,
  staffId,
  staffNames,
  staffRoles,
} from './staff-roles.ts';
export type { ApplicationRow, DeskTables, EventRow, OutboxRow, SessionRow } from './tables.ts';
export { keepTexts } from './texts.ts';
export { type Programmes, type Ticked, tickAll } from './ticking.ts';
export { type LogProblem, type LogVerification, type PublishedHead, verifyLog } from './verify-log.ts';
