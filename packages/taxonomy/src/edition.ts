import type { Bilingual } from './bilingual.ts';
import { type Group, groups, type Item, items, type Tier, tiers } from './catalogue.ts';
import { deepFreeze } from './freeze.ts';
import { earlierEditions } from './generated/earlier-editions.ts';
import { editionData } from './generated/edition.ts';
import { show } from './show.ts';

/**
 * One change against the previous edition, by item codes; what kind it is follows from the numbers:
 * 1 → 1 moved, 1 → n split, n → 1 merged, 1 → 0 retired, 0 → 1 added. An item that no change names is unchanged.
 */
export interface Change {
  /** Codes in the earlier edition; empty for a new item. */
  readonly from: readonly string[];
  /** Codes in the later edition; empty for an item that ended. */
  readonly to: readonly string[];
  /** Why, where the source or a person said so. */
  readonly note?: Bilingual;
}

/** One edition of the catalogue, whole and immutable. */
export interface Edition {
  /** As in `112`: the ROC year it was announced in. */
  readonly id: string;
  /** The year printed on the document, in the ROC calendar and in the Gregorian. */
  readonly rocYear: number;
  /** Gregorian. */
  readonly year: number;
  /** Of the document. */
  readonly title: Bilingual;
  /** Who announced it. */
  readonly issuer: Bilingual;
  /** Days as `YYYY-MM-DD`; `null` where the document does not say and nobody should guess. */
  readonly published: string | null;
  /** First day it is in force, ISO 8601; `null` when the source names none. */
  readonly inForce: string | null;
  /** File it was taken from, its SHA-256 in hex, and what is known of where it was published. */
  readonly source: { readonly file: string; readonly sha256: string; readonly note: string };
  /** By language: its BCP 47 tag, and whether the text is the official one. */
  readonly languages: Readonly<Record<keyof Bilingual, { readonly tag: string; readonly official: boolean }>>;
  /** The edition that `changes` speak about; `null` when none is known. */
  readonly previous: string | null;
  /** Against the edition before; empty for the first. */
  readonly changes: readonly Change[];
  /** In the order of the document. */
  readonly tiers: readonly Tier<string>[];
  /** In the order of the document. */
  readonly groups: readonly Group<string>[];
  /** In the order of the document. */
  readonly items: readonly Item<string>[];
}

/** The newest edition that ships: codes, their types, items, keywords and the search are of it. */
export const currentEdition: Edition = /* @__PURE__ */ deepFreeze({ ...editionData, tiers, groups, items });

/** Every shipped edition, oldest first. A certificate carries the one it was given under. */
export const editions: readonly Edition[] = /* @__PURE__ */ deepFreeze([...earlierEditions, currentEdition]);

/** The edition of ROC 112 (2023), the first of this catalogue. */
export const edition112: Edition = /* @__PURE__ */ getEdition('112');

/**
 * Which shipped edition has this id (`'112'`)?
 * @throws TypeError listing the editions that ship
 */
export function getEdition(id: string): Edition {
  const edition = editions.find((edition) => edition.id === id);
  if (edition) return edition;
  throw new TypeError(`getEdition: expected one of ${editions.map((e) => `'${e.id}'`).join(', ')}, got ${show(id)}`);
}
