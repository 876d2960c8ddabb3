import { claimInvitation, keepChallenge, recordAct, staffId, takeChallenge } from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import type { Deps, StaffPerson } from '../../deps.ts';
import { demonstrationAccounts } from '../../desk/demonstration-staff.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import {
  beginSession,
  giveLoginId,
  giveLoginTry,
  leaveSession,
  loginIdOf,
  sessionClock,
  staffPlace,
  takeLoginTry,
} from '../../desk/sessions.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { DEMONSTRATION_ISSUER } from '../member.ts';
import { callbackPath, LoginRefused, LoginUnavailable } from './oidc.ts';

/** How long somebody may take at the provider. */
const LOGIN_SECONDS = 15 * 60;
const PURPOSE = 'staff-login';

interface LoginState {
  readonly problem?: string;
  readonly status?: number;
  readonly next?: string;
  /** Set after logging out: the provider's own page for it, where it has one. */
  readonly leftBy?: string | null;
}

/** Logging in at the provider, or with an account of the demonstration. What somebody may do our own table says. */
export function staffLoginRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const login = pages.staffLogin.path;
  const post = posting(deps, page);
  const { database } = deps.desk;
  const now = () => sessionClock(deps).now().toISOString();

  router.get(login, (req, res) => {
    const { next } = readQuery(req, visitOf(req, deps.clock).t, ['next']);
    show(req, res, { next });
  });

  // A link and not a form: a form may not lead to another origin, and nothing is changed before the provider has answered.
  router.get(`${login}/start`, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const { next } = readQuery(req, t, ['next']);
    if (!deps.staffLogin) throw new NotFound(t.staff.login.notSet);
    try {
      const { address, checks } = await deps.staffLogin.begin();
      const session = giveLoginId(deps, staffPlace, req, res);
      const text = JSON.stringify({ checks, next: nextAddress(next) });
      const kept = { text, purpose: PURPOSE, session, seconds: LOGIN_SECONDS };
      giveLoginTry(deps, staffPlace, res, await keepChallenge(database, kept, now()));
      res.set('Cache-Control', 'no-store').redirect(303, address);
    } catch (error) {
      failed(req, res, error, next);
    }
  });

  router.get(callbackPath, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    if (!deps.staffLogin) throw new NotFound(t.staff.login.notSet);
    const id = takeLoginTry(deps, staffPlace, req, res);
    const session = loginIdOf(deps, staffPlace, req);
    const kept = id && session ? await takeChallenge(database, { id, purpose: PURPOSE, session }, now()) : null;
    // Another browser, a second use, or too late: begun anew, nothing is guessed.
    if (kept === null) return show(req, res, { problem: t.staff.login.notBegun, status: 400 });
    const { checks, next } = JSON.parse(kept) as { readonly checks: string; readonly next: string | null };
    try {
      const person = await deps.staffLogin.finish(new URL(req.originalUrl, deps.origin), checks);
      await claimInvitation(database, person, person.email);
      await enter(req, res, person, await staffId(database, person, person.name, now()), next);
    } catch (error) {
      failed(req, res, error, next ?? '');
    }
  });

  router.post(`${login}/demonstration`, ...post, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    if (!deps.demonstration?.isActive()) throw new NotFound(t.demonstration.refused);
    const account = demonstrationAccounts.find(({ id }) => id === entry(req.body, 'account'));
    if (!account) return show(req, res, { problem: t.staff.login.noAccount, status: 400 });
    const name = t.staff.login.accounts[account.role](account.number);
    const person = { issuer: DEMONSTRATION_ISSUER, sub: account.id, name, email: null };
    await enter(req, res, person, account.id, nextAddress(entry(req.body, 'next')));
  });

  router.post(`${pages.staff.path}/logout`, ...post, async (req, res) => {
    await leaveSession(deps, staffPlace, req, res);
    // The provider may be away: here the session has ended all the same.
    const leftBy = (await deps.staffLogin?.logoutAddress().catch(() => null)) ?? null;
    show(req, res, { leftBy });
  });

  async function enter(req: Request, res: Response, person: StaffPerson, id: string, next: string | null) {
    const { issuer, sub, name } = person;
    await beginSession(deps, staffPlace, { req, res }, { subject: id, detail: { issuer, sub, name } });
    const by = { kind: 'system', id: PURPOSE } as const;
    const act = { by, application: null, type: 'staff.login', body: { staff: id } };
    await recordAct(database, act, deps.clock.now().toISOString());
    res.redirect(303, next ?? visitOf(req, deps.clock).paths.staff());
  }

  function failed(req: Request, res: Response, error: unknown, next: string): void {
    const { t } = visitOf(req, deps.clock);
    const requestId = res.locals['requestId'];
    if (error instanceof LoginUnavailable) {
      deps.log.error({ err: error, requestId }, 'the login provider does not answer');
      show(req, res, { problem: t.staff.login.unavailable, status: 503, next });
    } else if (error instanceof LoginRefused) {
      deps.log.info({ code: error.message, requestId }, 'staff login');
      show(req, res, { problem: t.staff.login.refused(error.message), status: 403, next });
    } else throw error;
  }

  function show(req: Request, res: Response, { problem, status = 200, next = '', leftBy }: LoginState): void {
    const visit = visitOf(req, deps.clock);
    const to = nextAddress(next) ?? '';
    const model = {
      problem,
      next: to,
      start: deps.staffLogin ? `${visit.paths.staffLogin()}/start${to ? `?next=${encodeURIComponent(to)}` : ''}` : null,
      hasLeft: leftBy !== undefined,
      leftBy: leftBy ?? null,
      accounts: accountsOf(visit),
    };
    const { title, lead: description } = visit.t.staff.login;
    page(req, res, 'staff-login', { title, description, status }, model);
  }

  function accountsOf({ t }: Visit) {
    if (!deps.demonstration?.isActive()) return null;
    return demonstrationAccounts.map(({ id, role, number }) => ({ id, name: t.staff.login.accounts[role](number) }));
  }
}

/** A page of this desk to go on to, or null: a login must never lead to another site. */
function nextAddress(given: string): string | null {
  return /^(\/en)?\/staff(\/[\w/-]*)?(\?[\w=&-]*)?$/.test(given) ? given : null;
}
