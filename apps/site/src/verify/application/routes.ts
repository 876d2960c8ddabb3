import { programmeOn } from '@aipower/programme';
import type { Claim, Day, SchemeId, Verdict } from '@aipower/registry';
import { saysNone } from '@aipower/taiwan/answers';
import express, { type Router } from 'express';
import type { Deps } from '../../deps.ts';
import { readForm } from '../../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { byField, readApplication } from '../form.ts';
import { type RegistrationField, registrationFields } from './registration-fields.ts';
import { applicationView } from './view.ts';
import type {} from './views.ts';

type FieldName = 'company' | 'ubn' | 'on' | SchemeId;

/** The names of the page's fields: who, when, and the registrations the form asks for. */
const namesOf = (asked: readonly RegistrationField[]): FieldName[] => [
  'company',
  'ubn',
  'on',
  ...asked.map(({ id }) => id),
];

const blankOf = (asked: readonly RegistrationField[]) =>
  Object.fromEntries(namesOf(asked).map((name) => [name, ''])) as Record<FieldName, string>;

const body = express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 50 });

/** The registration fields of one application, with company and day. Posted, so that no address holds a company's claims. */
export function verifyApplicationRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const options = (
    visit: Visit,
    status: number,
    {
      party = null,
      ...more
    }: { readonly posted?: Readonly<Record<string, string>>; readonly party?: string | null } = {},
  ) => ({
    title: party === null ? visit.t.verify.applicationTitle : visit.t.verify.applicationResult(party),
    description: visit.t.verify.applicationLead,
    status,
    ...more,
  });
  const askedOn = (day: Day) => registrationFields(programmeOn(day, deps.programmes));

  router.get(pages.verifyApplication.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const schemes = askedOn(visit.today);
    const empty = { schemes, values: blankOf(schemes), errors: [], errorOf: {}, warnings: [], result: null };
    page(req, res, 'verify-application', options(visit, 200), empty);
  });

  router.post(pages.verifyApplication.path, body, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, today } = visit;
    const schemes = askedOn(today);
    const values = readForm(req.body, t, namesOf(schemes));
    const { errors, warnings, question } = readApplication(values, schemes, today, t.verify.errors);
    const common = { schemes, values, errors, errorOf: byField(errors), warnings };
    if (!question)
      return page(req, res, 'verify-application', options(visit, 400, { posted: values }), { ...common, result: null });

    const { on, claims } = question;
    const { results } = await deps.register.verify([...claims, ...unclaimed(claims)], { on, today });
    const held = results.slice(claims.length).filter(({ verdict }: Verdict) => verdict === 'valid');
    const result = applicationView(results.slice(0, claims.length), held, schemes, values, visit);
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
