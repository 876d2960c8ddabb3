import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { apiHeaders } from './api/headers.ts';
import { operations } from './api/operations.ts';
import { clientRateLimit } from './api/rate-limit.ts';
import { apiNotFound, apiProblems, apiRouter } from './api/router.ts';
import type { Deps } from './deps.ts';
import { healthRoutes } from './health.ts';
import { requestLog } from './log.ts';
import { pageRenderer } from './page.ts';
import { pageCache } from './page-cache.ts';
import { compileViews } from './render.ts';
import { aboutRoutes } from './routes/about.ts';
import { apiReferenceRoutes } from './routes/api-reference.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { certificateRoutes } from './routes/certificates.ts';
import { brokenPage, notFoundPage } from './routes/errors.ts';
import { feedRoutes } from './routes/feeds.ts';
import { homeRoutes } from './routes/home.ts';
import { identifierRoutes } from './routes/identifiers.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { precheckRoutes } from './routes/precheck.ts';
import { problemRoutes } from './routes/problems.ts';
import { programmeRoutes } from './routes/programme.ts';
import { providerRoutes } from './routes/provider.ts';
import { providersRoutes } from './routes/providers.ts';
import { compareRoutes } from './routes/providers-compare.ts';
import { searchRoutes } from './routes/search.ts';
import { sitemapRoutes } from './routes/sitemap.ts';
import { verifyRoutes } from './routes/verify.ts';
import { verifyApplicationRoutes } from './routes/verify-application.ts';
import { verifySheetRoutes } from './routes/verify-sheet.ts';
import { wellKnownRoutes } from './routes/well-known.ts';

const publicDirectory = join(import.meta.dirname, 'public');

/**
 * The life of a request, from top to bottom. The same function makes the app of production and of the tests.
 */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.limits.trustProxy);

  const cache = pageCache(deps);
  const page = pageRenderer({
    render: compileViews(join(import.meta.dirname, 'views')),
    clock: deps.clock,
    origin: deps.origin,
    publicDirectory,
    isSample: deps.isSample,
    keep: cache.keep,
  });

  app.use((_req, res, next) => {
    const requestId = randomUUID();
    res.locals['requestId'] = requestId;
    res.setHeader('X-Request-Id', requestId);
    next();
  });
  const limit = clientRateLimit(deps.limits);
  const log = requestLog(deps.log);
  const api = express.Router();
  api.use(log, apiHeaders(deps.origin), limit);
  api.use(apiRouter(deps, operations), openApiRoutes(deps, operations));
  api.use(apiNotFound, apiProblems(deps));
  app.use('/api/v1', api);

  app.use(securityHeaders(deps.origin));
  app.use('/public', express.static(publicDirectory, { maxAge: '365d', immutable: true, index: false }));
  app.use(log);
  app.use(healthRoutes(deps));
  app.use(limit);
  app.use(wellKnownRoutes(deps));
  app.use(sitemapRoutes(deps));
  app.use(identifierRoutes(deps));

  app.use(cache.answer);
  const pages = express.Router();
  homeRoutes(pages, deps, page);
  searchRoutes(pages, deps, page);
  catalogueRoutes(pages, deps, page);
  providersRoutes(pages, deps, page);
  compareRoutes(pages, deps, page);
  providerRoutes(pages, deps, page);
  certificateRoutes(pages, deps, page);
  programmeRoutes(pages, deps, page);
  precheckRoutes(pages, deps, page);
  aboutRoutes(pages, deps, page);
  verifyRoutes(pages, deps, page);
  apiReferenceRoutes(pages, deps, page, operations);
  problemRoutes(pages, deps, page);
  feedRoutes(pages, deps);
  verifyApplicationRoutes(pages, deps, page);
  verifySheetRoutes(pages, deps, page);
  // Twice, because an array of mount paths does not treat '/' as the root of everything.
  app.use('/en', pages);
  app.use('/', pages);

  app.use(notFoundPage(page, deps));
  app.use(brokenPage(page, deps));
  return app;
}

/** No script but our own files, no frame, no other origin: everything a page needs comes from here. */
function securityHeaders(origin: string) {
  return helmet({
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
}
