import { isRefusal } from '@aipower/applications';
import { execute } from '@aipower/applications/storage';
import type { Router } from 'express';
import * as z from 'zod';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { isFromOwnPage, posting } from '../../desk/posting.ts';
import { BadQuery } from '../../http/query.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { readDraft } from '../form/draft.ts';
import { savePages } from '../form/save.ts';
import { ownApplication, ownCase } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { overview } from './overview.ts';

const FORMAT = 'aipower-draft/1';
const fileSchema = z.object({
  format: z.literal(FORMAT),
  entries: z.record(z.string().max(80), z.union([z.string().max(100_000), z.array(z.string().max(1000)).max(200)])),
});

/** A draft taken away as a file and brought back, and the draft given up. */
export function draftFileRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const show = overview(deps, page);
  const address = `${pages.application.path}/draft.json`;

  router.get(
    address,
    only(async (req, res, company) => {
      const state = await ownCase(deps, req, company);
      const { entries, fixed } = await readDraft(deps, state, company);
      const file = { format: FORMAT, programme: state.programme.id, category: fixed.category, ubn: fixed.ubn, entries };
      res.set('Cache-Control', 'private, no-store').attachment(`aipower-draft-${fixed.category}.json`);
      res.type('json').send(`${JSON.stringify(file, null, 2)}\n`);
    }),
  );

  router.post(
    address,
    only(async (req, res, company) => {
      const { t, paths } = visitOf(req, deps.clock);
      if (!isFromOwnPage(req, deps.origin)) throw new BadQuery(t.desk.otherSite);
      const state = await ownCase(deps, req, company);
      const { file, fault } = await receiveUpload(req, []);
      const read = fileSchema.safeParse(fault ? null : jsonOf(file?.bytes));
      const draft = await readDraft(deps, state, company);
      const refuse = (text: string, status: number) => {
        const problem = { title: t.apply.form.fileNotTaken, lines: [{ href: '#file-input', text }] };
        return show({ req, res }, { company, state, draft, problem, status });
      };
      if (state.main !== 'draft') return res.redirect(303, paths.application(state.id));
      if (!read.success) return refuse(t.apply.form.fileUnreadable, 400);
      const brought = draft.pages.flatMap(({ page: formPage, version }) => {
        if (!formPage.fields.some(({ id }) => read.data.entries[id] !== undefined)) return [];
        // What the file does not have stays as it is.
        const body = { ...pick(draft.entries, formPage.fields), ...pick(read.data.entries, formPage.fields) };
        return [{ page: formPage, body, version }];
      });
      const done = await savePages(deps, state, company, brought);
      if (isRefusal(done)) return refuse(t.apply.form.fileStale, 409);
      res.redirect(303, paths.applicationCheck(state.id));
    }),
  );

  router.post(
    `${pages.application.path}/discard`,
    ...posting(deps, page),
    only(async (req, res, company) => {
      const { paths } = visitOf(req, deps.clock);
      const { state, programme } = await ownApplication(deps, req, company);
      const command = { type: 'draft.discard', by: { kind: 'company', id: company.ubn } } as const;
      await execute(deps.desk.database, { application: state.id, command, programme }, deps.clock.now().toISOString());
      res.redirect(303, paths.application(state.id));
    }),
  );
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return null;
  }
}

function pick<T>(entries: Readonly<Record<string, T>>, fields: readonly { readonly id: string }[]): Record<string, T> {
  const found: Record<string, T> = {};
  for (const { id } of fields) {
    const value = entries[id];
    if (value !== undefined) found[id] = value;
  }
  return found;
}
