import { type Certificate, listDecides, readNumber, type SchemeId, verifyClaim } from '@aipower/registry';
import { z } from 'zod';
import { Problem } from '../../problems/problem.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { onQuery, plainText } from '../schemas/basics.ts';
import { certificate } from '../schemas/certificate.ts';
import { registerAge, schemeId } from '../schemas/register.ts';
import { certificateShape, registerShape } from '../shapes.ts';

const certificateAnswer = named(
  'CertificateAnswer',
  z.strictObject({
    register: registerAge,
    on: z.iso.date(),
    certificates: z
      .array(
        z.strictObject({
          holder: z.strictObject({ ubn: z.string(), name: z.string(), nameEn: z.string().nullable() }),
          certificate,
        }),
      )
      .min(1)
      .meta(
        describe({ zh: '編號讀法相同的全部證書，通常一張。', en: 'All whose number reads the same; usually one.' }),
      ),
  }),
);

export const getCertificate = defineOperation({
  id: 'getCertificate',
  method: 'get',
  path: '/certificates/{scheme}/{number}',
  tag: 'register',
  summary: { en: 'One certificate', zh: '一張證書' },
  description: {
    en: 'Enter the number as printed. Spaces, hyphens, underscores, character width and 展延 (renewed) make no difference. 404 means not on a complete, current list. If that cannot be verified, the answer is 503.',
    zh: '以編號查詢；空白、連字號、底線、全半形與展延註記不影響。名單完整且近期已更新，查無才回應 404；否則為無法查驗，回應 503。',
  },
  params: z.strictObject({
    scheme: schemeId,
    number: plainText(200, 1).meta(describe({ zh: '編號原文。', en: 'The number as printed.' })),
  }),
  query: z.strictObject(onQuery),
  response: certificateAnswer,
  example: `/certificates/ai/${encodeURIComponent('示範-AI-0001')}`,
  exampleNeedsSample: true,
  problems: ['unknown-certificate', 'list-not-usable', 'register-unavailable'],
  handle({ deps, params: { scheme, number }, query, today }) {
    const on = query.on ?? today;
    const found = readNumber(number).key === '' ? [] : deps.register.certificates(scheme, number);
    const register = registerShape(deps, today, [scheme]);
    if (found.length === 0) throw absent(deps.register.snapshot(), scheme, number, { on, today }, register);
    const holderOf = (one: Certificate) => deps.register.provider(one.ubn)!;
    return {
      register,
      on,
      certificates: found.map((one) => {
        const { ubn, name, nameEn } = holderOf(one);
        return {
          holder: { ubn, name, nameEn },
          certificate: certificateShape(one, { origin: deps.origin, on, today }),
        };
      }),
    };
  },
});

/** Not there, or could not be checked: the state of the list tells which, the register's verdict why. */
function absent(
  facts: Parameters<typeof verifyClaim>[0],
  scheme: SchemeId,
  number: string,
  days: { readonly on: string; readonly today: string },
  register: unknown,
): Problem {
  const { reason, suggestions, list } = verifyClaim(facts, { scheme, number }, { ...days, on: days.today });
  if (!listDecides(list)) {
    return new Problem('list-not-usable', { members: { reason, list, suggestions } });
  }
  return new Problem('unknown-certificate', { members: { reason, suggestions, register } });
}
