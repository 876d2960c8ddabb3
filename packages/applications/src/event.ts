import type { Actor } from './actor.ts';
import type { CaseFile, ChangeRequest, Outcome } from './case-file.ts';
import type { Rules } from './rules.ts';
import type { MainState } from './states.ts';

/** A version of the form: its hash, the ids of the fields that changed, and the texts that were agreed to. */
export type Form = {
  /** SHA-256 of the form's canonical text, under which storage keeps it. */
  readonly hash: string;
  /** Ids of the fields that differ from the version before; of the first version, all that are filled in. */
  readonly changed: readonly string[];
  /** Id of every notice, declaration and pledge that was agreed to → hash of its words. */
  readonly texts: Readonly<Record<string, string>>;
};
/** A decision that is held until its round is published. */
export type Held = {
  /** What was decided. */
  readonly outcome: Outcome;
  /** Such as `L2`; null where nothing is granted. */
  readonly level: string | null;
  /** Whole points; 0 where nothing is granted. */
  readonly points: number;
  /** The version of the form that was decided on. */
  readonly formHash: string;
  /** Whether it is another outcome or level than the reviews proposed. */
  readonly differs: boolean;
  /** Ids of criteria, or `capacity`, and the hash of the sentence for the company; left out where none was given. */
  readonly because?: readonly string[];
  /** SHA-256 of a sentence for the company; left out where none was given. */
  readonly told?: string;
};

/** What each event says. Hashes and field names only where a person's data would stand. */
export type EventData = {
  /** Opens the application of a company in a category, with the copy of the programme it is made with. */
  'draft.start': {
    readonly ubn: string;
    readonly category: string;
    readonly programme: { readonly id: string; readonly hash: string };
    readonly cardFingerprint: string;
    readonly companyHash: string;
  };
  /** A section was saved; `version` counts from 1, `findings` how many of its fields were wrong or empty. */
  'section.save': {
    readonly section: string;
    readonly version: number;
    readonly hash: string;
    readonly findings: number;
  };
  /** Ids of the category before and of the one from now on. */
  'category.change': { readonly before: string; readonly category: string };
  /** Not sent before the period ended; `on` is the first moment after it, ISO. */
  'draft.lapse': { readonly on: string };
  /** The form, sent: its receipt number, the round it joins, and the rules it is judged by from now on. */
  submit: Form & {
    readonly receiptNo: string;
    readonly round: number;
    readonly rules: Rules;
    /** The copy it was made with; logs written before this was noted have none, and mean that of `draft.start`. */
    readonly programme?: { readonly id: string; readonly hash: string };
  };
  /** Another version of the form, sent before the screening began. */
  revise: Form;
  /** What is asked for, field by field, `reason` as a hash; `due` is the last day, inclusive. */
  'supplement.request': {
    readonly fields: readonly { readonly field: string; readonly reason: string }[];
    readonly due: string;
  };
  /** Ids of the fields that were answered so far, and the hash of the answers; nothing is sent yet. */
  'supplement.save': { readonly fields: readonly string[]; readonly hash: string };
  /** Last days, inclusive: the one before and the one from now on. */
  'supplement.extend': { readonly before: string; readonly due: string };
  /** The form with what was asked for. `movedFrom`: the round it was in, where the answer came too late for that. */
  'supplement.submit': Omit<Form, 'texts'> & { readonly round: number; readonly movedFrom: number | null };
  /** Not answered; `on` is the first moment after the last day, ISO. Nothing else follows by itself. */
  'supplement.overdue': { readonly on: string };
  /** Closed at the screening; `conditions` are the ids of those that were not met. */
  'not-accept': { readonly because: 'ineligible' | 'supplement-overdue'; readonly conditions: readonly string[] };
  /** One answer for each qualification; `note` and `receipt` (of a check of the register) where there are any. */
  'accept-eligible': {
    readonly checks: readonly {
      readonly condition: string;
      readonly answer: string;
      readonly note: string | null;
      readonly receipt: string | null;
    }[];
  };
  /** Numbers of the rounds: the one before and the one it is reviewed in. */
  'round.move': { readonly before: number; readonly round: number };
  /** Ids of the reviewers who are assigned at that moment. */
  'review.open': { readonly reviewers: readonly string[] };
  /** Over the `n` reviews that were sent: weighted results from 0 to 100, `deviation` their standard deviation. */
  'review.close': { readonly n: number; readonly mean: number; readonly median: number; readonly deviation: number };
  /** Day of the meeting, who was there, who stepped aside, and the hash of the agenda. */
  'meeting.convene': {
    readonly on: string;
    readonly attendance: readonly string[];
    readonly recusals: readonly string[];
    readonly agenda: string;
  };
  /** The decision, held until its round is published. */
  decide: Held;
  /** Number of the publication that tells the held decision, and the hash of the whole list. */
  'round.publish': { readonly publication: string; readonly listHash: string };
  /** Points that the decision held and that go back to the round. */
  'decision.reopen': { readonly returned: number };
  /** Points that a decision held for it and that go back to the round; 0 where none did. */
  withdraw: { readonly returned: number };
  /** The grant that follows a place on the waiting list, held like any decision. */
  'waitlist.promote': Held;
  /** The decision that takes the place of a published one, and what that one said. */
  'decision.correct': Held & {
    readonly before: { readonly outcome: Outcome; readonly level: string | null; readonly points: number };
  };

  /** Id of the reviewer. */
  'reviewer.assign': { readonly reviewer: string };
  /** Id of the reviewer whose assignment ends before a review was sent. */
  'reviewer.unassign': { readonly reviewer: string };
  /** The reviewer steps aside; `seen`: pages of the application that they had opened until then. */
  'review.recuse': { readonly seen: readonly string[] };
  /** Hash of the unfinished review. */
  'review.save': { readonly hash: string };
  /** Scores from 0 to 100 and hashes of the comments, by id of the criterion; `level` is the one proposed. */
  'review.submit': {
    readonly scores: Readonly<Record<string, number>>;
    readonly comments: Readonly<Record<string, string>>;
    readonly level: string | null;
  };
  /** Id of the reviewer who is to look again. */
  'review.return': { readonly reviewer: string };
  /** Id of the reviewer whose review counts no longer. */
  'review.annul': { readonly reviewer: string };

  /** What the published decision grants. `publications`: ids of bonus items by which something was promised. */
  'award.create': {
    readonly level: string;
    readonly points: number;
    readonly acceptBy: string | null;
    readonly publications: readonly string[];
  };
  /** Number of the publication whose correction takes the award back. */
  'award.cancel': { readonly publication: string };
  /** First and last day of use, its whole weeks, and the duties that follow from the last day. */
  'award.start': {
    readonly start: string;
    readonly lastDay: string;
    readonly weeks: number;
    readonly obligations: CaseFile['obligations'];
  };
  /** Points that go back to the round: all of them. */
  'award.lapse': { readonly returned: number };
  /** What is in force from now on, and what was before; duties move with the last day. */
  'award.change': {
    readonly before: { readonly lastDay: string; readonly points: number };
    readonly lastDay: string;
    readonly points: number;
    readonly weeks: number;
    readonly obligations: CaseFile['obligations'];
    /** The request it grants, where there was one. */
    readonly request?: number;
  };
  /** Accepted; `readyFrom`: day from which the company says it can begin. */
  'award.accept': { readonly readyFrom?: string };
  /** What the company asks for, and what is in force when it asks. */
  'change.request': ChangeRequest['wanted'] & { readonly before: ChangeRequest['before'] };
  /** Number of the request that the company takes back. */
  'change.withdraw': { readonly change: number };
  /** Number of the request that is not granted. */
  'change.decline': { readonly change: number };
  /** Points that go back to the round: what is certainly unused. */
  'award.renounce': { readonly returned: number };
  /** Points that go back to the round: what is certainly unused. */
  'award.terminate': { readonly returned: number };
  /** Used to the end; `on` is the first moment after the last day of use, or after the day that used the points up. */
  'award.expire': { readonly on: string; readonly because: 'last-day' | 'points-used' };
  /** Points used by day, from the source named; `null` for a day that is reported as unknown. */
  'usage.import': {
    readonly source: string;
    readonly days: readonly { readonly day: string; readonly points: number | null }[];
  };
  /** The notice of too little use: whole unused weeks so far, and the first day on which an officer may decide. */
  'idle.notify': {
    readonly noticeId: string;
    readonly day: string;
    readonly unusedWeeks: number;
    readonly decideFrom: string;
  };
  /** Use was seen again; `on` is the first moment after that day, ISO. */
  'idle.cured': { readonly on: string };
  /** The breach that follows an unanswered notice: id of the forbidden use, and the day it was established. */
  'idle.confirm': { readonly item: string; readonly on: string };

  /** Id of the forbidden use, the day it happened, and the hash of the evidence. */
  'breach.record': { readonly item: string; readonly on: string; readonly evidence: string };
  /** The round the company may not join and the day of its review; null where there is no later one. */
  'bar.impose': { readonly round: number | null; readonly until: string | null };
  /** Number of the bar; `on` is the first moment after the day of the review, ISO. */
  'bar.consume': { readonly bar: number; readonly on: string };
  /** Number of the bar. */
  'bar.lift': { readonly bar: number };
  /** Id of the duty; `on` is the moment from which the company is reminded of it, ISO. */
  'obligation.due': { readonly obligation: string; readonly on: string };
  /** Id of the duty; `on` is the first moment after its last day, ISO. */
  'obligation.overdue': { readonly obligation: string; readonly on: string };
  /** Id of the duty, and the last day it gets, such as the day of a meeting. */
  'obligation.set-day': { readonly obligation: string; readonly due: string };
  /** Id of the duty, its last day before and from now on. */
  'obligation.extend': { readonly obligation: string; readonly before: string; readonly due: string };
  /** Id of the duty, and addresses of what is handed in. */
  'obligation.deliver': { readonly obligation: string; readonly links: readonly string[] };
  /** Id of the duty that is fulfilled. */
  'obligation.accept': { readonly obligation: string };
  /** Id of the duty whose delivery does not do. */
  'obligation.return': { readonly obligation: string };
  /** Id of the duty that is no longer asked for. */
  'obligation.waive': { readonly obligation: string };
  /** Bonus item whose promise is kept, and the `https:` address where it is to be seen. */
  'publication.keep': { readonly item: string; readonly url: string };
  /** Bonus item whose promise is still owed after the use has ended. */
  'publication.watch': { readonly item: string };
  /** Bonus item whose promise is no longer asked for. */
  'publication.waive': { readonly item: string };
} & {
  readonly [K in
    | 'draft.discard'
    | 'screening.start'
    | 'supplement.cancel'
    | 'reopen'
    | 'screening.return'
    | 'review.reopen'
    | 'meeting.adjourn'
    | 'review.declare'
    | 'award.suspend'
    | 'award.resume'
    | 'storage.clear']: object;
};

/** The name of an event. */
export type EventType = keyof EventData;
/** One thing that happened to an application. `at` is when it was recorded (ISO UTC, milliseconds). */
export type CaseEvent<T extends EventType = EventType> = {
  readonly [K in T]: {
    /** Its name. */
    readonly type: K;
    /** Id of the application. */
    readonly application: string;
    /** When it was recorded, ISO instant in UTC. */
    readonly at: string;
    /** Who acted; `system` where it follows from another event, whose name is then its id. */
    readonly by: Actor;
    /** The second person of staff; null where none is asked for. */
    readonly confirmedBy: Actor | null;
    /** Hash of the reason's text. */
    readonly reason: string | null;
    /** Main state before; null for `draft.start`. */
    readonly from: MainState | null;
    /** Main state after. */
    readonly to: MainState;
    /** What it says. */
    readonly data: EventData[K];
  };
}[T];
