import { readTable } from '../import/read-file.ts';
import { readClaimSheet } from '../sheet/claim-sheet.ts';
import type { ReaderAnswer, ReaderJob } from './job.ts';

// A process of its own: it reads one file after the other, holds nothing of the register, and may be killed at any time.
function answer(job: ReaderJob): ReaderAnswer {
  try {
    const result = job.kind === 'list' ? readTable(job.file) : readClaimSheet(job.file, job.options);
    return { ok: true, result };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (job: ReaderJob) => process.send!(answer(job)));
process.on('disconnect', () => process.exit());
