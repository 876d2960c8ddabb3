import type { Migrations } from '@aipower/database';
import { type Kysely, sql } from 'kysely';
import { upMail } from './migration-mail.ts';
import { upRound } from './migration-round.ts';
import { upStaff } from './migration-staff.ts';

type Column = string;
type Table = { readonly columns: readonly Column[]; readonly constraints?: readonly string[] };

const application = 'application text not null references desk_application (id)';
const tables: Readonly<Record<string, Table>> = {
  desk_chain: { columns: ['id integer primary key', 'turns integer not null'] },
  desk_event: {
    columns: [
      'seq integer primary key',
      'prev_hash text not null unique',
      'hash text not null unique',
      'at text not null',
      'kind text not null',
      'application text',
      'type text not null',
      'actor_kind text not null',
      'actor_id text not null',
      'payload text not null',
    ],
  },
  desk_application: {
    columns: [
      'id text primary key',
      'ubn text not null',
      'category text not null',
      'main text not null',
      'since text not null',
      'live integer not null',
      'round integer',
      'receipt_no text unique',
      'programme text not null',
      'programme_hash text not null references desk_programme (hash)',
      'version integer not null',
      'points_held integer not null',
      'points_given integer not null',
      'case_file text not null',
    ],
  },
  desk_form_version: {
    columns: [
      application,
      'n integer not null',
      'hash text not null',
      'body text not null',
      'submitted_at text not null',
    ],
    constraints: ['primary key (application, n)'],
  },
  desk_draft_section: {
    columns: [
      application,
      'section text not null',
      'version integer not null',
      'body text not null',
      'saved_at text not null',
    ],
    constraints: ['primary key (application, section)'],
  },
  desk_text: {
    columns: [application, 'hash text not null', 'kind text not null', 'body text not null'],
    constraints: ['primary key (application, hash)'],
  },
  desk_submit_key: { columns: ['key text primary key', application, 'receipt_no text not null'] },
  desk_counter: { columns: ['name text primary key', 'value integer not null'] },
  desk_round: {
    columns: ['category text not null', 'round integer not null', 'points_offered integer not null'],
    constraints: ['primary key (category, round)'],
  },
  desk_supplement: {
    columns: [
      application,
      'n integer not null',
      'fields text not null',
      'due text not null',
      'state text not null',
      'requested_at text not null',
    ],
    constraints: ['primary key (application, n)'],
  },
  desk_review: {
    columns: [application, 'reviewer text not null', 'state text not null', 'scores text', 'level text'],
    constraints: ['primary key (application, reviewer)'],
  },
  desk_decision: {
    columns: [
      application,
      'n integer not null',
      'outcome text not null',
      'level text',
      'points integer not null',
      'form_hash text not null',
      'published_in text',
      'reopened integer not null',
    ],
    constraints: ['primary key (application, n)'],
  },
  desk_publication: {
    columns: [
      'publication text primary key',
      'category text not null',
      'round integer not null',
      'list_hash text not null',
      'list text not null',
      'at text not null',
    ],
  },
  desk_award: {
    columns: [
      'application text primary key references desk_application (id)',
      'state text not null',
      'level text not null',
      'points integer not null',
      'start text',
      'last_day text',
      'weeks integer',
    ],
  },
  desk_usage: {
    columns: [application, 'day text not null', 'points double precision'],
    constraints: ['primary key (application, day)'],
  },
  desk_obligation: {
    columns: [application, 'id text not null', 'kind text not null', 'due text', 'state text not null'],
    constraints: ['primary key (application, id)'],
  },
  desk_breach: {
    columns: [application, 'n integer not null', 'item text not null', 'on_day text not null'],
    constraints: ['primary key (application, n)'],
  },
  desk_bar: {
    columns: [application, 'n integer not null', 'state text not null', 'round integer', 'until text'],
    constraints: ['primary key (application, n)'],
  },
  desk_promise: {
    columns: [application, 'item text not null', 'state text not null'],
    constraints: ['primary key (application, item)'],
  },
  desk_outbox: {
    columns: [
      'id text primary key',
      'key text not null unique',
      'seq integer',
      application,
      'kind text not null',
      'detail text not null',
      'state text not null',
      'tries integer not null',
      'next_at text not null',
      'last_error text',
      'created_at text not null',
      'sent_at text',
    ],
  },
  desk_session: {
    columns: [
      'hash text primary key',
      'kind text not null',
      'subject text not null',
      'detail text not null',
      'created_at text not null',
      'seen_at text not null',
      'idle_seconds integer not null',
      'ends_at text not null',
      'ended_at text',
    ],
  },
  desk_challenge: {
    columns: [
      'id text primary key',
      'text text not null',
      'purpose text not null',
      'session text not null',
      'expires_at text not null',
      'used_at text',
    ],
  },
  desk_staff_role: {
    columns: [
      'issuer text not null',
      'sub text not null',
      'role text not null',
      'from_day text not null',
      'to_day text',
    ],
    constraints: ['primary key (issuer, sub, role, from_day)'],
  },
};

const indexes = [
  'create unique index desk_one_live on desk_application (ubn, category) where live = 1',
  'create index desk_application_main on desk_application (main, since)',
  'create index desk_application_round on desk_application (category, round)',
  'create index desk_event_application on desk_event (application, seq)',
  'create index desk_outbox_next on desk_outbox (state, next_at)',
  'create index desk_obligation_due on desk_obligation (state, due)',
];

/** What may never be changed, and what may never be deleted. Forms and texts may be deleted, when a person's data must go. */
const frozen: readonly { readonly table: string; readonly operations: readonly ('update' | 'delete')[] }[] = [
  { table: 'desk_event', operations: ['update', 'delete'] },
  { table: 'desk_form_version', operations: ['update'] },
  { table: 'desk_publication', operations: ['update', 'delete'] },
];

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no types, they are those of its own day.
async function up(db: Kysely<any>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('create table desk_programme (hash text primary key, id text not null, body text not null)');
  const order = ['desk_application', ...Object.keys(tables).filter((name) => name !== 'desk_application')];
  for (const name of order) {
    const { columns, constraints = [] } = tables[name]!;
    await run(`create table ${name} (${[...columns, ...constraints].join(', ')})`);
  }
  for (const text of indexes) await run(text);
  await run('insert into desk_chain (id, turns) values (1, 0)');
  const postgres = db.getExecutor().adapter.constructor.name.startsWith('Postgres');
  if (postgres) {
    await run(
      "create function desk_frozen() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$",
    );
  }
  for (const { table, operations } of frozen) {
    for (const operation of operations) {
      await run(
        postgres
          ? `create trigger ${table}_no_${operation} before ${operation} on ${table} for each row execute function desk_frozen()`
          : `create trigger ${table}_no_${operation} before ${operation} on ${table} begin select raise(abort, '${table} is append-only'); end`,
      );
    }
    if (postgres && operations.includes('delete')) {
      await run(
        `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function desk_frozen()`,
      );
    }
  }
}

// Every programme counts its rounds from 1, so a round needs its year. 115 was the only one there was before.
// biome-ignore lint/suspicious/noExplicitAny: a migration knows no types, they are those of its own day.
async function roundsOfAYear(db: Kysely<any>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  const columns =
    'programme text not null, category text not null, round integer not null, points_offered integer not null';
  await run('alter table desk_round rename to desk_round_before');
  await run(`create table desk_round (${columns}, primary key (programme, category, round))`);
  await run("insert into desk_round select '115', category, round, points_offered from desk_round_before");
  await run('drop table desk_round_before');
  await run("alter table desk_publication add column programme text not null default '115'");
  await run('drop index desk_application_round');
  await run('create index desk_application_round on desk_application (programme, category, round)');
}

/** Which reminders went out with which notice, and the heads of the log as they were signed, one a day. */
const awardTables: Readonly<Record<string, Table>> = {
  desk_reminder: { columns: ['key text primary key', application, 'notice text not null'] },
  desk_log_head: {
    columns: [
      'day text primary key',
      'seq integer not null',
      'hash text not null',
      'at text not null',
      'token text not null',
    ],
  },
};

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no types, they are those of its own day.
async function upAward(db: Kysely<any>): Promise<void> {
  for (const [name, { columns, constraints = [] }] of Object.entries(awardTables)) {
    await sql.raw(`create table ${name} (${[...columns, ...constraints].join(', ')})`).execute(db);
  }
  // Until now every reminder was a notice of its own, and its key stood there.
  await sql
    .raw(
      "insert into desk_reminder (key, application, notice) select key, application, id from desk_outbox where kind = 'reminder'",
    )
    .execute(db);
  await sql.raw('create index desk_event_kind on desk_event (kind, type, seq)').execute(db);
  await sql.raw('create index desk_event_actor on desk_event (actor_id, seq)').execute(db);
}

export const deskMigrations: Migrations = {
  table: 'desk_migration',
  steps: {
    '001-desk': { up },
    '002-rounds-of-a-year': { up: roundsOfAYear },
    '003-staff': { up: upStaff },
    '004-round': { up: upRound },
    '005-award': { up: upAward },
    '006-mail': { up: upMail },
  },
};
