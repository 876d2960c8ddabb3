/**
 * The tables. Days are `YYYY-MM-DD`, instants UTC ISO text, flags 0 or 1, lists JSON text: the same in SQLite and
 * PostgreSQL. Rows of `*_version` are closed (`rev_to`), never changed otherwise and never deleted.
 *
 * Two times run through them. `rev_from`/`rev_to`: which revisions of the register knew the row (`rev_to` exclusive,
 * null: still known). `true_from`/`true_to`: which list days it speaks for (`true_to` exclusive, null: until now).
 */
export interface Tables {
  register_meta: {
    id: number;
    revision: number;
    /** A text of chance, new with every import: a restored register may have the revision of the one before, never its state. */
    state: string;
    tax_generation: number;
  };
  import_run: {
    revision: number;
    recorded_at: string;
    recorded_by: string;
    reason: string;
    source: string;
    file_name: string;
    sha256: string;
    seen_on: string;
    /** 1: the list was invented, such as the sample. */
    fictional: number;
    counts: string;
  };
  /** What seals an import: a digest over it and the seal before. */
  import_seal: { revision: number; digest: string };
  /** A revision that took back every import after `back_to`. */
  withdrawal: { revision: number; back_to: number };
  scheme_list: {
    scheme: string;
    revision: number;
    seen_on: string;
    complete: number;
    row_count: number;
    source: string;
  };
  provider_version: VersionColumns & {
    ubn: string;
    name: string;
    name_en: string | null;
    former_names: string;
    city: string | null;
    head_office_ubn: string | null;
    predecessor_ubn: string | null;
    successor_ubn: string | null;
    warnings: string;
  };
  certificate_version: VersionColumns & {
    certificate: string;
    scheme: string;
    cert_key: string;
    extended: number;
    number: string | null;
    ubn: string;
    listed: number;
    registered_on: string;
    valid_until: string;
    status: string;
    status_on: string | null;
    items: string;
    edition: string | null;
    evidence_url: string | null;
    source: string;
    seen_after: string | null;
  };
  tax_snapshot: {
    generation: number;
    snapshot_on: string | null;
    row_count: number;
    recorded_at: string;
    sha256: string;
    file_name: string;
    location: string;
  };
}

interface VersionColumns {
  rev_from: number;
  rev_to: number | null;
  true_from: string;
  true_to: string | null;
}
