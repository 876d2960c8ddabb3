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
  /**
   * Opens an application. `cardFingerprint`: SHA-256 of the card's certificate; `companyHash`: of its number,
   * name and kind.
   */
  'draft.start': {
    readonly ubn: string;
    readonly category: string;
    readonly cardFingerprint: string;
    readonly companyHash: string;
  };
  /** `version`: the version of the section that was on the screen; 0 for the first. */
  'section.save': {
    /** Id of the section in the form. */
    readonly section: string;
    readonly version: number;
    /** Field id → value, kept under its hash. */
    readonly body: unknown;
    /** How many fields are wrong or empty, as the form found. */
    readonly findings: number;
  };
  /** Id of the other category. */
  'category.change': { readonly category: string };
  /** Gives the draft up. */
  'draft.discard': object;
  /** `form`: field id → value. `texts`: id → hash of every notice, declaration and pledge that was shown and agreed to. */
  submit: { readonly form: unknown; readonly receiptNo: string; readonly texts: Readonly<Record<string, string>> };
  /** As for `submit`, while nobody has begun the screening. */
  revise: { readonly form: unknown; readonly texts: Readonly<Record<string, string>> };
  /** An officer begins to read it. */
  'screening.start': object;
  /** `field`: id of the form's field; `reason`: what is missing, in words; `due`: last day, inclusive. */
  'supplement.request': {
    readonly fields: readonly { readonly field: string; readonly reason: string }[];
    readonly due: string;
  };
  /** Field id → value: answers so far, of the fields that were asked for. */
  'supplement.save': { readonly values: Readonly<Record<string, unknown>> };
  /** The new last day, inclusive. */
  'supplement.extend': { readonly due: string };
  /** Nothing is missing after all. */
  'supplement.cancel': object;
  /** The whole form with the answers in it. */
  'supplement.submit': { readonly form: unknown };
  /** Closes the application; `conditions` are the ids of those that are not met, empty for an overdue supplement. */
  'not-accept': { readonly because: 'ineligible' | 'supplement-overdue'; readonly conditions: readonly string[] };
  /** Takes back a refusal. */
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
  /** Back to the screening. */
  'screening.return': object;
  /** Number of the round it is to be reviewed in. */
  'round.move': { readonly round: number };
  /** Gives it to the reviewers who are assigned. */
  'review.open': object;
  /** No more scores are taken; the results follow from those that were sent. */
  'review.close': object;
  /** Scores may be sent again. */
  'review.reopen': object;
  /** Day of the meeting; ids of those who came and of those who stepped aside; the hash of the agenda, as `agendaHash` gives it. */
  'meeting.convene': {
    readonly on: string;
    readonly attendance: readonly string[];
    readonly recusals: readonly string[];
    readonly agenda: string;
  };
  /** The meeting ended without a decision on it. */
  'meeting.adjourn': object;
  /** `level` and `points` where something is granted. */
  decide: {
    readonly outcome: Outcome;
    readonly level?: string;
    readonly points?: number;
    /** What the reviews proposed; a decision that differs says why. */
    readonly proposed?: { readonly outcome: Outcome; readonly level?: string };
  } & Told;
  /** Takes back a decision that is not published yet. */
  'decision.reopen': object;
  /** Number of the publication, and the hash of the list that both persons saw. */
  'round.publish': { readonly publication: string; readonly listHash: string };
  /** Grants what was waited for; `points` left out: those of the level. */
  'waitlist.promote': { readonly level: string; readonly points?: number };
  /** Takes the place of a published decision, and is held until it is published itself. */
  'decision.correct': { readonly outcome: Outcome; readonly level?: string; readonly points?: number } & Told;
  /** The company gives the application up. */
  withdraw: object;

  /** Id of the reviewer. */
  'reviewer.assign': { readonly reviewer: string };
  /** Id of the reviewer. */
  'reviewer.unassign': { readonly reviewer: string };
  /** The reviewer knows of no conflict of interest, and may read on. */
  'review.declare': object;
  /** `seen`: pages of the application that the reviewer had opened until then. */
  'review.recuse': { readonly seen: readonly string[] };
  /** Scores and comments so far, kept under their hash. */
  'review.save': { readonly body: unknown };
  /** Scores from 0 to 100 and comments, by id of the criterion; `level`: the one proposed, null for none. */
  'review.submit': {
    readonly scores: Readonly<Record<string, number>>;
    readonly comments: Readonly<Record<string, string>>;
    readonly level: string | null;
  };
  /** Id of the reviewer who is to look again. */
  'review.return': { readonly reviewer: string };
  /** Id of the reviewer whose review is to count no longer. */
  'review.annul': { readonly reviewer: string };

  /** `readyFrom`: the day from which the company can begin. */
  'award.accept': { readonly readyFrom?: string };
  /** First and last day of use, both inclusive. */
  'award.start': { readonly start: string; readonly lastDay: string };
  /** Ends an award that was not taken up. */
  'award.lapse': object;
  /** `request`: the number of the request that this grants; what it leaves out stays as it is. */
  'award.change': { readonly lastDay?: string; readonly points?: number; readonly request?: number };
  /** `people`: the new contacts by field of the form. */
  'change.request': {
    /** Last day of use that is wished for, inclusive; left out: as it is. */
    readonly lastDay?: string;
    /** Points that are wished for in all; left out: as they are. */
    readonly points?: number;
    /** Field of the form → new contact; left out: as they are. */
    readonly people?: Readonly<Record<string, string>>;
  };
  /** Number of the request. */
  'change.withdraw': { readonly change: number };
  /** Number of the request. */
  'change.decline': { readonly change: number };
  /** Stops the use after a breach. */
  'award.suspend': object;
  /** Lets it go on, after a suspension or a notice. */
  'award.resume': object;
  /** Ends it for good. */
  'award.terminate': object;
  /** The company gives the award back. */
  'award.renounce': object;
  /** Says that the company's data is deleted where it was computed. */
  'storage.clear': object;
  /** Points used by day, and where that was read; null: that day is not known. */
  'usage.import': {
    readonly source: string;
    readonly days: readonly { readonly day: string; readonly points: number | null }[];
  };
  /** Id of the notice to the company. */
  'idle.notify': { readonly noticeId: string };
  /** Establishes the breach that follows an unanswered notice. */
  'idle.confirm': object;

  /** Id of the forbidden use, the day it happened, and the evidence in words. */
  'breach.record': { readonly item: string; readonly on: string; readonly evidence: string };
  /** Bars the company from the next round that is still to be reviewed. */
  'bar.impose': object;
  /** Number of the bar. */
  'bar.lift': { readonly bar: number };
  /** Id of the duty, and its last day, where the programme does not give one. */
  'obligation.set-day': { readonly obligation: string; readonly due: string };
  /** Id of the duty, and its new last day. */
  'obligation.extend': { readonly obligation: string; readonly due: string };
  /** Id of the duty, and `https:` addresses of what is handed in, in the order of {@link linksOf}. */
  'obligation.deliver': { readonly obligation: string; readonly links: readonly string[] };
  /** Id of the duty. */
  'obligation.accept': { readonly obligation: string };
  /** Id of the duty. */
  'obligation.return': { readonly obligation: string };
  /** Id of the duty. */
  'obligation.waive': { readonly obligation: string };
  /** Id of the bonus item, and the `https:` address of what was published. */
  'publication.keep': { readonly item: string; readonly url: string };
  /** Id of the bonus item. */
  'publication.watch': { readonly item: string };
  /** Id of the bonus item. */
  'publication.waive': { readonly item: string };
};

/** The name of a command. */
export type CommandType = keyof CommandData;

/** What somebody asks for: the type, who asks, and the data of that type. */
export type Command<T extends CommandType = CommandType> = {
  readonly [K in T]: {
    /** Its name. */
    readonly type: K;
    /** Who asks; must be of a kind that the state table allows. */
    readonly by: Actor;
    /** The second person, where one is asked for. */
    readonly confirmedBy?: Actor;
    /** In words; stored under its hash. Asked for where the state table says so. */
    readonly reason?: string;
  } & CommandData[K];
}[T];
