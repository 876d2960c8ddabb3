import type { Change, Edition } from './edition.ts';
import { show } from './show.ts';

/** `active`: same code, same item. The others say what became of the item, seen from the older edition. */
export type ItemStatus = 'active' | 'moved' | 'split' | 'merged' | 'retired';

/** What became of a code in another edition. */
export interface CrosswalkAnswer {
  /** What became of it. */
  readonly status: ItemStatus;
  /** The codes that stand for the item in the later edition, as its changes list them; empty when retired. */
  readonly codes: readonly string[];
  /** When merged: the other codes of the older edition that went into the same item. Empty otherwise. */
  readonly mergedWith: readonly string[];
  /** The changes that led here, oldest first, each with the edition that made it. */
  readonly evidence: readonly { readonly edition: string; readonly change: Change }[];
}

/** A table between two editions. */
export type Crosswalk = (code: string, from: string, to: string) => CrosswalkAnswer;

/**
 * What became of an item from one edition to a later one? Follows the changes of every edition in between.
 * @param editions any number, linked by `previous` into one line; cost of the call is linear in their items
 * @returns a function `(code, fromEdition, toEdition) => CrosswalkAnswer`. It throws a TypeError when an edition is not
 *   among `editions`, when `to` is before `from`, or when `code` is no item of `from`.
 * @throws Error listing every gap: a code that neither stays nor is named by a change, or a change that names no code
 * @example createCrosswalk(editions)('4.6.1', '112', '112') // { status: 'active', codes: ['4.6.1'], … }
 */
export function createCrosswalk(editions: readonly Edition[]): Crosswalk {
  if (!Array.isArray(editions)) throw new TypeError(`createCrosswalk: expected editions, got ${show(editions)}`);
  const line = inOrder(editions);
  const issues = line.slice(1).flatMap((edition, index) => gaps(line[index]!, edition));
  if (issues.length > 0) throw new Error(`createCrosswalk: ${issues.length} issues\n${issues.join('\n')}`);

  const position = (id: string, argument: string) => {
    const index = line.findIndex((edition) => edition.id === id);
    if (index >= 0) return index;
    throw new TypeError(
      `crosswalk: ${argument} ${show(id)} is none of ${line.map((edition) => edition.id).join(', ')}`,
    );
  };

  return (code, from, to) => {
    const start = position(from, 'from');
    const steps = line.slice(start + 1, position(to, 'to') + 1);
    if (position(to, 'to') < start) throw new TypeError(`crosswalk: ${to} is before ${from}; swap the editions`);
    const items = line[start]!.items.map((item) => item.code);
    if (!items.includes(code)) throw new TypeError(`crosswalk: edition ${from} has no item ${show(code)}`);

    const codes = follow(code, steps);
    const mergedWith =
      codes.length === 1 ? items.filter((o) => o !== code && follow(o, steps).includes(codes[0]!)) : [];
    return { status: status(code, codes, mergedWith), codes, mergedWith, evidence: evidence(code, steps) };
  };
}

function status(code: string, codes: readonly string[], mergedWith: readonly string[]): ItemStatus {
  if (codes.length === 0) return 'retired';
  if (codes.length > 1) return 'split';
  if (mergedWith.length > 0) return 'merged';
  return codes[0] === code ? 'active' : 'moved';
}

function follow(code: string, steps: readonly Edition[]): string[] {
  return steps.reduce((codes, edition) => [...new Set(codes.flatMap((each) => successors(each, edition)))], [code]);
}

function successors(code: string, edition: Edition): readonly string[] {
  const changes = edition.changes.filter((change) => change.from.includes(code));
  return changes.length > 0 ? changes.flatMap((change) => change.to) : [code];
}

function evidence(code: string, steps: readonly Edition[]): CrosswalkAnswer['evidence'] {
  return steps.flatMap((edition, index) => {
    const before = follow(code, steps.slice(0, index));
    return edition.changes
      .filter((change) => change.from.some((from) => before.includes(from)))
      .map((change) => ({ edition: edition.id, change }));
  });
}

/** Oldest first, along `previous`. */
function inOrder(editions: readonly Edition[]): Edition[] {
  const line: Edition[] = [];
  let next = editions.filter(({ previous }) => !editions.some(({ id }) => id === previous));
  while (next.length === 1 && line.length < editions.length) {
    line.push(...next);
    next = editions.filter(({ previous }) => previous === line.at(-1)?.id);
  }
  if (line.length === editions.length && line.length > 0) return line;
  throw new Error(`createCrosswalk: expected editions in one line by previous, got ${editions.map(({ id }) => id)}`);
}

function gaps(older: Edition, newer: Edition): string[] {
  const before = new Set(older.items.map((item) => item.code));
  const after = new Set(newer.items.map((item) => item.code));
  const left = new Set(newer.changes.flatMap((change) => change.from));
  const reached = new Set(newer.changes.flatMap((change) => change.to));
  const issue = (codes: Iterable<string>, message: string) =>
    [...codes].map((code) => `${newer.id}: ${code} ${message}`);
  return [
    ...issue(
      [...left].filter((code) => !before.has(code)),
      `is changed but is no item of ${older.id}`,
    ),
    ...issue(
      [...reached].filter((code) => !after.has(code)),
      'is the result of a change but is no item',
    ),
    ...issue(
      [...before].filter((code) => !left.has(code) && !after.has(code)),
      'is gone without a change',
    ),
    ...issue(
      [...after].filter((code) => !reached.has(code) && !before.has(code)),
      'is new without a change',
    ),
    ...issue(
      [...after].filter((c) => left.has(c) && !reached.has(c)),
      'was changed away yet is still an item',
    ),
    ...issue(
      [...reached].filter((c) => before.has(c) && !left.has(c)),
      'would merge silently with the unchanged item',
    ),
    ...newer.changes
      .filter(
        (change) => change.from.length + change.to.length === 0 || (change.from.length > 1 && change.to.length !== 1),
      )
      .map((change) => `${newer.id}: ${change.from} → ${change.to} is none of moved, split, merged, retired, added`),
  ];
}
