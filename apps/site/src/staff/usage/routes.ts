import { isRefusal, refusalWords } from '@aipower/applications';
import { executeAll } from '@aipower/applications/storage';
import { problemWords, ReaderBusy, readTableApart, type Sheet, type SourceFile } from '@aipower/registry';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, isFromOwnPage } from '../../desk/posting.ts';
import { BadQuery } from '../../http/query.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { officers, type StaffOnly } from '../staff-only.ts';
import { awardedNow } from './awarded.ts';
import { recognise, type UsageColumns, usageFields } from './columns.ts';
import { usagePlan } from './plan.ts';
import { type Shown, usageView } from './view.ts';

const fields = ['table', 'to', ...usageFields.map((field) => `col-${field}` as const)] as const;

interface Answered extends Shown {
  readonly status?: number;
}

/** Usage from a file in the platform's own columns: read in its own process, shown, corrected, and imported whole or not at all. */
export function usageRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const { database } = deps.desk;

  router.get(
    pages.staffUsage.path,
    only(officers, (req, res, member) => show(req, res, member, {})),
  );

  router.post(
    pages.staffUsage.path,
    only(officers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { t, today, language } = visit;
      if (!isFromOwnPage(req, deps.origin)) throw new BadQuery(t.desk.otherSite);
      const { file, fields: body, fault } = await receiveUpload(req, fields);
      const words = t.staff.usage;
      if (fault) return show(req, res, member, { problem: words.tooLarge, status: 413 });
      const typed = entry(body, 'table');
      const source = file ?? (typed.trim() === '' ? null : { name: 'pasted', bytes: Buffer.from(typed) });
      if (!source) return show(req, res, member, { problem: words.nothing, status: 400 });
      const read = await readSheet(source, language);
      if ('problem' in read) {
        const problem = read.problem ?? words.busy;
        return show(req, res, member, { problem, typed, status: read.problem === null ? 503 : 400 });
      }
      const { sheet } = read;
      const columns = body['col-day'] === undefined ? recognise(sheet) : chosen(body);
      const plan = usagePlan(sheet, columns, await awardedNow(deps), today);
      const isReady = plan.problems.length === 0 && plan.awards.length > 0;
      if (entry(body, 'to') !== 'import' || !isReady) {
        return show(req, res, member, { sheet, columns, plan, status: plan.problems.length > 0 ? 400 : 200 });
      }
      const by = actorAs(member, officers)!;
      const requests = plan.awards.map(({ state, programme, days }) => {
        return {
          application: state.id,
          command: { type: 'usage.import', by, source: source.name, days },
          programme,
        } as const;
      });
      const done = await executeAll(database, requests, deps.clock.now().toISOString());
      if (isRefusal(done)) {
        const found = plan.awards[done.index]!.state.receiptNo ?? '';
        const refusal = visit.show.labelled(found, refusalWords[done.refused][language]);
        return show(req, res, member, { sheet, columns, plan, problem: refusal, status: 409 });
      }
      await show(req, res, member, { done: plan.awards.length });
    }),
  );

  async function show(req: Request, res: Response, member: Member, shown: Answered): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const model = await usageView(deps, shown, visit);
    const options = { title: visit.t.staff.usage.title, status: shown.status ?? 200 };
    page(req, res, 'staff-usage', options, model, sitterOf(member, visit));
  }
}

/** @returns the first sheet, or what keeps it from being read; `null` as the problem: too many files wait */
async function readSheet(
  file: SourceFile,
  language: 'zh' | 'en',
): Promise<{ readonly sheet: Sheet } | { readonly problem: string | null }> {
  try {
    const { sheets, problems } = await readTableApart(file);
    const [sheet] = sheets;
    if (sheet) return { sheet };
    const [first] = problems;
    if (!first) return { problem: '' };
    const { expected, repair } = problemWords(first.code, language === 'zh' ? 'zh-TW' : 'en', first.found);
    return { problem: [expected, repair].join(language === 'zh' ? '；' : '; ') };
  } catch (error) {
    if (error instanceof ReaderBusy) return { problem: null };
    throw error;
  }
}

function chosen(body: Readonly<Record<string, unknown>>): UsageColumns {
  const column = (name: string) => {
    const text = entry(body, `col-${name}`);
    return /^\d{1,3}$/.test(text) ? Number(text) : null;
  };
  return Object.fromEntries(usageFields.map((field) => [field, column(field)])) as UsageColumns;
}
