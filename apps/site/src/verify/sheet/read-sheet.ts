import { Worker } from 'node:worker_threads';
import { type ClaimSheet, type ClaimSheetOptions, readClaimSheet, type SourceFile } from '@aipower/registry';

/** Text below this size is read in a few milliseconds, less than a thread takes to start. */
const SMALL = 64 * 1024;
const AT_ONCE = 2;
const MOST_WAITING = 16;
const LONGEST_MS = 20_000;

/** Too many people have sent large sheets at once. */
export class ReaderBusy extends Error {
  override name = 'ReaderBusy';
}

/** The sheet took too long or broke its reader: hostile or damaged. */
export class SheetUnreadable extends Error {
  override name = 'SheetUnreadable';
}

let running = 0;
const waiting: (() => void)[] = [];

async function enter(): Promise<void> {
  if (running < AT_ONCE) {
    running++;
    return;
  }
  if (waiting.length >= MOST_WAITING) throw new ReaderBusy('too many sheets are being read');
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else running--;
}

/**
 * Reads a table of claims without holding up other requests: large ones in a thread of their own, two at a time.
 *
 * @throws ReaderBusy when more than sixteen wait; SheetUnreadable when reading takes over 20 s or runs out of memory
 */
export async function readSheet(file: SourceFile, options: ClaimSheetOptions): Promise<ClaimSheet> {
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  if (!isWorkbook && file.bytes.length < SMALL) return readClaimSheet(file, options);
  await enter();
  try {
    return await inThread(file, options);
  } finally {
    leave();
  }
}

function inThread(file: SourceFile, options: ClaimSheetOptions): Promise<ClaimSheet> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-sheet-worker.ts', import.meta.url), {
      workerData: { file, options },
      execArgv: ['--conditions=aipower:source'],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(new SheetUnreadable('the sheet broke its reader', { cause })));
    worker.once('exit', () => {
      clearTimeout(timer);
      // After a message this changes nothing: the promise is settled.
      reject(new SheetUnreadable('the sheet could not be read in time'));
    });
  });
}
