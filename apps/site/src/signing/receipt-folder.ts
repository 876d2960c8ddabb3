import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';

/** Receipts as files of a folder, one each, named by its id: `<id>.jws`. Whoever runs the site says how long they stay. */
export interface ReceiptFolder {
  keep(id: string, token: string): Promise<void>;
  find(id: string): Promise<string | null>;
}

/** @throws ConfigError when the folder can neither be found nor made */
export async function receiptFolder(path: string): Promise<ReceiptFolder> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `RECEIPT_STORE is ${JSON.stringify(path)}, which is no folder and cannot be made (${code}).`,
    ]);
  }
  const fileOf = (id: string) => join(path, `${id}.jws`);
  return {
    async keep(id, token) {
      // Whole or not at all: a reader never finds half a receipt.
      const temporary = join(path, `.${id}.${randomUUID()}`);
      try {
        await writeFile(temporary, `${token}\n`, { mode: 0o600 });
        await rename(temporary, fileOf(id));
      } catch (error) {
        // On a full disk, what was written of it would only keep it full.
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    async find(id) {
      try {
        return (await readFile(fileOf(id), 'utf8')).trim();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
