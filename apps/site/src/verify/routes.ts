import { type SchemeId, schemes } from '@aipower/registry';
import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { formBody } from '../http/form-body.ts';
import { readForm, readQuery } from '../http/query.ts';
import type { PageRenderer } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { formVisitOf } from '../presenters/scheme-label.ts';
import { verdictView } from '../presenters/verdict.ts';
import { verifyContent } from '../receipts/verify-receipt.ts';
import { receiptView } from '../receipts/view.ts';
import { byField, listsWith, readSingle } from './form.ts';
import { minutesOf } from './minutes.ts';
import type {} from './views.ts';

const body = formBody({ limit: '64kb', parameterLimit: 10 });
const fields = ['scheme', 'number', 'ubn', 'name', 'on'] as const;

/** One registration: by its number, or by who claims it. A question in the address, so that it can be passed on. */
export function verifyRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.verify.path, async (req, res) => {
    const visit = formVisitOf(req, deps);
    const { t, paths, show, language, today } = visit;
    const values = readQuery(req, t, fields);
    const asked = fields.some((field) => field !== 'on' && field !== 'scheme' && values[field] !== '');
    const { errors, warnings, question } = readSingle(values, today, t.verify.errors, {
      find: (number) => listsWith(deps.register, number),
      language,
    });
    // A link may choose the registration; only the form sends a number, also a blank one.
    const sent = asked || values.on !== '' || req.query['number'] !== undefined;
    const shown = sent ? errors : [];
    const verdict = asked && question ? await answer(question) : null;
    const near = (scheme: string, number: string) => paths.verify({ ...values, scheme, number });
    const minutes = verdict && minutesOf([verdict], { sample: deps.isSample(), receiptId: null }, visit).join('\n');
    const result = verdict && verdictView(verdict, visit, near);
    const lead =
      result && question
        ? t.verify.asked({
            scheme: result.scheme.shortName[language],
            number: question.number ?? '',
            party: result.named ? t.verdict.party(question.name ?? '', question.ubn ?? '') : '',
          }) + t.verify.judgedLead(show.day(question.on), show.day(today))
        : t.verify.lead;
    const options = {
      // Which tab, which print: a desk has many of them open.
      title: result ? `${result.onDay.word} ${values.number || values.name || values.ubn}` : t.verify.title,
      description: t.verify.lead,
      status: shown.length > 0 ? 400 : 200,
    };
    page(req, res, 'verify', options, {
      schemes,
      lead,
      subject: result ? `${result.scheme.shortName[language]} ${values.number || values.name || values.ubn}` : '',
      values,
      errors: shown,
      errorOf: byField(shown),
      warnings,
      result,
      minutes: minutes ?? '',
      // Found by the number alone where no registration was chosen.
      found: question?.scheme ?? '',
    });

    async function answer({ on, ...claim }: NonNullable<typeof question> & { scheme: SchemeId }) {
      const { results } = await deps.register.verify([claim], { on, today });
      return results[0]!;
    }
  });

  // The same question, its answer as a signed receipt.
  router.post(pages.verify.path, body, async (req, res) => {
    const visit = formVisitOf(req, deps);
    const { t, today, language } = visit;
    const values = readForm(req.body, t, fields);
    const find = (number: string) => listsWith(deps.register, number);
    const { errors, warnings, question } = readSingle(values, today, t.verify.errors, { find, language });
    if (!question) {
      const options = { title: t.verify.title, status: 400, posted: values };
      const shown = { errors, errorOf: byField(errors), warnings, result: null, minutes: '', found: '' };
      return page(req, res, 'verify', options, { schemes, lead: t.verify.lead, subject: '', values, ...shown });
    }
    const { on, ...claim } = question;
    const { results } = await deps.register.verify([claim], { on, today });
    const { token } = await deps.receipts.sign(verifyContent(deps, results));
    const receipt = await receiptView(deps, token, visit);
    page(req, res, 'receipt', { title: t.receipts.titled(receipt.id) }, { receipt });
  });
}
