import { readNumber } from '../certificate-number.ts';
import { plausibleDays } from '../generated/plausible-days.ts';
import { nameKey } from '../provider.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Change, Diff } from './diff.ts';
import type { ImportOptions } from './import-options.ts';
import type { Incoming } from './incoming.ts';
import { type Problem, problem } from './problem.ts';

const { earliest } = plausibleDays.lists;
const TAIPEI_MS = 8 * 3_600_000;

/** A list cannot have been read after it was imported; a day of the future would refuse every later list. */
export function seenOnProblems({ seenOn, recordedAt }: ImportOptions): Problem[] {
  const today = new Date(Date.parse(recordedAt) + TAIPEI_MS).toISOString().slice(0, 10);
  return seenOn > today || seenOn < earliest ? [problem('seen-on-implausible', `${seenOn} (${today})`)] : [];
}

/** A list that is older than the one loaded, lacks most of it, or mixes fiction with fact is not taken by accident. */
export function sanityProblems(
  snapshot: Snapshot,
  diff: Diff,
  incoming: Incoming,
  source: string,
  options: ImportOptions,
): Problem[] {
  const problems: Problem[] = [];
  const held = [...snapshot.lists.values()][0];
  if (held && held.fictional !== (options.fictional ?? false))
    problems.push(problem(held.fictional ? 'register-is-fictional' : 'list-is-fictional', source));
  for (const scheme of incoming.schemes.keys()) {
    const loaded = snapshot.lists.get(scheme)?.newestOn;
    if (loaded && loaded > options.seenOn)
      problems.push(problem('list-older-than-register', `${scheme}: ${options.seenOn} < ${loaded}`));
    const gone = diff.changes.filter(
      (one) => one.kind === 'gone' && one.scheme === scheme && !stays(one, incoming),
    ).length;
    // Held against what the register lists, not against what the file lists: new rows do not make up for lost ones.
    const listed = countListed(snapshot, scheme);
    if (!options.acceptGone && gone * 2 > listed)
      problems.push(problem('most-rows-gone', `${scheme}: ${gone} gone, ${listed} listed before`));
  }
  if (!options.acceptChanged) problems.push(...changedNames(snapshot, incoming));
  return problems;
}

/** A row whose number goes on in another row, as a 展延 printed beside or in place of the first term does, is not lost. */
function stays({ scheme, number, ubn }: Change, incoming: Incoming): boolean {
  const key = number === null ? '' : readNumber(number).key;
  const next = incoming.certificatesOf(ubn);
  return next.some((one) => one.scheme === scheme && one.key === key);
}

function countListed(snapshot: Snapshot, scheme: string): number {
  let listed = 0;
  for (const { certificates } of snapshot.providers)
    for (const one of certificates) if (one.scheme === scheme && one.states.at(-1)!.listed) listed++;
  return listed;
}

/** Fewer firms than these may all have been renamed. */
const MANY = 4;

function changedNames(snapshot: Snapshot, incoming: Incoming): Problem[] {
  let known = 0;
  let changed = 0;
  for (const { ubn, name, formerNames } of incoming.providers.values()) {
    const before = snapshot.provider(ubn);
    if (!before) continue;
    known++;
    const names = new Set([before.name, ...before.formerNames].map(nameKey));
    if (!names.has(nameKey(name)) && !formerNames.some((former) => names.has(nameKey(former)))) changed++;
  }
  return changed >= MANY && changed * 2 > known
    ? [problem('most-names-changed', `${changed} of ${known} companies have another name`)]
    : [];
}
