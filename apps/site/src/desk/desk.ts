import { readFile } from 'node:fs/promises';
import { openDesk } from '@aipower/applications/storage';
import { type CardVerifier, createCardVerifier } from '@aipower/gpki';
import { createCrlFetcher } from '@aipower/gpki/fetch-crl';
import { applicationsDatabase, type Config, ConfigError } from '../config.ts';
import type { Desk } from '../deps.ts';
import type { Logger } from '../http/log.ts';
import { mailServer } from '../mail/sender.ts';
import { openReceiptKeys } from '../signing/receipt-keys.ts';

/**
 * Opens the desk.
 * @throws DatabaseError, KeyFileError, or ConfigError when the roots of the cards cannot be used
 */
export async function openSiteDesk(
  config: Config,
  parts: { readonly now: string; readonly isDemonstration: boolean; readonly origin: string; readonly log: Logger },
): Promise<Desk> {
  const { now, isDemonstration, origin, log } = parts;
  const cards = await cardsOf(config);
  const database = await openDesk(applicationsDatabase(config));
  try {
    const receiptKeys = await openReceiptKeys(config, { now, isDemonstration }, log);
    return { database, receiptKeys, cards, mail: mailServer(config, origin), usageToken: config.USAGE_TOKEN ?? null };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function cardsOf({ CARD_ROOTS, CARD_CRL_HOSTS }: Config): Promise<CardVerifier | null> {
  if (CARD_ROOTS === undefined) return null;
  try {
    const anchors = await readFile(CARD_ROOTS, 'utf8');
    return await createCardVerifier({ anchors, crlHosts: CARD_CRL_HOSTS, fetchCrl: createCrlFetcher() });
  } catch (error) {
    throw new ConfigError([
      `CARD_ROOTS is ${JSON.stringify(CARD_ROOTS)}; expected a PEM file of the roots of the cards, and CARD_CRL_HOSTS with the hosts of their lists: ${(error as Error).message}`,
    ]);
  }
}
