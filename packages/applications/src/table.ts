import type { ActorKind } from './actor.ts';
import type { EventType } from './event.ts';
import type { MainState } from './states.ts';

/**
 * One line of the state table. `to` with several states: the event's data says which. `same`: nothing in the main state changes.
 * `second`: a second person of staff confirms. `reason`: a reason is written down.
 */
export type Transition = {
  /** The event, and the command of the same name where somebody asks for it. */
  readonly event: EventType;
  /** States in which it may happen; null: nothing is there yet. */
  readonly from: readonly (MainState | null)[];
  /** State that follows; several: the event's data says which. */
  readonly to: readonly MainState[] | 'same';
  /** Kinds of actors who may bring it about. */
  readonly by: readonly ActorKind[];
  readonly second?: true;
  readonly reason?: true;
  /** The line holds only for a process with, or without, a review meeting. */
  readonly meeting?: boolean;
};

const company: readonly ActorKind[] = ['company'];
const officer: readonly ActorKind[] = ['officer'];
const chair: readonly ActorKind[] = ['chair'];
const clock: readonly ActorKind[] = ['clock'];

/** The main machine: 16 states. The diagram and the table in docs/ are made from this. */
export const mainTable: readonly Transition[] = [
  { event: 'draft.start', from: [null], to: ['draft'], by: company },
  { event: 'section.save', from: ['draft'], to: 'same', by: company },
  { event: 'category.change', from: ['draft'], to: 'same', by: company },
  { event: 'draft.discard', from: ['draft'], to: ['withdrawn'], by: company },
  { event: 'draft.lapse', from: ['draft'], to: ['lapsed'], by: clock },
  { event: 'submit', from: ['draft'], to: ['submitted'], by: company },
  { event: 'revise', from: ['submitted'], to: 'same', by: company },
  { event: 'screening.start', from: ['submitted', 'resubmitted'], to: ['screening'], by: officer },
  { event: 'supplement.request', from: ['screening'], to: ['supplement-requested'], by: officer },
  { event: 'supplement.save', from: ['supplement-requested'], to: 'same', by: company },
  { event: 'supplement.extend', from: ['supplement-requested'], to: 'same', by: officer, reason: true },
  { event: 'supplement.cancel', from: ['supplement-requested'], to: ['screening'], by: officer, reason: true },
  { event: 'supplement.submit', from: ['supplement-requested'], to: ['resubmitted'], by: company },
  { event: 'supplement.overdue', from: ['supplement-requested'], to: 'same', by: clock },
  { event: 'not-accept', from: ['screening', 'supplement-requested'], to: ['not-accepted'], by: officer, reason: true },
  { event: 'reopen', from: ['not-accepted'], to: ['screening'], by: officer, second: true, reason: true },
  { event: 'accept-eligible', from: ['screening'], to: ['eligible'], by: officer },
  { event: 'screening.return', from: ['eligible'], to: ['screening'], by: officer, reason: true },
  { event: 'round.move', from: ['eligible'], to: 'same', by: officer, reason: true },
  { event: 'review.open', from: ['eligible'], to: ['under-review'], by: officer },
  { event: 'review.close', from: ['under-review'], to: ['scored'], by: officer },
  { event: 'review.reopen', from: ['scored'], to: ['under-review'], by: officer, reason: true },
  { event: 'meeting.convene', from: ['scored'], to: ['in-meeting'], by: chair, meeting: true },
  { event: 'meeting.adjourn', from: ['in-meeting'], to: ['scored'], by: chair, reason: true, meeting: true },
  { event: 'decide', from: ['in-meeting'], to: ['decided'], by: chair, second: true, meeting: true },
  { event: 'decide', from: ['scored'], to: ['decided'], by: chair, second: true, meeting: false },
  { event: 'decision.reopen', from: ['decided'], to: ['scored'], by: chair, reason: true },
  { event: 'round.publish', from: ['decided'], to: ['approved', 'waitlisted', 'declined'], by: chair, second: true },
  { event: 'waitlist.promote', from: ['waitlisted'], to: ['decided'], by: chair, second: true, reason: true },
  {
    event: 'decision.correct',
    from: ['approved', 'declined', 'waitlisted'],
    to: ['decided'],
    by: chair,
    second: true,
    reason: true,
  },
  {
    event: 'withdraw',
    from: [
      'submitted',
      'screening',
      'supplement-requested',
      'resubmitted',
      'eligible',
      'under-review',
      'scored',
      'in-meeting',
      'decided',
      'waitlisted',
    ],
    to: ['withdrawn'],
    by: company,
  },
];

const reviewing: readonly MainState[] = ['under-review'];
const assigning: readonly MainState[] = ['eligible', 'under-review'];
const awarded: readonly MainState[] = ['approved'];
// What a company does with its award must not tell it that a correction is being held.
const awardOrCorrection: readonly MainState[] = ['approved', 'decided', 'scored', 'in-meeting', 'under-review'];
const track = (
  event: EventType,
  from: readonly MainState[],
  by: readonly ActorKind[],
  more: object = {},
): Transition => ({
  event,
  from,
  to: 'same',
  by,
  ...more,
});
const reason = { reason: true } as const;
const withSecond = { reason: true, second: true } as const;

/** The tracks beside the main machine. Their own states are guarded where the event is decided. */
export const trackTable: readonly Transition[] = [
  track('reviewer.assign', assigning, officer),
  track('reviewer.unassign', assigning, officer, reason),
  track('review.declare', reviewing, ['reviewer']),
  track('review.recuse', assigning, ['reviewer']),
  track('review.save', reviewing, ['reviewer']),
  track('review.submit', reviewing, ['reviewer']),
  track('review.return', reviewing, officer, reason),
  track('review.annul', reviewing, officer, withSecond),

  track('award.create', awarded, ['system']),
  track('award.cancel', ['approved', 'declined', 'waitlisted'], ['system']),
  track('award.accept', awardOrCorrection, company),
  track('award.start', awarded, officer),
  track('award.lapse', awarded, officer, reason),
  track('award.change', awarded, chair, withSecond),
  track('change.request', awardOrCorrection, company, reason),
  track('change.withdraw', awardOrCorrection, company),
  track('change.decline', awarded, chair, reason),
  track('award.suspend', awarded, officer, withSecond),
  track('award.resume', awarded, officer, reason),
  track('award.terminate', awarded, chair, withSecond),
  track('award.renounce', awardOrCorrection, company),
  track('award.expire', awarded, clock),
  track('storage.clear', awarded, officer),
  track('usage.import', awarded, ['officer', 'system']),
  track('idle.notify', awarded, officer),
  track('idle.cured', awarded, clock),
  track('idle.confirm', awarded, officer, reason),

  track('breach.record', awarded, officer, reason),
  track('bar.impose', awarded, officer, withSecond),
  track('bar.consume', awarded, clock),
  track('bar.lift', awarded, officer, withSecond),
  track('obligation.due', awarded, clock),
  track('obligation.overdue', awarded, clock),
  track('obligation.set-day', awarded, officer),
  track('obligation.extend', awarded, officer, reason),
  track('obligation.deliver', awarded, company),
  track('obligation.accept', awarded, officer),
  track('obligation.return', awarded, officer, reason),
  track('obligation.waive', awarded, officer, withSecond),
  track('publication.keep', awarded, officer),
  track('publication.watch', awarded, officer, reason),
  track('publication.waive', awarded, officer, withSecond),
];

export const transitions: readonly Transition[] = [...mainTable, ...trackTable];
