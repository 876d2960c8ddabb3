import type { Actor } from './actor.ts';
import type { CaseFile, ChangeRequest, Outcome } from './case-file.ts';
import type { Rules } from './rules.ts';
import type { MainState } from './states.ts';

/** A version of the form: its hash, the ids of the fields that changed, and the texts that were agreed to. */
export type Form = {
  readonly hash: string;
  readonly changed: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
};
/** A decision that is held until its round is published. */
export type Held = {
  readonly outcome: Outcome;
  readonly level: string | null;
  readonly points: number;
  readonly formHash: string;
  readonly differs: boolean;
  /** Ids of criteria, or `capacity`, and the hash of the sentence for the company; left out where none was given. */
  readonly because?: readonly string[];
  readonly told?: string;
};

/** What each event says. Hashes and field names only where a person's data would stand. */
export type EventData = {
  'draft.start': {
    readonly ubn: string;
    readonly category: string;
    readonly programme: { readonly id: string; readonly hash: string };
    readonly cardFingerprint: string;
    readonly companyHash: string;
  };
  'section.save': {
    readonly section: string;
    readonly version: number;
    readonly hash: string;
    readonly findings: number;
  };
  'category.change': { readonly before: string; readonly category: string };
  'draft.lapse': { readonly on: string };
  submit: Form & {
    readonly receiptNo: string;
    readonly round: number;
    readonly rules: Rules;
    /** The copy it was made with; logs written before this was noted have none, and mean that of `draft.start`. */
    readonly programme?: { readonly id: string; readonly hash: string };
  };
  revise: Form;
  'supplement.request': {
    readonly fields: readonly { readonly field: string; readonly reason: string }[];
    readonly due: string;
  };
  'supplement.save': { readonly fields: readonly string[]; readonly hash: string };
  'supplement.extend': { readonly before: string; readonly due: string };
  'supplement.submit': Omit<Form, 'texts'> & { readonly round: number; readonly movedFrom: number | null };
  'supplement.overdue': { readonly on: string };
  'not-accept': { readonly because: 'ineligible' | 'supplement-overdue'; readonly conditions: readonly string[] };
  'accept-eligible': {
    readonly checks: readonly {
      readonly condition: string;
      readonly answer: string;
      readonly note: string | null;
      readonly receipt: string | null;
    }[];
  };
  'round.move': { readonly before: number; readonly round: number };
  'review.open': { readonly reviewers: readonly string[] };
  'review.close': { readonly n: number; readonly mean: number; readonly median: number; readonly deviation: number };
  'meeting.convene': {
    readonly on: string;
    readonly attendance: readonly string[];
    readonly recusals: readonly string[];
    readonly agenda: string;
  };
  decide: Held;
  'round.publish': { readonly publication: string; readonly listHash: string };
  /** Points that the decision held and that go back to the round. */
  'decision.reopen': { readonly returned: number };
  withdraw: { readonly returned: number };
  'waitlist.promote': Held;
  'decision.correct': Held & {
    readonly before: { readonly outcome: Outcome; readonly level: string | null; readonly points: number };
  };

  'reviewer.assign': { readonly reviewer: string };
  'reviewer.unassign': { readonly reviewer: string };
  'review.recuse': { readonly seen: readonly string[] };
  'review.save': { readonly hash: string };
  'review.submit': {
    readonly scores: Readonly<Record<string, number>>;
    readonly comments: Readonly<Record<string, string>>;
    readonly level: string | null;
  };
  'review.return': { readonly reviewer: string };
  'review.annul': { readonly reviewer: string };

  'award.create': {
    readonly level: string;
    readonly points: number;
    readonly acceptBy: string | null;
    readonly publications: readonly string[];
  };
  'award.cancel': { readonly publication: string };
  'award.start': {
    readonly start: string;
    readonly lastDay: string;
    readonly weeks: number;
    readonly obligations: CaseFile['obligations'];
  };
  'award.lapse': { readonly returned: number };
  'award.change': {
    readonly before: { readonly lastDay: string; readonly points: number };
    readonly lastDay: string;
    readonly points: number;
    readonly weeks: number;
    readonly obligations: CaseFile['obligations'];
    /** The request it grants, where there was one. */
    readonly request?: number;
  };
  'award.accept': { readonly readyFrom?: string };
  'change.request': ChangeRequest['wanted'] & { readonly before: ChangeRequest['before'] };
  'change.withdraw': { readonly change: number };
  'change.decline': { readonly change: number };
  'award.renounce': { readonly returned: number };
  'award.terminate': { readonly returned: number };
  'award.expire': { readonly on: string; readonly because: 'last-day' | 'points-used' };
  'usage.import': {
    readonly source: string;
    readonly days: readonly { readonly day: string; readonly points: number | null }[];
  };
  'idle.notify': {
    readonly noticeId: string;
    readonly day: string;
    readonly unusedWeeks: number;
    readonly decideFrom: string;
  };
  'idle.cured': { readonly on: string };
  'idle.confirm': { readonly item: string; readonly on: string };

  'breach.record': { readonly item: string; readonly on: string; readonly evidence: string };
  'bar.impose': { readonly round: number | null; readonly until: string | null };
  'bar.consume': { readonly bar: number; readonly on: string };
  'bar.lift': { readonly bar: number };
  'obligation.due': { readonly obligation: string; readonly on: string };
  'obligation.overdue': { readonly obligation: string; readonly on: string };
  'obligation.set-day': { readonly obligation: string; readonly due: string };
  'obligation.extend': { readonly obligation: string; readonly before: string; readonly due: string };
  'obligation.deliver': { readonly obligation: string; readonly links: readonly string[] };
  'obligation.accept': { readonly obligation: string };
  'obligation.return': { readonly obligation: string };
  'obligation.waive': { readonly obligation: string };
  'publication.keep': { readonly item: string; readonly url: string };
  'publication.watch': { readonly item: string };
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
    readonly type: K;
    readonly application: string;
    readonly at: string;
    readonly by: Actor;
    readonly confirmedBy: Actor | null;
    /** Hash of the reason's text. */
    readonly reason: string | null;
    readonly from: MainState | null;
    readonly to: MainState;
    readonly data: EventData[K];
  };
}[T];
