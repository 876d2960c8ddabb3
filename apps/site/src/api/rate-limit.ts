import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Limits } from '../deps.ts';
import { Problem } from './problem.ts';

/**
 * So many requests per client and minute, for everything that is computed. Answers carry the `RateLimit` headers of the
 * IETF draft; beyond the limit the error is a {@link Problem}, which a page shows as a page and the API as a document.
 */
export function clientRateLimit({ requestsPerMinute }: Limits): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: clientOf,
    // Its checks of the set-up write to the console; ours are in config.ts and in clientOf.
    validate: false,
    handler: (_req, _res, next) => next(new Problem('too-many-requests')),
  });
}

/** Who asks. A forwarded address that is no address counts for the neighbour that sent it; IPv6 clients hold a /56. */
function clientOf(req: Request): string {
  const ip = req.ip && isIP(req.ip) ? req.ip : (req.socket.remoteAddress ?? '');
  return ipKeyGenerator(ip, 56);
}
