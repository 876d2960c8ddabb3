import { once } from 'node:events';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { asRegisterError, RegisterError } from '../database/fault.ts';

/**
 * Writes a file whole or not at all: beside its place first, then moved there. A device or a pipe is written to as it is.
 * @throws RegisterError `disk-full`, or `file-unwritable` for any other failure.
 */
export async function writeOut(path: string, texts: Iterable<string>): Promise<void> {
  const device = existsSync(path) && !statSync(path).isFile();
  const part = device ? path : `${path}.part`;
  try {
    const out = createWriteStream(part);
    // A stream that fails between two writes would end the process; what it says is kept until it is asked for.
    let failed: Error | null = null;
    out.on('error', (error) => {
      failed = error;
    });
    for (const text of texts) {
      if (failed) break;
      if (!out.write(text)) await once(out, 'drain').catch(() => {});
    }
    if (!failed) {
      out.end();
      await once(out, 'close').catch(() => {});
    }
    if (failed) throw failed;
    if (!device) await rename(part, path);
  } catch (error) {
    if (!device) await rm(part, { force: true });
    const named = asRegisterError(error, `writing ${path}`);
    throw named instanceof RegisterError && named.code === 'disk-full'
      ? named
      : new RegisterError('file-unwritable', `writing ${path}`, error);
  }
}
