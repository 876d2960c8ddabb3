import { Worker } from 'node:worker_threads';
import { type ClaimSheet, type ClaimSheetOptions, readClaimSheet, type SourceFile } from '@aipower/registry';
import { createWorkQueue } from '../../http/work-queue.ts';

/** Text below this size is read in a few milliseconds, less than a thread takes to start. */
const SMALL = 64 * 1024;
const MAX_READ_MS = 20_000;

/** The sheet took too long or broke its reader: hostile or damaged. */
export class SheetUnreadable extends Error {
  override name = 'SheetUnreadable';
}

const readers = createWorkQueue({ maxConcurrent: 2, maxWaiting: 16 });

/**
 * Reads a table of claims without holding up other requests: large ones in a thread of their own, two at a time.
 *
 * @throws QueueFull when more than sixteen wait; SheetUnreadable when reading takes over 20 s or runs out of memory
 */
export async function readSheet(file: SourceFile, options: ClaimSheetOptions): Promise<ClaimSheet> {
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  if (!isWorkbook && file.bytes.length < SMALL) return readClaimSheet(file, options);
  return readers.run(() => inThread(file, options));
}

function inThread(file: SourceFile, options: ClaimSheetOptions): Promise<ClaimSheet> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-sheet-worker.ts', import.meta.url), {
      workerData: { file, options },
      execArgv: ['--conditions=aipower:source'],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const timer = setTimeout(() => void worker.terminate(), MAX_READ_MS);
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(new SheetUnreadable('the sheet broke its reader', { cause })));
    worker.once('exit', () => {
      clearTimeout(timer);
      // After a message this changes nothing: the promise is settled.
      reject(new SheetUnreadable('the sheet could not be read in time'));
    });
  });
}
