import type { ProjectItem } from './project-items.ts';

/** An application that needs reviewers. */
export interface Wanting {
  readonly id: string;
  readonly items: readonly ProjectItem[];
  /** Who reviews it already. */
  readonly assigned: readonly string[];
  /** Who cannot: a conflict, or stepped aside. */
  readonly barred: readonly string[];
}
export interface Candidate {
  readonly id: string;
  readonly items: readonly string[];
  /** Applications they have already. */
  readonly load: number;
}
export interface Suggestion {
  readonly reviewer: string;
  /** The project's items that the reviewer knows; none where the load alone decided. */
  readonly because: readonly string[];
}

/** The items of a project that somebody knows: by the item itself, its group or its tier. */
export function knownItems(items: readonly ProjectItem[], expertise: readonly string[]): readonly ProjectItem[] {
  return items.filter(({ code }) => expertise.some((known) => code === known || code.startsWith(`${known}.`)));
}

/** How well a reviewer fits, 0 to 1: how likely it is that at least one known item is asked for. */
export function fitOf(items: readonly ProjectItem[], expertise: readonly string[]): number {
  return 1 - knownItems(items, expertise).reduce((none, { score }) => none * (1 - score), 1);
}

/**
 * Who should read what: everybody gets about the same number, and within that the reviewer who knows the project's items.
 * The applications that fewest can read are served first. Pure; equals are decided by id, so the same round gives the same plan.
 *
 * @param each reviewers wanted for an application, those it has already among them
 */
export function planReviewers(
  applications: readonly Wanting[],
  candidates: readonly Candidate[],
  each: number,
): ReadonlyMap<string, readonly Suggestion[]> {
  const load = new Map(candidates.map((one) => [one.id, one.load]));
  const able = ({ assigned, barred }: Wanting) =>
    candidates.filter(({ id }) => !assigned.includes(id) && !barred.includes(id));
  const missing = (one: Wanting) => Math.max(0, each - one.assigned.length);
  const wanted = applications.reduce((sum, one) => sum + missing(one), 0);
  const given = candidates.reduce((sum, one) => sum + one.load, 0);
  const fair = Math.ceil((wanted + given) / Math.max(1, candidates.length));
  const plan = new Map<string, Suggestion[]>(applications.map(({ id }) => [id, []]));
  const choices = new Map(applications.map((one) => [one.id, able(one).length]));
  const inOrder = [...applications].sort((a, b) => choices.get(a.id)! - choices.get(b.id)! || (a.id < b.id ? -1 : 1));
  for (const one of inOrder) {
    const free = new Set(able(one).map(({ id }) => id));
    for (let n = missing(one); n > 0 && free.size > 0; n--) {
      const chosen = bestOf(one, candidates, free, load, fair);
      free.delete(chosen.id);
      load.set(chosen.id, load.get(chosen.id)! + 1);
      const because = knownItems(one.items, chosen.items).map(({ code }) => code);
      plan.get(one.id)!.push({ reviewer: chosen.id, because });
    }
  }
  return plan;
}

function bestOf(
  { items }: Wanting,
  candidates: readonly Candidate[],
  free: ReadonlySet<string>,
  load: ReadonlyMap<string, number>,
  fair: number,
): Candidate {
  const able = candidates.filter(({ id }) => free.has(id));
  const within = able.filter(({ id }) => load.get(id)! < fair);
  const least = Math.min(...able.map(({ id }) => load.get(id)!));
  const pool = within.length > 0 ? within : able.filter(({ id }) => load.get(id) === least);
  const fits = new Map(pool.map((one) => [one.id, fitOf(items, one.items)]));
  return pool.reduce((best, one) => {
    const by = fits.get(one.id)! - fits.get(best.id)!;
    const less = load.get(best.id)! - load.get(one.id)!;
    return by > 1e-9 || (Math.abs(by) <= 1e-9 && (less > 0 || (less === 0 && one.id < best.id))) ? one : best;
  });
}
