import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../http/failures.ts';
import { memo } from '../../memo.ts';
import type { Language } from '../../page/language.ts';
import { type PageRenderer, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { pathsFor } from '../../page/paths.ts';
import type { Operation } from '../operation.ts';
import { isApiTopic } from './topics.ts';
import { apiReference } from './view.ts';
import type {} from './views.ts';

/** The reference of the API, drawn on the server from the OpenAPI document: an index, and a page for each group of operations. */
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
  const referenceIn = (language: Language) => (deps.isSample() ? references.sample : references.real)(language);
  router.get(pages.apiReference.path, (req, res) => {
    const { t, language } = visitOf(req, deps.clock);
    page(req, res, 'api', { title: t.api.fullTitle, description: t.api.summary }, referenceIn(language).index);
  });

  router.get(pages.apiTopic.path, (req, res) => {
    const { t, paths, language } = visitOf(req, deps.clock);
    const { topic } = req.params;
    if (!isApiTopic(topic))
      throw new NotFound(t.errors.notFound(`/api/reference/${topic}`), [
        { href: paths.apiReference(), label: t.api.fullTitle },
      ]);
    const shown = referenceIn(language).topics.get(topic)!;
    page(req, res, 'api-topic', { title: t.api.topicTitle(shown.title), description: shown.text }, shown);
  });
}
