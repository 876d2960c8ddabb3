/**
 * The tables of the desk, for Kysely. Ids are text, times ISO text in UTC with milliseconds, days text, JSON canonical text,
 * truth 0 or 1: the same values in SQLite and PostgreSQL, so that a hash of a row is the same on both.
 */
export type DeskTables = {
  desk_chain: { id: number; turns: number };
  desk_event: EventRow;
  desk_application: ApplicationRow;
  desk_programme: { hash: string; id: string; body: string };
  desk_form_version: { application: string; n: number; hash: string; body: string; submitted_at: string };
  desk_draft_section: { application: string; section: string; version: number; body: string; saved_at: string };
  desk_text: { application: string; hash: string; kind: string; body: string };
  desk_submit_key: { key: string; application: string; receipt_no: string };
  desk_counter: { name: string; value: number };
  desk_round: { programme: string; category: string; round: number; points_offered: number };
  desk_supplement: { application: string; n: number; fields: string; due: string; state: string; requested_at: string };
  desk_review: { application: string; reviewer: string; state: string; scores: string | null; level: string | null };
  desk_decision: {
    application: string;
    n: number;
    outcome: string;
    level: string | null;
    points: number;
    form_hash: string;
    published_in: string | null;
    reopened: number;
  };
  desk_publication: {
    publication: string;
    programme: string;
    category: string;
    round: number;
    list_hash: string;
    list: string;
    /** What may be told of it in public, as `PublicList`; null for what was published before this was kept. */
    public_list: string | null;
    at: string;
  };
  desk_publication_receipt: { publication: string; id: string; token: string };
  desk_publication_proposal: {
    id: string;
    programme: string;
    category: string;
    round: number;
    list_hash: string;
    made_by: string;
    at: string;
    settled_at: string | null;
  };
  /** What a reviewer knows and where they worked: lists as JSON. */
  desk_reviewer: { staff: string; items: string; employers: string; updated_by: string; updated_at: string };
  desk_meeting: {
    id: string;
    programme: string;
    category: string;
    round: number;
    on_day: string;
    attendance: string;
    agenda: string;
    convened_by: string;
    at: string;
  };
  desk_award: {
    application: string;
    state: string;
    level: string;
    points: number;
    start: string | null;
    last_day: string | null;
    weeks: number | null;
  };
  desk_usage: { application: string; day: string; points: number | null };
  desk_obligation: { application: string; id: string; kind: string; due: string | null; state: string };
  desk_breach: { application: string; n: number; item: string; on_day: string };
  desk_bar: { application: string; n: number; state: string; round: number | null; until: string | null };
  desk_promise: { application: string; item: string; state: string };
  desk_outbox: OutboxRow;
  /** A reminder that went out: several deadlines of one day are one notice. */
  desk_reminder: { key: string; application: string; notice: string };
  desk_log_head: { day: string; seq: number; hash: string; at: string; token: string };
  desk_session: SessionRow;
  desk_challenge: {
    id: string;
    text: string;
    purpose: string;
    session: string;
    expires_at: string;
    used_at: string | null;
  };
  /** A person of staff: the id stands in the log, the name here alone. */
  desk_staff: { id: string; issuer: string; sub: string; name: string };
  desk_proposal: {
    id: string;
    application: string;
    command: string;
    made_by: string;
    at: string;
    settled_at: string | null;
  };
  desk_check_draft: { application: string; version: number; body: string; saved_by: string; saved_at: string };
  desk_staff_role: { issuer: string; sub: string; role: string; from_day: string; to_day: string | null };
};

/** One line of the log: an event, a refusal or a reading. `payload` is what is hashed; the other columns repeat it for queries. */
export type EventRow = {
  seq: number;
  prev_hash: string;
  hash: string;
  at: string;
  kind: string;
  application: string | null;
  type: string;
  actor_kind: string;
  actor_id: string;
  payload: string;
};

/** A row per application, for lists and jobs; `case_file` holds all of it as canonical JSON. */
export type ApplicationRow = {
  id: string;
  ubn: string;
  category: string;
  main: string;
  since: string;
  live: number;
  round: number | null;
  receipt_no: string | null;
  programme: string;
  programme_hash: string;
  /** How many events made this case file: a writer that saw another number is refused. */
  version: number;
  points_held: number;
  points_given: number;
  case_file: string;
};

/** A row per notice. */
export type OutboxRow = {
  id: string;
  /** One key, one notice: a reminder that is made twice is sent once. */
  key: string;
  seq: number | null;
  application: string;
  kind: string;
  detail: string;
  state: string;
  tries: number;
  next_at: string;
  last_error: string | null;
  created_at: string;
  sent_at: string | null;
};

/** A row per session. */
export type SessionRow = {
  /** SHA-256 of the session's id: who reads the table cannot log in. */
  hash: string;
  kind: string;
  subject: string;
  detail: string;
  created_at: string;
  seen_at: string;
  idle_seconds: number;
  ends_at: string;
  ended_at: string | null;
};
