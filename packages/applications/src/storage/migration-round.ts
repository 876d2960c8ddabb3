import { type Kysely, sql } from 'kysely';

const round = 'programme text not null, category text not null, round integer not null';

/** Reviewers, meetings, and how a round is published by two people. */
const statements = [
  `create table desk_reviewer (staff text primary key, items text not null, employers text not null,
    updated_by text not null, updated_at text not null)`,
  `create table desk_meeting (id text primary key, ${round}, on_day text not null, attendance text not null,
    agenda text not null, convened_by text not null, at text not null)`,
  `create table desk_publication_proposal (id text primary key, ${round}, list_hash text not null,
    made_by text not null, at text not null, settled_at text)`,
  `create table desk_publication_receipt (publication text primary key references desk_publication (publication),
    id text not null, token text not null)`,
  'alter table desk_publication add column public_list text',
];

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no types, they are those of its own day.
export async function upRound(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
