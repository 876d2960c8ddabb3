import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import type { Draft, PageState } from './draft.ts';
import { fixedFields } from './entries.ts';
import { fieldView } from './field-view.ts';
import { helpFor } from './help.ts';
import { shortLabel } from './refused.ts';
import { stepsView } from './steps.ts';

/** One page of the form as it is shown: its questions, answers, findings and help. */
export async function pageView(
  deps: Deps,
  id: string,
  draft: Draft,
  { page, version, issues }: PageState,
  visit: Visit,
) {
  const { t, paths, language, show } = visit;
  const number = draft.pages.findIndex((one) => one.page === page) + 1;
  const facts = {
    entries: draft.entries,
    issues,
    help: await helpFor(deps, page, draft, visit),
    suggested: draft.suggested,
    showMissing: version > 0,
  };
  const shown = page.sections.map((section) => ({
    id: section.id,
    heading: section.heading[language],
    notice: section.notice?.[language],
    remarks: (section.remarks ?? []).map((one) => one[language]),
    legal: draft.programme.notices.find((one) => one.id === section.noticeId) ?? null,
    fixed: section.id === 'company',
    fields: section.fields
      .filter(({ id: field }) => !(fixedFields as readonly string[]).includes(field))
      .map((field) => fieldView(draft.programme, field, facts, visit)),
  }));
  const warned = shown.flatMap(({ fields }) => fields).filter(({ warning }) => warning !== null);
  const previous = draft.pages[number - 2];
  return {
    ...stepsView(draft, id, page.id, deps.clock.now(), visit),
    number,
    of: draft.pages.length,
    heading: page.sections[0]!.heading[language],
    saved: version > 0 ? t.apply.form.savedBefore : t.apply.form.notSaved,
    todo: warned.map((field) => ({
      id: field.id,
      text: show.labelled(shortLabel(field.no || undefined, field.label), field.warning ?? ''),
    })),
    action: paths.applicationForm(id, page.id),
    overview: paths.applicationCheck(id),
    version,
    sections: shown,
    fixed: draft.fixed,
    last: number === draft.pages.length,
    previous: previous !== undefined,
  };
}
