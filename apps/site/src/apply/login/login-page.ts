import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { type DeskPage, keptEntries } from '../../desk/desk-page.ts';
import { entry } from '../../desk/posting.ts';
import { applyPlace, giveLoginId } from '../../desk/sessions.ts';
import { visitOf } from '../../page/page.ts';
import type {} from '../views.ts';
import { cardVerifier } from './challenge.ts';
import type { LoginModel } from './login-model.ts';

/** A form that came when the session was over: it travels through the login and is offered again behind it. */
export interface Kept {
  readonly action: string;
  readonly entries: readonly { readonly name: string; readonly value: string }[];
}

interface LoginState {
  readonly problem?: string;
  readonly status?: number;
  readonly inserted?: string;
  readonly kept?: Kept;
  /** Where to go on behind the login; what the request names is left alone where this is given. */
  readonly next?: string;
}

/** The card's window must keep its opener, which the usual policy of this site would cut. */
export const COOP = 'same-origin-allow-popups';

export function showLogin(deps: Deps, page: DeskPage, req: Request, res: Response, state: LoginState): void {
  const { t } = visitOf(req, deps.clock);
  giveLoginId(deps, applyPlace, req, res);
  res.set('Cross-Origin-Opener-Policy', COOP);
  const { demonstration } = deps;
  const kept = state.kept ? JSON.stringify(state.kept) : entry(req.body, 'kept');
  const next = nextAddress(state.next ?? (entry(req.body, 'next') || String(req.query['next'] ?? ''))) ?? '';
  const model: LoginModel = {
    ...(state.problem === undefined ? {} : { problem: state.problem }),
    ...(state.inserted === undefined ? {} : { inserted: state.inserted }),
    kept,
    next,
    canLogIn: cardVerifier(deps) !== null,
    demonstration: demonstration?.isActive()
      ? {
          pin: demonstration.pin,
          hasReader: demonstration.component !== null,
          companies: deps.register.snapshot().providers.map(({ ubn, name }) => ({ ubn, name })),
        }
      : null,
  };
  page(
    req,
    res,
    'login',
    { title: t.apply.login.title, description: t.apply.login.lead, status: state.status ?? 200 },
    model,
  );
}

/** Sends to the login whoever is not logged in, with the form that was sent: nothing typed is lost. */
export function askToLogIn(deps: Deps, page: DeskPage, req: Request, res: Response): void {
  const { t, paths } = visitOf(req, deps.clock);
  if (req.method === 'GET') {
    res.redirect(303, paths.applyLogin(req.originalUrl));
    return;
  }
  // A file is not read for somebody who is not logged in: it has to be chosen again, on the page it was chosen on.
  if (req.is('multipart/form-data')) {
    const next = req.originalUrl.replace(/\/draft\.json$/, '/check');
    showLogin(deps, page, req, res, { next, problem: t.apply.login.expiredFile, status: 401 });
    return;
  }
  const kept = { action: req.originalUrl, entries: keptEntries(req.body) };
  showLogin(deps, page, req, res, { kept, problem: t.apply.login.expired, status: 401 });
}

/** An address of the desk to go on to, or null: a login must never lead to another site. */
export function nextAddress(given: string): string | null {
  return /^(\/en)?\/apply(\/[\w/-]*)?(\?[\w=&-]*)?$/.test(given) ? given : null;
}

export function readKept(text: string): Kept | null {
  if (text === '') return null;
  try {
    const { action, entries } = JSON.parse(text) as Kept;
    const plain = entries.every(({ name, value }) => typeof name === 'string' && typeof value === 'string');
    return nextAddress(action) !== null && plain ? { action, entries } : null;
  } catch {
    return null;
  }
}
