import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, visitOf } from '../page.ts';
import { validPerItem } from '../view-models/catalogue.ts';
import { catalogueMap } from '../view-models/catalogue-map.ts';

export function homeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get('/', (req, res) => {
    const { t, language, paths, today } = visitOf(req, deps.clock);
    const counts = validPerItem(deps.register, today);
    const map = catalogueMap(counts, language, paths);
    page(req, res, 'home', { title: t.site.name, description: t.home.lead }, { map });
  });
}
