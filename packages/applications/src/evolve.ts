import { type CaseFile, emptyCaseFile } from './case-file.ts';
import type { Changes } from './change.ts';
import type { CaseEvent } from './event.ts';
import { decisionChanges } from './main/decision.ts';
import { draftChanges } from './main/draft.ts';
import { screeningChanges } from './main/screening.ts';
import { submissionChanges } from './main/submission.ts';
import { supplementChanges } from './main/supplement.ts';
import { publicKey } from './public-state.ts';
import { awardChanges } from './tracks/award.ts';
import { breachChanges } from './tracks/breach.ts';
import { changeChanges } from './tracks/change.ts';
import { idleChanges } from './tracks/idle.ts';
import { obligationChanges } from './tracks/obligation.ts';
import { publicationChanges } from './tracks/publication.ts';
import { reviewerChanges } from './tracks/reviewer.ts';

const changes: Changes = {
  ...draftChanges,
  ...submissionChanges,
  ...screeningChanges,
  ...supplementChanges,
  ...decisionChanges,
  ...reviewerChanges,
  ...awardChanges,
  ...changeChanges,
  ...idleChanges,
  ...breachChanges,
  ...obligationChanges,
  ...publicationChanges,
};

/** The case file after one more event. Never refuses: what is in the log has happened. */
export function evolve(state: CaseFile | null, event: CaseEvent): CaseFile {
  const before = state ?? emptyCaseFile(event.application);
  const change = (changes[event.type] as ((state: CaseFile, event: CaseEvent) => Partial<CaseFile>) | undefined)?.(
    before,
    event,
  );
  // A mark of the clock counts from the moment that it marks, not from the tick that noticed it.
  const moment = event.by.kind === 'clock' && 'on' in event.data ? event.data.on : event.at;
  const moved = event.from !== event.to ? { main: event.to, since: moment } : {};
  const after = { ...before, ...change, ...moved };
  const sees = state === null || publicKey(after) !== publicKey(before);
  return sees ? { ...after, publicSince: moment } : after;
}

/** The case file that a log adds up to; null for no events. */
export function replay(events: readonly CaseEvent[]): CaseFile | null {
  return events.reduce<CaseFile | null>(evolve, null);
}
