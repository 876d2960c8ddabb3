import { fstatSync, write, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Lines are written together, after this many characters or milliseconds: a write for each would cost a tenth of the time. */
const BATCH_LENGTH = 16_384;
const BATCH_MS = 250;
/** Characters that may wait for a sink that is slow or full; what comes on top is dropped and counted. */
const MAX_WAITING = 1024 * 1024;
/** Until a sink that failed is tried again, in milliseconds. */
const RETRY_MS = 1000;
/** Longest time the end of the process waits for its last lines. */
const LAST_MS = 200;

/** Where log lines go. Never throws and never waits: a log that fails costs lines, which are counted, and no answer. */
export interface LogSink {
  write(line: string): void;
  /** Calls back when what was written is out, or could not be written; at the latest after a fifth of a second. */
  flush(done?: () => void): void;
  /** Lines lost so far. */
  dropped(): number;
}

/** Writes a text and tells how it went. Never called again before it has. */
type Out = (text: string, done: (error: Error | null) => void) => void;

/**
 * A file or a device is written to by Node's own threads. A pipe or a terminal by the stream, which never blocks: a thread that stands
 * in a pipe nobody reads would keep the process from ending.
 */
function outOf(fd: 1 | 2): Out {
  const kind = fstatSync(fd);
  if (!kind.isFIFO() && !kind.isSocket() && !isatty(fd)) return (text, done) => writeWhole(fd, Buffer.from(text), done);
  const stream = fd === 1 ? process.stdout : process.stderr;
  // The callback of the write tells it; an error that nobody hears would end the process.
  stream.on('error', () => {});
  return (text, done) => void stream.write(text, (error) => done(error ?? null));
}

function writeWhole(fd: number, bytes: Buffer, done: (error: Error | null) => void): void {
  write(fd, bytes, (error, written) => {
    if (error || written === bytes.length) return done(error);
    writeWhole(fd, bytes.subarray(written), done);
  });
}

/** @param lost makes the line that says, once the sink takes lines again, how many are missing */
export function createLogSink(fd: 1 | 2, lost: (lines: number) => string): LogSink {
  const out = outOf(fd);
  let lines: string[] = [];
  let length = 0;
  let inFlight = 0;
  let dropped = 0;
  let unsaid = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  const idle: (() => void)[] = [];

  function drop(count: number): void {
    dropped += count;
    unsaid += count;
  }

  function send(): void {
    const nothing = lines.length === 0 && unsaid === 0;
    if (inFlight > 0 || nothing || performance.now() - triedAt < RETRY_MS) {
      settle();
      return;
    }
    const said = unsaid;
    const batch = said > 0 ? [lost(said), ...lines] : lines;
    inFlight = lines.length + 1;
    const count = lines.length;
    lines = [];
    length = 0;
    out(batch.join(''), (error) => {
      inFlight = 0;
      if (error) {
        triedAt = performance.now();
        drop(count);
      } else unsaid -= said;
      // Who waits for the log to be out waits for what came meanwhile, too.
      if (length >= BATCH_LENGTH || (idle.length > 0 && lines.length > 0)) send();
      else settle();
    });
  }

  function settle(): void {
    if (inFlight === 0) for (const done of idle.splice(0)) done();
  }

  // The last lines before a crash are the ones that will be read: tried for a moment, whatever stands in the way.
  process.once('exit', () => {
    let rest = Buffer.from(lines.join(''));
    const end = performance.now() + LAST_MS;
    while (rest.length > 0 && performance.now() < end) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  });
  setInterval(send, BATCH_MS).unref();

  return {
    write(line) {
      if (length + line.length > MAX_WAITING) return drop(1);
      lines.push(line);
      length += line.length;
      if (length >= BATCH_LENGTH) send();
    },
    flush(done) {
      if (done) {
        const late = setTimeout(() => done(), LAST_MS);
        idle.push(() => {
          clearTimeout(late);
          done();
        });
      }
      send();
    },
    dropped: () => dropped,
  };
}
