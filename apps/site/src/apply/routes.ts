import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { deskPage } from '../desk/desk-page.ts';
import { applyPlace } from '../desk/sessions.ts';
import type { PageRenderer } from '../page/page.ts';
import { environmentRoutes } from './environment/routes.ts';
import { applyHomeRoutes } from './home/routes.ts';
import { loginRoutes } from './login/routes.ts';
import type {} from './views.ts';

/** The company's side of the counter. */
export function applyRoutes(router: Router, deps: Deps, render: PageRenderer): void {
  const page = deskPage(deps, render, applyPlace);
  applyHomeRoutes(router, deps, page);
  environmentRoutes(router, deps, page);
  loginRoutes(router, deps, page);
}
