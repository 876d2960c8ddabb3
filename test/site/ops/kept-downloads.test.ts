import { randomBytes } from 'node:crypto';
import { type AddressInfo, connect } from 'node:net';
import { heldBytes } from '@aipower/site/http/held-bytes';
import { keptDownloads } from '@aipower/site/http/kept-downloads';
import { QueueFull } from '@aipower/site/http/work-queue';
import express, { type ErrorRequestHandler } from 'express';
import { afterEach, expect, it } from 'vitest';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const row = (n: number) => `${n},${'示範'.repeat(20)}\n`;
const ROWS = 4000;
const whole = () => Array.from({ length: ROWS }, (_, n) => row(n)).join('');

/** A server of one download per address; `made` holds what was begun, `rows` how many lines were made in all. */
async function downloads(maxKept?: number, answersOfClient = 2 ** 30) {
  const app = express();
  const kept = keptDownloads(maxKept === undefined ? {} : { maxKept });
  const seen = { made: [] as string[], rows: 0 };
  app.use(heldBytes({ bodies: { client: 0, total: 0 }, answers: { client: answersOfClient, total: 2 ** 30 } }));
  app.get('/{*path}', (req, res) =>
    kept.send(req, res, req.path, function* () {
      seen.made.push(req.path);
      for (let n = 0; n < ROWS; n++) {
        seen.rows++;
        const until = req.path === '/slow' ? performance.now() + 1 : 0;
        while (performance.now() < until);
        // What does not shrink is longer than the system takes in for a reader that reads nothing.
        yield req.path === '/random' ? randomBytes(2048).toString('hex') : row(n);
      }
    }),
  );
  app.use(
    ((error, _req, res, _next) => void res.status(error instanceof QueueFull ? 503 : 500).end()) as ErrorRequestHandler,
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  ends.push(() => new Promise((done) => server.close(done).closeAllConnections()));
  const lazy = (path: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    ends.push(() => socket.destroy());
    socket.pause();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n`);
    return socket;
  };
  const ask = (path: string, encoding: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': encoding } });
  return { seen, lazy, ask };
}

it('a download is made once for all who ask at the same time and after, packed or not', async () => {
  const { seen, ask } = await downloads();
  const together = ['gzip', 'identity', 'gzip', 'br'].map((encoding) => ask('/a', encoding));
  const answers = [...(await Promise.all(together)), await ask('/a', 'identity')];
  expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null, 'gzip', null, null]);
  for (const answer of answers) expect((await answer.text()) === whole()).toBe(true);
  expect(Number(answers[4]!.headers.get('content-length'))).toBe(Buffer.byteLength(whole()));
  expect(seen.made).toEqual(['/a']);
});

it('readers who take nothing cost neither its making nor its bytes anew', async () => {
  const { seen, lazy, ask } = await downloads();
  await (await ask('/a', 'gzip')).arrayBuffer();
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 150; i++) lazy('/a');
  for (let i = 0; i < 5; i++) expect((await (await ask('/a', 'identity')).text()).length).toBe(whole().length);
  expect(seen.made).toEqual(['/a']);
  // A copy each would be more than twice as much; what else this process holds comes and goes.
  const copies = 150 * Buffer.byteLength(whole());
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(copies / 2);
});

it('what was pushed out is held by its readers, and counted for them', async () => {
  // Nothing is kept, so the download that a client does not take is all its own.
  const { lazy, ask } = await downloads(0, 1000);
  lazy('/random');
  await expect.poll(async () => (await ask('/b', 'identity')).status).toBe(503);
});

it('a download is not made on when nobody waits for it any more', async () => {
  const { seen, lazy, ask } = await downloads();
  const gone = lazy('/slow');
  await expect.poll(() => seen.rows, { interval: 1 }).toBeGreaterThan(0);
  gone.destroy();
  // One large computation of a client at a time: this one begins when the other was given up.
  expect((await (await ask('/b', 'gzip')).text()).length).toBe(whole().length);
  expect(seen.made).toEqual(['/slow', '/b']);
  expect(seen.rows).toBeLessThan(2 * ROWS);
});
