import type { CaseFile } from '@aipower/applications';
import { awardedCases, programmesOfCases } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { daysBetween } from '@aipower/taiwan/dates';
import type { Router } from 'express';
import { dutiesView, stateToday } from '../../apply/award/duties-view.ts';
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
      rows.sort((a, b) => a.order - b.order);
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
        rows: shown.map((row) => shownRow(row, company(row.of), visit)),
        paging,
      };
      page(req, res, 'staff-duties', { title: t.staff.duties.title }, model, sitterOf(member, visit));
    }),
  );
}

/** A line of the list, in words. */
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
}

/** A duty, or a promise to publish, that may come to be shown; `order`: what is read first has the lower number. */
interface Line {
  readonly of: CaseFile;
  readonly programme: Programme;
  readonly state: DutyRow['state'];
  readonly order: number;
  readonly duty: string | null;
  readonly promise: string | null;
}

async function rowsOf(deps: Deps, { today }: Visit): Promise<Line[]> {
  const { database } = deps.desk;
  const lines: Line[] = [];
  for (const programme of await programmesOfCases(database, deps.programmes)) {
    for (const of of await awardedCases(database, programme.id)) {
      const common = { of, programme, duty: null, promise: null };
      for (const one of of.obligations) {
        const state = stateToday(one, today);
        lines.push({ ...common, duty: one.id, state, order: orderOf(state, one.due, today) });
      }
      // Promises are looked at once the use is over.
      if (of.award!.state !== 'ended') continue;
      for (const { item, state } of of.publications) {
        if (state === 'open') lines.push({ ...common, promise: item, state: 'received', order: -1 });
      }
    }
  }
  return lines;
}

/** Put in words only for the lines that are shown: a list goes through tens of thousands. */
function shownRow({ of, programme, state, duty, promise }: Line, name: string, visit: Visit): DutyRow {
  const { duties, promises } = dutiesView(of, programme, [], visit);
  const common = { href: visit.paths.staffAward(of.id), name, number: of.receiptNo ?? '', state };
  if (duty !== null) {
    const { label, status, word, due, left, isLate } = duties.find(({ id }) => id === duty)!;
    return { ...common, label, status, word, due, left, isLate };
  }
  const { label, status, word } = promises.find(({ item }) => item === promise)!;
  return { ...common, label, status, word, due: '', left: '', isLate: false };
}

/** What was received waits for an officer and comes first; the rest by its day. */
function orderOf(state: CaseFile['obligations'][number]['state'], due: string | null, today: string): number {
  if (state === 'received') return -100_000;
  if (state === 'accepted' || state === 'waived') return 200_000;
  return due === null ? 100_000 : daysBetween(today, due);
}
