import { programmeSchema } from '@aipower/programme';
import { z } from 'zod';
import { Problem } from '../../problems/problem.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';

// A notice is a tree; its node needs a name of its own to be referred to.
named('NoticeItem', programmeSchema.shape.notices.element.shape.items.element);

const programme = named(
  'Programme',
  programmeSchema.meta(
    describe({
      zh: '計畫的全部規則，各附來源行號。',
      en: 'A compute programme with every rule, each with its lines in the source.',
    }),
  ),
);

export const getProgrammeOperation = defineOperation({
  id: 'getProgramme',
  method: 'get',
  path: '/programmes/{year}',
  tag: 'programme',
  summary: { en: 'A compute programme', zh: '一個年度的計畫' },
  description: {
    en: 'Categories, window, rounds, levels, points, weights, eligibility, bonus items, model lists, forms and notices.',
    zh: '類別、受理期間、審查梯次、級別、點數、權重、資格、加分項目、模型清單、表單與公告全文。',
  },
  params: z.strictObject({
    year: z
      .string()
      .regex(/^\d{3}$/)
      .meta(describe({ zh: '民國年，例如 115。', en: 'ROC year, such as 115.' })),
  }),
  response: programme,
  example: '/programmes/115',
  problems: ['unknown-programme'],
  handle({ deps: { programmes }, params }) {
    const found = programmes.get(params.year);
    if (!found) throw new Problem('unknown-programme', { members: { known: [...programmes.keys()] } });
    return found;
  },
});
