import { indexOfHolders, type ProviderIndex } from './provider-index.ts';
import { cityKey, type RegisteredProvider } from './registered-provider.ts';

/** Why a provider is suggested. */
export type PartnerReason =
  | { readonly code: 'holds-items'; readonly items: readonly string[] }
  | { readonly code: 'same-city'; readonly city: string }
  | { readonly code: 'other-registrations'; readonly schemes: readonly string[] }
  | { readonly code: 'valid-until'; readonly day: string };

/** A provider that is registered for wanted items, and why it stands where it does. */
export interface Partner {
  /** As it was given. */
  readonly provider: RegisteredProvider;
  /** Share of the weight of the wanted items that it holds, 0 to 1. The reasons of code `holds-items` recompute it. */
  readonly score: number;
  /** `holds-items` first; the others only order equals. */
  readonly reasons: readonly PartnerReason[];
}

/** An item that is wanted, and how much: the score of the match, 0 to 1. */
export interface WantedItem {
  /** Of the catalogue, such as `4.6.1`. */
  readonly code: string;
  /** 0 to 1: how much it counts beside the others. */
  readonly score: number;
}

/** Who is left out, which city is preferred, and how many are named. */
export interface PartnerOptions {
  /** Left out of the answer: the applicant itself. */
  readonly except?: string | null | undefined;
  /** County or city, any writing: who sits there stands first among equals. */
  readonly city?: string | null | undefined;
  /** At most so many; 10 when left out. */
  readonly limit?: number | undefined;
}

/** As many as the whole country could register; more is a mistake of the caller. */
export const maxProviders = 200_000;

/**
 * Which registered providers hold the wanted items?
 *
 * Ranked by the share of the wanted weight they hold; then the same city, then more registrations, then 統一編號, so that
 * the order never hangs on the order of the input. A provider that holds none of the items is not in the answer.
 *
 * @param providers a list asked often should be frozen (`Object.freeze`): it is then indexed by item once.
 * @param limit 1 to 100, 10 when left out.
 * @throws TypeError for more than 200,000 providers, a limit outside its range, or a score outside 0 to 1.
 */
export function rankPartners(
  wanted: readonly WantedItem[],
  providers: readonly RegisteredProvider[],
  { except, city, limit = 10 }: PartnerOptions = {},
): readonly Partner[] {
  if (providers.length > maxProviders)
    throw new TypeError(`rankPartners(providers): ${providers.length}; at most ${maxProviders}`);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new TypeError(`rankPartners(limit): expected 1 to 100, got ${limit}`);
  const wrong = wanted.find(({ score }) => !(score >= 0 && score <= 1));
  if (wrong)
    throw new TypeError(`rankPartners(wanted): ${wrong.code}: expected a score from 0 to 1, got ${wrong.score}`);
  const weight = new Map(wanted.map(({ code, score }) => [code, score]));
  const codes = [...weight.keys()];
  if (total(weight) <= 0) return [];
  const index = indexOfHolders(providers, codes);
  const best = bestOf(index, weight, { except, city, limit });
  return best.map(({ at, score }) => {
    const provider = index.ordered[at]!;
    const items = codes.filter((code) => provider.items.includes(code));
    return { provider, score, reasons: reasons(provider, items, city) };
  });
}

/** A position in the index, and the share of the wanted weight held there. */
interface Ranked {
  readonly at: number;
  readonly score: number;
  /** 1 in the preferred city, else 0. */
  readonly near: 0 | 1;
}

const nobody = new Int32Array();

const total = (weight: ReadonlyMap<string, number>): number =>
  [...weight.values()].reduce((sum, score) => sum + score, 0);

/**
 * The first few, best first. Thousands may hold an item and a handful is named: of the others only numbers are read.
 */
function bestOf(
  { held, holders, entries, cities, cityNumbers }: ProviderIndex,
  weight: ReadonlyMap<string, number>,
  { except, city, limit }: PartnerOptions & { readonly limit: number },
): readonly Ranked[] {
  for (const [code, score] of weight) {
    const here = holders.get(code) ?? nobody;
    for (let i = 0; i < here.length; i++) {
      const at = here[i]!;
      held[at] = held[at]! < 0 ? score : held[at]! + score;
    }
  }
  if (except) for (const at of entries.get(except) ?? []) held[at] = -1;
  const all = total(weight);
  const near = city ? cityNumbers.get(cityKey(city)) : undefined;
  const best: Ranked[] = [];
  // What the last of them has, once there are as many as are named; nearness is 1 or 0.
  let lastScore = -1;
  let lastNear: 0 | 1 = 0;
  let lastAt = 0;
  for (const code of weight.keys()) {
    const here = holders.get(code) ?? nobody;
    for (let i = 0; i < here.length; i++) {
      const at = here[i]!;
      // Held is -1 for who was left out, and for who came up under another item: at the end for everybody again.
      if (held[at]! < 0) continue;
      const score = held[at]! / all;
      held[at] = -1;
      // Thousands are not among the first: what tells so makes nothing of them.
      if (score < lastScore) continue;
      const isNear: 0 | 1 = cities[at] === near ? 1 : 0;
      if (score === lastScore && (isNear < lastNear || (isNear === lastNear && at > lastAt))) continue;
      const one = { at, score, near: isNear };
      const place = best.findIndex((other) => isBefore(one, other));
      best.splice(place < 0 ? best.length : place, 0, one);
      if (best.length > limit) best.pop();
      if (best.length === limit) ({ score: lastScore, near: lastNear, at: lastAt } = best[limit - 1]!);
    }
  }
  return best;
}

function isBefore(a: Ranked, b: Ranked): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.near === b.near ? a.at < b.at : a.near > b.near;
}

function reasons(
  provider: RegisteredProvider,
  items: readonly string[],
  city: string | null | undefined,
): PartnerReason[] {
  const found: PartnerReason[] = [{ code: 'holds-items', items }];
  if (city && provider.city && cityKey(provider.city) === cityKey(city))
    found.push({ code: 'same-city', city: provider.city });
  const schemes = provider.schemes ?? [];
  if (schemes.length > 1) found.push({ code: 'other-registrations', schemes });
  if (provider.validUntil) found.push({ code: 'valid-until', day: provider.validUntil });
  return found;
}
