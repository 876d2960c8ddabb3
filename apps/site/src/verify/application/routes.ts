import { type Claim, saysNotClaimed, schemes, type Verdict } from '@aipower/registry';
import express, { type Router } from 'express';
import type { Deps } from '../../deps.ts';
import { readForm, readQuery } from '../../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { verifyContent } from '../../receipts/verify-receipt.ts';
import { receiptView } from '../../receipts/view.ts';
import { byField, readApplication } from '../form.ts';
import { paperView, registeredApplicant } from '../paper/view.ts';
import { readPaste } from './read-paste.ts';
import { applicationView } from './view.ts';
import type {} from './views.ts';

const fields = ['paste', 'id', 'company', 'ubn', 'on', 'as', ...schemes.map(({ id }) => id)] as const;
type Values = Record<(typeof fields)[number], string>;
const blank = Object.fromEntries(fields.map((field) => [field, ''])) as Values;
const body = express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 50 });

/** The six registration fields of one application, with company and day. Posted, so that no address holds a company's claims. */
export function verifyApplicationRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const options = (
    visit: Visit,
    status: number,
    { party = null, ...more }: { readonly posted?: Values; readonly party?: string | null } = {},
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
    const { values, error } = withPaste(readForm(req.body, t, fields), visit);
    const read = readApplication(values, today, t.verify.errors);
    const errors = error ? [error] : read.errors;
    const common = { schemes, values, errors, errorOf: byField(errors), warnings: read.warnings };
    if (error || !read.question)
      return page(req, res, 'verify-application', options(visit, 400, { posted: values }), { ...common, result: null });

    const { on, claims } = read.question;
    const { results } = await deps.register.verify([...claims, ...unclaimed(claims)], { on, today });
    const verdicts = results.slice(0, claims.length);
    const applicant = await registeredApplicant(deps, { name: values.company.trim(), ubn: claims[0]!.ubn ?? '' });
    if (values.as === 'receipt') {
      const { token } = await deps.receipts.sign(verifyContent(deps, verdicts, values.id));
      const found = await deps.receipts.verify(token);
      if (found.status !== 'valid') throw new Error(`the receipt that was just signed is ${found.status}`);
      const receipt = receiptView(deps, { ...found, token }, visit);
      return page(req, res, 'receipt', { title: t.receipts.titled(receipt.id) }, { receipt });
    }
    if (values.as === 'print') {
      const { receipt } = await deps.receipts.sign(verifyContent(deps, verdicts, values.id));
      const facts = { verdicts, applicant, receipt, problems: [], sample: deps.isSample(), origin: deps.origin };
      const paper = paperView({ ...facts, id: values.id.trim(), filledIn: values.company.trim() }, visit);
      return page(req, res, 'verify-application-print', { title: t.verify.paper.title, posted: values }, { paper });
    }
    const held = results.slice(claims.length).filter(({ verdict }: Verdict) => verdict === 'valid');
    const result = applicationView(verdicts, held, { ...values, applicant, sample: deps.isSample() }, visit);
    page(req, res, 'verify-application', options(visit, 200, { posted: values, party: result.party }), {
      ...common,
      result,
    });
  });
}

/** The fields with what was pasted in its places; what was typed into a field of its own stays. */
function withPaste(values: Values, { t }: Visit) {
  if (values.paste.trim() === '') return { values, error: null };
  const reading = readPaste(values.paste);
  const { pasted, pastedSecurity } = t.verify.errors;
  if (!reading.ok) {
    const message = reading.code === 'cells' ? pasted(reading.found) : pastedSecurity(reading.found.slice(0, 40));
    return { values, error: { field: 'paste', message } };
  }
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return { values: { ...blank, ...reading.fields, ...typed, paste: '' } as Values, error: null };
}

/** The same schemes asked by holder: what the firm holds and the application leaves out. */
function unclaimed(claims: readonly Claim[]): Claim[] {
  return claims.filter(({ number }) => saysNotClaimed(number)).map(({ scheme, ubn, name }) => ({ scheme, ubn, name }));
}
