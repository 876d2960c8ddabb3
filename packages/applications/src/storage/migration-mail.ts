import { type Kysely, sql } from 'kysely';

/** What the mail server answered for each recipient of a notice; the address is kept as its hash alone. */
const statement = `create table desk_delivery (notice text not null, recipient text not null, state text not null,
  answer text, at text not null, primary key (notice, recipient))`;

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no types, they are those of its own day.
export async function upMail(db: Kysely<any>): Promise<void> {
  await sql.raw(statement).execute(db);
}
