import { currentEdition } from '@aipower/taxonomy';
import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { registerState } from '../presenters/register-state.ts';
import { verdictStatus } from '../presenters/verdict.ts';
import type {} from './views.ts';

/** Where the data come from, how old they are and what they cannot tell. */
export function aboutRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.about.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    page(
      req,
      res,
      'about',
      { title: t.about.title, description: t.about.lead },
      {
        state: registerState(deps.register, visit),
        revision: deps.register.revision,
        tax: deps.register.tax.status(),
        edition: currentEdition,
        programmes: [...deps.programmes.values()].reverse(),
        verdictStatus,
        contact: deps.securityContact,
      },
    );
  });
}
