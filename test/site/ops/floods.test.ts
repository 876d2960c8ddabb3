import { type AddressInfo, connect } from 'node:net';
import { createBoundedServer } from '@aipower/site/http/connections';
import { floodGuard } from '@aipower/site/http/flood-guard';
import { heldBytes } from '@aipower/site/http/held-bytes';
import { createLog } from '@aipower/site/http/log';
import { clientRateLimit } from '@aipower/site/http/rate-limit';
import express, { type Express } from 'express';
import { afterEach, describe, expect, it } from 'vitest';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(app: Express, limits: Parameters<typeof createBoundedServer>[1] = {}) {
  const connections = createBoundedServer(30_000, limits);
  connections.serve(app);
  await new Promise<void>((done) => connections.server.listen(0, '127.0.0.1', done));
  const { port } = connections.server.address() as AddressInfo;
  ends.push(() => connections.stop(0));
  /** Sends this from an address, and gives what came back until the connection ended. */
  const dial = (text: string | Buffer, localAddress = '127.0.0.1') => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    let seen = '';
    socket.on('error', () => {});
    socket.on('data', (data) => {
      seen += data;
    });
    ends.push(() => socket.destroy());
    socket.write(text);
    const closed = new Promise<string>((done) => socket.once('close', () => done(seen)));
    return { socket, closed, seen: () => seen };
  };
  return { connections, dial };
}

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const LAST = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';

describe('requests sent ahead on one connection', () => {
  it('are begun one after the other, and answered in their order', async () => {
    let [running, most, n] = [0, 0, 0];
    const app = express().use((_req, res) => {
      most = Math.max(most, ++running);
      const mine = ++n;
      setImmediate(() => {
        running--;
        res.send(`<${mine}>`);
      });
    });
    const { dial } = await serve(app);
    const text = await dial(GET.repeat(20) + LAST).closed;
    expect(most).toBe(1);
    expect([...text.matchAll(/<(\d+)>/g)].map(([, one]) => Number(one))).toEqual(
      Array.from({ length: 21 }, (_, i) => i + 1),
    );
  });

  it('behind one that ends the connection are not begun', async () => {
    let asked = 0;
    const app = express().use((_req, res) => {
      asked++;
      res.set('Connection', 'close').send('the last');
    });
    const { dial } = await serve(app);
    expect(await dial(GET.repeat(30)).closed).toContain('the last');
    expect(asked).toBe(1);
  });

  it('and left behind are not counted for ever: their bodies would shut the door for everybody', async () => {
    const app = express();
    const room = 10_000;
    app.use(heldBytes({ bodies: { client: room, total: room }, answers: { client: room, total: room } }));
    app.use((req, res) => void (req.path === '/wait' ? req.resume() : req.resume().on('end', () => res.send('taken'))));
    app.use(((_error, _req, res, _next) => void res.status(503).end()) as express.ErrorRequestHandler);
    const { connections, dial } = await serve(app);
    const post = (path: string, bytes: number, last = false) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\n${last ? 'Connection: close\r\n' : ''}Content-Length: ${bytes}\r\n\r\n${'x'.repeat(bytes)}`;
    const left = dial(post('/wait', 10) + post('/wait', 6000));
    await expect.poll(() => connections.counts().open).toBe(1);
    left.socket.destroy();
    await expect.poll(() => connections.counts().open).toBe(0);
    expect(await dial(post('/', 9000, true)).closed).toContain('taken');
  });
});

describe('who goes on after being refused', () => {
  const limited = (limit: number, trustProxy: string | false = false) => {
    const app = express().set('trust proxy', trustProxy);
    const { refuseEarly, count } = clientRateLimit(limit, createLog('silent'));
    let answered = 0;
    app.use(refuseEarly, count, (_req, res) => {
      answered++;
      res.send('ok');
    });
    app.use(
      ((error, _req, res, _next) =>
        void res.status(error.retryAfterSeconds ? 429 : 500).end()) as express.ErrorRequestHandler,
    );
    return { app, answered: () => answered };
  };

  it('is told so for long, then not listened to; a neighbour is', async () => {
    const { app, answered } = limited(5);
    const { connections, dial } = await serve(app, { floodPerMinute: 40 });
    const answers: string[] = [];
    for (let i = 0; i < 60; i++) answers.push((await dial(LAST).closed).slice(9, 12));
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('200'));
    const told = answers.filter((status) => status === '429').length;
    // A connection and a refusal each.
    expect(told).toBeGreaterThanOrEqual(15);
    expect(answers.slice(5 + told)).toEqual(Array(55 - told).fill(''));
    expect(answered()).toBe(5);
    expect(connections.counts().cut).toBeGreaterThan(0);
    expect(await dial(LAST, '127.0.0.2').closed).toContain('200 OK');
  });

  it('sends the refused ones ahead: they count as well', async () => {
    const { app } = limited(5);
    const { connections, dial } = await serve(app, { floodPerMinute: 100 });
    let told = 0;
    for (let i = 0; i < 12; i++) told += (await dial(GET.repeat(60)).closed).match(/HTTP\/1\.1 429/g)?.length ?? 0;
    // Five answers, then the end of the connection with the first refusal that costs nothing more.
    expect(told).toBeLessThanOrEqual(6);
    expect(connections.counts().cut).toBeGreaterThanOrEqual(9);
  });

  it('behind a proxy is told so for ever, on a connection that stays: it is that of others too', async () => {
    const { app, answered } = limited(5, 'loopback');
    const { connections, dial } = await serve(app, { floodPerMinute: 10, unanswered: 200 });
    connections.trust((address) => address === '127.0.0.1');
    const from = (client: string, request: string) =>
      request.replace('Host: x', `Host: x\r\nX-Forwarded-For: ${client}`);
    const text = await dial(from('198.51.100.1', GET).repeat(60) + from('198.51.100.2', LAST)).closed;
    expect(text.match(/HTTP\/1\.1 429/g)).toHaveLength(55);
    expect(answered()).toBe(6);
    expect(connections.counts().cut).toBe(0);
  });

  it('is told with an hour to come back, in one line, before anything else is done', async () => {
    const { app } = limited(1);
    const { dial } = await serve(app);
    for (let i = 0; i < 4; i++) await dial(LAST).closed;
    expect(await dial(LAST).closed).toMatch(/^HTTP\/1\.1 429 [\s\S]*Retry-After: \d+[\s\S]*"status":429}$/);
  });

  it('is listened to again after the minute', () => {
    let now = 0;
    const guard = floodGuard(3, () => now);
    for (let i = 0; i < 4; i++) guard.count('a');
    expect([guard.holdsOff('a'), guard.holdsOff('b')]).toEqual([true, false]);
    now = 60_000;
    expect(guard.holdsOff('a')).toBe(false);
  });
});
