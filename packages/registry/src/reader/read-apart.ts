import { problem } from '../import/problem.ts';
import type { ReadTable } from '../import/read-file.ts';
import { assertFile, type SourceFile } from '../import/table.ts';
import { type ClaimSheet, emptyClaimSheet } from '../sheet/claim-sheet.ts';
import type { ClaimSheetOptions } from '../sheet/claim-sheet-options.ts';
import { CLAIM_LIMITS, LIST_LIMITS } from '../workbook/budget.ts';
import { askReader, ReaderKilled } from './reader-pool.ts';

const tooLong = (error: unknown) => {
  if (error instanceof ReaderKilled) return problem('reading-took-too-long', error.message);
  throw error;
};

/** The bytes alone: what a caller's buffer is a part of must not be sent along. */
const alone = ({ name, bytes }: SourceFile): SourceFile => ({ name, bytes: Uint8Array.from(bytes) });

/** Reads a table of any columns in the reader process. Past its time or memory, the answer is a problem, not an exception. @throws ReaderBusy when too many files wait. */
export async function readTableApart(file: SourceFile): Promise<ReadTable> {
  assertFile(file);
  // Not worth sending.
  if (file.bytes.length > LIST_LIMITS.bytes)
    return { sheets: [], problems: [problem('file-too-large', `${file.bytes.length} bytes`)] };
  try {
    return (await askReader({ kind: 'list', file: alone(file) })) as ReadTable;
  } catch (error) {
    return { sheets: [], problems: [tooLong(error)] };
  }
}

/**
 * Reads a table of claims as `readClaimSheet` does, in a process of its own with a cap on time and memory: the way for
 * files of strangers, and for whoever must answer others meanwhile.
 * @throws ReaderBusy when too many files wait.
 */
export async function readClaimSheetApart(file: SourceFile, options: ClaimSheetOptions = {}): Promise<ClaimSheet> {
  assertFile(file);
  if (file.bytes.length > CLAIM_LIMITS.bytes)
    return emptyClaimSheet([problem('file-too-large', `${file.bytes.length} bytes`)]);
  try {
    return (await askReader({ kind: 'claims', file: alone(file), options })) as ClaimSheet;
  } catch (error) {
    return emptyClaimSheet([tooLong(error)]);
  }
}
