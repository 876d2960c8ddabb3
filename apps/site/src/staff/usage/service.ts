import { createHash, timingSafeEqual } from 'node:crypto';
import { isRefusal } from '@aipower/applications';
import { executeAll } from '@aipower/applications/storage';
import type { Sheet } from '@aipower/registry';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { pages } from '../../page/pages.ts';
import { awardedNow } from './awarded.ts';
import { type UsageColumns, usageFields } from './columns.ts';
import { usagePlan } from './plan.ts';

const MAX_ROWS = 20_000;
const amount = z.number().nonnegative().nullable();
const bodySchema = z.strictObject({
  /** Names the report in the log, such as the file or the job it came from. */
  source: z.string().min(1).max(200),
  rows: z
    .array(
      z.strictObject({
        application: z.string().max(60).optional(),
        ubn: z.string().max(20).optional(),
        day: z.string().max(40),
        /** One of the three, the same in every row; null: not known, and never taken for nothing used. */
        points: amount.optional(),
        gpuHours: amount.optional(),
        tokens: amount.optional(),
      }),
    )
    .min(1)
    .max(MAX_ROWS),
});
type Body = z.infer<typeof bodySchema>;

/**
 * Usage as the compute platform reports it itself: JSON with the operator's token, the same rules as the file on the page,
 * whole or not at all. Without USAGE_TOKEN there is no such address.
 */
export function usageServiceRoute(router: Router, deps: Deps): void {
  const { database, usageToken } = deps.desk;
  if (usageToken === null) return;
  // Before a byte of the body is read: megabytes of a stranger's JSON would hold up everybody else.
  const knowsToken: RequestHandler = (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    if (carries(req, usageToken)) return next();
    res
      .status(401)
      .set({ 'WWW-Authenticate': 'Bearer', Connection: 'close' })
      .json({ problems: [{ code: 'token' }] });
  };
  const body = express.json({ limit: '8mb', inflate: false });
  router.post(`${pages.staffUsage.path}.json`, knowsToken, body, async (req, res) => {
    const read = bodySchema.safeParse(req.body);
    if (!read.success) {
      const problems = read.error.issues.slice(0, 100).map(({ path, message }) => ({
        code: 'unreadable',
        pointer: `/${path.join('/')}`,
        expected: message,
      }));
      return void res.status(400).json({ problems });
    }
    const { sheet, columns } = tableOf(read.data);
    const { awards, problems } = usagePlan(sheet, columns, await awardedNow(deps), taipeiToday(deps.clock));
    if (problems.length > 0) return void res.status(400).json({ problems });
    const by = { kind: 'system', id: 'usage-service' } as const;
    const requests = awards.map(({ state, programme, days }) => {
      const command = { type: 'usage.import', by, source: read.data.source, days } as const;
      return { application: state.id, command, programme };
    });
    const done = await executeAll(database, requests, deps.clock.now().toISOString());
    if (isRefusal(done)) {
      const found = awards[done.index]!.state.receiptNo;
      return void res.status(409).json({ problems: [{ code: done.refused, found }] });
    }
    res.json({ imported: awards.map(({ state, days }) => ({ application: state.receiptNo, days: days.length })) });
  });
}

/** Compared by their hashes, so that the time of the answer tells nothing of the token. */
function carries(req: Request, token: string): boolean {
  const given = /^Bearer (\S{1,400})$/.exec(req.get('Authorization') ?? '')?.[1];
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(hash(given), hash(token));
}

/** The rows as a table with only the columns that they name: one reading of usage, wherever it comes from. */
function tableOf({ rows }: Body): { readonly sheet: Sheet; readonly columns: UsageColumns } {
  const used = usageFields.filter((field) => rows.some((row) => row[field] !== undefined));
  const columns = Object.fromEntries(
    usageFields.map((field) => [field, used.includes(field) ? used.indexOf(field) : null]),
  ) as UsageColumns;
  const lines = rows.map((row, i) => ({ number: i + 1, cells: used.map((field) => String(row[field] ?? '')) }));
  return { sheet: { name: null, header: used, headerRow: 0, rows: lines }, columns };
}
