import { type CaseFile, pointsOf } from '@aipower/applications';

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
  const sum = (of: (state: CaseFile) => number) => cases.reduce((total, one) => total + of(one), 0);
  const use = cases.flatMap(({ award }) => Object.values(award?.usage ?? {}));
  const [held, given] = [sum((one) => pointsOf(one).held), sum((one) => pointsOf(one).given)];
  return {
    offered,
    proposed,
    held,
    given,
    used: use.reduce<number>((total, points) => total + (points ?? 0), 0),
    hasUnknownUse: use.includes(null),
    returned: sum(({ award }) => award?.returned ?? 0),
    left: offered === null ? null : offered - held - given,
  };
}
