import { compareFirmName, type NameComparison } from '@aipower/taiwan/firm-name';
import { isUbn, ubnDigits } from '@aipower/taiwan/ubn';
import { nameKey, type Provider } from './provider.ts';

/**
 * How the holder of a certificate stands to whoever claims it, read from the claimant's side: `branch-of` says the
 * claimant is a branch of the registered provider, `successor-of` that the claimant took over from the holder.
 */
/** How a claimant can stand to the holder of a certificate. */
export const relations = [
  'same',
  'former-name',
  'branch-of',
  'head-office-of',
  'successor-of',
  'predecessor-of',
  'unrelated',
  'unknown',
] as const;
/** One of {@link relations}. */
export type Relation = (typeof relations)[number];

/** What a person should look at where a claimant is compared with a holder. */
export const holderCautions = [
  'ubn-contradicts-name',
  'name-differs',
  /** The name leaves out the organisation form or the country, and contradicts nothing. */
  'name-abbreviated',
  /** The name is the holder's but for one slip that makes no other word. */
  'name-misspelt',
  /** The name is near the holder's; whether it is the same firm is for a person. */
  'name-unsure',
  /** The claimant calls itself a branch of the holder. */
  'names-a-branch',
  'claimant-ubn-invalid',
  'claimant-ubn-checksum',
] as const;
/** What a reader should know beside a holder's relation. */
export type HolderCaution = (typeof holderCautions)[number];

/** How a claimant and the holder of a certificate are related. */
export interface HolderFinding {
  /** Whether it is the same firm, or could not be told. */
  readonly relation: Relation;
  /** Which fact decided. */
  readonly by: 'ubn' | 'name' | 'none';
  /** What a person should look at; never changes the relation. */
  readonly cautions: readonly HolderCaution[];
  /** How the claimant's name compares with the holder's; `null` when the claim has no name. */
  readonly name: NameComparison | null;
}

/** Who claims a certificate, by number, name or both. */
export interface Claimant {
  /** Any writing; blank is the same as left out. */
  readonly ubn?: string | null | undefined;
  /** Any writing; blank is the same as left out. */
  readonly name?: string | null | undefined;
}

/** An equal spelling needs no reading: it is what most claims have. */
function byName(holder: Provider, name: string): NameComparison {
  const key = nameKey(name);
  const same = (registered: string | null): boolean => registered !== null && nameKey(registered) === key;
  if (same(holder.name)) return exactly('full-name', holder.name, 'current');
  if (same(holder.nameEn)) return exactly('english-name', holder.nameEn!, 'english');
  const former = holder.formerNames.find(same);
  if (former !== undefined) return exactly('former-name', former, 'former');
  return compareFirmName(name, holder);
}

const exactly = (
  reason: NameComparison['reason'],
  name: string,
  role: NonNullable<NameComparison['as']>['role'],
): NameComparison => ({ verdict: 'same', reason, as: { name, role }, branch: null });

/** What a name alone says of the relation. Near is not unrelated, and not the same either: it is not known. */
function relationByName({ verdict, as }: NameComparison): Relation {
  if (verdict === 'different') return 'unrelated';
  if (verdict === 'unsure') return 'unknown';
  return as?.role === 'former' ? 'former-name' : 'same';
}

function nameCautions({ verdict, reason, branch }: NameComparison): HolderCaution[] {
  const cautions: HolderCaution[] = branch === null || verdict === 'different' ? [] : ['names-a-branch'];
  if (verdict === 'likely') cautions.push(reason.startsWith('slip') ? 'name-misspelt' : 'name-abbreviated');
  if (verdict === 'unsure') cautions.push('name-unsure');
  return cautions;
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
 * @param known what the register knows under the claimant's 統一編號, or under its name where that is all it says; `null` when nothing.
 * @returns `unknown` when the claim names nobody, only a malformed 統一編號, or only a name that is near the holder's (caution `name-unsure`).
 *   A name that is the holder's in all but its form or one slip counts as the holder's, with a caution that says so.
 */
export function relate(holder: Provider, claimant: Claimant, known: Provider | null): HolderFinding {
  const ubn = ubnDigits(claimant.ubn ?? '');
  const text = (claimant.name ?? '').trim();
  const name = nameKey(text) === '' ? null : byName(holder, text);
  if (ubn === '') {
    if (name === null) return { relation: 'unknown', by: 'none', cautions: [], name };
    // Near the holder's name, and another firm's own: it means that firm.
    const another = name.verdict !== 'same' && known !== null && known.ubn !== holder.ubn;
    if (another) return { relation: kin(holder, known.ubn, known), by: 'name', cautions: [], name };
    return { relation: relationByName(name), by: 'name', cautions: nameCautions(name), name };
  }
  if (ubn === holder.ubn) {
    // The number says who it is; a name that is not the holder's may be a new one.
    const known = name === null || name.verdict === 'same' || name.verdict === 'likely';
    const cautions: HolderCaution[] = known ? (name ? nameCautions(name) : []) : ['name-differs'];
    return { relation: 'same', by: 'ubn', cautions, name };
  }
  if (!/^\d{8}$/.test(ubn) || ubn === '00000000') {
    return { relation: 'unknown', by: 'none', cautions: ['claimant-ubn-invalid'], name };
  }
  const cautions: HolderCaution[] = isUbn(ubn) ? [] : ['claimant-ubn-checksum'];
  const relation = kin(holder, ubn, known);
  const holders = name?.verdict === 'same' || name?.verdict === 'likely';
  // A branch bears its head office's name and a number of its own: nothing is contradicted there.
  if (holders && name.branch !== null && relation === 'unrelated')
    return { relation: 'branch-of', by: 'name', cautions: [...cautions, ...nameCautions(name)], name };
  if (holders) cautions.push('ubn-contradicts-name');
  return { relation, by: 'ubn', cautions, name };
}
