import { programmeOn } from '@aipower/programme';
import type { Claim, Day, SchemeId, Verdict } from '@aipower/registry';
import { saysNone } from '@aipower/taiwan/answers';
import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { formBody } from '../../http/form-body.ts';
import { readForm } from '../../http/query.ts';
import type { PageRenderer, Visit } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { type RegistrationField, registrationFields } from '../../presenters/registration-fields.ts';
import { type FormVisit, formVisitOf } from '../../presenters/scheme-label.ts';
import { verifyContent } from '../../receipts/verify-receipt.ts';
import { receiptView } from '../../receipts/view.ts';
import { byField, readApplication } from '../form.ts';
import { paperView, registeredApplicant } from '../paper/view.ts';
import type {} from '../paper/views.ts';
import { readPaste } from './read-paste.ts';
import { applicationView } from './view.ts';
import type {} from './views.ts';

type FieldName = 'paste' | 'id' | 'company' | 'ubn' | 'on' | 'as' | SchemeId;
type Values = Readonly<Record<FieldName, string>>;

/** The names of the page's fields: what was pasted, who, when, and the registrations the form asks for. */
const namesOf = (asked: readonly RegistrationField[]): FieldName[] => [
  ...(['paste', 'id', 'company', 'ubn', 'on', 'as'] as const),
  ...asked.map(({ id }) => id),
];

const blankOf = (asked: readonly RegistrationField[]) =>
  Object.fromEntries(namesOf(asked).map((name) => [name, ''])) as Values;

const body = formBody({ limit: '512kb', parameterLimit: 50 });

/** The registration fields of one application, with company and day. Posted, so that no address holds a company's claims. */
export function verifyApplicationRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const options = (
    visit: FormVisit,
    status: number,
    { party = null, ...more }: { readonly posted?: Values; readonly party?: string | null } = {},
  ) => ({
    title: party === null ? visit.t.verify.applicationTitle : visit.t.verify.applicationResult(party),
    description: visit.t.verify.applicationLead,
    status,
    ...more,
  });
  const askedOn = (day: Day) => registrationFields(programmeOn(day, deps.programmes));

  router.get(pages.verifyApplication.path, (req, res) => {
    const visit = formVisitOf(req, deps);
    const schemes = askedOn(visit.today);
    const empty = { schemes, values: blankOf(schemes), errors: [], errorOf: {}, warnings: [], result: null };
    page(req, res, 'verify-application', options(visit, 200), empty);
  });

  router.post(pages.verifyApplication.path, body, async (req, res) => {
    const visit = formVisitOf(req, deps);
    const { t, today } = visit;
    const schemes = askedOn(today);
    const { values, error } = withPaste(readForm(req.body, t, namesOf(schemes)), schemes, visit);
    const read = readApplication(values, schemes, today, t.verify.errors);
    const errors = error ? [error] : read.errors;
    const common = { schemes, values, errors, errorOf: byField(errors), warnings: read.warnings };
    if (error || !read.question)
      return page(req, res, 'verify-application', options(visit, 400, { posted: values }), { ...common, result: null });

    const { on, claims } = read.question;
    const { results } = await deps.register.verify([...claims, ...unclaimed(claims)], { on, today });
    const verdicts = results.slice(0, claims.length);
    const applicant = await registeredApplicant(deps, { name: values.company.trim(), ubn: claims[0]?.ubn ?? '' });
    if (values.as === 'receipt') {
      const { token } = await deps.receipts.sign(verifyContent(deps, verdicts, values.id));
      const receipt = await receiptView(deps, token, visit);
      return page(req, res, 'receipt', { title: t.receipts.titled(receipt.id) }, { receipt });
    }
    if (values.as === 'print') {
      const { receipt } = await deps.receipts.sign(verifyContent(deps, verdicts, values.id));
      const facts = { verdicts, applicant, receipt, problems: [], sample: deps.isSample(), origin: deps.origin };
      const paper = paperView({ ...facts, id: values.id.trim(), filledIn: values.company.trim() }, visit);
      return page(req, res, 'verify-application-print', { title: t.verify.paper.title, posted: values }, { paper });
    }
    const held = results.slice(claims.length).filter(({ verdict }: Verdict) => verdict === 'valid');
    const result = applicationView(verdicts, held, schemes, { ...values, applicant, sample: deps.isSample() }, visit);
    page(req, res, 'verify-application', options(visit, 200, { posted: values, party: result.party }), {
      ...common,
      result,
    });
  });
}

/** The fields with what was pasted in its places; what was typed into a field of its own stays. */
function withPaste(values: Values, asked: readonly RegistrationField[], { t }: Visit) {
  if (values.paste.trim() === '') return { values, error: null };
  const reading = readPaste(values.paste, asked);
  const { pasted, pastedSecurity } = t.verify.errors;
  if (!reading.ok) {
    const message =
      reading.code === 'cells'
        ? pasted(reading.found, asked.length, asked[0]?.order ?? '', asked.at(-1)?.order ?? '')
        : pastedSecurity(reading.found.slice(0, 40), orderOfHolderField(asked));
    return { values, error: { field: 'paste', message } };
  }
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return { values: { ...blankOf(asked), ...reading.fields, ...typed, paste: '' } as Values, error: null };
}

/** The one registration that the form asks about with yes or no, as it numbers it. */
function orderOfHolderField(asked: readonly RegistrationField[]): string {
  return asked.find(({ verifiedBy }) => !verifiedBy.includes('number'))?.order ?? '';
}

/** The same schemes asked by holder: what the firm holds and the application leaves out. */
function unclaimed(claims: readonly Claim[]): Claim[] {
  return claims.filter(({ number }) => saysNone(number)).map(({ scheme, ubn, name }) => ({ scheme, ubn, name }));
}
