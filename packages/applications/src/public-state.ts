import { type CaseFile, publishedDecision } from './case-file.ts';
import type { CommandType } from './command.ts';
import type { MainState } from './states.ts';

/** What the company is told about its application: pages, mails and API read this and never the main state. */
export const publicCodes = [
  'draft',
  'withdrawn',
  'lapsed',
  'submitted',
  'screening',
  'supplement-requested',
  'supplement-overdue',
  'not-accepted',
  'expert-review',
  'result-pending',
  'approved',
  'waitlisted',
  'declined',
] as const;
/** One of {@link publicCodes}. */
export type PublicCode = (typeof publicCodes)[number];

/** All that a company may be told of its application: a held decision does not show in it. */
export type PublicState = {
  /** What it is called, see {@link publicWords}. */
  readonly code: PublicCode;
  /** ISO instant since which this is so. */
  readonly since: string;
  /** Level and points, once published. */
  readonly level: string | null;
  /** Null before the publication, and where nothing is granted. */
  readonly points: number | null;
  /** How far the use of an award has come; null without one. */
  readonly award: NonNullable<CaseFile['award']>['state'] | null;
  /** What the company may do now. */
  readonly mayDo: readonly CommandType[];
};

/** The public state of a case file. Pure: the same for every outcome while a decision is held. */
export function publicState(state: CaseFile): PublicState {
  const code = publicCode(state);
  const told = publishedDecision(state);
  return {
    code,
    since: state.publicSince,
    level: told?.level ?? null,
    points: told && told.outcome === 'approved' ? told.points : null,
    award: state.award?.state ?? null,
    mayDo: mayDo(state, code),
  };
}

const inReview: readonly MainState[] = ['under-review', 'scored', 'in-meeting', 'decided'];

/**
 * A decision, its reopening and its correction show only when they are published. From the first decision on the code is
 * `result-pending`, or the result that was published before, whatever happens inside.
 */
export function publicCode(state: CaseFile): PublicCode {
  const { main } = state;
  if (inReview.includes(main)) {
    const told = publishedDecision(state);
    if (told) return told.outcome;
    if (state.decisions.length > 0 || main === 'in-meeting') return 'result-pending';
    // Without a meeting the decision follows the scores at once, so the code must not change between the two.
    return main === 'scored' && state.rules?.meeting === false ? 'result-pending' : 'expert-review';
  }
  if (main === 'supplement-requested') {
    return state.supplements.at(-1)?.state === 'overdue' ? 'supplement-overdue' : 'supplement-requested';
  }
  if (main === 'resubmitted') return 'submitted';
  return main === 'eligible' ? 'expert-review' : (main as PublicCode);
}

/** Everything of the public state except its time, as one text: two case files with the same key look the same. */
export function publicKey(state: CaseFile): string {
  const told = publishedDecision(state);
  const { award, supplements, changes } = state;
  return JSON.stringify([
    changes?.map(({ state: stage }) => stage),
    publicCode(state),
    told?.publishedIn,
    award?.state,
    award?.acceptedOn,
    supplements.at(-1)?.due,
    state.forms.length,
  ]);
}

const always: Readonly<Record<PublicCode, readonly CommandType[]>> = {
  draft: ['section.save', 'category.change', 'submit', 'draft.discard'],
  withdrawn: [],
  lapsed: [],
  submitted: ['withdraw'],
  screening: ['withdraw'],
  'supplement-requested': ['supplement.save', 'supplement.submit', 'withdraw'],
  'supplement-overdue': ['withdraw'],
  'not-accepted': [],
  'expert-review': ['withdraw'],
  'result-pending': ['withdraw'],
  approved: [],
  waitlisted: ['withdraw'],
  declined: [],
};

function mayDo(state: CaseFile, code: PublicCode): readonly CommandType[] {
  if (code === 'submitted' && state.main === 'submitted' && state.rules?.revise !== 'never')
    return ['revise', 'withdraw'];
  if (code !== 'approved' || !state.award) return always[code];
  const { award, rules, obligations, changes } = state;
  const accept = award.state === 'awarded' && rules?.acceptWithinDays !== null && award.acceptedOn === null;
  const deliver = obligations.some(
    ({ kind, state: one }) => kind !== 'demo-meeting' && ['scheduled', 'due', 'overdue', 'returned'].includes(one),
  );
  const running = ['active', 'idle-noticed', 'suspended'].includes(award.state);
  const asked = changes?.some(({ state: one }) => one === 'open') ?? false;
  return [
    ...(running && rules?.changeRequests ? [asked ? ('change.withdraw' as const) : ('change.request' as const)] : []),
    ...(accept ? (['award.accept'] as const) : []),
    ...(award.state === 'ended' ? [] : (['award.renounce'] as const)),
    ...(deliver ? (['obligation.deliver'] as const) : []),
  ];
}
