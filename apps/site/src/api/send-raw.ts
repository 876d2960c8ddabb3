import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Downloads } from '../http/kept-downloads.ts';
import type { RawAnswer } from './operation.ts';

/** Lines are put together to pieces of about this many characters: a write per line would cost more than the line. */
const PIECE = 64 * 1024;

/**
 * Sends an answer that is not JSON. Lines go out as fast as the client takes them, a piece at a time, so that a slow
 * one costs neither memory nor other people's time; an unchanged file (`ETag`) is not made at all.
 */
export async function sendRaw(
  req: Request,
  res: Response,
  { mediaType, body, headers }: RawAnswer,
  downloads: Downloads,
): Promise<void> {
  res
    .set('Cache-Control', req.method === 'POST' ? 'no-store' : 'no-cache')
    .set(headers)
    .type(mediaType);
  if (typeof body === 'string' || Buffer.isBuffer(body)) {
    res.send(body);
    return;
  }
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  if ('key' in body) return downloads.send(req, res, body.key, body.lines);
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  try {
    await pipeline(Readable.from(pieces(body), { objectMode: false }), res);
  } catch (error) {
    // Who leaves before the end of a download has done nothing wrong.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* pieces(lines: Iterable<string>): AsyncGenerator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
    // Readable reads ahead without leaving the turn; others are let in here.
    await new Promise(setImmediate);
  }
  if (piece !== '') yield piece;
}
