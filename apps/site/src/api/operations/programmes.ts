import { programmeSchema, programmes } from '@aipower/programme';
import { z } from 'zod';
import { Problem } from '../../problems/problem.ts';
import { named } from '../components.ts';
import { defineOperation } from '../operation.ts';
import { said } from '../said.ts';

// A notice is a tree; its node needs a name of its own to be referred to.
named('NoticeItem', programmeSchema.shape.notices.element.shape.items.element);

const programme = named(
  'Programme',
  programmeSchema.meta(
    said('A compute programme with every rule, each with its lines in the source.', '計畫的全部規則，各附來源行號。'),
  ),
);

export const getProgrammeOperation = defineOperation({
  id: 'getProgramme',
  method: 'get',
  at: '/programmes/{year}',
  tag: 'programme',
  title: { en: 'A compute programme', zh: '一個年度的計畫' },
  text: {
    en: 'Categories, window, rounds, levels, points, weights, eligibility, bonus items, model lists, forms and notices.',
    zh: '類別、受理期間、審查梯次、級別、點數、權重、資格、加分項目、模型清單、表單與公告全文。',
  },
  path: z.strictObject({
    year: z
      .string()
      .regex(/^\d{3}$/)
      .meta(said('ROC year, such as 115.', '民國年，例如 115。')),
  }),
  answer: programme,
  example: '/programmes/115',
  problems: ['unknown-programme'],
  handle({ path }) {
    const found = programmes.get(path.year);
    if (!found) throw new Problem('unknown-programme', { members: { known: [...programmes.keys()] } });
    return found;
  },
});
