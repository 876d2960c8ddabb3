import type { CaseFile } from '@aipower/applications';
import { programmeOfCase, readCase, type StaffRole } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.ts';
import { type DeskPage, keptEntries } from '../desk/desk-page.ts';
import { NotFound } from '../http/failures.ts';
import { visitOf } from '../page/page.ts';
import { type Member, memberOf, sitterOf } from './member.ts';
import type {} from './views.ts';

export type MemberHandler = (req: Request, res: Response, member: Member) => void | Promise<void>;
/** Lets a request pass for whoever has one of the roles. */
export type StaffOnly = (roles: readonly StaffRole[], handler: MemberHandler) => RequestHandler;

/** Who may read every application that was sent, and who may change one. */
export const readers: readonly StaffRole[] = ['officer', 'chair', 'auditor'];
export const officers: readonly StaffRole[] = ['officer'];
export const anyRole: readonly StaffRole[] = ['officer', 'reviewer', 'chair', 'auditor'];

/**
 * Who is not logged in is asked to; who is, without the role, is told so, before anything is looked up: nobody learns what
 * exists. A form that comes when the session is over stays on the page, to be sent again after a login in another tab.
 */
export function staffOnly(deps: Deps, page: DeskPage): StaffOnly {
  return (roles, handler) => async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const member = await memberOf(deps, req);
    if (!member) {
      if (req.method === 'GET') return res.redirect(303, paths.staffLogin(req.originalUrl));
      const model = {
        lead: t.staff.login.expired,
        action: req.originalUrl,
        logIn: paths.staffLogin(),
        entries: keptEntries(req.body),
      };
      return page(req, res, 'kept', { title: t.staff.login.expiredTitle, status: 401 }, model);
    }
    if (!roles.some((role) => member.roles.includes(role))) {
      const model = { ...member, hasRole: member.roles.length > 0 };
      return page(
        req,
        res,
        'staff-refused',
        { title: t.staff.refused.title, status: 403 },
        model,
        sitterOf(member, visit),
      );
    }
    await handler(req, res, member);
  };
}

/** The application of an address. A draft is nobody's but the company's. @throws NotFound */
export async function sentCase(deps: Deps, req: Request): Promise<CaseFile> {
  const id = String(req.params['application']);
  const state = /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? await readCase(deps.desk.database, id) : null;
  if (state && state.forms.length > 0) return state;
  throw new NotFound(visitOf(req, deps.clock).t.staff.notFound);
}

/** The application of an address with the programme it is under. @throws NotFound as {@link sentCase} */
export async function sentApplication(
  deps: Deps,
  req: Request,
): Promise<{ readonly state: CaseFile; readonly programme: Programme }> {
  const state = await sentCase(deps, req);
  return { state, programme: await programmeOfCase(deps.desk.database, state, deps.programmes) };
}
