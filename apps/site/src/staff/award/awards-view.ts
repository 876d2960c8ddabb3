import type { CaseFile } from '@aipower/applications';
import { awardedCases, programmesOfCases } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request } from 'express';
import { awardFacts } from '../../apply/award/award-facts.ts';
import type { Deps } from '../../deps.ts';
import { readQuery } from '../../http/query.ts';
import type { Visit } from '../../page/page.ts';
import { companyName } from '../queue/row.ts';

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

/** The awards of a year in their groups. */
export async function awardsView(deps: Deps, req: Request, visit: Visit) {
  const { t, paths } = visit;
  const { database } = deps.desk;
  const asked = readQuery(req, t, ['group', 'year']);
  const years = await programmesOfCases(database, deps.programmes);
  const programme = years.find(({ id }) => id === asked.year) ?? years[0];
  const group = names.find((name) => name === asked.group) ?? 'todo';
  const all = programme ? await rowsOf(deps, programme, visit) : [];
  const held = (name: Group) => all.filter(({ state, isIdle }) => groups[name](state, isIdle));
  return {
    groups: names.map((name) => ({
      label: t.staff.award.groups[name],
      count: held(name).length,
      href: paths.staffAwards({ group: name === 'todo' ? undefined : name, year: asked.year || undefined }),
      current: name === group,
    })),
    year: programme?.id ?? '',
    years: years.length > 1 ? years.map(({ id, title }) => ({ id, name: title[visit.language] })) : [],
    rows: await Promise.all(held(group).map(async ({ state: _state, ...row }) => row)),
  };
}

async function rowsOf(deps: Deps, programme: Programme, visit: Visit) {
  const { t, paths, show } = visit;
  const cases = await awardedCases(deps.desk.database, programme.id);
  return Promise.all(
    cases.map(async (state) => {
      const facts = awardFacts(state, programme, visit)!;
      const isIdle = state.award!.state === 'active' && facts.idle?.isOver === true && state.award!.notice === null;
      const next = state.obligations.find((one) => ['due', 'overdue', 'received', 'returned'].includes(one.state));
      return {
        state,
        isIdle,
        href: paths.staffAward(state.id),
        name: await companyName(deps, state),
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
    }),
  );
}
