import { programmeOn, programmeSchema } from '@aipower/programme';
import { z } from 'zod';
import { pathsFor } from '../../page/paths.ts';
import { Problem } from '../../problems/problem.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { words } from '../schemas/basics.ts';

const paths = pathsFor('zh');

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
  summary: { en: 'One programme year', zh: '一個年度的計畫' },
  description: {
    en: 'Categories, application period, rounds, levels, points, weights, eligibility, bonus items, model lists, forms and notices.',
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

export const listProgrammes = defineOperation({
  id: 'listProgrammes',
  method: 'get',
  path: '/programmes',
  tag: 'programme',
  summary: { en: 'Programme years', zh: '各年度計畫' },
  description: {
    en: 'Oldest first. current is used when no year is given.',
    zh: '由舊到新；未指定年度時採用 current。',
  },
  response: named(
    'ProgrammeList',
    z.strictObject({
      current: z.string().meta(describe({ zh: '今日所指的年度。', en: 'The one meant today: in force, or the next.' })),
      programmes: z.array(
        z.strictObject({
          year: z.string(),
          title: words,
          opensOn: z.iso
            .date()
            .nullable()
            .meta(describe({ zh: '公告未載明時為 null。', en: 'Null where none is published.' })),
          closesAt: z.iso.datetime({ offset: true }),
          url: z.string().meta(describe({ zh: '網頁。', en: 'Its page.' })),
          data: z.string().meta(describe({ zh: '此 API 的網址。', en: 'Its address in this API.' })),
        }),
      ),
    }),
  ),
  example: '/programmes',
  handle({ deps: { programmes, origin }, today }) {
    return {
      current: programmeOn(today, programmes).id,
      programmes: [...programmes.values()].map(({ id, title, window }) => ({
        year: id,
        title: { zh: title.zh, en: title.en },
        opensOn: window.opensOn,
        closesAt: window.closesAt,
        url: origin + paths.programmeOfYear(id),
        data: `${origin}/api/v1/programmes/${id}`,
      })),
    };
  },
});
