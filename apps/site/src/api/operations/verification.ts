import type { Verdict } from '@aipower/registry';
import { holdBytes } from '../../http/held-bytes.ts';
import { receiptGroups, verifyContent } from '../../receipts/verify-receipt.ts';
import { isLarge, verifyBatch } from '../../verify/batch.ts';
import { defineOperation, RawAnswer } from '../operation.ts';
import { receiptShape } from '../receipt-shape.ts';
import { verification, verificationRequest } from '../schemas/verification.ts';
import { registerShape } from '../shapes.ts';
import { verdictShape } from '../verdict-shape.ts';

export const verifyClaims = defineOperation({
  id: 'verifyClaims',
  method: 'post',
  path: '/verifications',
  tag: 'verification',
  summary: { en: 'Check claims', zh: '查驗填報' },
  description: {
    en: 'For each claim: the result on the reference date and today, the reason, the registration and its history, whether it is registered to the applicant, and similar numbers. In the order of claims.',
    zh: '逐筆回應基準日與今日的結果、原因、登錄與歷程、登錄業者與申請者的關係及相近編號，順序同 claims。',
  },
  body: {
    schema: verificationRequest,
    limit: 4 * 1024 * 1024,
    example: {
      on: '2026-07-01',
      claims: [
        { id: '5.4', scheme: 'ai', number: '示範-AI-0001', ubn: '00000254' },
        { id: '5.2', scheme: 'e-signature', number: '無' },
      ],
    },
  },
  response: verification,
  problems: ['busy', 'register-unavailable'],
  async handle({ deps, body, today, aborted }, _req, res) {
    const { claims, on = today } = body;
    const wanted = body.receipt === true;
    const schemes = [...new Set(claims.map(({ scheme }) => scheme))];
    const about = { register: registerShape(deps, today, schemes), on, today };
    const shape = (verdict: Verdict) => verdictShape(verdict, deps.origin);
    if (wanted) {
      const verdicts = await verifyBatch(deps, claims, { on, today }, (verdict) => verdict, aborted);
      const receipts = [];
      for (const results of receiptGroups(verdicts)) {
        const content = verifyContent(
          deps,
          results.map((i) => verdicts[i]!),
        );
        receipts.push({ ...receiptShape(await deps.receipts.sign(content), deps.origin), results });
      }
      return { ...about, receipts, results: verdicts.map(shape) };
    }
    if (!isLarge(claims)) return { ...about, results: await verifyBatch(deps, claims, { on, today }, shape, aborted) };
    // Written claim by claim: ten thousand verdicts in one JSON.stringify would hold everyone else up.
    const line = (verdict: Verdict) => JSON.stringify(shape(verdict));
    const results = await verifyBatch(deps, claims, { on, today }, line, aborted);
    const bytes = 2 * results.reduce((sum, { length }) => sum + length, 0);
    holdBytes(res, () => bytes);
    return new RawAnswer('application/json; charset=utf-8', listing(JSON.stringify(about), results));
  },
});

/** The same JSON as of an object with `results` as its last member. */
function* listing(about: string, results: readonly string[]): Generator<string> {
  yield `${about.slice(0, -1)},"results":[`;
  for (const [index, result] of results.entries()) yield index === 0 ? result : `,${result}`;
  yield ']}';
}
