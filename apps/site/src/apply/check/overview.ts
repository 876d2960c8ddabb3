import { randomUUID } from 'node:crypto';
import type { CaseFile } from '@aipower/applications';
import { findCategory, roundFor, validateApplication } from '@aipower/programme';
import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import type { Entries } from '../../desk/posting.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import type { Company } from '../company/company.ts';
import { categoryName, type Draft } from '../form/draft.ts';
import { fieldView } from '../form/field-view.ts';
import { pledgeFields } from '../form/form-pages.ts';
import { helpFor } from '../form/help.ts';
import { issuesByPage } from '../form/refused.ts';
import { stepsView } from '../form/steps.ts';
import { answersView } from './answers-view.ts';

/** Why what was asked for on the overview was not done. */
export interface OverviewProblem {
  readonly title: string;
  readonly text?: string;
  readonly lines: readonly { readonly href: string; readonly text: string }[];
}

export interface ShownOverview {
  readonly company: Company;
  readonly state: CaseFile;
  readonly draft: Draft;
  readonly problem?: OverviewProblem;
  /** How many answers came in with a draft file, and the category it was made for. */
  readonly brought?: { readonly answers: number; readonly from: string };
  readonly pledged?: Entries;
  /** Of the submission, so that a second click is not a second one. */
  readonly key?: string;
  readonly status?: number;
}
type Exchange = { readonly req: Request; readonly res: Response };

/** The page with the whole draft on it: what is missing, the pledge, the draft as a file. */
export function overview(deps: Deps, page: DeskPage): (exchange: Exchange, shown: ShownOverview) => Promise<void> {
  return async ({ req, res }, shown) => {
    const visit = visitOf(req, deps.clock);
    const { t, language, show: print } = visit;
    const { state, draft, problem, pledged = {} } = shown;
    const { programme } = draft;
    const check = validateApplication(programme, state.category, draft.answers);
    const later = new Set(pledgeFields(programme, state.category).map(({ id }) => id));
    const missing = check.ok ? [] : check.issues.filter(({ field }) => !later.has(field));
    const round = roundFor(programme, state.category, deps.clock.now());
    const facts = { entries: pledged, issues: [], help: {}, suggested: [], showMissing: false };
    const pledge = programme.forms.sections.find(({ id }) => id === 'pledge');
    const model = {
      ...stepsView(draft, state.id, 'check', deps.clock.now(), visit),
      id: state.id,
      key: shown.key ?? randomUUID(),
      problem,
      brought: broughtLine(draft, shown.brought, visit),
      missing: issuesByPage({ state, programme }, missing, visit),
      missingCount: missing.length,
      round:
        round.state === 'open'
          ? t.apply.home.joins(round.round.name[language], print.day(round.round.reviewOn))
          : t.apply.home.closedRow,
      notes: await badNotes(deps, state.id, draft, visit),
      answers: answersView(
        programme,
        { category: state.category, entries: draft.entries, fixed: { ...draft.fixed } },
        visit,
      ),
      categoryName: categoryName(programme, state.category, language),
      pledge: programme.notices.find(({ id }) => id === 'pledge') ?? null,
      pledgeNotice: pledge?.notice?.[language],
      pledgeFields: pledgeFields(programme, state.category).map((field) => fieldView(programme, field, facts, visit)),
    };
    page(
      req,
      res,
      'check',
      { title: t.apply.form.checkTitle, status: shown.status ?? 200 },
      model,
      shown.company.sitter,
    );
  };
}

function broughtLine({ programme }: Draft, brought: ShownOverview['brought'], { t, show, language }: Visit): string {
  if (!brought) return '';
  const words = t.apply.form;
  const other = findCategory(programme, brought.from);
  const lines = [words.fileBrought(brought.answers), ...(other ? [words.fileOfOther(other.name[language])] : [])];
  return show.sentences(lines);
}

/** What stands in red beside an answer is said once more before the form is sent: it refuses nothing. */
async function badNotes(deps: Deps, id: string, draft: Draft, visit: Visit) {
  const notes = [];
  for (const { page } of draft.pages) {
    const help = await helpFor(deps, page, draft, visit);
    for (const [field, list] of Object.entries(help)) {
      for (const { status, title, lines } of list) {
        if (status !== 'bad') continue;
        const href = `${visit.paths.applicationForm(id, page.id)}#${field}`;
        notes.push({ status, title, text: lines[0]?.text ?? '', href });
      }
    }
  }
  return notes;
}
