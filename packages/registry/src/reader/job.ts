import type { ReadTable } from '../import/read-file.ts';
import type { SourceFile } from '../import/table.ts';
import type { ClaimSheet } from '../sheet/claim-sheet.ts';
import type { ClaimSheetOptions } from '../sheet/claim-sheet-options.ts';

/** What the reader process is asked: a file to read as a register list, or as a table of claims. */
export type ReaderJob =
  | { readonly kind: 'list'; readonly file: SourceFile }
  | { readonly kind: 'claims'; readonly file: SourceFile; readonly options: ClaimSheetOptions };

/** What it answers: the same as the function called here would, or the error that it threw. */
export type ReaderAnswer =
  | { readonly ok: true; readonly result: ReadTable | ClaimSheet }
  | { readonly ok: false; readonly message: string };
