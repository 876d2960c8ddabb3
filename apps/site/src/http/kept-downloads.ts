import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { compressedAlready } from './encodings.ts';
import { holdBytes } from './held-bytes.ts';
import { ClientAborted, computations, createSlices } from './slices.ts';
import { createWorkQueue, type QueueLimits } from './work-queue.ts';

/** Bytes of compressed downloads that are kept; the one asked for longest ago makes room. Whole lists are a tenth of their size. */
const MAX_KEPT = 32 * 1024 * 1024;
/** Characters that are compressed together: a step for each line would cost more than the line. */
const PIECE = 64 * 1024;

/** Making is cut into slices, and of one client one at a time is made: those that wait cost a connection each, no more. */
const MAKING: QueueLimits = { maxConcurrent: 2, maxWaiting: 512, maxWaitingPerClient: 64, maxWaitMs: 60_000 };

/** A download, made whole and compressed. */
interface Made {
  readonly gzip: readonly Buffer[];
  readonly gzipBytes: number;
  /** Uncompressed. */
  readonly bytes: number;
}

interface Entry {
  readonly made: Promise<Made>;
  /** Who waits for it while it is being made. */
  readonly asking: Set<Response>;
  /** Zero until it is made. */
  bytes: number;
}

/** Long downloads, each made once for all who ask. */
export interface Downloads {
  /**
   * Sends the lines as the body of an answer whose headers are set.
   * @param key says everything the lines depend on: what was asked, the state of the register, the day
   * @throws QueueFull when too many wait to be made
   */
  send(req: Request, res: Response, key: string, lines: () => Iterable<string>): Promise<void>;
}

/**
 * Makes a download once, in a queue of its own, and keeps it compressed: a hundred readers, fast or slow, cost
 * its making once and its bytes once. Each is sent it as fast as it takes it; who does not accept gzip gets it unpacked on the way.
 */
export function keptDownloads({ maxKept = MAX_KEPT, limits = MAKING } = {}): Downloads {
  const workQueue = createWorkQueue(limits);
  const entries = new Map<string, Entry>();
  let kept = 0;

  function forget(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    kept -= entry.bytes;
  }

  function begin(key: string, lines: () => Iterable<string>): Entry {
    const asking = new Set<Response>();
    const nobodyWaits = () => ![...asking].some((res) => !res.destroyed);
    // Asked for at once: it must be of the state that the key names, not of a later one.
    const source = lines();
    const made = workQueue.run(() => make(source, nobodyWaits));
    const entry: Entry = { made, asking, bytes: 0 };
    entries.set(key, entry);
    made.then(
      ({ gzipBytes }) => {
        if (entries.get(key) !== entry) return;
        entry.bytes = gzipBytes;
        kept += gzipBytes;
        for (const [oldest, { bytes }] of entries) {
          if (kept <= maxKept) break;
          if (bytes > 0) forget(oldest);
        }
      },
      () => entries.get(key) === entry && forget(key),
    );
    return entry;
  }

  async function madeFor(res: Response, key: string, lines: () => Iterable<string>): Promise<readonly [Entry, Made]> {
    const entry = entries.get(key) ?? begin(key, lines);
    // Asked for last, forgotten last.
    entries.delete(key);
    entries.set(key, entry);
    entry.asking.add(res);
    try {
      return [entry, await entry.made];
    } catch (error) {
      // It was given up because nobody waited, in the moment in which this one came.
      if (error instanceof ClientAborted && !res.destroyed) return madeFor(res, key, lines);
      throw error;
    } finally {
      entry.asking.delete(res);
    }
  }

  async function send(req: Request, res: Response, key: string, lines: () => Iterable<string>): Promise<void> {
    if (req.method === 'HEAD') return void res.end();
    try {
      const [entry, made] = await madeFor(res, key, lines);
      // What is kept costs once, whoever reads it; what was pushed out is held by its readers alone.
      holdBytes(res, () => (entries.get(key) === entry ? 0 : made.gzipBytes));
      await sendMade(req, res, made);
    } catch (error) {
      // Who leaves before the end of a download has done nothing wrong.
      if (error instanceof ClientAborted || (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE')
        return;
      throw error;
    }
  }

  return { send };
}

async function sendMade(req: Request, res: Response, { gzip, gzipBytes, bytes }: Made): Promise<void> {
  // Not compressed again on its way for who takes neither, and not beside a cookie (encodings.ts).
  compressedAlready(res);
  res.vary('Accept-Encoding');
  const pieces = Readable.from(gzip, { highWaterMark: 1 });
  if (req.headers.cookie === undefined && req.acceptsEncodings('gzip')) {
    res.set({ 'Content-Encoding': 'gzip', 'Content-Length': String(gzipBytes) });
    return pipeline(pieces, res);
  }
  res.set('Content-Length', String(bytes));
  // Those who waited for it to be made all come here at once, and what unpacks for one is half a millisecond to set up.
  await unpacked.next();
  return pipeline(pieces, createGunzip({ chunkSize: PIECE }), pieceByPiece, res);
}

/** Unpacked pieces take turns: sixty clients that fetch a whole list at once would else be served it in one go, before anybody else. */
const unpacked = createSlices();

async function* pieceByPiece(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    await unpacked.next();
    yield piece;
  }
}

async function make(lines: Iterable<string>, aborted: () => boolean): Promise<Made> {
  const zip = createGzip();
  const gzip: Buffer[] = [];
  zip.on('data', (piece: Buffer) => gzip.push(piece));
  const ended = once(zip, 'end');
  let bytes = 0;
  const write = async (text: string) => {
    const piece = Buffer.from(text);
    bytes += piece.length;
    if (!zip.write(piece)) await once(zip, 'drain');
  };
  try {
    let text = '';
    let until = await computations.next();
    for (const line of lines) {
      text += line;
      if (text.length >= PIECE) {
        await write(text);
        text = '';
      }
      if (performance.now() < until) continue;
      until = await computations.next();
      if (aborted()) throw new ClientAborted();
    }
    await write(text);
    zip.end();
    await ended;
    return { gzip, gzipBytes: gzip.reduce((sum, { length }) => sum + length, 0), bytes };
  } finally {
    zip.destroy();
  }
}
