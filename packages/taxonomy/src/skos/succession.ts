import type { CrosswalkAnswer, ItemStatus } from '../crosswalk.ts';
import type { Edition } from '../edition.ts';
import { conceptUri } from './address.ts';
import { deprecated, link, type Statement, translated } from './statement.ts';

/** How an item of an old edition relates to what became of it. */
const matching: Readonly<Record<Exclude<ItemStatus, 'retired'>, string>> = {
  active: 'skos:exactMatch',
  moved: 'skos:exactMatch',
  split: 'skos:narrowMatch',
  merged: 'skos:broadMatch',
};

/** What is said of an item of a superseded edition: deprecated, replaced by what, why. */
export function succession(base: string, newest: Edition, { status, codes, evidence }: CrosswalkAnswer): Statement[] {
  const notes = evidence.flatMap(({ change }) =>
    change.note ? translated(newest, 'skos:changeNote', change.note) : [],
  );
  const replaced = codes.flatMap((code) => {
    const successor = conceptUri(base, newest.id, code);
    const match = status === 'retired' ? [] : [link(matching[status], successor)];
    return [link('dct:isReplacedBy', successor), ...match];
  });
  return [deprecated, ...replaced, ...notes];
}
