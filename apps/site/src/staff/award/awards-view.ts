import type { CaseFile } from '@aipower/applications';
import { awardedCases, programmesOfCases } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request } from 'express';
import { awardFacts, idleWeeks } from '../../apply/award/award-facts.ts';
import type { Deps } from '../../deps.ts';
import { readQuery } from '../../http/query.ts';
import { memoOf } from '../../memo.ts';
import type { Visit } from '../../page/page.ts';
import { companyNames } from '../company-names.ts';
import { pagingOf, partOf } from '../paging.ts';

/** What officers look for: what has to be started, what runs, what needs somebody, what is over. */
const groups = {
  todo: ({ award, changes }: CaseFile, isIdle: boolean) =>
    award!.state === 'awarded' || isIdle || award!.state === 'idle-noticed' || (changes ?? []).some(isOpen),
  running: ({ award }: CaseFile) => ['active', 'idle-noticed', 'suspended'].includes(award!.state),
  ended: ({ award }: CaseFile) => award!.state === 'ended',
} as const;
type Group = keyof typeof groups;
const names = Object.keys(groups) as readonly Group[];
const isOpen = ({ state }: { readonly state: string }) => state === 'open';

const PER_PAGE = 50;

/** The awards of a year in their groups. */
export async function awardsView(deps: Deps, req: Request, visit: Visit) {
  const { t, paths } = visit;
  const { database } = deps.desk;
  const asked = readQuery(req, t, ['group', 'year', 'page']);
  const years = await programmesOfCases(database, deps.programmes);
  const programme = years.find(({ id }) => id === asked.year) ?? years[0];
  const group = names.find((name) => name === asked.group) ?? 'todo';
  const held = programme ? inGroups(await awardedCases(database, programme.id), visit.today) : null;
  const chosen = held?.[group] ?? [];
  const address = (page: number | undefined, name = group) =>
    paths.staffAwards({ group: name === 'todo' ? undefined : name, year: asked.year || undefined, page });
  const paging = pagingOf({ total: chosen.length, perPage: PER_PAGE, asked: asked.page }, address);
  const shown = partOf(chosen, paging, PER_PAGE);
  const company = await companyNames(deps, shown);
  return {
    groups: names.map((name) => ({
      label: t.staff.award.groups[name],
      count: held?.[name].length ?? 0,
      href: address(undefined, name),
      current: name === group,
    })),
    year: programme?.id ?? '',
    years: years.length > 1 ? years.map(({ id, title }) => ({ id, name: title[visit.language] })) : [],
    rows: shown.map((state) => rowOf(state, programme!, company(state), visit)),
    paging,
  };
}

/** Asked of every award for every page: counted once for a case file and a day. */
const idleOn = memoOf((_state: CaseFile) => new Map<string, boolean>());

function isIdleOn(state: CaseFile, today: string): boolean {
  const { award } = state;
  if (award?.state !== 'active' || award.notice !== null) return false;
  const known = idleOn(state);
  const isIdle = known.get(today) ?? idleWeeks(state, today)?.isOver ?? false;
  known.set(today, isIdle);
  return isIdle;
}

function inGroups(cases: readonly CaseFile[], today: string): Readonly<Record<Group, readonly CaseFile[]>> {
  const held: Record<Group, CaseFile[]> = { todo: [], running: [], ended: [] };
  for (const state of cases) {
    const isIdle = isIdleOn(state, today);
    for (const name of names) if (groups[name](state, isIdle)) held[name].push(state);
  }
  return held;
}

function rowOf(state: CaseFile, programme: Programme, name: string, visit: Visit) {
  const { t, paths, show, today } = visit;
  const facts = awardFacts(state, programme, visit)!;
  const isIdle = isIdleOn(state, today);
  const next = state.obligations.find((one) => ['due', 'overdue', 'received', 'returned'].includes(one.state));
  return {
    isIdle,
    href: paths.staffAward(state.id),
    name,
    number: state.receiptNo ?? '',
    status: isIdle ? ('warn' as const) : facts.status,
    word: isIdle ? t.staff.award.idleNow : facts.word,
    level: facts.level,
    left: facts.left,
    lastDay: state.award!.lastDay === null ? '' : show.shortDay(state.award!.lastDay),
    weeks: facts.idle ? t.staff.award.unusedOf(facts.idle.unused, facts.idle.weeks) : '',
    change: (state.changes ?? []).some(isOpen) ? t.staff.award.changeWaits : '',
    duty: next ? t.apply.award.dutyStates[next.state] : '',
  };
}
