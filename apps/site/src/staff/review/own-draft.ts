import type { CaseEvent, CaseFile } from '@aipower/applications';
import { eventsOf, textOf } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';

/** What a reviewer has written so far, as it was typed. */
export interface ReviewText {
  readonly scores: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly level: string;
}
export interface SavedReview extends ReviewText {
  /** How often it was saved: a page with an older number overwrites nothing. */
  readonly version: number;
  /** ISO instant; null while nothing was. */
  readonly at: string | null;
}

const MAX_COMMENT = 4000;
const nothing: ReviewText = { scores: {}, comments: {}, level: '' };

/** A reviewer's own text: the last draft, or the opinion that was sent. Always there for its writer. */
export async function savedReview(deps: Deps, state: CaseFile, reviewer: string): Promise<SavedReview> {
  const events = await eventsOf(deps.desk.database, state.id);
  const own = events.filter(
    (event): event is CaseEvent<'review.save'> | CaseEvent<'review.submit'> =>
      (event.type === 'review.save' || event.type === 'review.submit') && event.by.id === reviewer,
  );
  const last = own.at(-1);
  if (!last) return { ...nothing, version: 0, at: null };
  const text =
    last.type === 'review.save' ? await draftOf(deps, state, last.data.hash) : await sentOf(deps, state, last);
  return { ...text, version: own.length, at: last.at };
}

async function draftOf({ desk }: Deps, { id }: CaseFile, hash: string): Promise<ReviewText> {
  // Deleted where a person's data had to go.
  return ((await textOf(desk.database, id, hash)) as ReviewText | null) ?? nothing;
}

/** An opinion that was sent, with its comments in words. */
export async function sentOf(
  { desk }: Deps,
  { id }: CaseFile,
  { data }: CaseEvent<'review.submit'>,
): Promise<ReviewText> {
  const comments = Object.entries(data.comments).map(async ([criterion, hash]) => {
    return [criterion, String((await textOf(desk.database, id, hash)) ?? '')] as const;
  });
  return {
    scores: Object.fromEntries(Object.entries(data.scores).map(([criterion, score]) => [criterion, String(score)])),
    comments: Object.fromEntries(await Promise.all(comments)),
    level: data.level ?? '',
  };
}

/** What a page sends: a score and a comment for each criterion, and a level. */
export function typedReview(criteria: readonly string[], body: Entries): ReviewText {
  const texts = (prefix: string) =>
    Object.fromEntries(
      criteria.map((id) => [id, entry(body, `${prefix}-${id}`).replace(/\r\n?/g, '\n').slice(0, MAX_COMMENT)]),
    );
  return { scores: texts('score'), comments: texts('comment'), level: entry(body, 'level').slice(0, 40) };
}

/** The scores as numbers; what is blank is left out, and what is none stays so, to be refused in words. */
export function scoresFrom({ scores }: ReviewText): Record<string, number> {
  const typed = Object.entries(scores).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(typed.map(([id, text]) => [id, /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN]));
}
