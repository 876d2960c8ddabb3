import type { Programme } from '@aipower/programme';
import type { Register } from '@aipower/registry';
import type { RequestHandler, Response } from 'express';
import { type Clock, taipeiToday } from '../clock.ts';

/** Enough for some hundreds of pages; the least recently asked one makes room. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Pages asked for once that are remembered, so that the second visitor's is kept. */
const MAX_SEEN = 10_000;

interface Kept {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a page says of itself, as opposed to what belongs to one request (its id, its rate limit). */
const OWN_HEADERS = ['Content-Type', 'Content-Language', 'ETag', 'Link', 'Cache-Control'];

interface CacheParts {
  /** The compute programmes: the moments when they close, in the middle of a day, change what pages say. */
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly clock: Clock;
  readonly register: Register;
  /** Since when answers are given from memory without the database having confirmed them; `null`: they are current. */
  readonly currency: { lateSince(): Date | null };
  /** Whether the page under an address may be kept at all: it says nothing that a visitor typed. */
  readonly isCacheable: (address: string) => boolean;
  /** The address without what its page does not read. */
  readonly ownAddress: (address: string) => string;
}

/**
 * Keeps finished pages for as long as nothing they were made from has changed: a page depends on its address, the
 * state of the register, the loaded tax register, the day in Taipei and the programmes that have closed, and all five
 * are in the key.
 *
 * A page is kept when it is asked for again: a crawler that walks through every provider would otherwise push out what
 * people read, and each page pushed out is work for the garbage collector, more than making it was.
 */
export function pageCache({ clock, register, currency, programmes, isCacheable, ownAddress }: CacheParts) {
  const closings = [...programmes.values()].map(({ window }) => Date.parse(window.closesAt));
  const closed = () => closings.filter((moment) => clock.now().getTime() >= moment + 1000).length;
  const pages = new Map<string, Kept>();
  const seen = new Set<string>();
  let bytes = 0;

  const answer: RequestHandler = (req, res, next) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || !isCacheable(req.originalUrl)) return next();
    // A page that says how old it is, or none at all, is made anew each time.
    if (currency.lateSince()) return next();
    const address = ownAddress(req.originalUrl);
    const key = `${register.state} ${register.tax.generation} ${taipeiToday(clock)} ${closed()} ${address}`;
    const kept = pages.get(key);
    if (!kept) {
      res.locals['pageKey'] = key;
      return next();
    }
    pages.delete(key);
    pages.set(key, kept);
    res.set(kept.headers).send(kept.body);
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
    pages.set(key, { body, headers });
    bytes += body.length;
    for (const [oldest, page] of pages) {
      if (bytes <= MAX_BYTES) break;
      pages.delete(oldest);
      bytes -= page.body.length;
    }
  };

  return { answer, keep };
}
