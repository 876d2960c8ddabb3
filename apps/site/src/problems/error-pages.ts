import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.ts';
import { CouldNotCheck, NoPageNumber, NotFound, OtherAddress, TooManyRequests } from '../http/failures.ts';
import { BadQuery } from '../http/query.ts';
import { ClientAborted } from '../http/slices.ts';
import { type PageOptions, type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { inLanguage } from '../page/paths.ts';
import type { Views } from '../page/views.ts';
import { asProblem, isFault } from './as-problem.ts';
import type { Problem } from './problem.ts';

export function notFoundPage(deps: Deps): RequestHandler {
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

/** The pages below an address that have a masthead of their own: an error there keeps it, and the way back. */
export interface ErrorsAt {
  /** `/staff`, below the language. */
  readonly path: string;
  readonly show: (req: Request, res: Response, said: Said) => Promise<void>;
}

/** What an error page says. */
export interface Said {
  readonly options: PageOptions;
  readonly model: Views['error'];
  /** The site is asked too much: nothing more is looked up for this page. */
  readonly isCrowded: boolean;
}

/**
 * The last word of every page: what went wrong, what was kept, and what to do next. An outage is never shown as an empty list.
 *
 * @param desks whose pages have a masthead of their own
 */
export function errorPage(page: PageRenderer, deps: Deps, desks: readonly ErrorsAt[]): ErrorRequestHandler {
  return (error, req, res, next) => {
    const requestId = res.locals['requestId'];
    // Nobody waits for it.
    if (error instanceof ClientAborted) return void res.destroy();
    if (res.headersSent) {
      // Half a page is out: cutting the connection is the only way left to say that it is not whole.
      deps.log.error({ err: error, requestId }, 'request failed');
      return void res.destroy();
    }
    if (error instanceof OtherAddress) return res.redirect(302, error.address);
    const visit = visitOf(req, deps.clock);
    const path = visit.rest.split('?')[0]!;
    const desk = desks.find((one) => path === one.path || path.startsWith(`${one.path}/`));
    const problem = asProblem(error, req);
    const isKnown = [NoPageNumber, NotFound, CouldNotCheck, BadQuery].some((kind) => error instanceof kind);
    if (!isKnown && isFault(problem)) deps.log.error({ err: error, requestId }, 'request failed');
    if (!isKnown) res.set(problem.occurrence.headers ?? {});
    const said = isKnown
      ? knownSaid(error, visit)
      : problemSaid(problem, visit, {
          req,
          error,
          atDesk: desk !== undefined,
          requestId,
          contact: deps.securityContact,
        });
    if (desk) return desk.show(req, res, said).catch(next);
    page(req, res, 'error', said.options, said.model);
  };
}

/** What was thrown with a sentence for the visitor. */
function knownSaid(error: NoPageNumber | NotFound | CouldNotCheck | BadQuery, { t }: Visit): Said {
  if (error instanceof NotFound || error instanceof CouldNotCheck) {
    const options = { title: error.title ?? t.errors.notFoundTitle, status: error.status };
    return { options, model: { message: error.message, links: error.links }, isCrowded: false };
  }
  const message = error instanceof NoPageNumber ? t.errors.noPageNumber(error.found) : error.message;
  return { options: { title: t.errors.badRequestTitle, status: 400 }, model: { message, links: [] }, isCrowded: false };
}

interface Happened {
  readonly req: Request;
  readonly error: unknown;
  readonly atDesk: boolean;
  readonly requestId: string;
  readonly contact: string | null;
}

/** Every other error: the API says it to programs, here it is said to whoever looks at a page. */
function problemSaid({ type, status: ours }: Problem, visit: Visit, happened: Happened): Said {
  const { t, show, language, rest } = visit;
  const { req, error, atDesk, requestId, contact } = happened;
  const status = type === 'internal-error' ? (clientStatus(error) ?? ours) : ours;
  const isPosted = req.method === 'POST';
  const isCrowded = type === 'too-many-requests' || type === 'busy';
  const isFaulty = status >= 500 || isCrowded;
  const isDeskFault = atDesk && isFaulty && !isCrowded;
  const { title, text } = t.problems.pages[type] ?? {
    title: status < 500 ? t.errors.badRequestTitle : t.errors.brokenTitle,
    text: status < 500 ? t.errors.unreadable : t.errors.broken,
  };
  const ofDesk = isPosted ? t.errors.deskPosted : t.errors.deskRead;
  const wait = error instanceof TooManyRequests ? t.errors.tooMany(error.retryAfterSeconds) : t.errors.later;
  const sentences = [
    isDeskFault ? ofDesk : text,
    // The body of a form that met its limit was not read, or was read and thrown away.
    ...(isPosted && !isDeskFault ? [t.errors.typed] : []),
    ...(isFaulty ? [wait] : []),
  ].filter((sentence) => sentence !== '');
  return {
    options: { title, status },
    model: {
      message: show.sentences(sentences),
      links: [],
      ...((isFaulty || isPosted) && { retry: isPosted ? null : inLanguage(language, rest) }),
      ...(status >= 500 && !isCrowded && { requestId, contact }),
    },
    isCrowded,
  };
}

/** The 4xx that Express or its body parsers ask for, if any. */
function clientStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown })?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
