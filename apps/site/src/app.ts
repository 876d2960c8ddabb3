import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Deps } from './deps.ts';
import { pageRenderer } from './page.ts';
import { compileViews } from './render.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { brokenPage, notFoundPage } from './routes/errors.ts';
import { homeRoutes } from './routes/home.ts';
import { programmeRoutes } from './routes/programme.ts';
import { verifyRoutes } from './routes/verify.ts';

const publicDirectory = join(import.meta.dirname, 'public');

/**
 * The life of a request, from top to bottom. The same function makes the app of production and of the tests.
 */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');

  const page = pageRenderer({
    render: compileViews(join(import.meta.dirname, 'views')),
    clock: deps.clock,
    origin: deps.origin,
    publicDirectory,
    isSample: deps.isSample,
  });

  app.use((_req, res, next) => {
    res.locals['requestId'] = randomUUID();
    next();
  });
  app.use(securityHeaders());
  app.use('/public', express.static(publicDirectory, { maxAge: '365d', immutable: true, index: false }));

  const pages = express.Router();
  homeRoutes(pages, deps, page);
  catalogueRoutes(pages, deps, page);
  programmeRoutes(pages, deps, page);
  verifyRoutes(pages, deps, page);
  // Twice, because an array of mount paths does not treat '/' as the root of everything.
  app.use('/en', pages);
  app.use('/', pages);

  app.use(notFoundPage(page, deps));
  app.use(brokenPage(page, deps));
  return app;
}

/** No script but our own files, no frame, no other origin: everything a page needs comes from here. */
function securityHeaders() {
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
  });
}
