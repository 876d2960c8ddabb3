import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { editions } from '@aipower/taxonomy';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { aboutRoutes } from './about/routes.ts';
import { apiHeaders } from './api/headers.ts';
import { openApiRoutes } from './api/openapi-routes.ts';
import { operations } from './api/operations.ts';
import { apiReferenceRoutes } from './api/reference/routes.ts';
import { apiNotFound, apiProblems, apiRouter } from './api/router.ts';
import { verdictShape } from './api/verdict-shape.ts';
import { applyRoutes } from './apply/routes.ts';
import { badgeRoutes } from './badge/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { certificateRoutes } from './certificates/routes.ts';
import { filledFirst } from './demonstration/filling.ts';
import { demonstrationRoutes } from './demonstration/routes.ts';
import type { Deps } from './deps.ts';
import { expiringFeedRoutes } from './feeds/expiring.ts';
import { feedRoutes } from './feeds/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { basePath, underBasePath, withBase } from './http/base-path.ts';
import { rememberClient } from './http/client.ts';
import { compressAnswers, keptFile } from './http/encodings.ts';
import { heldBytes } from './http/held-bytes.ts';
import { inTurn } from './http/in-turn.ts';
import { keptDownloads } from './http/kept-downloads.ts';
import { requestLog } from './http/log.ts';
import { pageCache } from './http/page-cache.ts';
import { clientRateLimit } from './http/rate-limit.ts';
import { healthRoutes } from './machine/health.ts';
import { identifierRoutes } from './machine/identifiers.ts';
import { sitemapRoutes } from './machine/sitemap.ts';
import { wellKnownRoutes } from './machine/well-known.ts';
import { mcpRoutes } from './mcp/routes.ts';
import { assetAddress } from './page/asset-address.ts';
import { pageRenderer } from './page/page.ts';
import { isCacheable, isPage, ownAddress } from './page/pages.ts';
import { compileViews } from './page/render.ts';
import { joinStyles } from './page/styles.ts';
import { precheckRoutes } from './precheck/routes.ts';
import { errorPage, notFoundPage } from './problems/error-pages.ts';
import { assertDecodable } from './problems/problem.ts';
import { problemRoutes } from './problems/routes.ts';
import { programmeRoutes } from './programme/routes.ts';
import { compareRoutes } from './providers/compare/routes.ts';
import { providerRoutes } from './providers/one/routes.ts';
import { providersRoutes } from './providers/routes.ts';
import { keySetRoute, receiptRoutes } from './receipts/routes.ts';
import { reconcileRoutes } from './reconcile/routes.ts';
import { resultsRoutes } from './results/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { verifyApplicationRoutes } from './verify/application/routes.ts';
import { verifyRoutes } from './verify/routes.ts';
import { verifySheetRoutes } from './verify/sheet/routes.ts';

const publicDirectory = join(import.meta.dirname, 'page/assets');

/**
 * The life of a request, from top to bottom. The same function makes the app of production and of the tests.
 */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.limits.trustProxy);

  const base = basePath(deps.origin);
  const styles = join(import.meta.dirname, 'page/styles');
  const [siteStyles, deskStyles] = [joinStyles(styles, 'site'), joinStyles(styles, 'desk')];
  const isDemonstration = () => deps.demonstration?.isActive() === true;
  const cache = pageCache({ ...deps, isCacheable, ownAddress, isDemonstration });
  const page = pageRenderer({
    render: compileViews(import.meta.dirname),
    clock: deps.clock,
    origin: deps.origin,
    publicDirectory,
    styles: { css: assetAddress('site.css', siteStyles), deskCss: assetAddress('desk.css', deskStyles) },
    isSample: deps.isSample,
    lateSince: deps.currency.lateSince,
    isDemonstration,
    shared: cache.shared,
    fromOutside: (html) => withBase(html, base),
    keep: cache.keep,
  });

  const rateLimit = clientRateLimit(deps.limits.requestsPerMinute, deps.log);
  if (base !== '') app.use(underBasePath(base));
  app.use(inTurn(rateLimit.refuseEarly, nameRequest, filledFirst(deps)));
  const compress = compressAnswers();
  const downloads = keptDownloads();
  const limit = inTurn(rememberClient, rateLimit.count, heldBytes());
  const log = requestLog(deps.log);
  // A few hundred bytes that a program posted for gain nothing; the lists and documents that are asked for do.
  const compressGet = only((req) => req.method === 'GET' || req.method === 'HEAD', compress);
  const answer = apiRouter(deps, operations, downloads);
  app.use('/api/v1', inTurn(log, apiHeaders(deps.origin), limit, compressGet, answer));
  app.use('/api/v1', openApiRoutes(deps, operations), apiNotFound, apiProblems(deps));

  // Protocols of other people's tools: public data for pages of any origin, faults as problem documents.
  const tools = express.Router();
  tools.use(inTurn(log, apiHeaders(deps.origin), limit), reconcileRoutes(deps));
  tools.use(apiNotFound, apiProblems(deps));
  app.use('/reconcile', tools);
  app.use('/mcp', inTurn(log, limit, mcpRoutes(deps)));

  const files = express.Router();
  files.get('/public/site.css', keptFile(siteStyles, 'css'));
  files.get('/public/desk.css', keptFile(deskStyles, 'css'));
  files.use('/public', express.static(publicDirectory, { maxAge: '365d', immutable: true, index: false }));
  const machine = express.Router();
  machine.use(wellKnownRoutes(deps), sitemapRoutes(deps));
  keySetRoute(machine, deps);

  app.use(inTurn(securityHeaders(deps.origin), only(noPage, inTurn(compress, files))));
  app.use(inTurn(log, only(noPage, healthRoutes(deps))));
  app.use(inTurn(limit, readable, only(noPage, machine), only(isIdentifier, identifierRoutes(deps, downloads))));
  // A kept page is compressed already: what the other step hangs on an answer would keep 7 kB of each until old garbage is collected.
  app.use(inTurn(cache.answer, only(isAPage, compress)));
  const pages = express.Router();
  homeRoutes(pages, deps, page);
  searchRoutes(pages, deps, page);
  catalogueRoutes(pages, deps, page);
  providersRoutes(pages, deps, page, downloads);
  compareRoutes(pages, deps, page);
  providerRoutes(pages, deps, page);
  certificateRoutes(pages, deps, page);
  programmeRoutes(pages, deps, page);
  resultsRoutes(pages, deps, page);
  precheckRoutes(pages, deps, page);
  statisticsRoutes(pages, deps, page);
  aboutRoutes(pages, deps, page);
  verifyRoutes(pages, deps, page);
  apiReferenceRoutes(pages, deps, page, operations);
  problemRoutes(pages, deps, page);
  feedRoutes(pages, deps);
  expiringFeedRoutes(pages, deps);
  badgeRoutes(pages, deps);
  verifyApplicationRoutes(pages, deps, page);
  verifySheetRoutes(pages, deps, page, verdictShape);
  receiptRoutes(pages, deps, page);
  demonstrationRoutes(pages, deps, page);
  const desks = [applyRoutes(pages, deps, page), staffRoutes(pages, deps, page)];
  // Twice, because an array of mount paths does not treat '/' as the root of everything.
  app.use('/en', pages);
  app.use('/', pages);

  app.use(notFoundPage(deps));
  app.use(errorPage(page, deps, desks));
  return app;
}

/** Refuses an address that nobody can read, whatever it asks for: what a page passes over may be broken. */
const readable: RequestHandler = (req, _res, next) => {
  assertDecodable(ownAddress(req.originalUrl));
  next();
};

/** The name of a request, in its answer and in the log. */
const nameRequest: RequestHandler = (_req, res, next) => {
  const requestId = randomUUID();
  res.locals['requestId'] = requestId;
  res.setHeader('X-Request-Id', requestId);
  next();
};

/** Passes by what a request is not for, so that most do not try one address after the other. */
const only =
  (isFor: (req: Request) => boolean, step: RequestHandler): RequestHandler =>
  (req, res, next) =>
    isFor(req) ? step(req, res, next) : next();

/** Identifiers of the catalogue lie where pages do, and are none: they answer data, or lead to the page. */
const identifier = new RegExp(`^/catalogue/(?:${editions.map(({ id }) => id).join('|')})(?:/|$)`, 'i');
const isIdentifier = (req: Request) => identifier.test(req.path);
const isAPage = (req: Request) => isPage(req.originalUrl) && !isIdentifier(req);
const noPage = (req: Request) => !isAPage(req);

/** No script but our own files, no frame, no other origin: everything a page needs comes from here. */
function securityHeaders(origin: string): RequestHandler {
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // Over plain http, as on one's own machine, there is nothing to promise.
    strictTransportSecurity: origin.startsWith('https:'),
  });
  // They are the same for every answer: asked for once, they cost a fifth.
  const headers: [string, string][] = [];
  const collect = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader: () => {} };
  secure({} as Request, collect as unknown as Response, (error?: unknown) => {
    if (error) throw error;
  });
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}
