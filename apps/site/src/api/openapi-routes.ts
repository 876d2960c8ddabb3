import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { otherMethods } from './headers.ts';
import type { JsonObject } from './json.ts';
import { openApiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';

/** The OpenAPI document. It changes only with the program, so it is written once, when it is first asked for. */
export function openApiRoutes({ origin }: Deps, operations: readonly Operation[]): Router {
  const router = Router();
  let written: { readonly body: Buffer; readonly etag: string } | null = null;
  const route = router.route('/openapi.json');
  route.get((_req, res) => {
    written ??= write(openApiDocument(operations, { origin, language: 'en' }));
    res
      .set({ ETag: written.etag, 'Cache-Control': 'no-cache' })
      .set('Content-Type', 'application/vnd.oai.openapi+json;version=3.1')
      .send(written.body);
  });
  route.all(otherMethods('GET, HEAD, OPTIONS'));
  return router;
}

function write(document: JsonObject): { readonly body: Buffer; readonly etag: string } {
  const body = Buffer.from(JSON.stringify(document));
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
