import type { Programme } from '@aipower/programme';
import type { Register } from '@aipower/registry';
import type { Request, RequestHandler, Response } from 'express';
import { type Clock, taipeiToday } from '../clock.ts';
import { bytesOf, type Encoded, encodeOnce, sendEncoded } from './encodings.ts';
import { type SharedCaching, sharedCaching } from './shared-caches.ts';

/** Enough for some hundreds of pages; the least recently asked one makes room. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Pages asked for once that are remembered, so that the second visitor's is kept. */
const MAX_SEEN = 10_000;

interface Kept {
  /** `null` while it is being compressed: until then the page is made anew, and compressed for whoever asks. */
  readonly body: Encoded | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a page says of itself, as opposed to what belongs to one request (its id, its rate limit). */
const OWN_HEADERS = ['Content-Type', 'Content-Language', 'ETag', 'Link'];

interface CacheParts {
  /** The compute programmes: the moments when they close, in the middle of a day, change what pages say. */
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly clock: Clock;
  readonly register: Register;
  /** Since when answers are given from memory without the database having confirmed them; `null`: they are current. */
  readonly currency: { lateSince(): Date | null };
  /** Whether the page under an address may be kept at all: it says nothing that a visitor typed. */
  readonly isCacheable: (address: string) => boolean;
  /** Whether the clock shows the day of a demonstration, which may be set forward at any time. */
  readonly isDemonstration: () => boolean;
  /** The address without what its page does not read. */
  readonly ownAddress: (address: string) => string;
}

/**
 * Keeps finished pages for as long as nothing they were made from has changed: a page depends on its address, the
 * state of the register, the loaded tax register, the day in Taipei and the programmes that have closed, and all five
 * are in the key.
 *
 * A page is kept, and compressed once as far as it goes, when it is asked for again: a crawler that walks through every provider would otherwise push out what
 * people read, and each page pushed out is work for the garbage collector, more than making it was.
 */
export function pageCache(parts: CacheParts) {
  const { clock, register, currency, programmes, isCacheable, ownAddress, isDemonstration } = parts;
  const caching = sharedCaching(parts);
  const closings = [...programmes.values()].map(({ window }) => Date.parse(window.closesAt));
  const closed = () => closings.filter((moment) => clock.now().getTime() >= moment + 1000).length;
  const pages = new Map<string, Kept>();
  const seen = new Set<string>();
  let bytes = 0;

  // A page that says how old it is, or none at all, is made anew each time.
  const mayBeKept = ({ method, originalUrl }: Request): boolean =>
    (method === 'GET' || method === 'HEAD') && isCacheable(originalUrl) && !currency.lateSince();

  /** What caches between us and the visitor may do with the page under an address; `null`: nothing. */
  const shared = (req: Request): SharedCaching | null => (mayBeKept(req) && !isDemonstration() ? caching() : null);

  const answer: RequestHandler = (req, res, next) => {
    if (!mayBeKept(req)) return next();
    const address = ownAddress(req.originalUrl);
    const key = `${register.state} ${register.tax.generation} ${taipeiToday(clock)} ${closed()} ${address}`;
    const kept = pages.get(key);
    if (!kept?.body) {
      res.locals['pageKey'] = key;
      return next();
    }
    pages.delete(key);
    pages.set(key, kept);
    res.set(kept.headers).set('Cache-Control', shared(req)?.cacheControl ?? 'no-cache');
    sendEncoded(req, res, kept.body);
  };

  /** Called with a page that has just been sent with status 200. */
  const keep = (res: Response, body: Buffer): void => {
    const key = res.locals['pageKey'];
    if (typeof key !== 'string' || pages.has(key) || body.length > MAX_BYTES / 32) return;
    if (!seen.delete(key)) {
      if (seen.size >= MAX_SEEN) seen.clear();
      seen.add(key);
      return;
    }
    const headers: Record<string, string> = {};
    for (const name of OWN_HEADERS) {
      const value = res.getHeader(name);
      if (value !== undefined) headers[name] = String(value);
    }
    store(key, { body: null, headers });
    void encodeOnce(body)
      // What could not be compressed is sent as it is.
      .catch(() => ({ identity: body }))
      .then((encoded) => {
        if (pages.has(key)) store(key, { body: encoded, headers });
      });
  };

  function store(key: string, page: Kept): void {
    drop(key);
    pages.set(key, page);
    bytes += heldFor(page);
    for (const oldest of pages.keys()) {
      if (bytes <= MAX_BYTES) break;
      drop(oldest);
    }
  }

  function drop(key: string): void {
    const page = pages.get(key);
    if (!page) return;
    pages.delete(key);
    bytes -= heldFor(page);
  }

  return { answer, keep, shared };
}

const heldFor = ({ body }: Kept): number => (body ? bytesOf(body) : 0);
