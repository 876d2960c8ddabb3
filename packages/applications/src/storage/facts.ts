import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Facts } from '../context.ts';
import { programmeHash } from '../rules.ts';
import { canonicalText } from '../text-hash.ts';
import type { Trx } from './chain.ts';

/** What the database knows that a decision needs. What only the outside knows (conflicts, branch, holidays) comes from the caller. */
export async function gatherFacts(
  trx: Trx,
  state: CaseFile | null,
  command: Command,
  current: Programme,
  outside: Facts,
): Promise<Facts> {
  // A draft is written to today's file; what was submitted keeps the copy it was made with.
  const programme = state?.rules ? await loadProgramme(trx, state.programme.hash) : current;
  const category = 'category' in command ? command.category : (state?.category ?? '');
  const ubn = state?.ubn ?? ('ubn' in command ? command.ubn : '');
  const form = state ? await lastForm(trx, state.id) : null;
  const pointsLeft = state?.round ? await pointsOfRound(trx, state.category, state.round) : null;
  return {
    ...outside,
    programme,
    liveApplication: await otherLive(trx, ubn, category, state?.id ?? ''),
    bars: await openBars(trx, ubn, category),
    ...(form ? { form } : {}),
    ...(pointsLeft === null ? {} : { pointsLeft }),
    roundPublished: state?.round ? await isPublished(trx, state.category, state.round) : false,
  };
}

/** Keep the programme's file under its hash, once. */
export async function keepProgramme(trx: Trx, programme: Programme): Promise<void> {
  await trx
    .insertInto('desk_programme')
    .values({ hash: programmeHash(programme), id: programme.id, body: canonicalText(programme) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

// A file of a year is asked for at every command; parsed once per process, since what has a hash does not change.
const parsed = new Map<string, Programme>();
async function loadProgramme(trx: Trx, hash: string): Promise<Programme> {
  const known = parsed.get(hash);
  if (known) return known;
  const { body } = await trx
    .selectFrom('desk_programme')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  const programme = JSON.parse(body) as Programme;
  parsed.set(hash, programme);
  return programme;
}

export async function lastForm(trx: Trx, application: string): Promise<Record<string, unknown> | null> {
  const row = await trx
    .selectFrom('desk_form_version')
    .select('body')
    .where('application', '=', application)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as Record<string, unknown>) : null;
}

async function otherLive(trx: Trx, ubn: string, category: string, id: string): Promise<string | null> {
  const row = await trx
    .selectFrom('desk_application')
    .select('id')
    .where('ubn', '=', ubn)
    .where('category', '=', category)
    .where('live', '=', 1)
    .where('id', '<>', id)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function openBars(trx: Trx, ubn: string, category: string): Promise<NonNullable<Facts['bars']>> {
  return trx
    .selectFrom('desk_bar')
    .innerJoin('desk_application', 'desk_application.id', 'desk_bar.application')
    .select(['desk_bar.round', 'desk_bar.until'])
    .where('desk_application.ubn', '=', ubn)
    .where('desk_application.category', '=', category)
    .where('desk_bar.state', '=', 'open')
    .execute();
}

/** Points left of a round, or null where nobody has said how many there are. */
async function pointsOfRound(trx: Trx, category: string, round: number): Promise<number | null> {
  const offered = await trx
    .selectFrom('desk_round')
    .select('points_offered')
    .where('category', '=', category)
    .where('round', '=', round)
    .executeTakeFirst();
  if (!offered) return null;
  const used = await trx
    .selectFrom('desk_application')
    .select(({ fn }) => [
      fn.sum<number | null>('points_held').as('held'),
      fn.sum<number | null>('points_given').as('given'),
    ])
    .where('category', '=', category)
    .where('round', '=', round)
    .executeTakeFirstOrThrow();
  return offered.points_offered - Number(used.held ?? 0) - Number(used.given ?? 0);
}

async function isPublished(trx: Trx, category: string, round: number): Promise<boolean> {
  const row = await trx
    .selectFrom('desk_publication')
    .select('publication')
    .where('category', '=', category)
    .where('round', '=', round)
    .executeTakeFirst();
  return row !== undefined;
}
