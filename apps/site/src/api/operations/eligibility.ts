import { checkEligibility, whatWouldMakeMeEligible } from '@aipower/programme';
import { z } from 'zod';
import { withTaxFacts } from '../../applicant/tax-facts.ts';
import { eligibilityContent } from '../../receipts/eligibility-receipt.ts';
import { askedProgramme } from '../asked-programme.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { receiptShape } from '../receipt-shape.ts';
import { applicantFacts, eligibilityPlan, eligibilityResult, programmeYear, taxLookUp } from '../schemas/applicant.ts';
import { day } from '../schemas/basics.ts';
import { receipt } from '../schemas/receipt.ts';

const request = named(
  'EligibilityRequest',
  z.strictObject({
    programme: programmeYear,
    on: day
      .optional()
      .meta(describe({ zh: '基準日；省略時為今日。', en: 'The day to judge by; today when left out.' })),
    facts: applicantFacts,
    receipt: z
      .boolean()
      .optional()
      .meta(describe({ zh: 'true：附簽章的檢核回條。', en: 'true: with a signed receipt.' })),
  }),
);

const answer = named(
  'EligibilityAnswer',
  z.strictObject({
    taxRegister: taxLookUp,
    eligibility: eligibilityResult,
    plan: eligibilityPlan,
    receipt: receipt.optional(),
  }),
);

export const checkEligibilityOperation = defineOperation({
  id: 'checkEligibility',
  method: 'post',
  path: '/eligibility',
  tag: 'precheck',
  summary: { en: 'Check eligibility', zh: '檢查申請資格' },
  description: {
    en: 'For each condition: met, not met, or to be confirmed with what is missing; with evidence and source. With a UBN, missing facts are looked up in the tax register if it is loaded. Priority status is separate and does not change the outcome.',
    zh: '逐項回應符合、不符合或待確認（指出缺什麼），附依據與出處。有統一編號且稅籍資料已載入時，未提供的事實查稅籍補上。優先資格另列，不影響結果。',
  },
  body: {
    schema: request,
    limit: 64 * 1024,
    example: { on: '2026-07-15', facts: { ubn: '00000254', prcInvestment: false } },
  },
  response: answer,
  problems: ['register-unavailable'],
  async handle({ deps, body, today, language }) {
    const on = body.on ?? today;
    const programme = askedProgramme(deps.programmes, body.programme, on, language);
    const { facts, lookUp } = await withTaxFacts(deps.register.tax, body.facts);
    const eligibility = checkEligibility(facts, programme, on);
    const answered = { taxRegister: lookUp, eligibility, plan: whatWouldMakeMeEligible(facts, programme, on) };
    if (!body.receipt) return answered;
    const content = eligibilityContent(deps, facts, eligibility, lookUp.snapshotOn);
    return { ...answered, receipt: receiptShape(await deps.receipts.sign(content), deps.origin) };
  },
});
