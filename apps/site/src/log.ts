import type { RequestHandler } from 'express';
import pino, { type Logger } from 'pino';

export type { Logger };

/** Lines are written together, after this many bytes or milliseconds: a write for each would cost a tenth of the time. */
const BATCH_BYTES = 4096;
const BATCH_MS = 250;

/** JSON lines on standard output. What is logged of a request is decided in {@link requestLog} alone. */
export function createLog(level: string): Logger {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 1, sync: false, minLength: BATCH_BYTES }),
  );
  setInterval(() => log.flush(), BATCH_MS).unref();
  return log;
}

/**
 * One line per answered request: id, method, the **pattern** of the route, status, time, size. No address, no query, no
 * body, no IP and no user agent: they name people and firms, and nobody needs them to run this.
 */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = process.hrtime.bigint();
    res.once('close', () => {
      const route = req.route as { path?: string } | undefined;
      log.info(
        {
          requestId: res.locals['requestId'],
          method: req.method,
          route: route?.path ? req.baseUrl + route.path : null,
          status: res.statusCode,
          ms: Number((process.hrtime.bigint() - started) / 10_000n) / 100,
          bytes: Number(res.getHeader('content-length') ?? 0),
          // The client went away before the answer was whole.
          ...(!res.writableFinished && { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
}
