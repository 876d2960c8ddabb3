import type { ErrorRequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { visitOf } from '../page/page.ts';
import { asProblem } from '../problems/as-problem.ts';
import { type DeskPage, keptEntries } from './desk-page.ts';
import { type Entries, entry } from './posting.ts';
import type {} from './views.ts';

/**
 * The last word of a desk for a form that could not be taken because something of ours failed (the database is away, its disk
 * is full, too much waits): what was typed comes back on a page that sends it again. What a browser's back button brings is
 * the page as it was made, without an hour of typing.
 */
export function giveBack(deps: Deps, page: DeskPage): ErrorRequestHandler {
  return (error, req, res, next) => {
    const { status, occurrence } = asProblem(error, req);
    const entries = keptEntries(req.body);
    const isOurs = status >= 500 && (error as { status?: unknown } | null)?.status === undefined;
    if (req.method !== 'POST' || !isOurs || res.headersSent || entries.length === 0) return next(error);
    deps.log.error({ err: error, requestId: res.locals['requestId'] }, 'a form could not be taken');
    const { t } = visitOf(req, deps.clock);
    res.set(occurrence.headers ?? {});
    if (entry(req.body as Entries, 'to') === 'auto') return void res.status(status).json({ message: t.desk.notSaved });
    const model = { lead: t.desk.notSaved, action: req.originalUrl, entries };
    page(req, res, 'kept', { title: t.desk.notSavedTitle, status }, model);
  };
}
