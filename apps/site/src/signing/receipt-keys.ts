import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyRing } from '@aipower/receipts';
import { KeyFileError, openKeyFile, parseKeyRing } from '@aipower/receipts/key-file';
import { type Config, ConfigError, receiptKeyFile } from '../config.ts';
import type { Logger } from '../http/log.ts';

/** Before anything that happens in a demonstration, whose clock is not the machine's; its keys sign nothing else. */
const DEMONSTRATION_KEYS_FROM = '2026-01-01T00:00:00.000Z';

/**
 * The keys that sign receipts: from `RECEIPT_KEYS` (the key ring as JSON), else from the file `RECEIPT_KEYS_FILE`, which is
 * made on the first start; by default it lies beside the database of the applications.
 *
 * @throws ConfigError for keys that cannot be read; they are never replaced by new ones
 */
export async function openReceiptKeys(
  config: Config,
  { now, isDemonstration }: { readonly now: string; readonly isDemonstration: boolean },
  log: Logger,
): Promise<KeyRing> {
  try {
    if (config.RECEIPT_KEYS !== undefined) return parseKeyRing(config.RECEIPT_KEYS, 'RECEIPT_KEYS');
    const file = `${receiptKeyFile(config)}${isDemonstration ? '.demonstration' : ''}`;
    await mkdir(dirname(file), { recursive: true });
    const { ring, made } = await openKeyFile(file, isDemonstration ? DEMONSTRATION_KEYS_FROM : now);
    if (made)
      log.warn(
        { file },
        'keys for receipts were made: back this file up, and give every machine of the site the same keys',
      );
    return ring;
  } catch (error) {
    if (error instanceof KeyFileError) throw new ConfigError([`${error.message}.`]);
    throw error;
  }
}
