import { readCase } from '@aipower/applications/storage';
import {
  type AcceptedCard,
  type CardResult,
  couldNotCheckText,
  couldNotCheckTexts,
  nextStepTexts,
  refusalTexts,
} from '@aipower/gpki';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import { applyPlace, beginSession, giveLoginId, leaveSession, loginIdOf } from '../../desk/sessions.ts';
import { NotFound } from '../../http/failures.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { cardVerifier, newChallenge, verifyLogin } from './challenge.ts';
import { nextAddress, readKept, showLogin } from './login-page.ts';

/** Logging in with a business certificate card. The PIN goes from the page to the component's window and never comes here. */
export function loginRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const post = posting(deps, page);
  const login = pages.applyLogin.path;

  router.get(login, (req, res) => showLogin(deps, page, req, res, {}));

  router.post(`${login}/challenge`, ...post, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const session = loginIdOf(deps, applyPlace, req);
    if (!session) return void res.status(409).json({ message: t.apply.login.noCookie });
    res.set('Cache-Control', 'no-store').json(await newChallenge(deps, session));
  });

  router.post(login, ...post, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const verifier = cardVerifier(deps);
    const session = loginIdOf(deps, applyPlace, req);
    if (!verifier || !session) {
      const problem = verifier ? t.apply.login.noCookie : t.apply.login.noRoots;
      return showLogin(deps, page, req, res, { problem, status: verifier ? 409 : 503 });
    }
    const answer = { challenge: entry(req.body, 'challenge'), signature: entry(req.body, 'signature'), session };
    await enter(req, res, await verifyLogin(deps, verifier, answer));
  });

  // The same way without a reader: the server holds the card of the demonstration and has it sign what any card signs.
  router.post(`${login}/demonstration`, ...post, async (req, res) => {
    const { demonstration } = deps;
    const { t } = visitOf(req, deps.clock);
    if (!demonstration?.isActive()) throw new NotFound(t.demonstration.refused);
    const ubn = entry(req.body, 'ubn');
    if (!deps.register.snapshot().providers.some((one) => one.ubn === ubn))
      throw new NotFound(t.demonstration.noCompany);
    if (entry(req.body, 'insert') !== '') {
      await demonstration.insert(ubn);
      return showLogin(deps, page, req, res, { inserted: ubn });
    }
    const session = giveLoginId(deps, applyPlace, req, res);
    const { id, text } = await newChallenge(deps, session);
    const { signature = '' } = await (await demonstration.cardOf(ubn)).sign(text, demonstration.pin);
    await enter(req, res, await verifyLogin(deps, demonstration.cards, { challenge: id, signature, session }));
  });

  router.post(`${pages.apply.path}/logout`, ...post, async (req, res) => {
    await leaveSession(deps, applyPlace, req, res);
    res.redirect(303, visitOf(req, deps.clock).paths.apply());
  });

  async function enter(req: Request, res: Response, result: CardResult): Promise<void> {
    const visit = visitOf(req, deps.clock);
    if (result.outcome !== 'accepted') {
      deps.log.info({ outcome: result.outcome, code: result.code, requestId: res.locals['requestId'] }, 'card login');
      const status = result.outcome === 'could-not-check' ? 503 : 403;
      return showLogin(deps, page, req, res, { problem: problemOf(result, visit), status });
    }
    const { card } = result;
    const kept = readKept(entry(req.body, 'kept'));
    // Whoever shares a computer may put in another card: what was typed waits for the one it belongs to.
    if (kept && (await isOfAnother(kept.action, card.ubn)))
      return showLogin(deps, page, req, res, { problem: visit.t.apply.login.keptOfAnother, status: 409 });
    await beginSession(deps, applyPlace, { req, res }, { subject: card.ubn, detail: detailOf(card) });
    if (!kept) return res.redirect(303, nextAddress(entry(req.body, 'next')) ?? visit.paths.applyCompany());
    const model = { lead: visit.t.apply.login.keptLead, action: kept.action, entries: kept.entries };
    page(req, res, 'kept', { title: visit.t.apply.login.keptTitle }, model, { name: card.organisation, id: card.ubn });
  }

  /** Whether a form was typed for an application that is not this company's: nobody learns whether there is such a one. */
  async function isOfAnother(action: string, ubn: string): Promise<boolean> {
    const [, id] = /^(?:\/en)?\/apply\/([0-9A-HJKMNP-TV-Z]{26})\b/.exec(action) ?? [];
    if (id === undefined) return false;
    return (await readCase(deps.desk.database, id))?.ubn !== ubn;
  }
}

/** What is remembered of a login: never the certificate itself, which a later page does not need. */
function detailOf({ organisation, kind, rank, fingerprint, issuer, serial, validUntil }: AcceptedCard) {
  return { organisation, kind, rank, fingerprint, issuer, serial, validUntil };
}

function problemOf(result: Exclude<CardResult, { outcome: 'accepted' }>, { language, t }: Visit): string {
  const first = result.outcome === 'could-not-check' ? couldNotCheckText : refusalTexts[result.code];
  const why = result.outcome === 'could-not-check' ? couldNotCheckTexts[result.code][language] : '';
  const parts = [first[language], why, nextStepTexts[result.nextStep][language], t.apply.login.code(result.code)];
  return parts.filter((part) => part !== '').join(language === 'zh' ? '' : ' ');
}
