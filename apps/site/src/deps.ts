import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompanyIndex } from '@aipower/matcher';
import { type Programme, programmes } from '@aipower/programme';
import { openRegister, type Register, type Snapshot } from '@aipower/registry';
import { type Clock, taipeiToday } from './clock.ts';
import { companyNames } from './company-names.ts';
import { type Config, ConfigError } from './config.ts';
import {
  type Demonstration,
  demonstrationClock,
  isLoopback,
  openDemonstration,
} from './demonstration/demonstration.ts';
import { type Desk, openSiteDesk } from './desk/desk.ts';
import type { Logger } from './http/log.ts';
import { createWorkQueue, type WorkQueue } from './http/work-queue.ts';
import { memoOf } from './memo.ts';
import { openReceipts, type Receipts } from './receipts/open-receipts.ts';

/** What keeps one visitor from slowing down the others. */
export interface Limits {
  readonly requestsPerMinute: number;
  readonly requestTimeoutSeconds: number;
  /** As Express takes it for `trust proxy`: how many, or which, proxies may say who the client is. */
  readonly trustProxy: number | readonly string[];
}

/** What the site needs from the world; production and tests give the same shape. */
export interface Deps {
  readonly clock: Clock;
  readonly log: Logger;
  /** The address that others reach us under, without a trailing slash. */
  readonly origin: string;
  readonly limits: Limits;
  /** `mailto:` or `https:` for security.txt; `null`: the page that says how to report an error. */
  readonly securityContact: string | null;
  readonly register: Register;
  /** The compute programme, year by year, as `programmesFrom` gives them. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Whether anything in the register comes from the fictional sample. */
  readonly isSample: () => boolean;
  /** The register's providers by name, made when first asked and anew after an import: about 10 µs per name. */
  companies(): Promise<CompanyIndex>;
  /** The door that large computations pass one after another, so that small requests never wait for them. */
  readonly workQueue: WorkQueue;
  /** Signs answers so that they can be proved later. */
  readonly receipts: Receipts;
  /** The applications and what is needed to take them. */
  readonly desk: Desk;
  /** On fictional data and this machine's own address alone; null otherwise, and with DEMONSTRATION=no. */
  readonly demonstration: Demonstration | null;
}

export interface OpenDeps extends Deps {
  close(): Promise<void>;
}

/** The name under which the sample register is imported. */
export const SAMPLE_SOURCE = 'aipower sample (fictional)';

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
    desk = await openSiteDesk(config, realClock.now().toISOString(), log);
    const seed = config.SAMPLE_DATA === 'yes' || (config.SAMPLE_DATA === 'auto' && register.dialect === 'sqlite');
    const shows = config.DEMONSTRATION === 'auto' && isLoopback(config) && isFictional(register, seed);
    const shown = shows ? await demonstrationClock(realClock, desk.database) : null;
    const clock = shown ?? realClock;
    if (seed && register.revision === 0) {
      // Of several that start at once, one seeds.
      await register.exclusively('seed', async () => {
        if ((await register.refresh()) === 0) await seedSample(register, config, { clock, log });
        else await register.tax.refresh();
      });
    }
    const receipts = await openReceipts(desk.receiptKeys, realClock, config.RECEIPT_STORE);
    const port = config.DEMONSTRATION_CARD_PORT;
    const demonstration = shown && (await openDemonstration(register, shown, { realClock, port, log }));
    const { database } = desk;
    const workQueue = createWorkQueue();
    const names = memoOf((snapshot: Snapshot) => workQueue.run(() => companyNames(snapshot.providers, log)));
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
      register,
      programmes,
      isSample: () => [...register.snapshot().lists.values()].some(({ fictional }) => fictional),
      companies: () => names(register.snapshot()),
      workQueue,
      receipts,
      desk,
      demonstration,
      async close() {
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
      why: 'first start',
      source: SAMPLE_SOURCE,
      fictional: true,
    },
  );
  const tax = join(folder, 'tax-register.csv');
  if (existsSync(tax)) await register.tax.importFile(tax, { recordedAt });
  log.info({ certificates: report.counts.new, taxUnits: register.tax.status().rows }, 'sample register imported');
}
