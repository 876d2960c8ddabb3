import { typeName } from './type-name.ts';
import type { Claim } from './verdict.ts';
import type { VerifyDays } from './verify.ts';

const texts = ['id', 'number', 'ubn', 'name', 'on'] as const satisfies readonly (keyof Claim)[];
const known = new Set<string>(['scheme', 'ubnPadded', ...texts]);

/**
 * What JavaScript lets through and no claim can be: a 統一編號 as a number has lost its zeros, and a misspelt `number` would
 * ask whether the firm is registered at all.
 * @throws TypeError that names the place, what stands there and what was expected
 */
export function assertClaims(claims: readonly Claim[], days: VerifyDays): void {
  if (!Array.isArray(claims))
    throw new TypeError(`verify(claims): expected an array of claims, got ${typeName(claims)}`);
  if (typeof days !== 'object' || days === null)
    throw new TypeError(`verify(claims, days): expected { on, today }, got ${typeName(days)}`);
  for (const [i, claim] of claims.entries()) {
    const place = `verify(claims): claims[${i}]`;
    if (typeof claim !== 'object' || claim === null)
      throw new TypeError(`${place}: expected a claim such as { scheme: 'ai', number: '…' }, got ${typeName(claim)}`);
    for (const field of texts) {
      const value: unknown = claim[field];
      if (value !== undefined && value !== null && typeof value !== 'string')
        throw new TypeError(`${place}.${field}: expected text, got ${typeName(value)}`);
    }
    if (claim.number !== undefined) continue;
    const unknown = Object.keys(claim).find((key) => !known.has(key));
    if (unknown !== undefined)
      throw new TypeError(`${place}: a claim has no ${JSON.stringify(unknown)}; it has scheme, ${texts.join(', ')}`);
  }
}
