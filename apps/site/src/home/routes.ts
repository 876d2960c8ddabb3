import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { readQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { registerState } from '../presenters/register-state.ts';
import { validPerItem } from '../presenters/valid-per-item.ts';
import { catalogueMap } from './catalogue-map.ts';
import type {} from './views.ts';

export function homeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.home.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, language, paths, today } = visit;
    readQuery(req, t, []);
    const map = catalogueMap(validPerItem(deps.register, today), language, paths);
    const options = { title: t.site.name, description: t.home.lead };
    page(req, res, 'home', options, { map, register: registerState(deps.register, visit) });
  });
}
