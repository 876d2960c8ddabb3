import type { RequestHandler } from 'express';
import pino, { type Logger } from 'pino';

export type { Logger };

/** Lines are written together, after this many characters or milliseconds: a write for each would cost a tenth of the time. */
const BATCH_LENGTH = 16_384;
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
    batched(pino.destination({ dest: 1, sync: false })),
  );
  setInterval(() => log.flush(), BATCH_MS).unref();
  return log;
}

/** pino's own batching (`minLength`) measures the whole batch again for every line, which costs more than it saves. */
function batched(out: ReturnType<typeof pino.destination>): pino.DestinationStream & Pick<typeof out, 'flush'> {
  let lines: string[] = [];
  let length = 0;
  let willEnd = false;
  const send = () => {
    if (lines.length > 0) out.write(lines.join(''));
    lines = [];
    length = 0;
  };
  // The last lines before a crash are the ones that will be read.
  const end = () => {
    send();
    out.flushSync();
  };
  return {
    write(line) {
      if (!willEnd) process.once('exit', end);
      willEnd = true;
      lines.push(line);
      length += line.length;
      if (length >= BATCH_LENGTH) send();
    },
    flush(done) {
      send();
      out.flush(done);
    },
  };
}

/**
 * One line per answered request: id, method, the **pattern** of the route, status, time, size. No address, no query, no
 * body, no IP and no user agent: they name people and firms, and nobody needs them to run this.
 */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.on('close', () => {
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
