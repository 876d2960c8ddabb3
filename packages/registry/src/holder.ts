import { isUbn, ubnDigits } from '@aipower/taiwan/ubn';
import { nameKey, type Provider } from './provider.ts';

/**
 * How the holder of a certificate stands to whoever claims it, read from the claimant's side: `branch-of` says the
 * claimant is a branch of the holder, `successor-of` that the claimant took over from the holder.
 */
export type Relation =
  | 'same'
  | 'former-name'
  | 'branch-of'
  | 'head-office-of'
  | 'successor-of'
  | 'predecessor-of'
  | 'unrelated'
  | 'unknown';

export type HolderCaution = 'ubn-contradicts-name' | 'name-differs' | 'claimant-ubn-invalid' | 'claimant-ubn-checksum';

export interface HolderFinding {
  readonly relation: Relation;
  /** Which fact decided. */
  readonly by: 'ubn' | 'name' | 'none';
  readonly cautions: readonly HolderCaution[];
}

export interface Claimant {
  readonly ubn?: string | null | undefined;
  readonly name?: string | null | undefined;
}

function byName(holder: Provider, name: string): 'same' | 'former-name' | 'unrelated' {
  const key = nameKey(name);
  if (key === nameKey(holder.name) || (holder.nameEn !== null && key === nameKey(holder.nameEn))) return 'same';
  return holder.formerNames.some((former) => nameKey(former) === key) ? 'former-name' : 'unrelated';
}

function kin(holder: Provider, ubn: string, claimant: Provider | null): Relation {
  if (claimant?.headOfficeUbn === holder.ubn) return 'branch-of';
  if (holder.headOfficeUbn === ubn) return 'head-office-of';
  if (holder.successorUbn === ubn || claimant?.predecessorUbn === holder.ubn) return 'successor-of';
  if (holder.predecessorUbn === ubn || claimant?.successorUbn === holder.ubn) return 'predecessor-of';
  return 'unrelated';
}

/**
 * How does the holder relate to the claimant? An id beats a name: with a 統一編號 the name only adds cautions.
 *
 * @param claimant what the claim says; blanks count as nothing said.
 * @param known what the register knows under the claimant's 統一編號, `null` when nothing.
 * @returns `unknown` when the claim names nobody, or only a malformed 統一編號. Cautions: `ubn-contradicts-name` (another
 *   number under the holder's own name), `name-differs`, `claimant-ubn-invalid`, `claimant-ubn-checksum`.
 */
export function relate(holder: Provider, claimant: Claimant, known: Provider | null): HolderFinding {
  const ubn = ubnDigits(claimant.ubn ?? '');
  const name = (claimant.name ?? '').trim();
  const named = nameKey(name) === '' ? null : byName(holder, name);
  if (ubn === '') {
    return { relation: named ?? 'unknown', by: named ? 'name' : 'none', cautions: [] };
  }
  if (ubn === holder.ubn) {
    return { relation: 'same', by: 'ubn', cautions: named === 'unrelated' ? ['name-differs'] : [] };
  }
  if (!/^\d{8}$/.test(ubn) || ubn === '00000000') {
    return { relation: 'unknown', by: 'none', cautions: ['claimant-ubn-invalid'] };
  }
  const cautions: HolderCaution[] = isUbn(ubn) ? [] : ['claimant-ubn-checksum'];
  if (named === 'same' || named === 'former-name') cautions.push('ubn-contradicts-name');
  return { relation: kin(holder, ubn, known), by: 'ubn', cautions };
}
