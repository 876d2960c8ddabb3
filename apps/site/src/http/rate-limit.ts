import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { TooManyRequests } from './failures.ts';

const WINDOW_SECONDS = 60;

/**
 * So many requests per client and minute, for everything that is computed. Answers carry the `RateLimit` headers of
 * draft 7 of the IETF; beyond the limit the error is {@link TooManyRequests}, which a page shows as a page and the API
 * as a document. The minute is the same for all clients, so that forgetting who came is one assignment.
 */
export function clientRateLimit(limit: number): RequestHandler {
  const policy = `${limit};w=${WINDOW_SECONDS}`;
  let endsAt = 0;
  let requests = new Map<string, number>();
  return (req, res, next) => {
    const now = performance.now();
    if (now >= endsAt) {
      endsAt = now + WINDOW_SECONDS * 1000;
      requests = new Map();
    }
    const client = clientOf(req);
    const used = (requests.get(client) ?? 0) + 1;
    requests.set(client, used);
    const reset = Math.ceil((endsAt - now) / 1000);
    res.setHeader('RateLimit-Policy', policy);
    res.setHeader('RateLimit', `limit=${limit}, remaining=${Math.max(0, limit - used)}, reset=${reset}`);
    if (used <= limit) return next();
    next(new TooManyRequests(reset));
  };
}

/** Who asks. A forwarded address that is no address counts for the neighbour that sent it; IPv6 clients hold a /56. */
function clientOf(req: Request): string {
  const ip = req.ip && isIP(req.ip) ? req.ip : (req.socket.remoteAddress ?? '');
  return ipKeyGenerator(ip, 56);
}
