/** A registered provider as plain data: what the register holds as valid on the day judged. */
export interface RegisteredProvider {
  readonly ubn: string;
  readonly name: string;
  readonly city?: string | null | undefined;
  /** Catalogue items of its certificates that are valid on the day. */
  readonly items: readonly string[];
  /** Schemes it holds a valid certificate of. */
  readonly schemes?: readonly string[] | undefined;
  /** Last valid day of the certificate that carries the items, when known. */
  readonly validUntil?: string | null | undefined;
}

export type PartnerReason =
  | { readonly code: 'holds-items'; readonly items: readonly string[] }
  | { readonly code: 'same-city'; readonly city: string }
  | { readonly code: 'other-registrations'; readonly schemes: readonly string[] }
  | { readonly code: 'valid-until'; readonly day: string };

export interface Partner {
  readonly provider: RegisteredProvider;
  /** Share of the weight of the wanted items that it holds, 0 to 1. The reasons of code `holds-items` recompute it. */
  readonly score: number;
  readonly reasons: readonly PartnerReason[];
}

/** An item that is wanted, and how much: the score of the match, 0 to 1. */
export interface WantedItem {
  readonly code: string;
  readonly score: number;
}

export interface PartnerOptions {
  /** Left out of the answer: the applicant itself. */
  readonly except?: string | null | undefined;
  readonly city?: string | null | undefined;
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
  const all = [...weight.values()].reduce((sum, score) => sum + score, 0);
  if (all <= 0) return [];
  const partners: Partner[] = [];
  for (const provider of providers) {
    if (provider.ubn === except) continue;
    const items = [...weight.keys()].filter((code) => provider.items.includes(code));
    if (items.length === 0) continue;
    const held = items.reduce((sum, code) => sum + weight.get(code)!, 0);
    partners.push({ provider, score: held / all, reasons: reasons(provider, items, city) });
  }
  return partners.sort(byRank(city)).slice(0, limit);
}

function reasons(
  provider: RegisteredProvider,
  items: readonly string[],
  city: string | null | undefined,
): PartnerReason[] {
  const found: PartnerReason[] = [{ code: 'holds-items', items }];
  if (city && provider.city === city) found.push({ code: 'same-city', city });
  const schemes = provider.schemes ?? [];
  if (schemes.length > 1) found.push({ code: 'other-registrations', schemes });
  if (provider.validUntil) found.push({ code: 'valid-until', day: provider.validUntil });
  return found;
}

function byRank(city: string | null | undefined) {
  const near = ({ provider }: Partner) => Number(Boolean(city) && provider.city === city);
  const registrations = ({ provider }: Partner) => provider.schemes?.length ?? 0;
  return (a: Partner, b: Partner) =>
    b.score - a.score ||
    near(b) - near(a) ||
    registrations(b) - registrations(a) ||
    (a.provider.ubn < b.provider.ubn ? -1 : 1);
}
