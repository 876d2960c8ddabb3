import type { CaseFile } from '@aipower/applications';
import { awardedCases, programmesOfCases } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request } from 'express';
import { type AwardFacts, awardFacts } from '../../apply/award/award-facts.ts';
import type { Deps } from '../../deps.ts';
import { readQuery } from '../../http/query.ts';
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
  const all = programme ? factsOf(await awardedCases(database, programme.id), programme, visit) : [];
  const held = (name: Group) => all.filter(({ state, isIdle }) => groups[name](state, isIdle));
  const chosen = held(group);
  const address = (page: number | undefined, name = group) =>
    paths.staffAwards({ group: name === 'todo' ? undefined : name, year: asked.year || undefined, page });
  const paging = pagingOf({ total: chosen.length, perPage: PER_PAGE, asked: asked.page }, address);
  const shown = partOf(chosen, paging, PER_PAGE);
  const company = await companyNames(
    deps,
    shown.map(({ state }) => state),
  );
  return {
    groups: names.map((name) => ({
      label: t.staff.award.groups[name],
      count: held(name).length,
      href: address(undefined, name),
      current: name === group,
    })),
    year: programme?.id ?? '',
    years: years.length > 1 ? years.map(({ id, title }) => ({ id, name: title[visit.language] })) : [],
    rows: shown.map((one) => rowOf(one, company(one.state), visit)),
    paging,
  };
}

interface WithFacts {
  readonly state: CaseFile;
  readonly facts: AwardFacts;
  readonly isIdle: boolean;
}

function factsOf(cases: readonly CaseFile[], programme: Programme, visit: Visit): readonly WithFacts[] {
  return cases.map((state) => {
    const facts = awardFacts(state, programme, visit)!;
    const isIdle = state.award!.state === 'active' && facts.idle?.isOver === true && state.award!.notice === null;
    return { state, facts, isIdle };
  });
}

function rowOf({ state, facts, isIdle }: WithFacts, name: string, { t, paths, show }: Visit) {
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
