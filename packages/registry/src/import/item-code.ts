import { editions } from '@aipower/taxonomy';

/** Edition → its item codes; `null`, an edition that is not printed, is the newest. */
const codes = new Map<string | null, ReadonlySet<string>>(
  editions.map(({ id, items }) => [id, new Set(items.map(({ code }) => code))]),
);
codes.set(null, codes.get(editions.at(-1)!.id)!);

/** Is the code an item of this edition of the catalogue? No code is one of an edition that nobody knows. */
export function isItemOf(code: string, edition: string | null): boolean {
  return codes.get(edition)?.has(code) ?? false;
}
