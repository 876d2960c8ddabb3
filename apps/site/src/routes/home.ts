import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, visitOf } from '../page.ts';
import { readQuery } from '../query.ts';
import { validPerItem } from '../view-models/catalogue.ts';
import { catalogueMap } from '../view-models/catalogue-map.ts';
import { registerState } from '../view-models/register-state.ts';

export function homeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get('/', (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, language, paths, today } = visit;
    readQuery(req, t, []);
    const map = catalogueMap(validPerItem(deps.register, today), language, paths);
    const options = { title: t.site.name, description: t.home.lead };
    page(req, res, 'home', options, { map, register: registerState(deps.register, visit) });
  });
}
