import type { Bilingual } from './bilingual.ts';
import {
  type Code,
  type GroupCode,
  type GroupOf,
  type ItemCode,
  parentOf,
  type TierCode,
  type TierOf,
} from './code.ts';
import { deepFreeze } from './freeze.ts';
import { codesEdition } from './generated/codes.ts';
import { groupRows, type ItemRow, itemRows, tierRows } from './generated/text.ts';
import { refuse } from './refuse.ts';

/** A part of a definition, to the letter: `definition.zh.slice(start, end) === text`. Offsets are UTF-16, end exclusive. */
export interface Span {
  /** First UTF-16 index of the text, inclusive. */
  readonly start: number;
  /** Last UTF-16 index, exclusive. */
  readonly end: number;
  /** The text between, as it stands there. */
  readonly text: string;
}

/** A tier: the first level of the catalogue. */
export interface Tier<C extends string = TierCode> {
  readonly level: 'tier';
  /** Such as `4`. */
  readonly code: C;
  /** As the document prints it. */
  readonly title: Bilingual;
}

/** A group of items within a tier. */
export interface Group<C extends string = GroupCode> {
  readonly level: 'group';
  /** Such as `4.6`. */
  readonly code: C;
  /** Code of its tier. */
  readonly tier: TierOf<C>;
  /** As the document prints it. */
  readonly title: Bilingual;
}

/** One thing a provider can be registered for. `title.zh` and `definition.zh` are official, to the letter. */
export interface Item<C extends string = ItemCode> {
  readonly level: 'item';
  /** Such as `4.6.1`. */
  readonly code: C;
  /** Code of its tier. */
  readonly tier: TierOf<C>;
  /** Code of its group. */
  readonly group: GroupOf<C>;
  /** As the document prints it. */
  readonly title: Bilingual;
  /** As the document prints it, without a line break. */
  readonly definition: Bilingual;
  /** What the definition demands in a word of obligation (「業者必須…」), as exact spans; empty when it only describes. */
  readonly requirements: readonly Span[];
  /** What the definition rules out (「…無法認列為本項實績」), as exact spans; empty when it rules nothing out. */
  readonly exclusions: readonly Span[];
}

/** A tier, group or item, told apart by `level`. */
export type Entry = Tier | Group | Item;

/** The four tiers, in official order. */
export const tiers: readonly Tier[] = /* @__PURE__ */ deepFreeze(tierRows.map((row) => ({ level: 'tier', ...row })));

/** The 23 groups, in official order (4.9 before 4.10). */
export const groups: readonly Group[] = /* @__PURE__ */ deepFreeze(
  groupRows.map(({ code, title }) => ({ level: 'group', code, tier: parentOf(code), title })),
);

/** The 87 items, in official order. */
export const items: readonly Item[] = /* @__PURE__ */ deepFreeze(itemRows.map(toItem));

function toItem({ code, title, definition, requirements, exclusions }: ItemRow): Item {
  const group = parentOf(code);
  const span = ([start, end]: readonly [number, number]) => ({ start, end, text: definition.zh.slice(start, end) });
  return {
    level: 'item',
    code,
    tier: parentOf(group),
    group,
    title,
    definition,
    requirements: requirements.map(span),
    exclusions: exclusions.map(span),
  };
}

const entries: ReadonlyMap<string, Entry> = /* @__PURE__ */ new Map(
  [...tiers, ...groups, ...items].map((entry) => [entry.code, entry]),
);

/**
 * Which item has this code? With a literal code the result needs no null check and its `group` and `tier` are literal.
 * @throws TypeError naming the nearest codes when the code does not exist: for text from outside use `findItem`
 * @example getItem('4.6.1').title.zh // '瑕疵檢測 AOI/良率最佳化'
 */
export function getItem<C extends ItemCode>(code: C): Item<C> {
  return (findItem(code) as Item<C> | undefined) ?? refuse('getItem', code, `an item code of edition ${codesEdition}`);
}

/** Which item has exactly this code, if any? No repair is tried: give pasted text to `parseCode` first. */
export function findItem(code: string): Item | undefined {
  const entry = entries.get(code);
  return entry?.level === 'item' ? entry : undefined;
}

/** Which group has this code? @throws TypeError naming the nearest codes when there is none */
export function getGroup<C extends GroupCode>(code: C): Group<C> {
  const entry = entries.get(code);
  return entry?.level === 'group'
    ? (entry as Group<C>)
    : refuse('getGroup', code, `a group code of edition ${codesEdition}`);
}

/** Which tier has this code? @throws TypeError naming the nearest codes when there is none */
export function getTier<C extends TierCode>(code: C): Tier<C> {
  const entry = entries.get(code);
  return entry?.level === 'tier'
    ? (entry as Tier<C>)
    : refuse('getTier', code, `a tier code of edition ${codesEdition}`);
}

/**
 * What stands directly under this code, in official order? Groups of a tier, items of a group, nothing under an item.
 * @throws TypeError naming the nearest codes when the code does not exist
 */
export function childrenOf(code: TierCode): readonly Group[];
export function childrenOf(code: GroupCode): readonly Item[];
export function childrenOf(code: ItemCode): readonly [];
export function childrenOf(code: Code): readonly (Group | Item)[];
export function childrenOf(code: Code): readonly (Group | Item)[] {
  const level = known('childrenOf', code).level;
  if (level === 'tier') return groups.filter((group) => group.tier === code);
  return level === 'group' ? items.filter((item) => item.group === code) : [];
}

/**
 * Which items stand under this code at any depth, in official order? An item code answers itself.
 * @throws TypeError naming the nearest codes when the code does not exist
 * @example itemsUnder('4.6').map((item) => item.code) // ['4.6.1', '4.6.2', '4.6.3']
 */
export function itemsUnder(code: Code): readonly Item[] {
  const level = known('itemsUnder', code).level;
  return items.filter((item) => item[level === 'item' ? 'code' : level] === code);
}

/** What stands above this code, from the tier down? Empty for a tier. @throws TypeError when the code does not exist */
export function ancestorsOf(code: Code): readonly (Tier | Group)[] {
  return pathOf(code).slice(0, -1) as (Tier | Group)[];
}

/**
 * Which way leads to this code: its tier, its group, itself? For breadcrumbs.
 * @throws TypeError naming the nearest codes when the code does not exist
 * @example pathOf('4.6.1').map((entry) => entry.title.zh) // ['人工智慧行業應用能力', '製造業', '瑕疵檢測 AOI/良率最佳化']
 */
export function pathOf(code: Code): readonly Entry[] {
  const entry = known('pathOf', code);
  const parent = parentOf(code);
  return parent === undefined ? [entry] : [...pathOf(parent as Code), entry];
}

function known(where: string, code: Code): Entry {
  return entries.get(code) ?? refuse(where, code);
}
