import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { CouldNotCheck, NoPageNumber, NotFound, OtherAddress, TooManyRequests } from '../http/failures.ts';
import { ClientAborted } from '../http/slices.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { asProblem, isFault } from './as-problem.ts';

export function notFoundPage(_page: PageRenderer, deps: Deps): RequestHandler {
  return (req) => {
    const { t, rest } = visitOf(req, deps.clock);
    throw new NotFound(t.errors.notFound(decodedPath(rest)));
  };
}

function decodedPath(rest: string): string {
  const path = rest.split('?')[0] ?? '/';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** The last word of every page: what went wrong, and what to do next. An outage is never shown as an empty list. */
export function errorPage(page: PageRenderer, deps: Deps): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const requestId = res.locals['requestId'];
    // Nobody waits for it.
    if (error instanceof ClientAborted) return void res.destroy();
    if (res.headersSent) {
      // Half a page is out: cutting the connection is the only way left to say that it is not whole.
      deps.log.error({ err: error, requestId }, 'request failed');
      return void res.destroy();
    }
    const { t, show } = visitOf(req, deps.clock);
    const contact = deps.securityContact;
    if (error instanceof OtherAddress) return res.redirect(302, error.address);
    if (error instanceof NoPageNumber) {
      const options = { title: t.errors.badRequestTitle, status: 400 };
      return page(req, res, 'error', options, { message: t.errors.noPageNumber(error.found), links: [] });
    }
    if (error instanceof NotFound || error instanceof CouldNotCheck) {
      const options = { title: error.title ?? t.errors.notFoundTitle, status: error.status };
      return page(req, res, 'error', options, { message: error.message, links: error.links });
    }
    const problem = asProblem(error, req);
    const status = clientStatus(error);
    if (problem.type === 'internal-error' && status) {
      const options = { title: t.errors.badRequestTitle, status };
      return page(req, res, 'error', options, { message: (error as Error).message, links: [] });
    }
    if (isFault(problem)) deps.log.error({ err: error, requestId }, 'request failed');
    if (problem.type === 'internal-error') {
      const options = { title: t.errors.brokenTitle, status: 500 };
      return page(req, res, 'error', options, { message: t.errors.broken, links: [], requestId, contact });
    }
    if (error instanceof TooManyRequests) {
      res.set(problem.occurrence.headers ?? {});
      const options = { title: t.problems.types[problem.type].title, status: problem.status };
      return page(req, res, 'error', options, { message: t.errors.tooMany(error.retryAfterSeconds), links: [] });
    }
    // What the API would say of it; what it tells a program to do is for one, and a visitor has only to wait.
    const { title, detail, todo } = t.problems.types[problem.type];
    const message = show.sentences([detail, problem.status === 503 ? t.errors.later : todo]);
    res.set(problem.occurrence.headers ?? {});
    page(
      req,
      res,
      'error',
      { title, status: problem.status },
      { message, links: [], ...(problem.status >= 500 && { requestId, contact }) },
    );
  };
}

/** The 4xx that Express or its body parsers ask for, if any. */
function clientStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown })?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
