import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { deskPage } from '../desk/desk-page.ts';
import { staffPlace } from '../desk/sessions.ts';
import type { PageRenderer } from '../page/page.ts';
import { reviewerRoutes } from './assign/reviewer-routes.ts';
import { assignRoutes } from './assign/routes.ts';
import { staffLoginRoutes } from './login/routes.ts';
import { meetingRoutes } from './meeting/routes.ts';
import { outboxRoutes } from './outbox/routes.ts';
import { publicationRoutes } from './publication/routes.ts';
import { queueRoutes } from './queue/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { roundRoutes } from './round/routes.ts';
import { screeningRoutes } from './screening/routes.ts';
import { sentRoutes } from './sent/routes.ts';
import { staffOnly } from './staff-only.ts';
import { supplementRequestRoutes } from './supplement/routes.ts';

/** The officers' side of the counter. Addresses with a name of their own come before those of an application. */
export function staffRoutes(router: Router, deps: Deps, render: PageRenderer): void {
  const page = deskPage(deps, render, staffPlace);
  const only = staffOnly(deps, page);
  staffLoginRoutes(router, deps, page);
  queueRoutes(router, deps, page, only);
  outboxRoutes(router, deps, page, only);
  roundRoutes(router, deps, page, only);
  assignRoutes(router, deps, page, only);
  reviewerRoutes(router, deps, page, only);
  meetingRoutes(router, deps, page, only);
  publicationRoutes(router, deps, page, only);
  reviewRoutes(router, deps, page, only);
  sentRoutes(router, deps, page, only);
  supplementRequestRoutes(router, deps, page, only);
  screeningRoutes(router, deps, page, only);
}
