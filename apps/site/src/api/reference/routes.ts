import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { memo } from '../../memo.ts';
import type { Language } from '../../page/language.ts';
import { type PageRenderer, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { pathsFor } from '../../page/paths.ts';
import type { Operation } from '../operation.ts';
import { apiReference } from './view.ts';
import type {} from './views.ts';

/** The reference of the API, drawn on the server from the OpenAPI document. */
export function apiReferenceRoutes(
  router: Router,
  deps: Deps,
  page: PageRenderer,
  operations: readonly Operation[],
): void {
  const sampleOrReal = (sample: boolean) =>
    memo({ max: 2 }, (language: Language) =>
      apiReference(operations, { origin: deps.origin, language, paths: pathsFor(language), sample }),
    );
  const references = { sample: sampleOrReal(true), real: sampleOrReal(false) };
  router.get(pages.apiReference.path, (req, res) => {
    const { t, language } = visitOf(req, deps.clock);
    const reference = deps.isSample() ? references.sample : references.real;
    page(req, res, 'api', { title: t.api.fullTitle, description: t.api.summary }, reference(language));
  });
}
