import type { ErrorRequestHandler, Request } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { type Visit, visitOf } from '../page/page.ts';
import type { DeskPage, Sitter } from './desk-page.ts';

/**
 * What is not there is said at the desk it was asked for at: whoever sits there keeps the menu and the way back.
 *
 * @param sitterAt who is logged in; where that cannot be found out, nobody
 */
export function notThere(
  deps: Deps,
  page: DeskPage,
  sitterAt: (req: Request, visit: Visit) => Promise<Sitter | null>,
): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof NotFound) || res.headersSent) return next(error);
    const visit = visitOf(req, deps.clock);
    const sitter = await sitterAt(req, visit).catch(() => null);
    const options = { title: error.title ?? visit.t.errors.notFoundTitle, status: error.status };
    page(req, res, 'error', options, { message: error.message, links: error.links }, sitter);
  };
}
