import { resolve } from 'node:path';
import { z } from 'zod';

const repository = resolve(import.meta.dirname, '../../..');

const port = z.coerce
  .number({ error: 'a whole number from 0 to 65535' })
  .int({ error: 'a whole number from 0 to 65535' })
  .min(0, { error: 'a whole number from 0 to 65535' })
  .max(65535, { error: 'a whole number from 0 to 65535' });

const positive = (what: string) => z.coerce.number({ error: what }).int({ error: what }).positive({ error: what });

const origin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value,
    {
      error: 'an http or https origin without a path, such as https://register.example.tw',
    },
  );

const databaseUrl = z.string().refine((value) => value !== '' && !/^(?!postgres(ql)?:)[a-z]+:\/\//.test(value), {
  error: 'a file path, or a postgres:// address',
});

/** Every environment variable the site reads, with its default. Nothing else reads the environment. */
const environment = z.object({
  HOST: z.string().min(1, { error: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0' }).default('127.0.0.1'),
  PORT: port.default(3000),
  DATABASE_URL: databaseUrl.default(resolve(repository, 'var/aipower.db')),
  DATA_DIR: z.string().min(1).default(resolve(repository, 'data')),
  PUBLIC_ORIGIN: origin.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  TRUST_PROXY: z.string().default(''),
  RATE_LIMIT_PER_MINUTE: positive('a positive whole number of requests').default(600),
  REQUEST_TIMEOUT_SECONDS: positive('a positive whole number of seconds').default(30),
  REGISTER_MAX_AGE_DAYS: positive('a positive whole number of days').default(30),
});

export type Config = Readonly<z.infer<typeof environment>>;

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
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} is ${JSON.stringify(given[name])}; expected ${issue.message}.`;
    }),
  );
}
