import type { Visit } from '../../page/page.ts';
import { daysLeft } from '../../programme/view.ts';
import { categoryName, type Draft } from './draft.ts';

/** The list of pages at the side, with what each still lacks, and how long there is time. */
export function stepsView(draft: Draft, id: string, here: string, now: Date, { t, paths, show, language }: Visit) {
  const words = t.apply.form;
  const { programme } = draft;
  const left = daysLeft(programme, now);
  const steps = draft.pages.map(({ page, version, issues }) => ({
    href: paths.applicationForm(id, page.id),
    title: page.sections[0]!.heading[language],
    here: page.id === here,
    state: page.id === here ? 'here' : version === 0 ? '' : issues.length > 0 ? 'todo' : 'done',
    note: version === 0 ? '' : issues.length > 0 ? words.toFix(issues.length) : words.filled,
  }));
  return {
    category: words.formOf(categoryName(programme, draft.fixed.category, language)),
    steps: [
      ...steps,
      {
        href: paths.applicationCheck(id),
        title: words.checkTitle,
        here: here === 'check',
        state: here === 'check' ? 'here' : '',
        note: '',
      },
    ],
    closes: words.closes(show.moment(programme.window.closesAt)),
    left: left < 0 ? words.over : words.daysLeft(left),
  };
}
