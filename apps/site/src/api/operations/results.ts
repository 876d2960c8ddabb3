import { hashOf } from '@aipower/applications';
import { z } from 'zod';
import { pathsFor } from '../../page/paths.ts';
import { Problem } from '../../problems/problem.ts';
import { receiptOfPublication } from '../../results/publication-receipt.ts';
import { reasonWords } from '../../results/reason-words.ts';
import { resultsOf, toldRows } from '../../results/results.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { words } from '../schemas/basics.ts';

const paths = pathsFor('zh');

const row = named(
  'PublishedRow',
  z.strictObject({
    outcome: z.enum(['approved', 'waitlisted', 'declined']),
    company: z.string(),
    ubn: z.string().optional(),
    topic: z.string().optional(),
    level: z.string().nullable().optional(),
    points: z.int().nonnegative().optional(),
  }),
);

/** The published results of a year: the same lists as the page, with what proves them. */
export const getResults = defineOperation({
  id: 'getResults',
  method: 'get',
  path: '/programmes/{year}/results',
  tag: 'programme',
  summary: { en: 'Published results of a year', zh: '一個年度公告的審查結果' },
  description: {
    en: 'For each round: the announcements, each with a signed receipt, and the current list. No review results before they are announced. The programme data say which columns a list has.',
    zh: '各梯次的公告、簽章回條與目前名單。公告前不提供審查結果；名單欄位依計畫資料。',
  },
  params: z.strictObject({
    year: z
      .string()
      .regex(/^\d{3}$/)
      .meta(describe({ zh: '民國年，例如 115。', en: 'ROC year, such as 115.' })),
  }),
  response: named(
    'Results',
    z.strictObject({
      year: z.string(),
      url: z.string().meta(describe({ zh: '網頁。', en: 'Its page.' })),
      rounds: z.array(
        z.strictObject({
          category: z.string(),
          round: z.int().positive(),
          publications: z.array(
            z.strictObject({
              publication: z.string().meta(describe({ zh: '公告編號。', en: 'Number of the publication.' })),
              at: z.iso.datetime({ offset: true }),
              rows: z.array(row),
              hash: z
                .string()
                .meta(
                  describe({ zh: 'rows 的 RFC 8785 正規化內容之 SHA-256。', en: 'SHA-256 of rows as RFC 8785 text.' }),
                ),
              receipt: z.string().meta(describe({ zh: '簽章回條（JWS）。', en: 'The signed receipt (JWS).' })),
            }),
          ),
          current: z.array(
            row.extend({
              publication: z.string(),
              corrected: z.boolean().meta(describe({ zh: '是否經更正。', en: 'Whether a correction put it here.' })),
            }),
          ),
          reasons: z
            .array(
              z.strictObject({
                code: z.string(),
                label: words,
                count: z
                  .int()
                  .nullable()
                  .meta(describe({ zh: '少於 5 件時為 null。', en: 'Null for fewer than five.' })),
              }),
            )
            .nullable()
            .meta(describe({ zh: '計畫未公開事由時為 null。', en: 'Null where the programme tells none.' })),
        }),
      ),
    }),
  ),
  example: '/programmes/115/results',
  problems: ['unknown-programme'],
  async handle({ deps, params }) {
    const programme = deps.programmes.get(params.year);
    if (!programme) throw new Problem('unknown-programme', { members: { known: [...deps.programmes.keys()] } });
    const results = await resultsOf(deps, programme);
    const rounds = results.map(async ({ category, round, publications, current, reasons }) => ({
      category,
      round,
      publications: await Promise.all(
        publications.map(async (stored, i) => {
          const rows = toldRows(stored);
          const { token } = await receiptOfPublication(deps, stored, i === 0);
          return { publication: stored.publication, at: stored.at, rows, hash: hashOf(rows), receipt: token };
        }),
      ),
      current: current.map(({ isCorrected, ...rest }) => ({ ...rest, corrected: isCorrected })),
      reasons:
        reasons === null
          ? null
          : reasons.map(({ code, count }) => ({ code, label: reasonWords(programme, category, code), count })),
    }));
    return { year: programme.id, url: deps.origin + paths.results(programme.id), rounds: await Promise.all(rounds) };
  },
});
