import type { Rules } from './rules.ts';
import { finalStates, type MainState } from './states.ts';

/** A version of the form as it was sent; its text lives in storage under this hash. */
export type FormVersion = { readonly n: number; readonly hash: string; readonly at: string };

/** How a request for missing items ended; `open` while the company may still answer. */
export type SupplementState = 'open' | 'delivered' | 'overdue' | 'cancelled';
/** A request for missing items (補件), numbered from 1 within its application. */
export type Supplement = {
  /** From 1 within the application. */
  readonly n: number;
  /** Field ids of the form, and the hash of what is asked for each. */
  readonly fields: readonly { readonly field: string; readonly reason: string }[];
  /** Last day, inclusive, in Taiwan. */
  readonly due: string;
  /** `open` while the company may still answer. */
  readonly state: SupplementState;
  /** ISO instant. */
  readonly requestedAt: string;
};

/** How far a review has come. */
export type ReviewState = 'assigned' | 'reading' | 'submitted' | 'recused' | 'unassigned' | 'annulled';
/** One reviewer's assignment to an application, with the scores once they are sent. */
export type Review = {
  /** Id of the reviewer, as the login gives it. */
  readonly reviewer: string;
  /** How far it has come; `reading` once no conflict of interest is declared. */
  readonly state: ReviewState;
  /** Whether scores are begun and not sent; the draft itself lies in storage. */
  readonly hasDraft: boolean;
  /** By id of the criterion, 0 to 100; null until they are sent. */
  readonly scores: Readonly<Record<string, number>> | null;
  /** Level the reviewer proposes, such as `L2`; null until the scores are sent, or when none is proposed. */
  readonly level: string | null;
};

/** What a meeting decides. */
export type Outcome = 'approved' | 'waitlisted' | 'declined';
/** A decision, held until its round is published; one that is reopened stays and is followed by another. */
export type DecisionRecord = {
  /** From 1 within the application. */
  readonly n: number;
  /** As it was decided; what the company sees of it waits for the publication. */
  readonly outcome: Outcome;
  /** Such as `L2`; null where nothing is granted. */
  readonly level: string | null;
  /** Points of the grant; 0 where nothing is granted. */
  readonly points: number;
  /** The version of the form that was decided on. */
  readonly formHash: string;
  /** Number of the publication that told it; null while it is held. */
  readonly publishedIn: string | null;
  /** Taken back before it was published. */
  readonly reopened: boolean;
  /** What the company is told: ids of criteria, or `capacity`, and the hash of a sentence; left out where none was given. */
  readonly because?: readonly string[];
  /** SHA-256 of the sentence for the company, whose text lies in storage. */
  readonly told?: string;
};

/** How far the use of granted computing has come. */
export type AwardState = 'awarded' | 'active' | 'idle-noticed' | 'suspended' | 'ended';
/** The computing that was granted: level, points, days of use (ISO days in Taiwan) and what was used. */
export type Award = {
  /** How far its use has come. */
  readonly state: AwardState;
  /** Such as `L2`. */
  readonly level: string;
  /** Points granted, after the changes that were granted. */
  readonly points: number;
  /** Null until the company accepts. */
  readonly acceptedOn: string | null;
  /** From which day on the company says it is ready; left out where it was not asked. */
  readonly readyFrom?: string;
  /** Last day to accept, where the programme asks for it. */
  readonly acceptBy: string | null;
  /** First day of use; null until it is started. */
  readonly start: string | null;
  /** Last day of use, inclusive; null until it is started. */
  readonly lastDay: string | null;
  /** Length of the use in weeks; null until it is started. */
  readonly weeks: number | null;
  /** Points used by day; null: reported as unknown. A day that is not here was not reported. */
  readonly usage: Readonly<Record<string, number | null>>;
  /** The newest notice of too little use: its day, and the whole weeks without use counted then; null: none. */
  readonly notice: { readonly day: string; readonly unusedWeeks: number } | null;
  /** Type of the event that ended it, such as `award.expire`; null while it runs. */
  readonly endedBy: string | null;
  /** Points that went back to the programme; 0 while it runs. */
  readonly returned: number;
  /** Whether the operator confirmed that the company's data is deleted. */
  readonly storageCleared: boolean;
};

/** How a wish to change a running award ended. */
export type ChangeState = 'open' | 'granted' | 'declined' | 'withdrawn';
/** A company's wish to change a running award, numbered from 1. What was awarded first stays in its decision and in `before`. */
export type ChangeRequest = {
  /** From 1 within the application. */
  readonly n: number;
  /** `open` until the chair answers or the company takes it back. */
  readonly state: ChangeState;
  /** What the company asks for; null: as it is. `people`: hash of the new contacts. */
  readonly wanted: { readonly lastDay: string | null; readonly points: number | null; readonly people: string | null };
  /** What was in force when it asked. */
  readonly before: { readonly lastDay: string; readonly points: number };
  /** What was granted, which may differ from what was asked; null unless it was. */
  readonly granted: { readonly lastDay: string; readonly points: number } | null;
  /** ISO instant. */
  readonly requestedAt: string;
};

/** A breach of the terms that an officer established, numbered from 1. */
export type Breach = { readonly n: number; readonly item: string; readonly on: string };
/** Whether a company is still barred. */
export type BarState = 'open' | 'consumed' | 'lifted';
/** `round`: the round in which the company may not apply; null where the programme has none left, so the next programme's. */
export type Bar = {
  /** From 1 within the application. */
  readonly n: number;
  /** `open` while it holds. */
  readonly state: BarState;
  /** Number of the barred round; null where the programme has no later one. */
  readonly round: number | null;
  /** Day of that round's review, ISO; null as for `round`. */
  readonly until: string | null;
};

/** What kind of duty it is. */
export type ObligationKind = 'closing-report' | 'demo-meeting' | 'follow-up';
/** How far a duty has come. */
export type ObligationState = 'scheduled' | 'due' | 'overdue' | 'received' | 'accepted' | 'returned' | 'waived';
/** A duty after the award, such as a report, with its last day. */
export type Obligation = {
  /** Within the application, such as `closing-report` or `follow-up-1`. */
  readonly id: string;
  /** What has to be done. */
  readonly kind: ObligationKind;
  /** Last day, inclusive; null until it is set (the day of a meeting). Stored once, changed by `obligation.extend` alone. */
  readonly due: string | null;
  /** How far it has come; `returned` sends it back to the company. */
  readonly state: ObligationState;
};

/** Whether what was promised is public. */
export type PublicationState = 'open' | 'kept' | 'watch-list' | 'waived';
/** A publication that the form promised for a bonus item. */
export type PromisedPublication = { readonly item: string; readonly state: PublicationState };

/** What the log says about one application: the sum of its events, and nothing that is not in them. */
export type CaseFile = {
  /** ULID; the public never sees it. */
  readonly id: string;
  /** 統一編號 of the applicant, eight digits. */
  readonly ubn: string;
  /** Year of the programme, ROC, and the hash of the rules it was begun under. */
  readonly programme: { readonly id: string; readonly hash: string };
  /** Id of the category in the programme's data. */
  readonly category: string;
  /** The main state; what the company is told of it is its public state. */
  readonly main: MainState;
  /** When the main state was entered (ISO instant). */
  readonly since: string;
  /** When what the company sees last changed: never when something changed that it does not see. */
  readonly publicSince: string;
  /** By id of the section: how often it was saved, and the hash of what it holds. */
  readonly sections: Readonly<Record<string, { readonly version: number; readonly hash: string }>>;
  /** As they were sent, the first one first; empty while it is a draft. */
  readonly forms: readonly FormVersion[];
  /** Null until it is sent. */
  readonly receiptNo: string | null;
  /** Number of the round within its category; null until it is sent. */
  readonly round: number | null;
  /** What the programme said when it was sent; null before. */
  readonly rules: Rules | null;
  /** In the order they were asked for; empty when none was. */
  readonly supplements: readonly Supplement[];
  /** One for each reviewer: who is assigned again begins anew. */
  readonly reviews: readonly Review[];
  /** The first one first; corrections follow what they correct. */
  readonly decisions: readonly DecisionRecord[];
  /** Null unless computing was granted. */
  readonly award: Award | null;
  /** In the order they were recorded. */
  readonly breaches: readonly Breach[];
  /** In the order they were imposed, lifted ones too. */
  readonly bars: readonly Bar[];
  /** Set when the use starts; empty before, and where the programme asks for none. */
  readonly obligations: readonly Obligation[];
  /** What the form promised to publish, from the award on. */
  readonly publications: readonly PromisedPublication[];
  /** Left out before the first request. */
  readonly changes?: readonly ChangeRequest[];
  /** Why it was not accepted: condition ids, or none when a supplement was overdue. */
  readonly refusedFor: {
    /** Ineligible by the screening, or a supplement that never came. */
    readonly reason: 'ineligible' | 'supplement-overdue';
    /** Ids of the conditions that were not met; empty for an overdue supplement. */
    readonly conditions: readonly string[];
  } | null;
};

export function emptyCaseFile(id: string): CaseFile {
  return {
    id,
    ubn: '',
    programme: { id: '', hash: '' },
    category: '',
    main: 'draft',
    since: '',
    publicSince: '',
    sections: {},
    forms: [],
    receiptNo: null,
    round: null,
    rules: null,
    supplements: [],
    reviews: [],
    decisions: [],
    award: null,
    breaches: [],
    bars: [],
    obligations: [],
    publications: [],
    refusedFor: null,
  };
}

/** The rules copied at submission. @throws TypeError before that. */
export function rulesIn({ rules, id }: CaseFile): Rules {
  if (!rules) throw new TypeError(`application ${id} has no rules yet: it was never submitted`);
  return rules;
}

/** The last decision that was told to the public, or null. */
export function publishedDecision({ decisions }: CaseFile): DecisionRecord | null {
  return decisions.findLast(({ publishedIn }) => publishedIn !== null) ?? null;
}

/** The decision that is held until the round is published, or null. */
export function heldDecision({ decisions }: CaseFile): DecisionRecord | null {
  return decisions.findLast(({ publishedIn, reopened }) => publishedIn === null && !reopened) ?? null;
}

/** Does this application stand in the way of a second one of the same company and category? Until its use is over, it does. */
export function isLive({ main, award }: CaseFile): boolean {
  if (main === 'approved') return award !== null && award.state !== 'ended';
  return !finalStates.includes(main);
}
