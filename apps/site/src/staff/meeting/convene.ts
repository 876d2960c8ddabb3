import type { CaseFile, Command } from '@aipower/applications';
import { isDay } from '@aipower/taiwan/dates';
import { type Entries, entry } from '../../desk/posting.ts';
import { dayOf } from '../screening/actions.ts';

/** What the form of a meeting says. */
export interface Convened {
  readonly on: string;
  readonly attendance: readonly string[];
  /** Person → receipt numbers from which they step aside. */
  readonly aside: ReadonlyMap<string, readonly string[]>;
  readonly order: 'rank' | 'number';
}

export type ConveneFault =
  | { readonly code: 'bad-day' }
  | { readonly code: 'nobody' }
  | { readonly code: 'unknown'; readonly number: string };

/** @param people who may sit in it. A number may be given by its last digits alone. */
export function readConvene(
  body: Entries,
  people: readonly string[],
  cases: readonly CaseFile[],
): Convened | ConveneFault {
  const on = dayOf(entry(body, 'on'));
  if (!isDay(on)) return { code: 'bad-day' };
  const attendance = [body['attends'] ?? []].flat().filter((id) => people.includes(id));
  if (attendance.length === 0) return { code: 'nobody' };
  const numbers = cases.flatMap(({ receiptNo }) => receiptNo ?? []);
  const aside = new Map<string, readonly string[]>();
  for (const id of attendance) {
    const typed = entry(body, `aside-${id}`)
      .split(/[\s,，、;；]+/)
      .filter(Boolean);
    const found = typed.map((text) =>
      numbers.filter((number) => number === text || number.endsWith(`-${text.padStart(4, '0')}`)),
    );
    const wrong = found.findIndex((matches) => matches.length !== 1);
    if (wrong >= 0) return { code: 'unknown', number: typed[wrong]! };
    aside.set(
      id,
      found.map(([number]) => number!),
    );
  }
  return { on, attendance, aside, order: entry(body, 'order') === 'number' ? 'number' : 'rank' };
}

/** The command for one application: who stepped aside from its review steps aside from its decision. */
export function conveneCommand(
  { on, attendance, aside }: Convened,
  state: CaseFile,
  agenda: string,
  by: Command['by'],
): Command<'meeting.convene'> {
  const stepped = attendance.filter((id) => aside.get(id)?.includes(state.receiptNo ?? ''));
  const asReviewer = state.reviews.filter(({ state: stage }) => stage === 'recused').map(({ reviewer }) => reviewer);
  return { type: 'meeting.convene', by, on, attendance, recusals: [...new Set([...stepped, ...asReviewer])], agenda };
}
