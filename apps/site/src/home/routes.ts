import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { registerState } from '../presenters/register-state.ts';
import { knownPerItem } from '../presenters/valid-per-item.ts';
import { programmeAsked } from '../programme/year.ts';
import { callView } from './call.ts';
import { catalogueMap, cellSteps } from './catalogue-map.ts';
import type {} from './views.ts';

export function homeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.home.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, language, paths, today } = visit;
    const map = catalogueMap(knownPerItem(deps.register, today), language, paths);
    const options = { title: t.site.name, description: t.home.lead };
    const programme = programmeAsked(deps, visit);
    page(req, res, 'home', options, {
      map,
      steps: stepNames(t),
      call: callView(programme, deps.programmes, deps.clock.now(), visit),
      register: registerState(deps.register, visit),
    });
  });
}

/** What each shade of a cell stands for: nobody, 1–3, 4–6, 7 or more. */
function stepNames(t: Visit['t']): readonly string[] {
  const [, ...rest] = cellSteps;
  return [
    t.home.stepNone,
    ...rest.map((next, index) => t.home.stepRange(cellSteps[index]!, next - 1)),
    t.home.stepFrom(cellSteps.at(-1)!),
  ];
}
