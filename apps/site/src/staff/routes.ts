import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { deskPage } from '../desk/desk-page.ts';
import { staffPlace } from '../desk/sessions.ts';
import type { PageRenderer } from '../page/page.ts';
import { auditRoutes } from './audit/routes.ts';
import type {} from './audit/views.ts';
import { awardListRoutes, awardRoutes } from './award/routes.ts';
import type {} from './award/views.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import type {} from './dashboard/views.ts';
import { staffLoginRoutes } from './login/routes.ts';
import { dutyRoutes } from './obligations/routes.ts';
import type {} from './obligations/views.ts';
import { outboxRoutes } from './outbox/routes.ts';
import { queueRoutes } from './queue/routes.ts';
import { screeningRoutes } from './screening/routes.ts';
import { sentRoutes } from './sent/routes.ts';
import { staffOnly } from './staff-only.ts';
import { supplementRequestRoutes } from './supplement/routes.ts';
import { usageRoutes } from './usage/routes.ts';
import { usageServiceRoute } from './usage/service.ts';
import type {} from './usage/views.ts';

/** The officers' side of the counter. Addresses with a name of their own come before those of an application. */
export function staffRoutes(router: Router, deps: Deps, render: PageRenderer): void {
  const page = deskPage(deps, render, staffPlace);
  const only = staffOnly(deps, page);
  staffLoginRoutes(router, deps, page);
  queueRoutes(router, deps, page, only);
  outboxRoutes(router, deps, page, only);
  awardListRoutes(router, deps, page, only);
  dutyRoutes(router, deps, page, only);
  usageServiceRoute(router, deps);
  usageRoutes(router, deps, page, only);
  dashboardRoutes(router, deps, page, only);
  auditRoutes(router, deps, page, only);
  sentRoutes(router, deps, page, only);
  supplementRequestRoutes(router, deps, page, only);
  awardRoutes(router, deps, page, only);
  screeningRoutes(router, deps, page, only);
}
