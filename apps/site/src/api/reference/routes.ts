import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { readQuery } from '../../http/query.ts';
import type { Language } from '../../page/language.ts';
import { type PageRenderer, visitOf } from '../../page/page.ts';
import type { Operation } from '../operation.ts';
import { type ApiReference, apiReference } from './view.ts';

/** The reference of the API, drawn on the server from the OpenAPI document. */
export function apiReferenceRoutes(
  router: Router,
  deps: Deps,
  page: PageRenderer,
  operations: readonly Operation[],
): void {
  const models = new Map<`${Language} ${boolean}`, ApiReference>();
  router.get('/api', (req, res) => {
    const { t, language, paths } = visitOf(req, deps.clock);
    readQuery(req, t, []);
    const sample = deps.isSample();
    const key = `${language} ${sample}` as const;
    let model = models.get(key);
    if (!model) {
      model = apiReference(operations, { origin: deps.origin, language, paths, sample });
      models.set(key, model);
    }
    page(req, res, 'api', { title: t.api.fullTitle, description: t.api.summary }, model);
  });
}
