import { RegisterError } from '@aipower/registry';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Downloads } from '../http/kept-downloads.ts';
import { ClientAborted } from '../http/slices.ts';
import type { Language } from '../page/language.ts';
import { asProblem, isFault } from '../problems/as-problem.ts';
import { apiLanguage, assertDecodable, Problem, sendProblem } from '../problems/problem.ts';
import { otherMethods } from './headers.ts';
import { mediaOf } from './openapi.ts';
import { type Call, type Operation, RawAnswer } from './operation.ts';
import { pageLinks } from './page-links.ts';
import { requestReader } from './request-reader.ts';
import { sendRaw } from './send-raw.ts';

/** A route answers by itself what is given to it; the types of Express leave that out. */
type Route = express.IRoute & { dispatch: RequestHandler };

/**
 * Every operation under its address. Plain addresses are looked up before any router is entered: each takes longer than a
 * verdict and leaves 4 kB of garbage, tries one pattern after the other, and those of what is asked most are plain.
 */
export function apiRouter(deps: Deps, operations: readonly Operation[], downloads: Downloads): RequestHandler {
  const router = express.Router({ caseSensitive: true, strict: true });
  const plain = new Map<string, Route>();
  const lookedUp = express.Router();
  for (const [path, here] of Map.groupBy(operations, (operation) => operation.path)) {
    const address = path.replaceAll('{', ':').replaceAll('}', '');
    const route = (address === path ? lookedUp : router).route(address);
    if (address === path) plain.set(path, route as Route);
    for (const operation of here) {
      const steps = operation.body ? [jsonBody(operation.body.limit)] : [];
      route[operation.method](...steps, answer(deps, operation, downloads));
    }
    route.all(otherMethods(allowed(here)));
  }
  return (req, res, next) => {
    const route = plain.get(req.path);
    if (route) route.dispatch(req, res, next);
    else router(req, res, next);
  };
}

/** What no operation answers is a problem document, never a page. */
export const apiNotFound: RequestHandler = () => {
  throw new Problem('not-found');
};

/** Reads a JSON body, whatever the operation's limit; what is wrong with it becomes a problem in {@link asProblem}. */
function jsonBody(limit: number): RequestHandler {
  const parse = express.json({ limit, inflate: false, strict: false, type: () => true });
  return (req, res, next) => {
    // Express takes nothing at all for an empty object.
    if (!hasBody(req)) throw new Problem('malformed-json');
    if (req.headers['content-type'] !== 'application/json' && !req.is('application/json'))
      throw new Problem('unsupported-media-type');
    parse(req, res, next);
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function answer(deps: Deps, operation: Operation, downloads: Downloads): RequestHandler {
  const read = requestReader(operation);
  const media = mediaOf(operation);
  return async (req, res) => {
    const language = apiLanguage(req.headers['accept-language']);
    assertDecodable(req.originalUrl);
    if (operation.negotiated) res.vary('Accept');
    // One rule for all: the first of the types it has that Accept allows, or 406 with their names.
    if (req.headers.accept !== undefined && !req.accepts([...media]))
      throw new Problem('not-acceptable', { members: { available: media } });
    const call: Call = {
      deps,
      params: read.params(req.params, language),
      query: read.query(req.query as Record<string, unknown>, language),
      body: read.body(req.body, language),
      today: taipeiToday(deps.clock),
      language,
      aborted: () => res.destroyed || req.socket.destroyed,
    };
    const result = await operation.handle(call, req, res);
    if (operation.paged) res.set('Link', pageLinks(req, deps.origin, result as Parameters<typeof pageLinks>[2]));
    if (result instanceof RawAnswer) return sendRaw(req, res, result, downloads);
    send(res, operation, result);
  };
}

function send(res: Response, operation: Operation, result: unknown): void {
  // As bytes: Node would join a text with the headers and encode both together, which takes twice the time.
  const body = Buffer.from(JSON.stringify(result));
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  // An answer to a question nobody else asked is kept nowhere; the others may be kept and must be asked for again.
  if (operation.method === 'get') {
    res.setHeader('Cache-Control', 'no-cache');
    res.send(body);
    return;
  }
  // Not `send`, which makes an ETag that nobody can ask a POST with.
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Length', body.length);
  res.end(body);
}

/** The methods of an address, as in the header Allow. */
function allowed(here: readonly Operation[]): string {
  const methods = here.map(({ method }) => method.toUpperCase());
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** The last word of everything under the API's address, also of what stands before the router, as the rate limit does. */
export function apiProblems(deps: Deps): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (error instanceof ClientAborted) return void res.destroy();
    if (res.headersSent) {
      // Half an answer is out: cutting the connection is the only way left to say that it is not whole.
      logFault(deps, error, req, res);
      return void res.destroy();
    }
    // Where an answer has a language of its own, what is wrong is said in it as a whole.
    const language =
      (res.locals['answerLanguage'] as Language | undefined) ?? apiLanguage(req.headers['accept-language']);
    const problem = asProblem(error, req);
    if (isFault(problem)) logFault(deps, error, req, res);
    sendProblem(res, problem, { origin: deps.origin, language });
  };
}

function logFault(deps: Deps, error: unknown, req: Request, res: Response): void {
  const route = (req.route as { path?: string } | undefined)?.path ?? null;
  const code = error instanceof RegisterError ? error.code : undefined;
  deps.log.error({ err: error, code, requestId: res.locals['requestId'], route }, 'API request failed');
}
