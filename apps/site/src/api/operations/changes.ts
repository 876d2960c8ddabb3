import { itemCodes } from '@aipower/taxonomy';
import { z } from 'zod';
import { endingSoon } from '../../presenters/ending-soon.ts';
import { changeShape } from '../change-shape.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { day, page, pageQuery, ubn } from '../schemas/basics.ts';
import { change } from '../schemas/change.ts';
import { registerAge, schemeId } from '../schemas/register.ts';
import { certificateUrl, registerShape } from '../shapes.ts';

const MAX_SEQUENCE = 1_000_000_000;

const itemCode = z
  .string()
  .regex(/^[1-9]\.[1-9]\d?\.[1-9]\d?$/, { error: 'item-code' })
  .refine((text) => (itemCodes as readonly string[]).includes(text), {
    params: { code: 'bad-format', format: 'item-code' },
  });

export const listChanges = defineOperation({
  id: 'listChanges',
  method: 'get',
  path: '/changes',
  tag: 'changes',
  summary: { en: 'Changes since a number', zh: '某序號之後的異動' },
  description: {
    en: 'Oldest first. Next time, ask with since={next}: nothing is missed or repeated, with filters too.',
    zh: '由舊到新。下次以 since={next} 續問，不漏、不重複；加上篩選亦同。',
  },
  query: z.strictObject({
    since: z
      .int()
      .min(0)
      .max(MAX_SEQUENCE)
      .default(0)
      .meta(describe({ zh: '只要此序號之後的；0 為全部。', en: 'Only those after this number; 0 for all.' })),
    limit: z
      .int()
      .min(1)
      .max(500)
      .default(100)
      .meta(describe({ zh: '最多幾筆。', en: 'Changes at most.' })),
    provider: ubn.optional().meta(describe({ zh: '統一編號。', en: '統一編號 of the provider.' })),
    scheme: schemeId.optional().meta(describe({ zh: '只看一類登錄的證書。', en: 'Certificates of one scheme.' })),
    item: itemCode.optional().meta(
      describe({
        zh: '只看現在或曾經列有此項目的證書。',
        en: 'Certificates that name this item, or once did.',
      }),
    ),
  }),
  response: named(
    'ChangeList',
    z.strictObject({
      register: registerAge,
      since: z.int().min(0),
      next: z
        .int()
        .min(0)
        .meta(describe({ zh: '下次的 since。', en: 'The since of the next question.' })),
      more: z.boolean().meta(describe({ zh: '是否還有。', en: 'Whether there are more now.' })),
      changes: z.array(change).max(500),
    }),
  ),
  example: '/changes?since=3&limit=2',
  exampleNeedsSample: true,
  problems: ['register-unavailable'],
  async handle({ deps, query, today }, _req, res) {
    const { since, limit, provider, scheme, item } = query;
    const { changes, more, newest } = await deps.register.changes({ after: since, limit, ubn: provider, scheme, item });
    // Where nothing is left that fits, what does not fit is behind us as well.
    const next = more ? changes.at(-1)!.sequence : Math.max(newest, since);
    if (more) {
      const rest = Object.entries({ since: next, limit, provider, scheme, item }).filter(
        ([, one]) => one !== undefined,
      );
      const on = new URLSearchParams(rest.map(([name, one]): [string, string] => [name, String(one)]));
      res.set('Link', `<${deps.origin}/api/v1/changes?${on}>; rel="next"`);
    }
    const shown = changes.map((one) => changeShape(one, deps.origin));
    return { register: registerShape(deps, today), since, next, more, changes: shown };
  },
});

const DEFAULT_WITHIN = 90;

export const listExpiring = defineOperation({
  id: 'listExpiring',
  method: 'get',
  path: '/certificates',
  tag: 'changes',
  summary: { en: 'Registrations expiring soon', zh: '即將到期的登錄' },
  description: {
    en: 'Valid today, with the last day within the number of days given; soonest first.',
    zh: '今日有效、迄日在指定天數內的登錄，最快到期者在前。',
  },
  query: z.strictObject({
    expires_within: z
      .int()
      .min(0)
      .max(400)
      .default(DEFAULT_WITHIN)
      .meta(describe({ zh: '幾天內到期。', en: 'Within how many days.' })),
    scheme: schemeId.optional().meta(describe({ zh: '登錄類別。', en: 'Scheme.' })),
    ...pageQuery,
  }),
  response: named(
    'ExpiringList',
    z.strictObject({
      register: registerAge,
      today: day,
      page,
      certificates: z
        .array(
          z.strictObject({
            holder: z.strictObject({ ubn: z.string(), name: z.string(), nameEn: z.string().nullable() }),
            scheme: schemeId,
            number: z.string().nullable(),
            until: day,
            daysLeft: z.int().min(0),
            url: z.string(),
          }),
        )
        .max(100),
    }),
  ),
  paged: true,
  example: '/certificates?expires_within=90&per_page=2',
  problems: ['register-unavailable'],
  handle({ deps, query, today }) {
    const { expires_within: within, scheme, page: number, per_page: size } = query;
    const all = endingSoon(deps.register, today, within).filter((one) => !scheme || one.certificate.scheme === scheme);
    const shown = all.slice((number - 1) * size, number * size).map(({ provider, certificate, until, daysLeft }) => ({
      holder: { ubn: provider.ubn, name: provider.name, nameEn: provider.nameEn },
      scheme: certificate.scheme,
      number: certificate.number,
      until,
      daysLeft,
      url: certificateUrl(deps.origin, certificate),
    }));
    const place = { number, size, pages: Math.ceil(all.length / size), total: all.length };
    return { register: registerShape(deps, today, scheme && [scheme]), today, page: place, certificates: shown };
  },
});
