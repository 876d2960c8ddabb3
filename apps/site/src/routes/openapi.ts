import { createHash } from 'node:crypto';
import { Router } from 'express';
import { openApiDocument } from '../api/openapi.ts';
import type { Operation } from '../api/operation.ts';
import type { Deps } from '../deps.ts';

/** The OpenAPI document. It changes only with the program, so it is written once. */
export function openApiRoutes({ origin }: Deps, operations: readonly Operation[]): Router {
  const router = Router();
  const body = Buffer.from(JSON.stringify(openApiDocument(operations, { origin, language: 'en' })));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  router.get('/openapi.json', (_req, res) => {
    res
      .set({ ETag: etag, 'Cache-Control': 'no-cache' })
      .set('Content-Type', 'application/vnd.oai.openapi+json;version=3.1')
      .send(body);
  });
  return router;
}
