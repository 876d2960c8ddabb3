import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { sessionClock } from '../../desk/sessions.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { COOP } from '../login/login-page.ts';
import { companyOf } from '../signed-in.ts';
import type {} from '../views.ts';

/** Rows of the table in the official document, in its order. */
const rows = ['system', 'browser', 'cookie', 'component', 'card', 'time'] as const;
/** Where the vendor of the card component offers it, as public pages link to it. */
const COMPONENT_DOWNLOAD = 'https://api-hisecurecdn.cdn.hinet.net/HiCOS_Client.zip';

/** 環境檢測: what this browser can say of itself, and on a click what the card component says. Kept nowhere. */
export function environmentRoutes(router: Router, deps: Deps, page: DeskPage): void {
  router.get(pages.applyEnvironment.path, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    readQuery(req, t, []);
    res.set('Cross-Origin-Opener-Policy', COOP);
    const options = { title: t.apply.environment.title, description: t.apply.environment.lead };
    // The machine's own clock also where a demonstration shows another day: the visitor's clock is compared with it.
    const model = { rows, now: sessionClock(deps).now().toISOString(), download: COMPONENT_DOWNLOAD };
    page(req, res, 'environment', options, model, (await companyOf(deps, req))?.sitter);
  });
}
