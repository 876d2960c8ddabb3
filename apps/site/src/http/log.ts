import type { RequestHandler } from 'express';
import pino, { type Logger } from 'pino';
import { systemClock, utcNow } from '../clock.ts';
import { createLogSink } from './log-sink.ts';

export type { Logger };

/** JSON lines on standard output. What is logged of a request is decided in {@link requestLog} alone. */
export function createLog(level: string): Logger {
  const sink = createLogSink(1, lostLine);
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${utcNow()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    sink,
  );
}

/** Said by the log itself, which pino cannot be asked to do from inside its own stream. */
const lostLine = (lines: number) =>
  `${JSON.stringify({ level: 'warn', time: systemClock.now().toISOString(), lines, msg: 'log lines lost: the log could not be written' })}\n`;

/**
 * One line per answered request, refused ones aside, which are summed up: id, method, the **pattern** of the route, status, time, size. No address, no query, no
 * body, no IP and no user agent: they name people and firms, and nobody needs them to run this.
 */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.on('close', () => {
      if (res.locals['unlogged']) return;
      const route = req.route as { path?: string } | undefined;
      const line = {
        requestId: res.locals['requestId'],
        method: req.method,
        route: route?.path ? req.baseUrl + route.path : null,
        status: res.statusCode,
        ms: Math.round((performance.now() - started) * 100) / 100,
        bytes: Number(res.getHeader('content-length') ?? 0),
      };
      // Not finished: the client went away before the answer was whole.
      log.info(res.writableFinished ? line : { ...line, aborted: true }, 'request');
    });
    next();
  };
}
