import type { Verdict } from '@aipower/registry';
import type { z } from 'zod';
import type { verdict as verdictSchema } from './schemas/verification.ts';
import { certificateShape } from './shapes.ts';

type Deep<T> = T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T;
export type VerdictShape = Deep<z.output<typeof verdictSchema>>;

/** A verdict of the register as the API gives it: the certificate judged first, the others beside it. */
export function verdictShape(one: Verdict, origin: string): VerdictShape {
  const { id, claim, day, verdict, reason, since, today, relation, match, matches, cautions, suggestions } = one;
  const days = { origin, on: day, today: today.day };
  return {
    id,
    claim,
    day,
    verdict,
    reason,
    since,
    today,
    relation,
    holder: match?.holder ?? null,
    certificate: match && certificateShape(match.certificate, days),
    others: matches.slice(1).map((other) => certificateShape(other.certificate, days)),
    cautions,
    suggestions,
  };
}
