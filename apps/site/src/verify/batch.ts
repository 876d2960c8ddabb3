import { type Claim, claimVerifier, type Verdict, type VerifyDays } from '@aipower/registry';
import type { Deps } from '../deps.ts';

/** Claims answered at once; more wait their turn with other large computations. */
const FEW = 20;

/**
 * What is the answer to each of these claims? Page and API ask here, so that both are answered from one state of the
 * register, whatever is imported meanwhile, and under the limits the registry has for a batch.
 *
 * @param take what is made of each verdict, a slice of the batch at a time
 * @param aborted true once nobody waits for the answer
 * @throws QueueFull when too many large computations wait; ClientAborted
 */
export function verifyBatch<T>(
  { register, workQueue }: Pick<Deps, 'register' | 'workQueue'>,
  claims: readonly Claim[],
  days: VerifyDays,
  take: (verdict: Verdict) => T,
  aborted: () => boolean,
): Promise<readonly T[]> {
  const verify = claimVerifier(register.snapshot(), days);
  const answer = (claim: Claim) => take(verify(claim));
  if (claims.length <= FEW) return Promise.resolve(claims.map(answer));
  return workQueue.map(claims, answer, aborted);
}

/** Whether a batch is answered a slice at a time. */
export const isLarge = (claims: readonly Claim[]): boolean => claims.length > FEW;
