import type { Request, Router } from 'express';
import type { Deps } from '../deps.ts';
import { deskPage } from '../desk/desk-page.ts';
import { errorsAtDesk } from '../desk/errors-at-desk.ts';
import { giveBack } from '../desk/not-saved.ts';
import { applyPlace } from '../desk/sessions.ts';
import type { PageRenderer } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import type { ErrorsAt } from '../problems/error-pages.ts';
import { applicationAwardRoutes } from './award/routes.ts';
import type {} from './award/views.ts';
import { caseRoutes } from './case/routes.ts';
import { draftFileRoutes } from './check/draft-file.ts';
import { checkRoutes } from './check/routes.ts';
import { companyRoutes } from './company/routes.ts';
import { environmentRoutes } from './environment/routes.ts';
import { formRoutes } from './form/routes.ts';
import { applyHomeRoutes } from './home/routes.ts';
import { loginRoutes } from './login/routes.ts';
import { reviseRoutes } from './revise/routes.ts';
import { companyOf } from './signed-in.ts';
import { supplementRoutes } from './supplement/routes.ts';
import type {} from './views.ts';

/** The company's side of the counter. Addresses with a name of their own come before those of an application. */
export function applyRoutes(router: Router, deps: Deps, render: PageRenderer): ErrorsAt {
  const page = deskPage(deps, render, applyPlace);
  applyHomeRoutes(router, deps, page);
  environmentRoutes(router, deps, page);
  loginRoutes(router, deps, page);
  companyRoutes(router, deps, page);
  formRoutes(router, deps, page);
  checkRoutes(router, deps, page);
  draftFileRoutes(router, deps, page);
  supplementRoutes(router, deps, page);
  reviseRoutes(router, deps, page);
  applicationAwardRoutes(router, deps, page);
  caseRoutes(router, deps, page);
  router.use(pages.apply.path, giveBack(deps, page));
  const sitterAt = async (req: Request) => (await companyOf(deps, req))?.sitter ?? null;
  return errorsAtDesk(deps, page, pages.apply.path, sitterAt);
}
