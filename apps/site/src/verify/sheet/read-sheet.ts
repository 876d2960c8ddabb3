import {
  type ClaimSheet,
  type ClaimSheetOptions,
  ReaderBusy,
  readClaimSheetApart,
  type SourceFile,
} from '@aipower/registry';
import { createWorkQueue, QueueFull } from '../../http/work-queue.ts';

/** The reader processes of the registry know no clients; here one client's slow files take one of them at most. */
const readers = createWorkQueue({ maxConcurrent: 2, maxWaiting: 16, maxWaitingPerClient: 2, maxWaitMs: 30_000 });

/** The sheet took too long or broke its reader: hostile or damaged. */
export class SheetUnreadable extends Error {
  override name = 'SheetUnreadable';
}

/**
 * Reads a table of claims in the reader process of the registry, never in the thread that answers everybody else: small
 * text too, since a few kilobytes can hold more cells than a second reads.
 *
 * @throws QueueFull when too many wait; SheetUnreadable when reading takes too long or too much memory
 */
export async function readSheet(file: SourceFile, options: ClaimSheetOptions): Promise<ClaimSheet> {
  try {
    const sheet = await readers.run(() => readClaimSheetApart(file, options));
    const killed = sheet.problems.find(({ code }) => code === 'reading-took-too-long');
    if (killed) throw new SheetUnreadable(killed.found);
    return sheet;
  } catch (error) {
    throw error instanceof ReaderBusy ? new QueueFull(error.message) : error;
  }
}
