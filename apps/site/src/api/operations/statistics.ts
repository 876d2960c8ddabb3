import { z } from 'zod';
import { Problem } from '../../problems/problem.ts';
import { daysTold, otherCodes } from '../../statistics/open-statistics.ts';
import { readFigures } from '../../statistics/read-figures.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { day } from '../schemas/basics.ts';

const count = z.int().min(0);
const told = count
  .nullable()
  .meta(describe({ zh: '少於 5 或可由相減得出者為 null。', en: 'null below 5, or where subtraction would tell it.' }));
const partition = (id: z.ZodType<string>) =>
  z
    .strictObject({
      cells: z.array(z.strictObject({ id, n: told })),
      rest: count.nullable().meta(describe({ zh: '未逐項公布者的合計。', en: 'Sum of the cells that are null.' })),
    })
    .nullable();

const statistics = named(
  'OpenStatistics',
  z.strictObject({
    year: z.string(),
    asOf: day,
    leastTold: count,
    applications: told,
    rounds: partition(z.string().meta(describe({ zh: '類別/梯次。', en: 'category/round.' }))),
    approved: told,
    others: partition(z.enum(otherCodes)),
    domains: z.array(z.strictObject({ id: z.string(), applications: told })),
    items: z.array(
      z.strictObject({
        code: z.string(),
        applications: count,
        providers: count
          .nullable()
          .meta(describe({ zh: '名單未載入時為 null。', en: 'null while no list is loaded that could say.' })),
      }),
    ),
    days: z.array(z.strictObject({ id: z.enum(daysTold), median: told, p90: told })),
    points: z.array(
      z.strictObject({ category: z.string(), granted: z.number().nullable(), used: z.number().nullable() }),
    ),
  }),
);

export const getStatistics = defineOperation({
  id: 'getStatistics',
  method: 'get',
  path: '/programmes/{year}/statistics',
  tag: 'programme',
  summary: { en: 'Application statistics', zh: '申請統計' },
  description: {
    en: 'Applications by round, status and industry; items needed and registered providers; days taken and points. No names. Counts below 5 are not published and cannot be worked out by subtraction. No review results before they are announced.',
    zh: '各梯次、辦理情形、產業領域的件數，所需項目與登錄業者，辦理天數與點數。不含名稱；少於 5 者不公布，亦無法相減得出；公告前不含審查結果。',
  },
  params: z.strictObject({
    year: z
      .string()
      .regex(/^\d{3}$/)
      .meta(describe({ zh: '民國年，例如 115。', en: 'ROC year, such as 115.' })),
  }),
  response: statistics,
  example: '/programmes/115/statistics',
  problems: ['unknown-programme', 'register-unavailable', 'applications-unavailable', 'busy'],
  async handle({ deps, params }) {
    const programme = deps.programmes.get(params.year);
    if (!programme) throw new Problem('unknown-programme', { members: { known: [...deps.programmes.keys()] } });
    return (await readFigures(deps, programme)).open;
  },
});
