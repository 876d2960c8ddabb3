import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmes } from '@aipower/programme';
import { openRegister, type Register, type Snapshot } from '@aipower/registry';
import { type Clock, taipeiToday } from './clock.ts';
import { companyNames } from './company-names.ts';
import { type Config, ConfigError, isFirstLocalStart } from './config.ts';
import { currentRegister } from './current-register.ts';
import { demonstrationClock, isLoopback, openDemonstration } from './demonstration/demonstration.ts';
import type { Desk, OpenDeps } from './deps.ts';
import { openSiteDesk } from './desk/desk.ts';
import { onBehalfOfAll } from './http/client.ts';
import type { Logger } from './http/log.ts';
import { createWorkQueue } from './http/work-queue.ts';
import { memoOf } from './memo.ts';
import { FIRST_START, SAMPLE_SOURCE } from './presenters/both-languages.ts';
import { openReceipts } from './signing/open-receipts.ts';
import { staffLogin } from './staff/login/oidc.ts';

/**
 * Opens the world of the site: the register, seeded with the fictional sample on the first start of a new SQLite file.
 *
 * @param parts.origin when PUBLIC_ORIGIN is not set: the address the server listens on
 * @throws RegisterError when the database cannot be opened
 * @throws ConfigError when the sample is asked for by name and is not there
 */
export async function createDeps(
  config: Config,
  { clock: realClock, log, origin }: { readonly clock: Clock; readonly log: Logger; readonly origin: string },
): Promise<OpenDeps> {
  const register = await openRegister(config.DATABASE_URL, { freshDays: config.REGISTER_MAX_AGE_DAYS });
  let desk: Desk | null = null;
  try {
    const seed = config.SAMPLE_DATA === 'yes' || (register.dialect === 'sqlite' && isFirstLocalStart(config));
    const shows = config.DEMONSTRATION === 'auto' && isLoopback(config) && isFictional(register, seed);
    desk = await openSiteDesk(config, { now: realClock.now().toISOString(), isDemonstration: shows, origin, log });
    const shown = shows ? await demonstrationClock(realClock, desk.database) : null;
    const clock = shown ?? realClock;
    if (seed && register.revision === 0) {
      // Of several that start at once, one seeds.
      await register.exclusively('seed', async () => {
        if ((await register.refresh()) === 0) await seedSample(register, config, { clock, log });
        else await register.tax.refresh();
      });
    }
    const { register: current, currency } = currentRegister(register, {
      clock,
      log,
      maxAgeSeconds: config.MEMORY_MAX_AGE_SECONDS,
    });
    const receipts = await openReceipts(desk.receiptKeys, realClock, config.RECEIPT_STORE);
    const port = config.DEMONSTRATION_CARD_PORT;
    const demonstration = shown && (await openDemonstration(register, shown, { realClock, port, log }));
    const { database } = desk;
    const workQueue = createWorkQueue();
    const names = memoOf((snapshot: Snapshot) =>
      onBehalfOfAll(() => workQueue.run(() => companyNames(snapshot.providers, log))),
    );
    return {
      clock: demonstration?.clock ?? clock,
      log,
      origin: config.PUBLIC_ORIGIN ?? origin,
      limits: {
        requestsPerMinute: config.RATE_LIMIT_PER_MINUTE,
        requestTimeoutSeconds: config.REQUEST_TIMEOUT_SECONDS,
        trustProxy: config.TRUST_PROXY,
      },
      securityContact: config.SECURITY_CONTACT ?? null,
      register: current,
      currency,
      programmes,
      isSample: () => [...register.snapshot().lists.values()].some(({ fictional }) => fictional),
      companies: async () => names(current.snapshot()),
      workQueue,
      receipts,
      desk,
      staffLogin: staffLogin(config, config.PUBLIC_ORIGIN ?? origin),
      demonstration,
      webhooks: config.WEBHOOKS,
      async close() {
        currency.close();
        await demonstration?.close();
        await database.close();
        await register.close();
      },
    };
  } catch (error) {
    await desk?.database.close();
    await register.close();
    throw error;
  }
}

/** Whether everything in the register is, or is about to be, invented. */
function isFictional(register: Register, seed: boolean): boolean {
  const lists = [...register.snapshot().lists.values()];
  return register.revision === 0 ? seed : lists.length > 0 && lists.every(({ fictional }) => fictional);
}

async function seedSample(
  register: Register,
  { DATA_DIR, SAMPLE_DATA }: Config,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<void> {
  const folder = join(DATA_DIR, 'sample');
  const list = join(folder, 'register.csv');
  if (!existsSync(list)) {
    if (SAMPLE_DATA === 'yes') throw new ConfigError([`DATA_DIR holds no sample register; expected the file ${list}.`]);
    return log.warn({ file: list }, 'no sample register to start with: the register is empty');
  }
  const recordedAt = clock.now().toISOString();
  const report = await register.importList(
    { name: 'register.csv', bytes: readFileSync(list) },
    {
      seenOn: taipeiToday(clock),
      recordedAt,
      by: 'aipower',
      why: FIRST_START,
      source: SAMPLE_SOURCE,
      fictional: true,
    },
  );
  const tax = join(folder, 'tax-register.csv');
  if (existsSync(tax)) await register.tax.importFile(tax, { recordedAt });
  log.info({ certificates: report.counts.new, taxUnits: register.tax.status().rows }, 'sample register imported');
}
