import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What a connection, and all connections of one neighbour, may take of the process. */
export interface ConnectionLimits {
  readonly total: number;
  /** Of one address, unless it is a proxy that was named as one. */
  readonly perAddress: number;
  /** Requests sent ahead on one connection before their answers; no browser sends any. */
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
  unanswered: 64,
  requestsPerConnection: 10_000,
  stalledMs: 60_000,
  answerMs: 600_000,
  restingMs: 65_000,
};

export interface BoundedServer {
  readonly server: Server;
  /** Whoever answers from now on; requests that came before are kept until then. */
  serve(app: (req: IncomingMessage, res: ServerResponse) => void): void;
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

  let app: ((req: IncomingMessage, res: ServerResponse) => void) | null = null;
  let isProxy: (address: string) => boolean = () => false;
  let stopping = false;
  let cut = 0;
  const early: [IncomingMessage, ServerResponse][] = [];
  const byAddress = new Map<string, number>();
  const unanswered = new Map<Socket, Set<ServerResponse>>();

  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const open = (byAddress.get(address) ?? 0) + 1;
    if (open > limits.perAddress && !isProxy(address)) {
      cut++;
      socket.destroy();
      return;
    }
    byAddress.set(address, open);
    unanswered.set(socket, new Set());
    socket.once('close', () => {
      unanswered.delete(socket);
      const left = byAddress.get(address)! - 1;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    });
  });
  server.on('drop', () => cut++);

  server.on('request', (req, res) => {
    const open = unanswered.get(req.socket);
    if (!open || req.socket.destroyed) return;
    if (open.size >= limits.unanswered) {
      // Requests sent ahead are all parsed in one go, in which nobody else is answered.
      cut++;
      req.socket.destroy();
      return;
    }
    open.add(res);
    res.once('close', () => {
      open.delete(res);
      // The last answer before the end: the connection must not rest for another minute.
      if (stopping && open.size === 0) req.socket.end();
    });
    if (stopping) res.setHeader('Connection', 'close');
    if (app) app(req, res);
    else early.push([req, res]);
  });

  const since = new WeakMap<ServerResponse, number>();
  const look = setInterval(() => {
    const now = performance.now();
    for (const [socket, open] of unanswered) {
      for (const res of open) {
        if (!res.headersSent) continue;
        const first = since.get(res) ?? now;
        since.set(res, first);
        if (now - first <= limits.answerMs) continue;
        cut++;
        socket.destroy();
      }
    }
  }, 1000);
  look.unref();

  return {
    server,
    serve(given) {
      app = given;
      for (const [req, res] of early.splice(0)) given(req, res);
    },
    trust(given) {
      isProxy = given;
    },
    async stop(graceMs) {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const [socket, open] of unanswered) {
        if (open.size === 0) socket.destroySoon();
        for (const res of open) if (!res.headersSent) res.setHeader('Connection', 'close');
      }
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
      clearInterval(look);
    },
    counts: () => ({ open: unanswered.size, cut }),
  };
}
