import type { CaseFile } from '@aipower/applications';
import { formVersion } from '@aipower/applications/storage';
import { getCategory, type Programme } from '@aipower/programme';
import type { Router } from 'express';
import { momentOf } from '../../apply/case/moment.ts';
import { answersView } from '../../apply/check/answers-view.ts';
import { entriesOf } from '../../apply/form/entries.ts';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { sitterOf } from '../member.ts';
import { recordReading } from '../screening/routes.ts';
import { readers, type StaffOnly, sentApplication } from '../staff-only.ts';

/** The form as it was sent, in any of its versions; two versions beside each other where they differ. */
export function sentRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  router.get(
    pages.staffSent.path,
    only(readers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { t, paths, show } = visit;
      const { state, programme } = await sentApplication(deps, req);
      const asked = readQuery(req, t, ['version', 'before']);
      const n = versionOf(asked.version, state.forms.length) ?? state.forms.length;
      const before = versionOf(asked.before, state.forms.length);
      const answers = await answersOf(programme, state, n, visit);
      const earlier = before === null || before === n ? null : await answersOf(programme, state, before, visit);
      await recordReading(deps, state.id, member, 'form');
      const was = new Map(earlier?.flatMap((one) => one.answers).map(({ id, text }) => [id, text]));
      const sections = answers.map((section) => ({
        ...section,
        answers: section.answers
          .map((answer) => ({ ...answer, before: earlier ? (was.get(answer.id) ?? '') : null }))
          .filter((answer) => !earlier || answer.before !== answer.text),
      }));
      const model = {
        caseHref: paths.staffCase(state.id),
        number: state.receiptNo ?? '',
        sections: sections.filter((section) => section.answers.length > 0),
        isCompared: earlier !== null,
        comparison: earlier ? t.staff.sent.compared(before!, n) : '',
        versions: state.forms.map((one) => ({
          label: t.staff.screening.version(one.n, momentOf(one.at, show)),
          href: paths.staffSent(state.id, { version: one.n }),
          against: one.n > 1 ? paths.staffSent(state.id, { version: one.n, before: one.n - 1 }) : null,
          current: one.n === n && !earlier,
        })),
      };
      page(req, res, 'staff-sent', { title: t.staff.sent.title(model.number) }, model, sitterOf(member, visit));
    }),
  );

  async function answersOf(programme: Programme, { id, category }: CaseFile, n: number, visit: Visit) {
    const stored = await formVersion(deps.desk.database, id, n);
    if (!stored) throw new NotFound(visit.t.staff.formDeleted);
    const fixed = {
      category: getCategory(programme, category).name[visit.language],
      companyName: String(stored.form['companyName']),
      ubn: String(stored.form['ubn']),
    };
    return answersView(programme, { category, entries: entriesOf(stored.form), fixed }, visit);
  }
}

function versionOf(text: string, last: number): number | null {
  const n = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= last ? n : null;
}
