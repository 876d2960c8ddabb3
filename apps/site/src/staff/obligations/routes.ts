import type { CaseFile } from '@aipower/applications';
import { awardedCases, programmesOfCases } from '@aipower/applications/storage';
import { daysBetween } from '@aipower/taiwan/dates';
import type { Router } from 'express';
import { dutiesView } from '../../apply/award/duties-view.ts';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { readQuery } from '../../http/query.ts';
import type { MarkKind } from '../../page/marks.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { companyNames } from '../company-names.ts';
import { sitterOf } from '../member.ts';
import { pagingOf, partOf } from '../paging.ts';
import { readers, type StaffOnly } from '../staff-only.ts';

const PER_PAGE = 50;
const waiting: readonly CaseFile['obligations'][number]['state'][] = ['due', 'overdue', 'received', 'returned'];

/** What companies owe after their use, over all years: what waits for us first, then what is late, then what comes. */
export function dutyRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  router.get(
    pages.staffDuties.path,
    only(readers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { t, paths } = visit;
      const asked = readQuery(req, t, ['group', 'page']);
      const all = asked.group === 'all';
      const rows = (await rowsOf(deps, visit)).filter(({ state }) => all || waiting.includes(state));
      const paging = pagingOf({ total: rows.length, perPage: PER_PAGE, asked: asked.page }, (to) =>
        paths.staffDuties({ group: all ? 'all' : undefined, page: to }),
      );
      const shown = partOf(rows, paging, PER_PAGE);
      const company = await companyNames(
        deps,
        shown.map(({ of }) => of),
      );
      const model = {
        isAll: all,
        href: paths.staffDuties({ group: all ? undefined : 'all' }),
        rows: shown.map(({ of, ...row }) => ({ ...row, name: company(of) })),
        paging,
      };
      page(req, res, 'staff-duties', { title: t.staff.duties.title }, model, sitterOf(member, visit));
    }),
  );
}

/** A line of the list; `order`: what is read first has the lower number. */
export interface DutyRow {
  readonly href: string;
  readonly name: string;
  readonly number: string;
  readonly label: string;
  readonly state: CaseFile['obligations'][number]['state'];
  readonly status: MarkKind;
  readonly word: string;
  readonly due: string;
  readonly left: string;
  readonly isLate: boolean;
  readonly order: number;
}

type UnnamedRow = Omit<DutyRow, 'name'> & { readonly of: CaseFile };

async function rowsOf(deps: Deps, visit: Visit) {
  const { paths, today } = visit;
  const { database } = deps.desk;
  const rows: UnnamedRow[] = [];
  for (const programme of await programmesOfCases(database, deps.programmes)) {
    for (const state of await awardedCases(database, programme.id)) {
      const { duties, promises } = dutiesView(state, programme, [], visit);
      const common = { of: state, href: paths.staffAward(state.id), number: state.receiptNo ?? '' };
      const days = new Map(state.obligations.map(({ id, due }) => [id, due]));
      for (const duty of duties) {
        const due = days.get(duty.id) ?? null;
        rows.push({ ...common, ...duty, order: orderOf(duty.state, due, today) });
      }
      // Promises are looked at once the use is over.
      if (state.award!.state !== 'ended') continue;
      for (const promise of promises.filter(({ state: one }) => one === 'open')) {
        const { label, status, word } = promise;
        rows.push({
          ...common,
          label,
          status,
          word,
          state: 'received' as const,
          due: '',
          left: '',
          isLate: false,
          order: -1,
        });
      }
    }
  }
  return rows.sort((a, b) => a.order - b.order);
}

/** What was received waits for an officer and comes first; the rest by its day. */
function orderOf(state: CaseFile['obligations'][number]['state'], due: string | null, today: string): number {
  if (state === 'received') return -100_000;
  if (state === 'accepted' || state === 'waived') return 200_000;
  return due === null ? 100_000 : daysBetween(today, due);
}
