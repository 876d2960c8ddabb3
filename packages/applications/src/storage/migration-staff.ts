import { type Kysely, sql } from 'kysely';

/** Who works here, what waits for a second person, and what an officer has noted so far. */
const statements = [
  'create table desk_staff (id text primary key, issuer text not null, sub text not null, name text not null, unique (issuer, sub))',
  `create table desk_proposal (id text primary key, application text not null references desk_application (id),
    command text not null, made_by text not null, at text not null, settled_at text)`,
  `create table desk_check_draft (application text primary key references desk_application (id), version integer not null,
    body text not null, saved_by text not null, saved_at text not null)`,
  // A receipt is found by its own id, whatever application it is of.
  'create index desk_text_hash on desk_text (hash)',
  'create index desk_proposal_open on desk_proposal (application, settled_at)',
];

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no types, they are those of its own day.
export async function upStaff(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
