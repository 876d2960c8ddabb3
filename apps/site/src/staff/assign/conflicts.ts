import type { Employer } from '@aipower/applications/storage';
import type { Provider } from '@aipower/registry';
import { coreKey, nameParts, specialOf } from '@aipower/taiwan/firm-name';

/**
 * Why a reviewer may be bound to a company: the very firm by number, a firm that the register joins to it, the very firm by
 * name; or only the same special name (特取名稱), as firms of one group have.
 */
export type ConflictKind = 'same-number' | 'joined' | 'same-name' | 'same-group';

export interface Conflict {
  readonly kind: ConflictKind;
  /** The employer as the reviewer gave it. */
  readonly employer: string;
}

/** Kinds that stand in the way of an assignment. A special name alone is a hint for a person. */
export const certain: readonly ConflictKind[] = ['same-number', 'joined', 'same-name'];

/** Two Chinese characters are the least that can single out a group. */
const MIN_LENGTH = 2;

/** @param provider the register, by 統一編號 */
export function conflictsOf(
  employers: readonly Employer[],
  applicant: { readonly ubn: string; readonly name: string },
  provider: (ubn: string) => Provider | null,
): readonly Conflict[] {
  if (employers.length === 0) return [];
  const own = nameParts(applicant.name);
  return employers.flatMap(({ ubn, name }): Conflict[] => {
    const employer = [name, ubn].filter(Boolean).join(' ');
    if (ubn === applicant.ubn) return [{ kind: 'same-number', employer }];
    if (ubn !== null && areJoined(provider(ubn), provider(applicant.ubn), ubn, applicant.ubn)) {
      return [{ kind: 'joined', employer }];
    }
    const known = name === '' && ubn !== null ? (provider(ubn)?.name ?? '') : name;
    if (known === '') return [];
    const other = nameParts(known);
    // The same core under two numbers is two firms; what joins them then is the special name.
    if (ubn === null && coreKey(own) === coreKey(other)) return [{ kind: 'same-name', employer }];
    const special = specialOf(own).trim();
    return special.length >= MIN_LENGTH && special === specialOf(other).trim()
      ? [{ kind: 'same-group', employer }]
      : [];
  });
}

function areJoined(one: Provider | null, other: Provider | null, a: string, b: string): boolean {
  const relatives = (provider: Provider | null) =>
    provider ? [provider.headOfficeUbn, provider.predecessorUbn, provider.successorUbn] : [];
  const heads = [one?.headOfficeUbn, other?.headOfficeUbn];
  return relatives(one).includes(b) || relatives(other).includes(a) || (Boolean(heads[0]) && heads[0] === heads[1]);
}
