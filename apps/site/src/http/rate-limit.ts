import type { Request, RequestHandler, Response } from 'express';
import { clientOf, viaProxy } from './client.ts';
import { TooManyRequests } from './failures.ts';
import type { Logger } from './log.ts';

const WINDOW_SECONDS = 60;
/** Refusals per client and minute that are explained on a page or in a document; the ones after cost next to nothing. */
const EXPLAINED = 3;

export interface RateLimit {
  /** Stands before everything else: who was told already that it asks too often is refused here. */
  readonly refuseEarly: RequestHandler;
  /** Counts a request, and refuses it above the limit. */
  readonly count: RequestHandler;
}

/**
 * So many requests per client and minute, for everything that is computed. Answers carry the `RateLimit` headers
 * of the IETF as structured fields (draft-ietf-httpapi-ratelimit-headers-10: `r` left, `t` seconds); beyond the limit the error is {@link TooManyRequests}, which a page shows as a page and the API
 * as a document. The minute is the same for all clients, so that forgetting who came is one assignment.
 *
 * Refusing must cost less than serving: who goes on is answered in one line and loses the connection. None of the refusals
 * is logged by itself, for then a client could fill the disk; the minute is summed up in one line.
 */
export function clientRateLimit(limit: number, log: Logger): RateLimit {
  const policy = `"client";q=${limit};w=${WINDOW_SECONDS}`;
  let endsAt = 0;
  let requests = new Map<string, number>();
  let refused = 0;

  function begin(now: number): void {
    if (refused > 0) {
      const clients = [...requests.values()].filter((used) => used > limit).length;
      log.warn({ refused, clients, seconds: WINDOW_SECONDS }, 'requests refused: above the limit per client');
    }
    endsAt = now + WINDOW_SECONDS * 1000;
    requests = new Map();
    refused = 0;
  }

  const refuseEarly: RequestHandler = (req, res, next) => {
    const now = performance.now();
    if (now >= endsAt || refused === 0 || isFree(req.path)) return next();
    if ((requests.get(clientOf(req)) ?? 0) < limit + EXPLAINED) return next();
    refused++;
    refuseBriefly(req, res, Math.ceil((endsAt - now) / 1000));
  };

  const count: RequestHandler = (req, res, next) => {
    const now = performance.now();
    if (now >= endsAt) begin(now);
    const client = clientOf(req);
    const used = (requests.get(client) ?? 0) + 1;
    requests.set(client, used);
    const reset = Math.ceil((endsAt - now) / 1000);
    res.setHeader('RateLimit-Policy', policy);
    res.setHeader('RateLimit', `"client";r=${Math.max(0, limit - used)};t=${reset}`);
    if (used <= limit) return next();
    refused++;
    res.locals['unlogged'] = true;
    if (used <= limit + EXPLAINED) return next(new TooManyRequests(reset));
    refuseBriefly(req, res, reset);
  };

  return { refuseEarly, count };
}

/** What is not counted, and therefore never refused: files that any cache keeps, and the questions of a supervisor. */
const isFree = (path: string) => path.startsWith('/public/') || path === '/healthz' || path === '/readyz';

function refuseBriefly(req: Request, res: Response, reset: number): void {
  const body = '{"type":"about:blank","title":"Too many requests","status":429}';
  res.writeHead(429, {
    'Content-Type': 'application/problem+json',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Retry-After': reset,
    // Behind a proxy the connection is that of many clients, and a new one for each refusal would be dearer than the refusal.
    ...(!viaProxy(req) && { Connection: 'close' }),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}
