import type { Programme } from '@aipower/programme';
import type { Kysely } from 'kysely';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Facts } from '../context.ts';
import { closeLog, type Trx } from './chain.ts';
import { loadProgramme } from './programmes.ts';
import type { DeskTables } from './tables.ts';

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
  if (state && programme.id !== state.programme.id) {
    const found = `application ${state.id} is of programme ${state.programme.id}, and ${programme.id} was given`;
    throw new TypeError(`${found}; ask programmeOfCase(open, state, programmes)`);
  }
  if (isOfCaseAlone(command.type)) return { ...outside, programme };
  const category = 'category' in command ? command.category : (state?.category ?? '');
  const ubn = state?.ubn ?? ('ubn' in command ? command.ubn : '');
  const form = state && state.forms.length > 0 ? await lastForm(trx, state.id) : null;
  const round = state && roundOf(state);
  const pointsLeft = round ? await pointsOfRound(trx, round) : null;
  return {
    ...outside,
    programme,
    liveApplication: await otherLive(trx, ubn, category, state?.id ?? ''),
    bars: await openBars(trx, ubn, category),
    ...(form ? { form } : {}),
    ...(pointsLeft === null ? {} : { pointsLeft }),
    roundPublished: round ? await isPublished(trx, round) : false,
    ...(state && decisions.includes(command.type) ? { recused: await recusedAt(trx, state.id) } : {}),
  };
}

/** Decided by the case file and the programme alone: nearly every command of a round, from saving a draft to its scores. */
const ofCaseAlone: readonly Command['type'][] = [
  'section.save',
  'draft.discard',
  'screening.start',
  'supplement.request',
  'supplement.save',
  'accept-eligible',
  'reviewer.assign',
  'reviewer.unassign',
  'review.open',
  'review.declare',
  'review.recuse',
  'review.save',
  'review.submit',
  'review.close',
  'meeting.convene',
  'meeting.adjourn',
  'award.start',
  'usage.import',
];

/** Whether a command is decided without a look at other applications. */
export const isOfCaseAlone = (type: Command['type']): boolean => ofCaseAlone.includes(type);

const decisions: readonly Command['type'][] = ['decide', 'decision.correct', 'waitlist.promote'];

/** Who stepped aside from an application at its last meeting. */
async function recusedAt(trx: Trx, application: string): Promise<readonly string[]> {
  await closeLog(trx);
  const row = await trx
    .selectFrom('desk_event')
    .select('payload')
    .where('application', '=', application)
    .where('kind', '=', 'event')
    .where('type', '=', 'meeting.convene')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return [];
  return (JSON.parse(row.payload) as { body: { data: { recusals: string[] } } }).body.data.recusals;
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

/** A round is one of its year: every programme counts its rounds from 1. */
export type RoundKey = { readonly programme: string; readonly category: string; readonly round: number };

function roundOf({ programme, category, round }: CaseFile): RoundKey | null {
  return round === null ? null : { programme: programme.id, category, round };
}

/** Points that a round has to give; null where nobody has said how many. */
export async function offeredPoints(
  db: Kysely<DeskTables>,
  { programme, category, round }: RoundKey,
): Promise<number | null> {
  const row = await db
    .selectFrom('desk_round')
    .select('points_offered')
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round)
    .executeTakeFirst();
  return row?.points_offered ?? null;
}

/** Points left of a round, or null where nobody has said how many there are. */
async function pointsOfRound(trx: Trx, key: RoundKey): Promise<number | null> {
  const offered = await offeredPoints(trx, key);
  if (offered === null) return null;
  const { programme, category, round } = key;
  const used = await trx
    .selectFrom('desk_application')
    .select(({ fn }) => [
      fn.sum<number | null>('points_held').as('held'),
      fn.sum<number | null>('points_given').as('given'),
    ])
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round)
    .executeTakeFirstOrThrow();
  return offered - Number(used.held ?? 0) - Number(used.given ?? 0);
}

async function isPublished(trx: Trx, { programme, category, round }: RoundKey): Promise<boolean> {
  const row = await trx
    .selectFrom('desk_publication')
    .select('publication')
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round)
    .executeTakeFirst();
  return row !== undefined;
}
