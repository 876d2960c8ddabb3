import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  isShortId,
  type KeyRing,
  type KeySet,
  publicKeys,
  type ReceiptContent,
  type ReceiptVerification,
  type SignedReceipt,
  signReceipt,
  verifyReceipt,
} from '@aipower/receipts';
import { KeyFileError, openKeyFile, parseKeyRing, readKeyFile } from '@aipower/receipts/key-file';
import { type Config, ConfigError } from '../config.ts';
import type { Logger } from '../http/log.ts';
import { receiptFolder } from './receipt-folder.ts';

/** Signs answers, and tells later whether a receipt is one of ours. */
export interface Receipts {
  /** Every key there ever was, as `/.well-known/jwks.json` shows them. */
  readonly keys: KeySet;
  /** Whether receipts are kept here, so that their address alone shows them. */
  readonly stored: boolean;
  /** Signs an answer, and keeps the receipt where the operator said so. */
  sign(content: ReceiptContent): Promise<SignedReceipt>;
  verify(token: string): Promise<ReceiptVerification>;
  /** The token of a receipt that was kept; `null` when none is kept under this id. */
  find(id: string): Promise<string | null>;
}

/** The file of the keys beside a SQLite database, or in the folder `var` where the database is elsewhere. */
function keyFileBeside({ DATABASE_URL }: Config): string {
  if (DATABASE_URL === ':memory:' || /^postgres(ql)?:/i.test(DATABASE_URL))
    return resolve(import.meta.dirname, '../../../../var/receipt-keys.json');
  const database = DATABASE_URL.replace(/^file:(?:\/\/)?/i, '').replace(/\?.*$/, '');
  return join(dirname(resolve(database)), 'receipt-keys.json');
}

/**
 * Opens the keys of the site: from `RECEIPT_KEYS`, from the file `RECEIPT_KEYS_FILE`, or from a file beside the database,
 * which is made on the first start.
 *
 * @throws ConfigError for keys that cannot be read; they are never replaced by new ones
 */
export async function openReceipts(
  config: Config,
  { now, log }: { readonly now: string; readonly log: Logger },
): Promise<Receipts> {
  const ring = await openKeys(config, { now, log });
  const folder = config.RECEIPT_STORE === undefined ? null : await receiptFolder(config.RECEIPT_STORE);
  const keys = publicKeys(ring);
  return {
    keys,
    stored: folder !== null,
    async sign(content) {
      const signed = await signReceipt(content, ring);
      await folder?.keep(signed.receipt.id, signed.token);
      return signed;
    },
    verify: (token) => verifyReceipt(token, keys),
    find: async (id) => (folder && isShortId(id) ? folder.find(id) : null),
  };
}

async function openKeys(
  config: Config,
  { now, log }: { readonly now: string; readonly log: Logger },
): Promise<KeyRing> {
  try {
    if (config.RECEIPT_KEYS !== undefined) return parseKeyRing(config.RECEIPT_KEYS, 'RECEIPT_KEYS');
    if (config.RECEIPT_KEYS_FILE !== undefined) return await readKeyFile(config.RECEIPT_KEYS_FILE);
    const path = keyFileBeside(config);
    await mkdir(dirname(path), { recursive: true });
    const { ring, made } = await openKeyFile(path, now);
    if (made) {
      log.warn(
        { file: path },
        'keys for signed receipts were made: back this file up, and give the same keys to every machine (RECEIPT_KEYS_FILE)',
      );
    }
    return ring;
  } catch (error) {
    if (error instanceof KeyFileError) throw new ConfigError([`${error.message}.`]);
    throw error;
  }
}
