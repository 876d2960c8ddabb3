import type { Actor } from './actor.ts';
import type { Outcome } from './case-file.ts';

/** What the company is told of a decision once it is published. */
export type Told = {
  /** Ids of criteria, or `capacity`: the points of the round were used up. */
  readonly because?: readonly string[];
  /** A sentence; kept under its hash. The reason of the command itself is never told. */
  readonly told?: string;
};

/** What each command carries. Free text (reasons, comments) is stored apart under its hash and never enters an event. */
export type CommandData = {
  'draft.start': {
    readonly ubn: string;
    readonly category: string;
    readonly cardFingerprint: string;
    readonly companyHash: string;
  };
  /** `version`: the version of the section that was on the screen; 0 for the first. */
  'section.save': {
    readonly section: string;
    readonly version: number;
    readonly body: unknown;
    readonly findings: number;
  };
  'category.change': { readonly category: string };
  'draft.discard': object;
  /** `form`: field id → value. `texts`: id → hash of every notice, declaration and pledge that was shown and agreed to. */
  submit: { readonly form: unknown; readonly receiptNo: string; readonly texts: Readonly<Record<string, string>> };
  revise: { readonly form: unknown; readonly texts: Readonly<Record<string, string>> };
  'screening.start': object;
  'supplement.request': {
    readonly fields: readonly { readonly field: string; readonly reason: string }[];
    readonly due: string;
  };
  'supplement.save': { readonly values: Readonly<Record<string, unknown>> };
  'supplement.extend': { readonly due: string };
  'supplement.cancel': object;
  'supplement.submit': { readonly form: unknown };
  'not-accept': { readonly because: 'ineligible' | 'supplement-overdue'; readonly conditions: readonly string[] };
  reopen: object;
  /** One answer for every qualification; `by-hand` needs a note. `receipt`: id of the registry check's receipt. */
  'accept-eligible': {
    readonly checks: readonly {
      readonly condition: string;
      readonly answer: 'yes' | 'no' | 'by-hand';
      readonly note?: string;
      readonly receipt?: string;
    }[];
  };
  'screening.return': object;
  'round.move': { readonly round: number };
  'review.open': object;
  'review.close': object;
  'review.reopen': object;
  'meeting.convene': {
    readonly on: string;
    readonly attendance: readonly string[];
    readonly recusals: readonly string[];
    readonly agenda: string;
  };
  'meeting.adjourn': object;
  decide: {
    readonly outcome: Outcome;
    readonly level?: string;
    readonly points?: number;
    /** What the reviews proposed; a decision that differs says why. */
    readonly proposed?: { readonly outcome: Outcome; readonly level?: string };
  } & Told;
  'decision.reopen': object;
  'round.publish': { readonly publication: string; readonly listHash: string };
  'waitlist.promote': { readonly level: string; readonly points?: number };
  'decision.correct': { readonly outcome: Outcome; readonly level?: string; readonly points?: number } & Told;
  withdraw: object;

  'reviewer.assign': { readonly reviewer: string };
  'reviewer.unassign': { readonly reviewer: string };
  'review.declare': object;
  'review.recuse': { readonly seen: readonly string[] };
  'review.save': { readonly body: unknown };
  'review.submit': {
    readonly scores: Readonly<Record<string, number>>;
    readonly comments: Readonly<Record<string, string>>;
    readonly level: string | null;
  };
  'review.return': { readonly reviewer: string };
  'review.annul': { readonly reviewer: string };

  /** `readyFrom`: the day from which the company can begin. */
  'award.accept': { readonly readyFrom?: string };
  'award.start': { readonly start: string; readonly lastDay: string };
  'award.lapse': object;
  /** `request`: the number of the request that this grants; what it leaves out stays as it is. */
  'award.change': { readonly lastDay?: string; readonly points?: number; readonly request?: number };
  /** `people`: the new contacts by field of the form. */
  'change.request': {
    readonly lastDay?: string;
    readonly points?: number;
    readonly people?: Readonly<Record<string, string>>;
  };
  'change.withdraw': { readonly change: number };
  'change.decline': { readonly change: number };
  'award.suspend': object;
  'award.resume': object;
  'award.terminate': object;
  'award.renounce': object;
  'storage.clear': object;
  'usage.import': {
    readonly source: string;
    readonly days: readonly { readonly day: string; readonly points: number | null }[];
  };
  'idle.notify': { readonly noticeId: string };
  'idle.confirm': object;

  'breach.record': { readonly item: string; readonly on: string; readonly evidence: string };
  'bar.impose': object;
  'bar.lift': { readonly bar: number };
  'obligation.set-day': { readonly obligation: string; readonly due: string };
  'obligation.extend': { readonly obligation: string; readonly due: string };
  'obligation.deliver': { readonly obligation: string; readonly links: readonly string[] };
  'obligation.accept': { readonly obligation: string };
  'obligation.return': { readonly obligation: string };
  'obligation.waive': { readonly obligation: string };
  'publication.keep': { readonly item: string; readonly url: string };
  'publication.watch': { readonly item: string };
  'publication.waive': { readonly item: string };
};

/** The name of a command. */
export type CommandType = keyof CommandData;

/** What somebody asks for: the type, who asks, and the data of that type. */
export type Command<T extends CommandType = CommandType> = {
  readonly [K in T]: {
    readonly type: K;
    readonly by: Actor;
    /** The second person, where one is asked for. */
    readonly confirmedBy?: Actor;
    readonly reason?: string;
  } & CommandData[K];
}[T];
