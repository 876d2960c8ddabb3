import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { readDatabaseUrl } from '@aipower/database';
import { z } from 'zod';
import { webhookList } from './webhook-endpoints.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** A whole number written in digits only: `1e3`, ` 5` and an empty text are not taken for numbers. */
function whole(what: string, min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: what })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error: what });
}

const origin = z.string().refine(isPublicAddress, {
  error:
    'an http or https address without a slash at its end, such as https://register.example.tw or https://example.tw/aipower',
});

/** An origin, with the path that the site lies under where it has one; nothing after it. */
function isPublicAddress(value: string): boolean {
  if (!URL.canParse(value) || !/^https?:/.test(value)) return false;
  const { origin, pathname } = new URL(value);
  return value === origin || (value === origin + pathname && /^(\/[\w.~-]+)+$/.test(pathname));
}

const databaseUrl = z.string().refine((value) => !/^(?!postgres(ql)?:|file:)[a-z][a-z0-9+]+:\/\//i.test(value), {
  error: 'a file path, or a postgres:// address',
});

/**
 * Which neighbours may say, in X-Forwarded-For, who the client is. Empty: nobody. A number: that many proxies stand in
 * front. Else addresses, networks, or the words loopback, linklocal, uniquelocal, separated by commas.
 */
const trustProxy = z.string().transform((value, context): number | readonly string[] => {
  if (/^\d$/.test(value)) return Number(value);
  const parts = value.split(',').map((part) => part.trim());
  if (parts.every(isNetwork)) return parts;
  context.addIssue({
    code: 'custom',
    message: 'a number of proxies from 0 to 9, or addresses and networks separated by commas, such as 10.0.0.0/8',
  });
  return z.NEVER;
});

/** Codes of a login cross the wire: plain http only to this machine, as in a test. */
const issuer = z.string().refine(
  (value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname, search, hash } = new URL(value);
    const safe = protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname));
    return safe && search === '' && hash === '';
  },
  { error: 'the https address of a login provider, such as https://login.example.gov.tw' },
);

/** Host names separated by commas, each with its port if it has one. */
const hostList = z.string().transform((value, context): readonly string[] => {
  const hosts = value.split(',').map((host) => host.trim().toLowerCase());
  if (hosts.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host))) return hosts;
  context.addIssue({ code: 'custom', message: 'host names separated by commas, such as moeaca.nat.gov.tw' });
  return z.NEVER;
});

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every environment variable the site reads, with its default. Nothing else reads the environment. */
const environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1'),
  PORT: whole('a whole number from 0 to 65535', 0, 65_535).default(3000),
  DATABASE_URL: databaseUrl.default(resolve(repository, 'var/aipower.db')),
  APPLICATIONS_DATABASE_URL: databaseUrl.optional(),
  CARD_ROOTS: z.string().optional(),
  CARD_CRL_HOSTS: hostList.default([]),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: z
    .string()
    .refine((value) => /^smtps?:\/\/[^\s/]+/i.test(value) && URL.canParse(value), {
      error: 'an smtp:// or smtps:// address',
    })
    .optional(),
  USAGE_TOKEN: z.string().min(32, { error: 'a secret of at least 32 characters' }).optional(),
  MAIL_FROM: z.email({ error: 'an e-mail address' }).optional(),
  DEMONSTRATION: z.enum(['auto', 'no'], { error: 'one of auto, no' }).default('auto'),
  DEMONSTRATION_CARD_PORT: whole('a whole number from 0 to 65535', 0, 65_535).default(61_161),
  DATA_DIR: z.string().default(resolve(repository, 'data')),
  SAMPLE_DATA: z.enum(['auto', 'yes', 'no'], { error: 'one of auto, yes, no' }).default('auto'),
  PUBLIC_ORIGIN: origin.optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, { error: 'a mailto: or https: address' })
    .optional(),
  METRICS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'an address to listen on, such as 127.0.0.1' })
    .default('127.0.0.1'),
  METRICS_PORT: whole('a whole number from 0 to 65535', 0, 65_535).optional(),
  LOG_LEVEL: z.enum(levels, { error: `one of ${levels.join(', ')}` }).default('info'),
  TRUST_PROXY: trustProxy.default(0),
  RATE_LIMIT_PER_MINUTE: whole('a whole number of requests from 1 to 1000000', 1, 1_000_000).default(600),
  REQUEST_TIMEOUT_SECONDS: whole('a whole number of seconds from 1 to 3600', 1, 3600).default(30),
  MEMORY_MAX_AGE_SECONDS: whole('a whole number of seconds from 60 to 86400', 60, 86_400).default(900),
  WEBHOOKS: webhookList.default([]),
  NODE_ENV: z.string().optional(),
  /** The key ring itself, as JSON. */
  RECEIPT_KEYS: z.string().optional(),
  RECEIPT_KEYS_FILE: z.string().optional(),
  RECEIPT_STORE: z.string().optional(),
  REGISTER_MAX_AGE_DAYS: whole('a whole number of days from 1 to 3660', 1, 3660).default(30),
});

export type Config = Readonly<z.infer<typeof environment>>;

/**
 * Whether fiction may be loaded without being asked for: on one's own machine only. A production site whose database was
 * lost must come up empty, never with invented companies that are valid.
 */
export function isFirstLocalStart({ SAMPLE_DATA, HOST, NODE_ENV }: Config): boolean {
  const isLoopback = HOST === 'localhost' || HOST === '::1' || /^127\./.test(HOST);
  return SAMPLE_DATA === 'auto' && isLoopback && NODE_ENV !== 'production';
}

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly issues: readonly string[];

  constructor(issues: readonly string[]) {
    super(issues.join('\n'));
    this.issues = issues;
  }
}

/**
 * Reads and checks the configuration.
 *
 * @param env usually `process.env`; an empty value counts as not set
 * @throws ConfigError with one sentence per bad variable: what was found and what was expected
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = withFiles(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== '')),
  );
  const result = environment.safeParse(given);
  if (result.success) {
    const halves = [result.data.OIDC_ISSUER, result.data.OIDC_CLIENT_ID].filter((one) => one === undefined).length;
    if (halves === 1) {
      throw new ConfigError(['Of OIDC_ISSUER and OIDC_CLIENT_ID one is set; expected both, or neither.']);
    }
    return Object.freeze(result.data);
  }
  const byName = new Map(result.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  throw new ConfigError(
    [...byName].map(([name, message]) => `${name} is ${shown(name, given[name])}; expected ${message}.`),
  );
}

/**
 * Every variable may be given as the path of a file that holds its value, under its name with `_FILE`: what holds a
 * password then stands neither in the environment, which child processes and crash reports see, nor in a unit.
 */
function withFiles(given: Record<string, string | undefined>): Record<string, string | undefined> {
  const issues: string[] = [];
  const read = { ...given };
  for (const name of Object.keys(environment.shape)) {
    const path = given[`${name}_FILE`];
    // RECEIPT_KEYS_FILE is a variable of its own: where keys are kept, and made when there are none.
    if (path === undefined || Object.hasOwn(environment.shape, `${name}_FILE`)) continue;
    if (given[name] !== undefined) issues.push(`${name} and ${name}_FILE are both set; expected one of them.`);
    try {
      read[name] = readFileSync(path, 'utf8').trim();
    } catch (error) {
      issues.push(
        `${name}_FILE is ${JSON.stringify(path)}, which cannot be read (${(error as NodeJS.ErrnoException).code}); expected a file that holds the value.`,
      );
    }
  }
  if (issues.length > 0) throw new ConfigError(issues);
  return read;
}

/**
 * The applications' own database: a register can be imported again, applications cannot. Beside the register's by default,
 * and in memory when the register is.
 */
export function applicationsDatabase({ APPLICATIONS_DATABASE_URL, DATABASE_URL }: Config): string {
  if (APPLICATIONS_DATABASE_URL !== undefined) return APPLICATIONS_DATABASE_URL;
  const folder = folderOf(DATABASE_URL);
  return folder === null ? IN_MEMORY : join(folder, 'applications.db');
}

/** Where the keys lie that sign receipts: beside the applications unless it is set. */
export function receiptKeyFile(config: Config): string {
  const folder = folderOf(applicationsDatabase(config)) ?? kept;
  return config.RECEIPT_KEYS_FILE ?? join(folder, 'receipt-keys.json');
}

const IN_MEMORY = ':memory:';
const kept = resolve(repository, 'var');

/** Where a database lies as a file; `null`: in memory. Of a server's the files are kept with the site. */
function folderOf(database: string): string | null {
  const address = readDatabaseUrl(database, 'DATABASE_URL');
  if (address.dialect === 'postgres') return kept;
  return address.path === IN_MEMORY ? null : dirname(address.path);
}

/** A database address can hold a password, and sentences about configuration land in logs. */
function shown(name: string, value: string | undefined): string {
  if (/SECRET|KEYS$|WEBHOOKS/.test(name)) return 'not shown';
  return /_?(DATABASE|SMTP)_URL$/.test(name) ? `${JSON.stringify(value?.split(':')[0])}:…` : JSON.stringify(value);
}
