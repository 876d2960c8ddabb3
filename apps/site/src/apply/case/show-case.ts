import { lastFormVersion } from '@aipower/applications/storage';
import { formFields } from '@aipower/programme';
import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import type { Entries } from '../../desk/posting.ts';
import type { Language } from '../../page/language.ts';
import { visitOf } from '../../page/page.ts';
import type { Company } from '../company/company.ts';
import { entriesOf, typedEntries } from '../form/entries.ts';
import { type OwnApplication, ownApplication } from '../own-case.ts';
import { caseView } from './case-view.ts';

/** Why nothing was done, and what was typed for it. */
export interface NothingDone {
  readonly problem?: string;
  readonly unsaved?: UnsavedLines;
}
/** What was typed and is stored nowhere, each with its question. */
export type UnsavedLines = readonly { readonly label: string; readonly text: string }[];

/** Where an application stands: the page on which also ends what cannot be taken any more. */
export function showCase(deps: Deps, page: DeskPage) {
  return async (req: Request, res: Response, company: Company, { problem, unsaved = [] }: NothingDone = {}) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const { state, programme } = await ownApplication(deps, req, company);
    const title = state.receiptNo ? t.apply.case.title(state.receiptNo) : t.apply.case.draftTitle;
    const model = { one: await caseView(deps, { state, programme }, visit), problem, unsaved };
    page(req, res, 'application', { title, status: problem === undefined ? 200 : 409 }, model, company.sitter);
  };
}

/**
 * Texts that were typed and are not those of the form that was sent last: ticks are made again in a moment, words are not.
 * @param body as it was posted
 */
export async function unsavedTexts(
  { desk }: Deps,
  { state, programme }: OwnApplication,
  body: unknown,
  language: Language,
): Promise<UnsavedLines> {
  const stored = entriesOf((await lastFormVersion(desk.database, state))?.form ?? {});
  const fields = formFields(programme, state.category);
  const typed = typedEntries(fields, (body ?? {}) as Entries);
  return fields.flatMap(({ id, label }) => {
    const text = typed[id];
    return typeof text === 'string' && text.trim() !== '' && text !== stored[id]
      ? [{ label: label[language], text }]
      : [];
  });
}
