import type { TaxRow } from './row.ts';
import type { StoredUnit } from './unit.ts';

/** One loaded tax register, whichever database holds it. */
export interface TaxStore {
  byUbn(ubn: string): Promise<StoredUnit | null>;
  branches(headOffice: string, afterId: number, limit: number): Promise<StoredUnit[]>;
  /** Rows whose text has all the words, by id. The text itself is still to be compared. */
  withWords(
    column: 'name' | 'address',
    words: readonly string[],
    afterId: number,
    limit: number,
  ): Promise<StoredUnit[]>;
  close(): Promise<void>;
}

/** Which indexes to build; all by default. Without one, the search it serves is refused. */
export interface TaxIndexes {
  /** For searches by name. */
  readonly name: boolean;
  /** For searches by address. */
  readonly address: boolean;
}

/** A tax register being built beside the present one. */
export interface TaxBuilder {
  add(row: TaxRow): void;
  /** Lets rows that were added flow out; called between chunks of the file. */
  flush(): Promise<void>;
  /** Finishes the indexes. @returns where the new register lies, and how many rows repeated an earlier 統一編號. */
  finish(onPhase: (phase: TaxPhase) => void): Promise<{ location: string; duplicates: number }>;
  abort(): Promise<void>;
}

/** The steps of an import of the tax register, in their order. */
export type TaxPhase = 'reading' | 'number-index' | 'name-index' | 'address-index' | 'swapping';
