import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { hostOrigin } from '../http/base-path.ts';
import { formBody } from '../http/form-body.ts';
import { visitOf } from '../page/page.ts';
import { type DeskPage, keptEntries } from './desk-page.ts';
import { applyPlace, sessionOf, staffPlace } from './sessions.ts';
import type {} from './views.ts';

/** The longest answers of a form, in Chinese and percent-encoded, and what else one page of it holds. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Of whoever is not logged in, to whom it is given back: twenty-eight thousand characters of Chinese. */
const MAX_BYTES_OF_STRANGERS = 256 * 1024;

/** The form of a page: each name with its value, or with all of them where it was sent more than once. */
export type Entries = Readonly<Record<string, string | readonly string[] | undefined>>;

const reader = (limit: number) => formBody({ limit, parameterLimit: 1000 });
const [readLong, readShort] = [reader(MAX_BYTES), reader(MAX_BYTES_OF_STRANGERS)];

/** Reads a form. Megabytes are read for those who are logged in, and given back to nobody else: that costs as much as a thousand pages. */
function read(deps: Deps): RequestHandler {
  const isKnown = async (req: Request) =>
    (await sessionOf(deps, applyPlace, req)) !== null || (await sessionOf(deps, staffPlace, req)) !== null;
  return async (req, res, next) => {
    if (Number(req.headers['content-length'] ?? 0) <= MAX_BYTES_OF_STRANGERS) return readShort(req, res, next);
    // When the database is away, what was typed is read all the same, to be given back.
    const mayBeLong = await isKnown(req).catch(() => true);
    (mayBeLong ? readLong : readShort)(req, res, next);
  };
}

/**
 * Whether a request to change something comes from a page of this site. Browsers say so themselves (`Sec-Fetch-Site`), older
 * ones name the origin; who says neither is refused. There is no token that could run out while somebody writes.
 */
export function isFromOwnPage(req: Request, origin: string): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const from = req.get('Origin');
  return from === hostOrigin(origin) || (from !== undefined && from === `${req.protocol}://${req.get('host')}`);
}

/** What stands before every change at a desk: reads the form, and refuses other sites without losing what was typed. */
export function posting(deps: Deps, page: DeskPage): readonly RequestHandler[] {
  return [
    read(deps),
    (req, res, next) => {
      if (isFromOwnPage(req, deps.origin)) return next();
      const { t } = visitOf(req, deps.clock);
      const model = { lead: t.desk.otherSite, action: req.originalUrl, entries: keptEntries(req.body) };
      page(req, res, 'kept', { title: t.desk.otherSiteTitle, status: 403 }, model);
    },
  ];
}

/** The value of a name that a page sends once; empty when it is not there. */
export function entry(body: unknown, name: string): string {
  const value = (body as Entries | undefined)?.[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
