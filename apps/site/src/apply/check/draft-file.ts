import { type CaseFile, isRefusal } from '@aipower/applications';
import { execute } from '@aipower/applications/storage';
import { findCategory } from '@aipower/programme';
import type { Router } from 'express';
import { DRAFT_FORMAT, type DraftFile, readDraftUpload } from '../../applicant/draft-upload.ts';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, isFromOwnPage, posting } from '../../desk/posting.ts';
import { BadQuery } from '../../http/query.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import type { Company } from '../company/company.ts';
import { readDraft } from '../form/draft.ts';
import { fixedFields, typedEntries } from '../form/entries.ts';
import { pledgeFields } from '../form/form-pages.ts';
import { savePages } from '../form/save.ts';
import { ownApplication, ownCase } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { overview } from './overview.ts';

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
      const file = {
        format: DRAFT_FORMAT,
        programme: state.programme.id,
        category: fixed.category,
        ubn: fixed.ubn,
        entries,
      };
      res.set('Cache-Control', 'private, no-store').attachment(`aipower-draft-${fixed.category}.json`);
      res.type('json').send(`${JSON.stringify(file, null, 2)}\n`);
    }),
  );

  router.post(
    address,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { t, paths } = visit;
      if (!isFromOwnPage(req, deps.origin)) throw new BadQuery(t.desk.otherSite);
      const state = await ownCase(deps, req, company);
      const { programme } = await ownApplication(deps, req, company);
      const pledge = pledgeFields(programme, state.category);
      const upload = await receiveUpload(req, ['key', ...pledge.map(({ id }) => id)]);
      if (state.main !== 'draft') return res.redirect(303, paths.application(state.id));
      const refuse = async (text: string, status: number) => {
        const problem = { title: t.apply.form.fileNotTaken, lines: [{ href: '#file-input', text }] };
        const draft = await readDraft(deps, state, company);
        const [pledged, key] = [typedEntries(pledge, upload.fields), entry(upload.fields, 'key')];
        return show({ req, res }, { company, state, draft, problem, pledged, ...(key && { key }), status });
      };
      const read = readDraftUpload(upload, visit);
      if (read.refused !== undefined) return refuse(read.refused, read.status);
      const bringing = () => bring(deps, state, company, read.draft);
      let brought = await bringing();
      // A second click, or another window, was first: the newest draft is read, and the file goes into that.
      if (brought === 'stale') brought = await bringing();
      if (brought === 'stale') return refuse(t.apply.form.fileStale, 409);
      if (brought === 0) return refuse(t.apply.form.fileWithoutAnswers(read.name), 400);
      const other = findCategory(programme, read.draft.category ?? '');
      const said = other && other.id !== state.category ? { brought, from: other.id } : { brought };
      res.redirect(303, paths.applicationCheck(state.id, said));
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

/**
 * Puts the answers of a file in the places of the draft. What the file does not have stays as it is.
 * @returns how many answers the file had for this form; `stale` when the draft was saved by somebody else meanwhile
 */
async function bring(deps: Deps, state: CaseFile, company: Company, file: DraftFile): Promise<number | 'stale'> {
  const draft = await readDraft(deps, state, company);
  let answers = 0;
  const pages = draft.pages.flatMap(({ page, version }) => {
    // What the card says is not taken from a file, and no answer of it.
    const own = pick(
      file.entries,
      page.fields.filter(({ id }) => !(fixedFields as readonly string[]).includes(id)),
    );
    if (Object.keys(own).length === 0) return [];
    answers += Object.keys(own).length;
    return [{ page, body: { ...pick(draft.entries, page.fields), ...own }, version }];
  });
  const done = answers === 0 ? [] : await savePages(deps, state, company, pages);
  return isRefusal(done) ? 'stale' : answers;
}

function pick<T>(entries: Readonly<Record<string, T>>, fields: readonly { readonly id: string }[]): Record<string, T> {
  const found: Record<string, T> = {};
  for (const { id } of fields) {
    const value = entries[id];
    if (value !== undefined) found[id] = value;
  }
  return found;
}
