/**
 * The tables of the desk, for Kysely. Ids are text, times ISO text in UTC with milliseconds, days text, JSON canonical text,
 * truth 0 or 1: the same values in SQLite and PostgreSQL, so that a hash of a row is the same on both.
 */
export type DeskTables = {
  /** One row. `turns` counts writers: who adds one holds the lock of the log until the end of the transaction. */
  desk_chain: { id: number; turns: number };
  /** The log, append-only: each row holds the hash of the one before. */
  desk_event: EventRow;
  /** What the log says of each application now, for lists and jobs. */
  desk_application: ApplicationRow;
  /** Copies of programmes by their hash: applications keep the one they were made with. `body`: JSON. */
  desk_programme: { hash: string; id: string; body: string };
  /** Every version of a form that was sent, by its hash. `body`: JSON, field id → value. */
  desk_form_version: { application: string; n: number; hash: string; body: string; submitted_at: string };
  /** Sections of drafts as last saved, and as `supplement` the answers to a request so far. `body`: JSON. */
  desk_draft_section: { application: string; section: string; version: number; body: string; saved_at: string };
  /** Reasons, comments and reviews by their hash, so that they can be deleted without breaking the log. */
  desk_text: { application: string; hash: string; kind: string; body: string };
  /** One-time keys of pages that send a form: the second time answers with the same receipt number. */
  desk_submit_key: { key: string; application: string; receipt_no: string };
  /** Running numbers by name. */
  desk_counter: { name: string; value: number };
  /** Points that the organiser put into a round. */
  desk_round: { programme: string; category: string; round: number; points_offered: number };
  /** Requests for missing items. `fields`: JSON; `due`: last day, inclusive. */
  desk_supplement: { application: string; n: number; fields: string; due: string; state: string; requested_at: string };
  /** Reviews. `scores`: JSON by criterion, null until they are sent. */
  desk_review: { application: string; reviewer: string; state: string; scores: string | null; level: string | null };
  /** Decisions; `published_in` is null while one is held, `reopened` 1 when it was taken back. */
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
  /** Publications. `list`: JSON of every decided application, not public. */
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
  /** The signed receipt of a publication, which shows later that the list was not changed. */
  desk_publication_receipt: { publication: string; id: string; token: string };
  /** Wishes to publish, which a second person confirms; `settled_at` is null while one is open. */
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
  /** Meetings as convened. `attendance`, `agenda`: JSON. */
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
  /** Awards. Days inclusive; null before the use is started. */
  desk_award: {
    application: string;
    state: string;
    level: string;
    points: number;
    start: string | null;
    last_day: string | null;
    weeks: number | null;
  };
  /** Points used by day; null: reported as unknown. */
  desk_usage: { application: string; day: string; points: number | null };
  /** Duties after the award. `due`: last day, inclusive; null until it is set. */
  desk_obligation: { application: string; id: string; kind: string; due: string | null; state: string };
  /** Breaches of the terms of use. */
  desk_breach: { application: string; n: number; item: string; on_day: string };
  /** Bars from a later round; nulls where the programme has none left. */
  desk_bar: { application: string; n: number; state: string; round: number | null; until: string | null };
  /** Publications that were promised for a bonus item. */
  desk_promise: { application: string; item: string; state: string };
  /** Notices to companies and staff, and what became of them. */
  desk_outbox: OutboxRow;
  /** What the mail server answered for a recipient of a notice, who is kept as a hash. */
  desk_delivery: { notice: string; recipient: string; state: string; answer: string | null; at: string };
  /** A reminder that went out: several deadlines of one day are one notice. */
  desk_reminder: { key: string; application: string; notice: string };
  /** The end of the log, day by day, with its signed receipt. */
  desk_log_head: { day: string; seq: number; hash: string; at: string; token: string };
  /** Sessions of companies and staff. */
  desk_session: SessionRow;
  /** What cards were asked to sign; each is used once and before `expires_at`. */
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
  /** Commands that a second person confirms. `command`: JSON; `settled_at` is null while one is open. */
  desk_proposal: {
    id: string;
    application: string;
    command: string;
    made_by: string;
    at: string;
    settled_at: string | null;
  };
  /** Notes of the screening so far. `body`: JSON; `version` counts from 1. */
  desk_check_draft: { application: string; version: number; body: string; saved_by: string; saved_at: string };
  /** Roles of staff by day, inclusive; `to_day` is null while a role goes on. */
  desk_staff_role: { issuer: string; sub: string; role: string; from_day: string; to_day: string | null };
};

/** One line of the log: an event, a refusal or a reading. `payload` is what is hashed; the other columns repeat it for queries. */
export type EventRow = {
  /** From 1, without a gap. */
  seq: number;
  /** `hash` of the row before; of the first row, 64 zeros. */
  prev_hash: string;
  /** SHA-256 over `prev_hash`, a line feed and `payload`, hex. */
  hash: string;
  /** When it was recorded. */
  at: string;
  /** `event`, `refused`, `read`, or `act` for what staff did beside the applications. */
  kind: string;
  /** Null for what concerns none, such as a role. */
  application: string | null;
  /** Name of the event, or of the command that was refused, or what was read. */
  type: string;
  /** One of `actorKinds`. */
  actor_kind: string;
  /** 統一編號 of a company, id of a person of staff, name of a rule. */
  actor_id: string;
  /** Canonical JSON of the whole line. */
  payload: string;
};

/** A row per application, for lists and jobs; `case_file` holds all of it as canonical JSON. */
export type ApplicationRow = {
  /** ULID; the public never sees it. */
  id: string;
  /** 統一編號 of the applicant. */
  ubn: string;
  /** Id within the programme. */
  category: string;
  /** Main state. */
  main: string;
  /** When the main state was entered. */
  since: string;
  /** 1 while it stands in the way of a second application of the company in the category. */
  live: number;
  /** Null until it is sent. */
  round: number | null;
  /** Null until it is sent. */
  receipt_no: string | null;
  /** Year, ROC. */
  programme: string;
  /** Of the copy it was made with. */
  programme_hash: string;
  /** How many events made this case file: a writer that saw another number is refused. */
  version: number;
  /** Promised by a decision or an award that has not begun. */
  points_held: number;
  /** Given out, less what went back. */
  points_given: number;
  /** Canonical JSON. */
  case_file: string;
};

/** A row per notice. */
export type OutboxRow = {
  /** Also the Message-ID of its mail. */
  id: string;
  /** One key, one notice: a reminder that is made twice is sent once. */
  key: string;
  /** Line of the log it follows from; null for a reminder of the clock. */
  seq: number | null;
  /** Id. */
  application: string;
  /** Which letter. */
  kind: string;
  /** JSON: what the letter fills in. */
  detail: string;
  /** One of `OutboxState`. */
  state: string;
  /** How often it was handed to the mail server. */
  tries: number;
  /** Not to be tried before. */
  next_at: string;
  /** What the mail server said last; null when nothing failed. */
  last_error: string | null;
  /** When it was put in. */
  created_at: string;
  /** When it was sent, or told in another way; null before. */
  sent_at: string | null;
};

/** A row per session. */
export type SessionRow = {
  /** SHA-256 of the session's id: who reads the table cannot log in. */
  hash: string;
  /** Company or staff. */
  kind: string;
  /** 統一編號, or the id of a person of staff. */
  subject: string;
  /** JSON: what the login found. */
  detail: string;
  /** When it began. */
  created_at: string;
  /** When it was last used. */
  seen_at: string;
  /** How long it lives without a request. */
  idle_seconds: number;
  /** When it ends however much it is used. */
  ends_at: string;
  /** When it was ended by hand; null before. */
  ended_at: string | null;
};
