import { logHeads } from '@aipower/applications/storage';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { day } from '../schemas/basics.ts';

const head = named(
  'LogHead',
  z.strictObject({
    day,
    seq: z
      .int()
      .min(1)
      .meta(describe({ zh: '紀錄末列的列號。', en: 'Number of the last line.' })),
    hash: z.string().meta(
      describe({
        zh: '末列的 SHA-256，接續其前每一列。',
        en: 'SHA-256 of the last line; follows every line before.',
      }),
    ),
    at: z.iso.datetime(),
    token: z.string().meta(
      describe({
        zh: 'JWS（Ed25519），以 /.well-known/jwks.json 的公開金鑰離線驗證。',
        en: 'JWS (Ed25519), verified offline with the keys of /.well-known/jwks.json.',
      }),
    ),
  }),
);

export const listLogHeads = defineOperation({
  id: 'listLogHeads',
  method: 'get',
  path: '/log-heads',
  tag: 'programme',
  summary: { en: 'Daily signatures of the event log', zh: '事件紀錄每日簽章' },
  description: {
    en: 'The last entry of the application event log, newest first, without any case content. Keep copies to detect a log that was cut or rewritten.',
    zh: '申請案件事件紀錄的末列，由新到舊，不含案件內容。留存後，紀錄若遭截斷或重寫即可察覺。',
  },
  query: z.strictObject({
    until: day.optional().meta(describe({ zh: '到這一天為止（含）。', en: 'Up to this day, inclusive.' })),
    limit: z
      .int()
      .min(1)
      .max(400)
      .default(31)
      .meta(describe({ zh: '最多幾筆。', en: 'Heads at most.' })),
  }),
  response: named('LogHeadList', z.strictObject({ heads: z.array(head) })),
  example: '/log-heads?limit=2',
  async handle({ deps, query: { until, limit } }) {
    const heads = await logHeads(deps.desk.database, { most: limit, ...(until !== undefined && { until }) });
    return { heads: heads.map(({ day: on, seq, hash, at, token }) => ({ day: on, seq, hash, at, token })) };
  },
});
