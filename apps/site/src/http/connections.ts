import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientAt } from './client.ts';
import { floodGuard } from './flood-guard.ts';

/** What a connection, and all connections of one neighbour, may take of the process. */
export interface ConnectionLimits {
  readonly total: number;
  /** Of one client, unless it is a proxy that was named as one. */
  readonly perAddress: number;
  /** Connections and refusals (429) of one client and minute; beyond, its connections end unread. Proxies aside. */
  readonly floodPerMinute: number;
  /** Requests sent ahead on one connection before their answers; no browser sends any. They are begun one after the other. */
  readonly unanswered: number;
  readonly requestsPerConnection: number;
  /** Milliseconds in which nothing moves in either direction while a request is open: a client that does not read. */
  readonly stalledMs: number;
  /** Milliseconds an answer may take to be fetched whole, from its first byte on. */
  readonly answerMs: number;
  /** Milliseconds a connection may rest between two requests; longer than proxies keep theirs. */
  readonly restingMs: number;
}

export const connectionLimits: ConnectionLimits = {
  total: 4000,
  perAddress: 200,
  floodPerMinute: 1200,
  unanswered: 64,
  requestsPerConnection: 10_000,
  stalledMs: 60_000,
  answerMs: 600_000,
  restingMs: 65_000,
};

type App = (req: IncomingMessage, res: ServerResponse) => void;
type Exchange = readonly [IncomingMessage, ServerResponse];

/** An open connection: the request that is being answered, and those that were sent ahead of its answer. */
interface Connection {
  readonly socket: Socket;
  readonly client: string;
  /** Looked up anew for each: proxies are known only once the application is there. */
  readonly address: string;
  answering: ServerResponse | null;
  readonly ahead: Exchange[];
}

export interface BoundedServer {
  readonly server: Server;
  /** Whoever answers from now on; requests that came before are kept until then. */
  serve(app: App): void;
  /** Whether an address is a proxy: its connections are those of many clients. Default: no address is. */
  trust(isProxy: (address: string) => boolean): void;
  /** Takes no new connection and ends the resting ones; resolves when the last request is answered. */
  stop(graceMs: number): Promise<void>;
  /** Connections that are open, and those that were cut because they broke a limit. */
  counts(): { readonly open: number; readonly cut: number };
}

/** An HTTP server whose connections cannot take more than {@link ConnectionLimits} says. */
export function createBoundedServer(requestTimeoutMs: number, given: Partial<ConnectionLimits> = {}): BoundedServer {
  const limits = { ...connectionLimits, ...given };
  const server = createServer({
    // Head and body of a request must be complete by then; Node looks every second.
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(15_000, requestTimeoutMs),
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: limits.restingMs,
  });
  server.maxConnections = limits.total;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  // Node tells apart a socket on which nothing moves from one that is slow, also inside one long write.
  server.timeout = limits.stalledMs;

  let app: App | null = null;
  let isProxy: (address: string) => boolean = () => false;
  let stopping = false;
  let cut = 0;
  const early: [Connection, Exchange][] = [];
  const openOf = new Map<string, number>();
  const connections = new Map<Socket, Connection>();
  const flood = floodGuard(limits.floodPerMinute);

  function cutOff(socket: Socket): void {
    cut++;
    socket.destroy();
  }

  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const client = clientAt(address);
    const open = (openOf.get(client) ?? 0) + 1;
    if (!isProxy(address)) {
      flood.count(client);
      if (open > limits.perAddress || flood.holdsOff(client)) return cutOff(socket);
    }
    openOf.set(client, open);
    connections.set(socket, { socket, client, address, answering: null, ahead: [] });
    // Node makes an error for each request that was sent ahead and never begun. Nobody sees them, and where they came from is always the
    // same: without that they cost a tenth.
    const { stackTraceLimit } = Error;
    socket.prependOnceListener('close', () => {
      Error.stackTraceLimit = 0;
    });
    socket.once('close', () => {
      Error.stackTraceLimit = stackTraceLimit;
      connections.delete(socket);
      const left = openOf.get(client)! - 1;
      if (left > 0) openOf.set(client, left);
      else openOf.delete(client);
    });
  });
  server.on('drop', () => cut++);

  server.on('request', (req, res) => {
    const connection = connections.get(req.socket);
    if (!connection || req.socket.destroyed) return;
    const { ahead } = connection;
    // Requests sent ahead are all parsed in one go, in which nobody else is answered.
    if (ahead.length + 1 >= limits.unanswered && connection.answering) return cutOff(req.socket);
    if (connection.answering) ahead.push([req, res]);
    else begin(connection, [req, res]);
  });

  /** The next one is begun when this one is answered: sent ahead, they would all be worked on before anybody else's. */
  function begin(connection: Connection, exchange: Exchange): void {
    const [req, res] = exchange;
    const { socket } = connection;
    connection.answering = res;
    res.once('close', () => {
      const next = connection.ahead.shift();
      connection.answering = next?.[1] ?? null;
      if (res.statusCode === 429 && !isProxy(connection.address)) {
        // Those that were sent ahead of a refusal are refused with it.
        flood.count(connection.client, next ? connection.ahead.length + 2 : 1);
        if (flood.holdsOff(connection.client)) return cutOff(socket);
      }
      // The last answer before the end: the connection must not rest for another minute.
      if (!next) return stopping ? void socket.end() : undefined;
      // What was sent ahead of an answer that ends the connection is not begun.
      setImmediate(() => socket.writable && begin(connection, next));
    });
    if (stopping) res.setHeader('Connection', 'close');
    if (app) app(req, res);
    else early.push([connection, exchange]);
  }

  const since = new WeakMap<ServerResponse, number>();
  const look = setInterval(() => {
    const now = performance.now();
    for (const { socket, answering: res } of connections.values()) {
      if (!res?.headersSent) continue;
      const first = since.get(res) ?? now;
      since.set(res, first);
      if (now - first > limits.answerMs) cutOff(socket);
    }
  }, 1000);
  look.unref();

  return {
    server,
    serve(given) {
      app = given;
      for (const [{ socket }, [req, res]] of early.splice(0)) if (!socket.destroyed) given(req, res);
    },
    trust(given) {
      isProxy = given;
    },
    async stop(graceMs) {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { socket, answering: res } of connections.values()) {
        if (!res) socket.destroySoon();
        else if (!res.headersSent) res.setHeader('Connection', 'close');
      }
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
      clearInterval(look);
    },
    counts: () => ({ open: connections.size, cut }),
  };
}
