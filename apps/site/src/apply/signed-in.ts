import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.ts';
import type { DeskPage } from '../desk/desk-page.ts';
import { applyPlace, sessionOf } from '../desk/sessions.ts';
import type { Company } from './company/company.ts';
import { askToLogIn } from './login/login-page.ts';

export type CompanyHandler = (req: Request, res: Response, company: Company) => void | Promise<void>;

/** Lets a request pass for the company of its session; whoever has none is asked to log in, and keeps what it sent. */
export function signedIn(deps: Deps, page: DeskPage): (handler: CompanyHandler) => RequestHandler {
  return (handler) => async (req, res) => {
    const company = await companyOf(deps, req);
    if (!company) return askToLogIn(deps, page, req, res);
    await handler(req, res, company);
  };
}

export async function companyOf(deps: Deps, req: Request): Promise<Company | null> {
  const session = await sessionOf(deps, applyPlace, req);
  if (!session) return null;
  const { subject: ubn, detail } = session;
  const name = String(detail['organisation'] ?? '');
  return {
    ubn,
    name,
    kind: String(detail['kind'] ?? ''),
    fingerprint: String(detail['fingerprint'] ?? ''),
    detail,
    sitter: { name, id: ubn },
  };
}
