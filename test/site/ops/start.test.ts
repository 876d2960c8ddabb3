import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SiteProcess, startProcess } from './site-process.ts';

const started: SiteProcess[] = [];
const start = (...args: Parameters<typeof startProcess>) => {
  const one = startProcess(...args);
  started.push(one);
  return one;
};
/** Root may write whatever a file says; so as root the site is started as nobody, where nobody can read its files. */
const nobody = (() => {
  if (process.getuid?.() !== 0) return undefined;
  const folders = [import.meta.dirname, process.execPath].flatMap((path) => {
    const parts = realpathSync(path).split('/');
    return parts.map((_, index) => parts.slice(0, index).join('/') || '/');
  });
  return folders.every((folder) => statSync(folder).mode & 0o001) ? 65_534 : 'cannot read us';
})();

afterEach(() => {
  for (const one of started.splice(0)) one.clean();
});

describe('start', () => {
  // In order: the first leaves its register to two others, for every start takes seconds of a processor.
  let first: SiteProcess;
  beforeAll(() => {
    first = startProcess({ DEMONSTRATION: 'auto' });
  });
  afterAll(() => first.clean());

  it('needs nothing, seeds the sample, says where it listens, and logs JSON lines', async () => {
    const site = first;
    const url = await site.ready;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const page = await fetch(url);
    expect(await page.text()).toContain('均為虛構');
    site.process.kill('SIGTERM');
    expect(await site.exit).toBe(0);
    const lines = site
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toContain('sample register imported');
    expect(lines.find(({ msg }) => msg.startsWith('aipower is ready'))).toMatchObject({ url, sample: true });
    expect(lines.at(-1).msg).toBe('stopped');
  });

  it('keeps what it has on the second start', async () => {
    const second = start({ DATABASE_URL: join(first.folder, 'register.db') });
    await second.ready;
    expect(second.stdout()).not.toContain('sample register imported');
    expect(second.stdout()).toContain('"revision":1');
    second.process.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });

  it.skipIf(nobody === 'cannot read us')('says that a register may only be read', async () => {
    for (const name of readdirSync(first.folder)) chmodSync(join(first.folder, name), 0o444);
    chmodSync(first.folder, 0o555);
    const site = start({ DATABASE_URL: join(first.folder, 'register.db') }, undefined, nobody as number | undefined);
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toMatch(/^The register cannot be opened \(database-read-only\): /);
    expect(site.stderr().trim().split('\n')).toHaveLength(1);
    chmodSync(first.folder, 0o755);
  });

  it('answers also who comes before it is ready', async () => {
    // A port that was free a moment ago can be another's by now; then the site ends at once, and another is tried.
    let first: Response | undefined;
    while (!first) {
      const free = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => free.once('listening', resolve));
      const { port } = free.address() as AddressInfo;
      await new Promise((resolve) => free.close(resolve));
      const site = start({ PORT: String(port) });
      let ended = false;
      void site.exit.then(() => {
        ended = true;
      });
      while (!first && !ended) first = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      if (!ended) await site.ready;
    }
    expect(first.status).toBe(200);
  });

  it('says in one sentence that the port is in use, and leaves no database behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const site = start({ PORT: String(port) });
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program; stop it, or set PORT to another number.\n`,
    );
    expect(existsSync(join(site.folder, 'register.db'))).toBe(false);
    other.close();
  });

  it('starts beside a real card component, whose port the card reader of the demonstration then leaves alone', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const site = start({ DEMONSTRATION: 'auto', DEMONSTRATION_CARD_PORT: String(port) });
    expect((await fetch(`${await site.ready}/apply/login`)).status).toBe(200);
    expect(site.stdout()).toContain('no demonstration card reader: the port of the card component is in use');
    other.close();
  });

  it('says which address it cannot listen on', async () => {
    const site = start({ HOST: 'nowhere.invalid' });
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toBe(
      'HOST nowhere.invalid is not an address of this machine; set it to 127.0.0.1, or to 0.0.0.0 for every address.\n',
    );
  });

  it('does not start without the sample that it was told to load', async () => {
    const site = start({ SAMPLE_DATA: 'yes', DATA_DIR: '/nowhere' });
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toBe('DATA_DIR holds no sample register; expected the file /nowhere/sample/register.csv.\n');
  });

  it('says one sentence for each bad variable', async () => {
    const site = start({
      PORT: 'http',
      LOG_LEVEL: 'loud',
      PUBLIC_ORIGIN: 'https://a.example/x?y',
      TRUST_PROXY: '10.0.0.0/99',
    });
    expect(await site.exit).toBe(1);
    expect(site.stderr().trim().split('\n')).toEqual([
      'PORT is "http"; expected a whole number from 0 to 65535.',
      'PUBLIC_ORIGIN is "https://a.example/x?y"; expected an http or https address without a slash at its end, such as https://register.example.tw or https://example.tw/aipower.',
      'LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent.',
      'TRUST_PROXY is "10.0.0.0/99"; expected a number of proxies from 0 to 9, or addresses and networks separated by commas, such as 10.0.0.0/8.',
    ]);
  });

  it.each([
    ['a folder', '/tmp', /^The register cannot be opened \(database-unreachable\): /],
    ['no database', 'postgres://nobody@127.0.0.1:1/none', /^The register cannot be opened \(database-unreachable\): /],
  ])('says what is wrong with %s as DATABASE_URL', async (_what, url, sentence) => {
    const site = start({ DATABASE_URL: url });
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toMatch(sentence);
    expect(site.stderr().trim().split('\n')).toHaveLength(1);
  });

  it('says what is wrong with a file that is no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aipower-start-'));
    const file = join(folder, 'note.txt');
    writeFileSync(file, 'not a database, though it is long enough to look at: '.repeat(40));
    const site = start({ DATABASE_URL: file });
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toMatch(/^The register cannot be opened \(database-damaged\): /);
    rmSync(folder, { recursive: true });
  });

  it('tells an old Node what to do instead', async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.1' } })";
    const site = start({}, old);
    expect(await site.exit).toBe(1);
    expect(site.stderr()).toBe(
      'aipower needs Node 22.18 or newer to start and found 20.11.1: run "npm ci && npm start", which brings its own Node.\n',
    );
  });
});

describe('slow and broken connections', () => {
  let site: SiteProcess;
  let url = '';
  beforeAll(async () => {
    // Five seconds, not one: a process that a busy machine holds for a second refuses honest requests by its own rule.
    site = startProcess({ REQUEST_TIMEOUT_SECONDS: '5' });
    url = await site.ready;
  });
  afterAll(() => site.clean());

  it('answers a body that never comes with 408, and serves others meanwhile', async () => {
    const answer = raw(
      url,
      'POST /api/v1/verifications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"claims":',
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const text = await answer;
    expect(text).toMatch(/^HTTP\/1\.1 408/);
    expect(text).toMatch(/application\/problem\+json/);
    expect(text).toMatch(/request-timeout/);
  });

  it('closes a head that never ends', async () => {
    expect(await raw(url, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408/);
  });

  it.each([
    ['no HTTP at all', 'HELO there\r\n\r\n', 400],
    ['headers beyond any measure', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /api/v1/verifications HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('answers %s with a problem document', async (_what, sent, status) => {
    const text = await raw(url, sent);
    expect(text.startsWith(`HTTP/1.1 ${status}`)).toBe(true);
    expect(text).toMatch(/application\/problem\+json/);
  });
});

// In order: the last ends it.
describe('a site in use', () => {
  let site: SiteProcess;
  let url = '';
  beforeAll(async () => {
    site = startProcess({ RATE_LIMIT_PER_MINUTE: '1000000' });
    url = await site.ready;
  });
  afterAll(() => site.clean());

  it('small requests pass while ten thousand claims are judged', async () => {
    const claims = Array.from({ length: 10_000 }, (_, index) => ({ scheme: 'ai', number: `示範-AI-${index}X` }));
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ claims }) };
    let done = 0;
    const large = [1, 2, 3].map(async () => {
      const answer = await fetch(`${url}/api/v1/verifications`, init);
      await answer.arrayBuffer();
      done++;
      return answer.status;
    });
    let small = 0;
    while (done === 0) {
      expect((await fetch(`${url}/api/v1/catalogue/4.6.1`)).status).toBe(200);
      small++;
    }
    expect(await Promise.all(large)).toEqual([200, 200, 200]);
    // Without turns, none would be answered between the first and the last of thirty thousand claims.
    expect(small).toBeGreaterThan(10);
  });

  it('names the pattern of a route and nothing of who asked for what', async () => {
    const headers = { 'user-agent': 'Secret-Agent/1', 'x-forwarded-for': '203.0.113.9' };
    const answer = await fetch(`${url}/api/v1/providers/00000254?on=2026-01-02`, { headers });
    await fetch(`${url}/en/providers?q=${encodeURIComponent('示範標註工坊')}`, { headers });
    const body = JSON.stringify({ name: '秘密示範公司' });
    const last = await fetch(`${url}/api/v1/matches/companies`, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    await until(() => site.stdout().includes(`${last.headers.get('x-request-id')}`));
    await until(() => site.stdout().endsWith('\n'));
    const lines = site
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const line = lines.find(({ requestId }) => requestId === answer.headers.get('x-request-id'));
    expect(line).toMatchObject({ method: 'GET', route: '/api/v1/providers/:ubn', status: 200, level: 'info' });
    for (const secret of ['00000254', '2026-01-02', '示範標註', '秘密', 'Secret-Agent', '203.0.113', '127.0.0.1"']) {
      expect(
        lines
          .filter(({ msg }) => msg === 'request')
          .map((one) => JSON.stringify(one))
          .join('\n'),
      ).not.toContain(secret);
    }
  });

  it('stops: a running request finishes, and no new one is taken', async () => {
    const { port } = new URL(url);
    const body = JSON.stringify({ name: '示範標註工坊股份有限公司' });
    const answer = new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('close', () => resolve(text));
      socket.write(
        `POST /api/v1/matches/companies HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 5)}`,
      );
      void (async () => {
        await until(() => site.stdout().includes('aipower is ready'));
        // The head of the request is read before the signal: a later request on another connection has been answered.
        await fetch(`${url}/healthz`);
        site.process.kill('SIGTERM');
        await until(() => site.stdout().includes('"stopping'));
        await expect(fetch(`${url}/healthz`)).rejects.toThrow();
        socket.write(body.slice(5));
      })();
    });
    expect(await answer).toMatch(/^HTTP\/1\.1 200/);
    expect(await site.exit).toBe(0);
  });
});

describe('a site that breaks', () => {
  it('keeps the last lines of its log', async () => {
    const site = start({}, "process.once('SIGUSR2', () => { throw new Error('a fault nobody caught'); })");
    const answer = await fetch(`${await site.ready}/api/v1/providers/00000254`);
    await answer.arrayBuffer();
    // An answer is logged when it is over, which it is for certain once the next one has come.
    await (await fetch(`${await site.ready}/healthz`)).arrayBuffer();
    site.process.kill('SIGUSR2');
    expect(await site.exit).not.toBe(0);
    expect(site.stderr()).toContain('a fault nobody caught');
    expect(site.stdout()).toContain(`"requestId":"${answer.headers.get('x-request-id')}"`);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** What a server says to bytes that no HTTP client would send. */
function raw(url: string, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(sent));
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}
