import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, visitOf } from '../page.ts';
import { catalogueMap } from '../view-models/catalogue-map.ts';

export function homeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get('/', async (req, res) => {
    const { t, language, paths } = visitOf(req, deps.clock);
    const counts = await deps.providerCounts();
    const map = catalogueMap(counts, language, paths);
    page(req, res, 'home', { title: t.site.name, description: t.home.lead }, { map });
  });
}
