import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Brotli's quality for what is made for one request: the reference of the API is 31 KB with it, 36 with the usual 4. */
const QUALITY = 6;

/** Lines of JSON are a type that the table of compressible types does not know. */
const LINES = /^application\/x-ndjson\b/;

/**
 * Compresses answers as they are made. Left alone is whatever belongs to somebody who is logged in: were a secret and
 * something typed by another compressed together, the length of the answer would tell the secret (BREACH). Public pages
 * are asked for without a cookie (sessions.ts), so a request with one, and an answer that sets one, is such a case; the
 * pages of a desk say `no-transform` beside it, which proxies obey as well.
 */
export function compressAnswers(): RequestHandler {
  const compress = compression({
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } },
    filter: (req, res) => {
      if (req.headers.cookie !== undefined || res.hasHeader('Set-Cookie')) return false;
      if ((res as Response).locals['compressedAlready']) return false;
      return LINES.test(String(res.getHeader('Content-Type'))) || compression.filter(req, res);
    },
  });
  return (req, res, next) => {
    // Log, limits, this and the stream of a download each listen for the end: one more than Node warns at.
    res.setMaxListeners(20);
    compress(req, res, next);
  };
}

/** Says that an answer was compressed once for all who ask, so that no client has it compressed for itself alone. */
export function compressedAlready(res: Response): void {
  res.locals['compressedAlready'] = true;
}

/** One body in every encoding it is sent in. What compressing did not make shorter is left out. */
export interface Encoded {
  readonly identity: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** Compresses what is sent many times as far as it goes: 60 ms for a large page, in a thread beside the program's. */
export async function encodeOnce(identity: Buffer): Promise<Encoded> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  const [br, gzipped] = await Promise.all([brotli(identity, { params }), zip(identity, { level: 9 })]);
  return {
    identity,
    ...(br.length < identity.length && { br }),
    ...(gzipped.length < identity.length && { gzip: gzipped }),
  };
}

/** Every byte that is held for a body. */
export const bytesOf = ({ identity, br, gzip: gzipped }: Encoded): number =>
  identity.length + (br?.length ?? 0) + (gzipped?.length ?? 0);

/** Sends a body in the best encoding that was asked for; its headers are set already, its ETag among them. */
export function sendEncoded(req: Request, res: Response, body: Encoded): void {
  res.vary('Accept-Encoding');
  const accepted = req.acceptsEncodings();
  const coding = (['br', 'gzip'] as const).find((one) => accepted.includes(one) && body[one] !== undefined);
  const encoded = coding && body[coding];
  // What the visitor has already is answered without a body.
  if (coding && !req.fresh) res.setHeader('Content-Encoding', coding as string);
  res.send(encoded ?? body.identity);
}

/** Serves a text whose address changes with its content, compressed once. */
export function keptFile(text: string, type: string): RequestHandler {
  let body: Encoded = { identity: Buffer.from(text) };
  encodeOnce(body.identity).then(
    (encoded) => {
      body = encoded;
    },
    // What could not be compressed is sent as it is.
    () => undefined,
  );
  return (req, res) => {
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type(type);
    sendEncoded(req, res, body);
  };
}
