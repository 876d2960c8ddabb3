import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { asProblem } from './as-problem.ts';

/** Thrown by a page that does not exist; carries what the visitor may have meant. */
export class NoSuchPage extends Error {
  override name = 'NoSuchPage';
  readonly status: number = 404;
  readonly links: readonly { href: string; label: string }[];
  /** What is not there, where that is more than the page. */
  readonly title: string | undefined;

  constructor(message: string, links: readonly { href: string; label: string }[] = [], title?: string) {
    super(message);
    this.links = links;
    this.title = title;
  }
}

/**
 * Thrown where a question has no answer yet, because the list that would give it is missing, incomplete or too old. Never
 * 404, which people, programs and caches read as a no; and no hour to come back, for nobody knows when the list comes.
 */
export class CouldNotCheck extends NoSuchPage {
  override name = 'CouldNotCheck';
  override readonly status = 503;
}

export function notFoundPage(_page: PageRenderer, deps: Deps): RequestHandler {
  return (req) => {
    const { t, rest } = visitOf(req, deps.clock);
    throw new NoSuchPage(t.errors.notFound(decodedPath(rest)));
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
export function brokenPage(page: PageRenderer, deps: Deps): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const requestId = res.locals['requestId'];
    if (res.headersSent) {
      // Half a page is out: cutting the connection is the only way left to say that it is not whole.
      deps.log.error({ err: error, requestId }, 'request failed');
      return void res.destroy();
    }
    const { t, language } = visitOf(req, deps.clock);
    const contact = deps.securityContact;
    if (error instanceof NoSuchPage) {
      const options = { title: error.title ?? t.errors.notFoundTitle, status: error.status };
      return page(req, res, 'error', options, { message: error.message, links: error.links });
    }
    const problem = asProblem(error, req);
    const status = clientStatus(error);
    if (problem.type === 'internal-error' && status) {
      const options = { title: t.errors.badRequestTitle, status };
      return page(req, res, 'error', options, { message: (error as Error).message, links: [] });
    }
    if (problem.status >= 500) deps.log.error({ err: error, requestId }, 'request failed');
    if (problem.type === 'internal-error') {
      const options = { title: t.errors.brokenTitle, status: 500 };
      return page(req, res, 'error', options, { message: t.errors.broken, links: [], requestId, contact });
    }
    // What the API would say of it, in the words of its problem page.
    const { title, detail, todo } = t.problems.types[problem.type];
    const message = language === 'zh' ? detail + todo : `${detail} ${todo}`;
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
