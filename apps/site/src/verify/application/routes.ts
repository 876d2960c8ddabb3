import { type Claim, schemes, type Verdict } from '@aipower/registry';
import { saysNone } from '@aipower/taiwan/answers';
import express, { type Router } from 'express';
import type { Deps } from '../../deps.ts';
import { readForm, readQuery } from '../../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { byField, readApplication } from '../form.ts';
import { applicationView } from './view.ts';

const fields = ['company', 'ubn', 'on', ...schemes.map(({ id }) => id)] as const;
const blank = Object.fromEntries(fields.map((field) => [field, ''])) as Record<(typeof fields)[number], string>;
const body = express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 50 });

/** The six registration fields of one application, with company and day. Posted, so that no address holds a company's claims. */
export function verifyApplicationRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const options = (
    visit: Visit,
    status: number,
    { party = null, ...more }: { readonly posted?: typeof blank; readonly party?: string | null } = {},
  ) => ({
    title: party === null ? visit.t.verify.applicationTitle : visit.t.verify.applicationResult(party),
    description: visit.t.verify.applicationLead,
    status,
    ...more,
  });
  const empty = { schemes, values: blank, errors: [], errorOf: {}, warnings: [], result: null };

  router.get(pages.verifyApplication.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    readQuery(req, visit.t, []);
    page(req, res, 'verify-application', options(visit, 200), empty);
  });

  router.post(pages.verifyApplication.path, body, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, today } = visit;
    const values = readForm(req.body, t, fields);
    const { errors, warnings, question } = readApplication(values, today, t.verify.errors);
    const common = { schemes, values, errors, errorOf: byField(errors), warnings };
    if (!question)
      return page(req, res, 'verify-application', options(visit, 400, { posted: values }), { ...common, result: null });

    const { on, claims } = question;
    const { results } = await deps.register.verify([...claims, ...unclaimed(claims)], { on, today });
    const held = results.slice(claims.length).filter(({ verdict }: Verdict) => verdict === 'valid');
    const result = applicationView(results.slice(0, claims.length), held, values, visit);
    page(req, res, 'verify-application', options(visit, 200, { posted: values, party: result.party }), {
      ...common,
      result,
    });
  });
}

/** The same schemes asked by holder: what the firm holds and the application leaves out. */
function unclaimed(claims: readonly Claim[]): Claim[] {
  return claims.filter(({ number }) => saysNone(number)).map(({ scheme, ubn, name }) => ({ scheme, ubn, name }));
}
