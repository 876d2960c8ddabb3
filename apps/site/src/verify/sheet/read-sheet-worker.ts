import { parentPort, workerData } from 'node:worker_threads';
import { type ClaimSheetOptions, readClaimSheet, type SourceFile } from '@aipower/registry';

// Reading a workbook of ten thousand rows takes up to a second that cannot be cut into pieces: it happens here, beside
// the thread that answers everybody else.
const { file, options } = workerData as { file: SourceFile; options: ClaimSheetOptions };
parentPort!.postMessage(readClaimSheet(file, options));
