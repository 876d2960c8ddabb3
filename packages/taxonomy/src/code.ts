import { groupCodes, itemCodes, tierCodes } from './generated/codes.ts';
import { refuse } from './refuse.ts';
import { show } from './show.ts';

export { groupCodes, itemCodes, tierCodes };

/** A code of the first level, `'4'`. Codes are text everywhere: as a number, `4.10` would become 4.1. */
export type TierCode = (typeof tierCodes)[number];
/** A code of the second level, `'4.10'`. */
export type GroupCode = (typeof groupCodes)[number];
/** A code of the third level, `'4.6.1'`: what a provider is registered for. */
export type ItemCode = (typeof itemCodes)[number];
/** Any code of the shipped edition. */
export type Code = TierCode | GroupCode | ItemCode;
/** The levels of the catalogue, from the top. */
export type Level = 'tier' | 'group' | 'item';

/** The tier of a code, in the type system: `TierOf<'4.6.1'>` is `'4'`. */
export type TierOf<C extends string> = C extends `${infer T}.${string}` ? T : C;
/** The group of an item code, in the type system: `GroupOf<'4.6.1'>` is `'4.6'`. */
export type GroupOf<C extends string> = C extends `${infer T}.${infer N}.${string}` ? `${T}.${N}` : C;

const levels = new Map<string, Level>([
  ...tierCodes.map((code) => [code, 'tier'] as const),
  ...groupCodes.map((code) => [code, 'group'] as const),
  ...itemCodes.map((code) => [code, 'item'] as const),
]);

/** Is this exact text a tier code of the shipped edition? Anything else, of any type, is `false`. */
export function isTierCode(value: unknown): value is TierCode {
  return levels.get(value as string) === 'tier';
}

/** Is this exact text a group code of the shipped edition? Anything else, of any type, is `false`. */
export function isGroupCode(value: unknown): value is GroupCode {
  return levels.get(value as string) === 'group';
}

/**
 * Is this exact text an item code of the shipped edition? Anything else, of any type, is `false`.
 * No repair is tried: for text that a person typed or pasted use {@link parseCode}.
 * @example isItemCode('4.6.1') // true; isItemCode('4.6.9'), isItemCode('4.6') and isItemCode(' 4.6.1') are false
 */
export function isItemCode(value: unknown): value is ItemCode {
  return levels.get(value as string) === 'item';
}

/** Is this exact text a code of any level? */
export function isCode(value: unknown): value is Code {
  return levels.has(value as string);
}

/** Which level has this code? `levelOf('4.10')` is `'group'`. */
export function levelOf(code: Code): Level {
  return levels.get(code) ?? refuse('levelOf', code);
}

/**
 * Under which code does this one stand? `'4.6.1'` under `'4.6'`, that under `'4'`, and a tier under none. Codes of other
 * editions too: the answer is in the code, and whether it exists is not asked.
 * @throws TypeError when the code is no text
 */
export function parentOf(code: ItemCode): GroupCode;
export function parentOf(code: GroupCode): TierCode;
export function parentOf(code: string): string | undefined;
export function parentOf(code: string): string | undefined {
  if (typeof code !== 'string') refuse('parentOf', code, "a code such as '4.10'");
  const dot = code.lastIndexOf('.');
  return dot < 0 ? undefined : code.slice(0, dot);
}

/**
 * In which order do two codes stand in the catalogue? For `Array.sort`: numeric part by part, a parent before its
 * children, so `4.9` < `4.10` < `4.10.1` and `4.2.9` < `4.2.10`. Codes of other editions compare too.
 * @returns negative, 0 or positive
 * @throws TypeError when an argument is not one to three dotted numbers
 */
export function compareCodes(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(code: string): number[] {
  if (typeof code !== 'string' || !/^[1-9]\d?(\.[1-9]\d?){0,2}$/.test(code)) {
    throw new TypeError(`compareCodes: expected a code such as '4.10.1', got ${show(code)}`);
  }
  return code.split('.').map(Number);
}

/** How the catalogue prints a code: with a closing dot, `formatCode('4.6.1')` is `'4.6.1.'`. `parseCode` reads it back. */
export function formatCode<C extends Code>(code: C): `${C}.` {
  return isCode(code) ? `${code}.` : refuse('formatCode', code);
}
