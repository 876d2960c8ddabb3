import type { Actor } from './actor.ts';
import type { CaseFile } from './case-file.ts';
import type { Facts } from './context.ts';
import { type Accepted, decide } from './decide.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { finalStates } from './states.ts';
import { hashOf } from './text-hash.ts';

/** A wish to publish a round of a category, by one person and confirmed by another. */
export type RoundPublication = {
  /** Id of the category in the programme's data. */
  readonly category: string;
  /** Number within the category, from 1. */
  readonly round: number;
  /** Number of this publication. */
  readonly publication: string;
  /** The chair who publishes. */
  readonly by: Actor;
  /** Somebody else of staff. */
  readonly confirmedBy: Actor;
};

/** The list as it is published: application, outcome, level, points, in the order of the application's number. */
export type PublishedRow = {
  /** Number of the application. */
  readonly receiptNo: string;
  /** One of `Outcome`. */
  readonly outcome: string;
  /** Such as `L2`; null where nothing is granted. */
  readonly level: string | null;
  /** 0 where nothing is granted. */
  readonly points: number;
};
/** The published list with its hash, and the events of each application by its id. */
export type PublishedRound = {
  /** In the order of the application's number. */
  readonly list: readonly PublishedRow[];
  /** SHA-256 of the list's canonical text, hex. */
  readonly listHash: string;
  /** By id of the application. */
  readonly decisions: ReadonlyMap<string, Accepted>;
};

/**
 * Tell a round's decisions, all together. Every application of the round must be decided, moved to another round or closed;
 * after the first publication only what was corrected or promoted is told.
 *
 * @param cases every application of the programme; others than the round's are left alone.
 * @param factsOf the form and programme of an application, for what an award begins with.
 */
export function publishRound(
  cases: readonly CaseFile[],
  { category, round, publication, by, confirmedBy }: RoundPublication,
  factsOf: (state: CaseFile) => Facts,
  now: string,
): PublishedRound | Refusal {
  const ofRound = cases.filter((one) => one.category === category && one.round === round);
  const { decided, undecided, list, listHash } = roundList(ofRound);
  if (undecided.length > 0) return refuse('undecided', { applications: undecided.map(({ id }) => id) });
  const decisions = new Map<string, Accepted>();
  for (const state of decided) {
    const command = { type: 'round.publish', by, confirmedBy, publication, listHash } as const;
    const result = decide(state, command, { ...factsOf(state), undecided: [] }, now);
    if (isRefusal(result)) return { ...result, detail: { ...result.detail, application: state.id } };
    decisions.set(state.id, result);
  }
  return { list, listHash, decisions };
}

/** What the publication of a round would tell now, and what stands in its way. */
export type RoundList = {
  /** Applications whose held decision the list would tell. */
  readonly decided: readonly CaseFile[];
  /** Neither decided, closed nor moved to another round. */
  readonly undecided: readonly CaseFile[];
  /** In the order of the application's number. */
  readonly list: readonly PublishedRow[];
  /** SHA-256 of the list's canonical text, hex: what two persons confirm. */
  readonly listHash: string;
};

/** What the publication of a round would tell now. @param cases every application of the round. */
export function roundList(cases: readonly CaseFile[]): RoundList {
  const decided = cases.filter(({ main }) => main === 'decided');
  const undecided = cases.filter(({ main }) => {
    return main !== 'decided' && main !== 'waitlisted' && !finalStates.includes(main);
  });
  const list = decided
    .map(({ receiptNo, decisions }): PublishedRow => {
      const { outcome, level, points } = decisions.at(-1)!;
      return { receiptNo: receiptNo!, outcome, level, points };
    })
    .sort((a, b) => (a.receiptNo < b.receiptNo ? -1 : 1));
  return { decided, undecided, list, listHash: hashOf(list) };
}
