import { applicationsDatabase, ConfigError, readConfig, receiptKeyFile } from '@aipower/site/config';
import { describe, expect, it } from 'vitest';

it('every variable has a default', () => {
  expect(readConfig({})).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 3000,
    LOG_LEVEL: 'info',
    TRUST_PROXY: 0,
    SAMPLE_DATA: 'auto',
  });
});

it('an empty value counts as not set', () => {
  expect(readConfig({ PORT: '', PUBLIC_ORIGIN: '' })).toEqual(readConfig({}));
});

it('never repeats the password of a database', () => {
  const bad = 'mysql://root:secret@db/x';
  expect(() => readConfig({ DATABASE_URL: bad })).toThrow(ConfigError);
  expect(() => readConfig({ DATABASE_URL: bad })).toThrow(
    /^DATABASE_URL is "mysql":…; expected a file path, or a postgres:\/\/ address\.$/,
  );
});

describe.each([
  ['PORT', ['0', '80', '65535'], ['-1', '65536', '3e3', ' 80', '80.5', '0x50']],
  ['HOST', ['127.0.0.1', '0.0.0.0', '::1', 'localhost'], ['a b', 'http://x']],
  [
    'PUBLIC_ORIGIN',
    ['https://a.example', 'http://localhost:3000'],
    ['a.example', 'https://a.example/', 'ftp://a.example', 'javascript:1'],
  ],
  [
    'TRUST_PROXY',
    ['0', '2', 'loopback', '10.0.0.0/8, ::1', 'fd00::/8'],
    ['10', 'yes', '10.0.0.0/33', '10.0.0.0/8/8', 'x,loopback'],
  ],
  ['RATE_LIMIT_PER_MINUTE', ['1', '600'], ['0', '-5', 'many', '1000001']],
  ['REQUEST_TIMEOUT_SECONDS', ['1', '3600'], ['0', '3601']],
  ['REGISTER_MAX_AGE_DAYS', ['1', '3660'], ['0']],
  ['SAMPLE_DATA', ['auto', 'yes', 'no'], ['maybe']],
  ['SECURITY_CONTACT', ['mailto:a@b.example', 'https://b.example/c'], ['a@b.example', 'http://b.example']],
  ['DATABASE_URL', ['var/x.db', 'postgres://db/x', 'postgresql://db/x'], ['mysql://db/x', 'https://db']],
] as const)('%s', (name, good, bad) => {
  it.each(good)('takes %s', (value) => {
    expect(() => readConfig({ [name]: value })).not.toThrow();
  });
  it.each(bad)('refuses %s in one sentence', (value) => {
    try {
      readConfig({ [name]: value });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).issues).toHaveLength(1);
      expect((error as ConfigError).issues[0]).toMatch(new RegExp(`^${name} is .+; expected .+\\.$`));
    }
  });
});

describe('what lies beside the register', () => {
  it.each([
    ['a path', '/srv/aipower/register.db', '/srv/aipower/applications.db', '/srv/aipower/receipt-keys.json'],
    ['file:', 'file:/srv/aipower/register.db', '/srv/aipower/applications.db', '/srv/aipower/receipt-keys.json'],
    ['file:///', 'file:///srv/a%20b/register.db', '/srv/a b/applications.db', '/srv/a b/receipt-keys.json'],
    ['memory', ':memory:', ':memory:', expect.stringMatching(/\/var\/receipt-keys\.json$/)],
    [
      'a server',
      'postgres://u:p@h/d',
      expect.stringMatching(/\/var\/applications\.db$/),
      expect.stringMatching(/\/var\//),
    ],
  ])('%s', (_what, DATABASE_URL, applications, keys) => {
    const config = readConfig({ DATABASE_URL });
    expect([applicationsDatabase(config), receiptKeyFile(config)]).toEqual([applications, keys]);
  });
});
