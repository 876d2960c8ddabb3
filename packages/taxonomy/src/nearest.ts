import { editDistance } from './edit-distance.ts';
import { groupCodes, itemCodes, tierCodes } from './generated/codes.ts';
import { show } from './show.ts';

const codes = [...itemCodes, ...groupCodes, ...tierCodes] as const;

/**
 * Which codes of the shipped edition look most like this text? For "did you mean": fewest edits first (insert, delete
 * or replace one character, swap two neighbours; misplaced dots count half an edit in all), then the longest common beginning, then items
 * before groups before tiers, then official order.
 * @param text only its first 16 characters count
 * @param limit 1 or more, default 3
 * @returns at most `limit` codes; empty when nothing is within two edits
 * @throws TypeError when `text` is no text or `limit` no whole number from 1
 * @example nearestCodes('461') // ['4.6.1', …]
 */
export function nearestCodes(text: string, limit = 3): (typeof codes)[number][] {
  if (typeof text !== 'string') throw new TypeError(`nearestCodes: expected text, got ${show(text)}`);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new TypeError(`nearestCodes: expected limit 1 or more, got ${show(limit)}`);
  }
  const wanted = text.slice(0, 16);
  return codes
    .map((code) => ({ code, distance: distance(wanted, code), shared: sharedStart(wanted, code) }))
    .filter(({ code, distance }) => distance <= 2 && distance < Math.min(wanted.length, code.length))
    .sort((a, b) => a.distance - b.distance || b.shared - a.shared)
    .slice(0, limit)
    .map(({ code }) => code);
}

function distance(a: string, b: string): number {
  return Math.min(editDistance(a, b), editDistance(digits(a), digits(b)) + 0.5);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
