import type { Day } from '@aipower/taiwan/dates';
import type { FieldChange } from '../import/diff.ts';
import type { SchemeId } from '../scheme.ts';

/** One change the register went through: what, by whom, when, why, from which list. */
export interface HistoryEntry {
  /** The register's revision this change made. */
  readonly revision: number;
  /** UTC instant of the import. */
  readonly recordedAt: string;
  /** Who imported, as given then. */
  readonly by: string;
  /** Why, as given then. */
  readonly why: string;
  /** Where the list was published. */
  readonly source: string;
  /** Name of the file. */
  readonly fileName: string;
  /** Day of the list. */
  readonly seenOn: Day;
  /** What changed. */
  readonly subject: 'provider' | 'certificate';
  /** `gone`: the list no longer names it, or the import that brought it was withdrawn; `back`: it names it again. */
  readonly kind: 'new' | 'changed' | 'gone' | 'back';
  /** 統一編號 of the provider. */
  readonly ubn: string;
  /** Its name at that revision; `null` when the register had none then. */
  readonly name: string | null;
  /** `null` where the change is of the provider, not of a certificate. */
  readonly scheme: SchemeId | null;
  /** Certificate number; `null` as for `scheme`, and for a scheme without numbers. */
  readonly number: string | null;
  /** What changed, by field; empty for what is new. */
  readonly fields: readonly FieldChange[];
}

/** What is the same for all changes of one import. */
export type Run = Pick<HistoryEntry, 'recordedAt' | 'by' | 'why' | 'source' | 'fileName' | 'seenOn'>;

/** A change without what is the same for all changes of its import; `certificate` is the id of the one it is about. */
export type Draft = Omit<HistoryEntry, keyof Run> & { readonly certificate: string | null };
