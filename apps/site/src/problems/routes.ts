import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { Problem, problemDocument, problemUri } from './problem.ts';
import { isProblemType, problemTypeIds, problemTypes } from './problem-types.ts';
import type {} from './views.ts';

/** The pages that the `type` of a problem document leads to. */
export function problemRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.problems.path, (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const types = problemTypeIds.map((id) => ({ id, status: problemTypes[id], ...t.problems.types[id] }));
    page(req, res, 'problems', { title: t.problems.title, description: t.problems.lead }, { types });
  });

  router.get(pages.problem.path, (req, res) => {
    const { t, paths, language } = visitOf(req, deps.clock);
    const { type } = req.params;
    if (!isProblemType(type)) {
      throw new NotFound(t.errors.notFound(`/problems/${type}`), [{ href: paths.problems(), label: t.problems.all }]);
    }
    const words = t.problems.types[type];
    const example = problemDocument(new Problem(type), {
      origin: deps.origin,
      language,
      requestId: '00000000-0000-4000-8000-000000000000',
    });
    const status = problemTypes[type];
    // What keeps happening is the operator's to mend.
    const contact = status >= 500 ? deps.securityContact : null;
    const model = { type, uri: problemUri(deps.origin, type), status, words, example, contact };
    page(req, res, 'problem', { title: words.title, description: words.means }, model);
  });
}
