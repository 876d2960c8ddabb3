import type { CaseFile, ChangeRequest } from '../case-file.ts';

/** A request that still waits for a decision. */
export function openChange({ changes }: CaseFile, n: number): ChangeRequest | undefined {
  return changes?.find((one) => one.n === n && one.state === 'open');
}

/** The requests after one of them was settled. */
export function settled({ changes = [] }: CaseFile, n: number, change: Partial<ChangeRequest>): Partial<CaseFile> {
  return { changes: changes.map((one) => (one.n === n ? { ...one, ...change } : one)) };
}
