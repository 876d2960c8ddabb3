import type { Programme } from '@aipower/programme';
import { type CaseFile, heldDecision, type Outcome, publishedDecision } from './case-file.ts';

/** One line of a published list: a company and what the programme lets be told of it. */
export type PublicRow = {
  /** Id of the application: joins a correction to what it corrects, and is told to nobody. */
  readonly application: string;
  /** As it was decided. */
  readonly outcome: Outcome;
  /** Name as the form states it. */
  readonly company: string;
  /** 統一編號; left out where the programme does not let it be told. */
  readonly ubn?: string;
  /** Title of the project; left out as for `ubn`. */
  readonly topic?: string;
  /** Such as `L2`, null where nothing is granted; left out as for `ubn`. */
  readonly level?: string | null;
  /** Points granted; left out as for `ubn`. */
  readonly points?: number;
};

/** How often a reason stood against an application of the round: `criterion:importance`, `capacity`, `condition:industry`. */
export type ReasonCount = { readonly code: string; readonly count: number };

/** What a publication tells in public. `unlisted`: applications that it decides and does not name. */
export type PublicList = {
  /** In the order of the companies' names. */
  readonly rows: readonly PublicRow[];
  /** Ids of the applications. */
  readonly unlisted: readonly string[];
  /** Over the whole round so far, the most frequent first; null where the programme tells none. */
  readonly reasons: readonly ReasonCount[] | null;
};

/**
 * What may be told of a round when it is published, by the programme's own rule (`desk.results`). Pure.
 *
 * @param cases every application of the round, as it stands right before the publication.
 * @param formOf the last form of an application that is told now.
 */
export function publicListOf(
  { desk: { results } }: Programme,
  cases: readonly CaseFile[],
  formOf: (state: CaseFile) => Readonly<Record<string, unknown>>,
): PublicList {
  const decided = cases.filter(({ main }) => main === 'decided');
  const listed = decided.filter((state) => results.outcomes.includes(heldDecision(state)!.outcome));
  const rows = listed.map((state): PublicRow => {
    const { outcome, level, points } = heldDecision(state)!;
    const { companyName, topic } = formOf(state);
    const more = { ubn: state.ubn, topic: String(topic ?? ''), level, points };
    const told = Object.fromEntries(results.more.map((name) => [name, more[name]]));
    return { application: state.id, outcome, company: String(companyName ?? state.ubn), ...told };
  });
  return {
    // In the order of the names: the order of the numbers would tell who applied first.
    rows: rows.sort((a, b) => (a.company < b.company ? -1 : a.company > b.company ? 1 : 0)),
    unlisted: decided.filter((state) => !listed.includes(state)).map(({ id }) => id),
    reasons: results.reasons ? reasonCounts(cases) : null,
  };
}

function reasonCounts(cases: readonly CaseFile[]): readonly ReasonCount[] {
  const counts = new Map<string, number>();
  for (const code of cases.flatMap(reasonCodes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** Why an application was not accepted or not approved, each code once. */
export function reasonCodes(state: CaseFile): readonly string[] {
  const { main, refusedFor } = state;
  if (main === 'not-accepted' && refusedFor) {
    if (refusedFor.reason === 'supplement-overdue') return ['supplement-overdue'];
    return refusedFor.conditions.map((id) => `condition:${id}`);
  }
  const decision = main === 'decided' ? heldDecision(state) : publishedDecision(state);
  if (!decision || decision.outcome === 'approved') return [];
  return [...new Set(decision.because ?? [])].map((code) => (code === 'capacity' ? code : `criterion:${code}`));
}
