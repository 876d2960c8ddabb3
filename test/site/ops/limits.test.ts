import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBoundedServer } from '@aipower/site/http/connections';
import { heldBytes } from '@aipower/site/http/held-bytes';
import { QueueFull } from '@aipower/site/http/work-queue';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../../plain-environment.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function freePort(): Promise<number> {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => free.once('listening', done));
  const { port } = free.address() as AddressInfo;
  await new Promise((done) => free.close(done));
  return port;
}

/** The site in a process of its own, its log going where the test says. */
async function startLogging(
  stdout: number | 'pipe',
  env: Readonly<Record<string, string>> = {},
): Promise<{ child: ChildProcess; url: string; exit: Promise<number | null>; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-log-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=aipower:source', 'start.mjs'], {
    cwd: resolve(import.meta.dirname, '../../../apps/site'),
    env: { ...plainEnvironment, PORT: String(port), DATABASE_URL: join(folder, 'r.db'), DEMONSTRATION: 'no', ...env },
    stdio: ['ignore', stdout, 'ignore'],
  });
  const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  ends.push(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  // A port that was free a moment ago can be another's by now; then the site ends at once, and another is tried.
  let ended = false;
  void exit.then(() => {
    ended = true;
  });
  await expect.poll(async () => ended || (await answers())).toBe(true);
  return ended ? startLogging(stdout, env) : { child, url, exit, folder };
}

describe('a log that cannot be written', () => {
  it('on a full disk costs lines, no answer and no end', async () => {
    const site = await startLogging(openSync('/dev/full', 'w'));
    for (let i = 0; i < 40; i++) expect((await fetch(`${site.url}/api/v1/catalogue/4.6.1`)).status).toBe(200);
    await new Promise((done) => setTimeout(done, 600));
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    site.child.kill('SIGTERM');
    expect(await site.exit).toBe(0);
  });

  it('in a pipe nobody reads costs lines, no answer and no end', async () => {
    const site = await startLogging('pipe', { RATE_LIMIT_PER_MINUTE: '1000000' });
    // Some 180 bytes a line: far more than a pipe holds.
    for (let round = 0; round < 40; round++) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => fetch(`${site.url}/healthz`)));
      expect(answers.every(({ ok }) => ok)).toBe(true);
    }
    site.child.kill('SIGTERM');
    expect(await site.exit).toBe(0);
  });

  it('is not filled by refused requests: a minute of them is one line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aipower-log-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'log');
    const site = await startLogging(openSync(file, 'w'), { RATE_LIMIT_PER_MINUTE: '5' });
    const statuses = new Map<number, number>();
    for (let i = 0; i < 300; i++) {
      const { status } = await fetch(`${site.url}/catalogue`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(429)).toBeGreaterThan(280);
    site.child.kill('SIGTERM');
    await site.exit;
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ status }) => status === 429)).toEqual([]);
    expect(statSync(file).size).toBeLessThan(20_000);
  });
});

/** A bounded server with an application, and raw connections to it. */
async function bounded(limits: Parameters<typeof createBoundedServer>[1], answer: express.RequestHandler) {
  const connections = createBoundedServer(30_000, limits);
  const app = express();
  app.use(answer);
  connections.serve(app);
  await new Promise<void>((done) => connections.server.listen(0, '127.0.0.1', done));
  const { port } = connections.server.address() as AddressInfo;
  ends.push(() => connections.stop(0));
  const dial = () => {
    const socket = connect(port, '127.0.0.1');
    const seen = { text: '' };
    socket.on('error', () => {});
    const closed = new Promise<string>((done) => socket.once('close', () => done(seen.text)));
    ends.push(() => socket.destroy());
    return { socket, seen, closed, read: () => socket.on('data', (data) => (seen.text += data)) };
  };
  return { connections, dial, url: `http://127.0.0.1:${port}` };
}

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

describe('connections', () => {
  it('so many of one address, unless it is a proxy', async () => {
    const { connections, dial, url } = await bounded({ perAddress: 3 }, (_req, res) => void res.send('ok'));
    const open = [dial(), dial(), dial()];
    await Promise.all(open.map(({ socket }) => new Promise((done) => socket.once('connect', done))));
    await expect(fetch(url)).rejects.toThrow();
    connections.trust(() => true);
    expect((await fetch(url)).status).toBe(200);
    expect(connections.counts().cut).toBe(1);
  });

  it('one that sends thousands of requests ahead is cut before they hold up others', async () => {
    let asked = 0;
    const { dial } = await bounded({}, (_req, res) => {
      asked++;
      res.send('ok');
    });
    const { socket, closed, read } = dial();
    read();
    socket.write(GET.repeat(5000));
    await closed;
    expect(asked).toBeLessThanOrEqual(64);
  });

  it('an answer that nobody reads ends when nothing has moved for a while', async () => {
    let asked = false;
    const { connections, dial } = await bounded({ stalledMs: 300 }, (_req, res) => {
      asked = true;
      res.send(Buffer.alloc(2e7));
    });
    const { socket, closed } = dial();
    socket.pause();
    socket.write(GET);
    await expect.poll(() => asked && connections.counts().open === 0).toBe(true);
    socket.resume();
    await closed;
  });

  it('an answer that is fetched a byte at a time ends too', async () => {
    const { connections, dial } = await bounded({ answerMs: 500 }, (_req, res) => void res.send(Buffer.alloc(2e7)));
    const { socket } = dial();
    const drip = setInterval(() => socket.read(1), 50);
    ends.push(() => clearInterval(drip));
    socket.write(GET);
    await expect.poll(() => connections.counts().cut).toBe(1);
  });

  it('resting ones end at once when the server stops, also the one whose answer was the last', async () => {
    let finish: (() => void) | undefined;
    const { connections, dial } = await bounded({}, (_req, res) => {
      finish = () => void res.send('the last');
    });
    const [resting, busy] = [dial(), dial()];
    resting.read();
    busy.read();
    busy.socket.write(GET);
    await expect.poll(() => connections.counts().open).toBe(2);
    await expect.poll(() => finish).toBeTypeOf('function');
    const stopped = connections.stop(60_000);
    await resting.closed;
    finish!();
    expect(await busy.closed).toContain('the last');
    await stopped;
  });
});

describe('bytes held for a client', () => {
  const failed: ErrorRequestHandler = (error, _req, res, _next) =>
    void res.status(error instanceof QueueFull ? 503 : 500).end();
  const MIB = 2 ** 20;

  it('bodies are counted by what they say they are long, per client and in all', async () => {
    const limits = { bodies: { client: 3 * MIB, total: 4 * MIB }, answers: { client: MIB, total: 9 * MIB } };
    const app = express();
    app.set('trust proxy', 1);
    let begun = 0;
    app.use(
      heldBytes(limits),
      (req: Request, res: Response) => {
        begun++;
        req.resume().on('end', () => res.send('ok'));
      },
      failed,
    );
    const server = app.listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    ends.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    // Either is waited for however slow the machine is: that a request is begun, or that it is answered.
    const send = (client: string, bytes: number, how: 'waits' | 'answered' | 'whole') =>
      new Promise<string>((done) => {
        const before = begun;
        const socket = connect(port, '127.0.0.1');
        ends.push(() => socket.destroy());
        socket.write(`POST / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\nContent-Length: ${bytes}\r\n\r\n`);
        if (how === 'whole') socket.write(Buffer.alloc(bytes));
        socket.once('data', (data) => done(String(data).slice(9, 12)));
        if (how === 'waits')
          void expect
            .poll(() => begun)
            .toBe(before + 1)
            .then(() => done('waits'));
      });
    expect(await send('198.51.100.1', 2 * MIB, 'waits')).toBe('waits');
    expect(await send('198.51.100.1', 2 * MIB, 'answered')).toBe('503');
    expect(await send('198.51.100.2', 1.5 * MIB, 'waits')).toBe('waits');
    expect(await send('198.51.100.3', MIB, 'answered')).toBe('503');
    expect(await send('198.51.100.3', MIB / 4, 'whole')).toBe('200');
  });

  it('who does not take its answers gets no more of them, and the others do', async () => {
    const limits = { bodies: { client: MIB, total: MIB }, answers: { client: 8 * MIB, total: 64 * MIB } };
    const app = express();
    app.set('trust proxy', 1);
    app.use(heldBytes(limits), (_req: Request, res: Response) => void res.send(Buffer.alloc(12 * MIB)), failed);
    const server = app.listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    ends.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const lazy = connect(port, '127.0.0.1');
    ends.push(() => lazy.destroy());
    lazy.pause();
    lazy.write('GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.1\r\n\r\n');
    const ask = async (client: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': client } });
      await answer.arrayBuffer();
      return answer.status;
    };
    await expect.poll(() => ask('198.51.100.1')).toBe(503);
    expect(await ask('198.51.100.2')).toBe(200);
    lazy.destroy();
    await expect.poll(() => ask('198.51.100.1')).toBe(200);
  });
});
