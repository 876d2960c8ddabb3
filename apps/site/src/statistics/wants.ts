import { lastForms } from '@aipower/applications/storage';
import { matchApplication } from '@aipower/matcher';
import { type Application, formFields, type Programme } from '@aipower/programme';
import { itemCodes } from '@aipower/taxonomy';
import type { Deps } from '../deps.ts';
import { knownPerItem } from '../presenters/valid-per-item.ts';

/** What one application asks for: fields of industry of its form, and items of the catalogue found in its text. */
interface Want {
  readonly hash: string;
  readonly programme: string;
  readonly domains: readonly string[];
  readonly items: readonly string[];
}

/** Most items counted for one application: the first ones carry the need, the later ones are means. */
const MAX_ITEMS = 3;
const DOMAINS = 'domains';

const known = new WeakMap<object, Map<string, Want>>();

/** What the applications of a programme ask for; each form is read once in the life of a process. */
async function wantsOf({ desk, workQueue }: Deps, programme: string): Promise<readonly Want[]> {
  const cache = known.get(desk.database) ?? new Map<string, Want>();
  known.set(desk.database, cache);
  const { current, fresh } = await lastForms(desk.database, (id, hash) => cache.get(id)?.hash === hash);
  for (const { application, hash, programme: under, form } of fresh) {
    const category = String(form['category'] ?? '');
    const matches = under.categories.some(({ id }) => id === category)
      ? await workQueue.run(() => matchApplication(under, category, form as Application))
      : null;
    const domains = form[DOMAINS];
    cache.set(application, {
      hash,
      programme: under.id,
      domains: Array.isArray(domains) ? domains.map(String) : [],
      items: matches?.decision === 'matched' ? matches.matches.slice(0, MAX_ITEMS).map(({ code }) => code) : [],
    });
  }
  return [...current.keys()].flatMap((id) => {
    const want = cache.get(id);
    return want?.programme === programme ? [want] : [];
  });
}

/**
 * What applications ask for, in the order of the form and of the catalogue; `providers`: with a valid registration for an item,
 * `null` while no list is loaded that could say.
 */
export interface Demand {
  readonly domains: readonly { readonly id: string; readonly n: number }[];
  readonly items: readonly { readonly code: string; readonly n: number; readonly providers: number | null }[];
  /** Applications whose forms were read: those that were sent and not withdrawn. */
  readonly of: number;
  /** Applications in whose text no item was found for certain. */
  readonly unmatched: number;
}

export async function demandOf(deps: Deps, programme: Programme, today: string): Promise<Demand> {
  const wants = await wantsOf(deps, programme.id);
  const [domains, items] = [countBy(wants.map((one) => one.domains)), countBy(wants.map((one) => one.items))];
  const providers = knownPerItem(deps.register, today);
  return {
    domains: domainsOf(programme).map(({ id }) => ({ id, n: domains.get(id) ?? 0 })),
    items: itemCodes.map((code) => ({
      code,
      n: items.get(code) ?? 0,
      providers: providers && (providers.get(code) ?? 0),
    })),
    of: wants.length,
    unmatched: wants.filter((one) => one.items.length === 0).length,
  };
}

/** The fields of industry that the form of a programme offers, in its order; none where it does not ask. */
export function domainsOf(programme: Programme) {
  const fields = programme.categories.flatMap(({ id }) => formFields(programme, id));
  return fields.find(({ id }) => id === DOMAINS)?.options ?? [];
}

function countBy(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const key of new Set(list)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
