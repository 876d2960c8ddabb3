import { type CaseFile, pointsOf } from '@aipower/applications';
import { memoOf } from '../../memo.ts';

/** The points of a round. What nobody has said is null. */
export interface Account {
  readonly offered: number | null;
  /** By what most reviewers propose. */
  readonly proposed: number;
  readonly held: number;
  readonly given: number;
  /** Reported as used. */
  readonly used: number;
  /** Whether some days of use are reported as unknown: then `used` is the least. */
  readonly hasUnknownUse: boolean;
  readonly returned: number;
  readonly left: number | null;
}

export function accountOf(cases: readonly CaseFile[], offered: number | null, proposed: number): Account {
  const sums = sumsOf(cases);
  return { offered, proposed, ...sums, left: offered === null ? null : offered - sums.held - sums.given };
}

/** Added up once for as long as no application of the round changes. */
const sumsOf = memoOf((cases: readonly CaseFile[]) => {
  const sums = { held: 0, given: 0, used: 0, hasUnknownUse: false, returned: 0 };
  for (const state of cases) {
    const { held, given } = pointsOf(state);
    sums.held += held;
    sums.given += given;
    sums.returned += state.award?.returned ?? 0;
    for (const points of Object.values(state.award?.usage ?? {})) {
      sums.used += points ?? 0;
      sums.hasUnknownUse ||= points === null;
    }
  }
  return sums;
});
