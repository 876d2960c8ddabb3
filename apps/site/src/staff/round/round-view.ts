import type { CaseFile } from '@aipower/applications';
import { formVersion } from '@aipower/applications/storage';
import type { RankingChange } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import { memo, memoOf } from '../../memo.ts';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import type { Member } from '../member.ts';
import { namesOf } from '../screening/history.ts';
import { accountOf } from './account.ts';
import { roundAddress, roundName } from './asked-round.ts';
import { crossings, firstLine, lineAt, pointsAsked } from './line.ts';
import { axisOf, stripOf } from './picture.ts';
import type { Ranked } from './ranking.ts';
import type { ReadRound } from './read-round.ts';

export const filters = ['all', 'close', 'undecided', 'split', 'recused'] as const;

interface Asked {
  readonly line: string;
  readonly from: string;
  readonly show: string;
}

/** The table of a round for those who decide: ranks with their spread, where the order hangs on one thing, and the points. */
export async function roundView(deps: Deps, read: ReadRound, query: Asked, member: Member, visit: Visit) {
  const { asked, cases, ranking, offered } = read;
  const { ranked } = ranking;
  const { t, show, language, paths } = visit;
  const words = t.staff.table;
  const first = firstLine(ranked, offered);
  const typed = numberOf(query.line);
  const line = typed === null ? first : lineAt(ranked, typed);
  const before = lineAt(ranked, numberOf(query.from) ?? first.above);
  const crossing = crossings(ranked, ranking.sensitiveTo, line);
  const axis = axisOf(ranked);
  const names = await namesOf(
    deps,
    ranked.flatMap(({ totals }) => totals.map(({ reviewer }) => reviewer)),
    visit,
  );
  const criterion = (id: string) => asked.category.weights.find((one) => one.id === id)?.name[language] ?? id;
  const whatIf = (what: RankingChange['what']) =>
    what.kind === 'without-reviewer'
      ? words.withoutReviewer(names(what.reviewer))
      : words.weightMoved(criterion(what.criterion), what.points);
  const filter = filters.find((one) => one === query.show) ?? 'all';
  const company = await companyNames(deps, cases);
  const numbers = (list: readonly Ranked[]) => list.map(({ state }) => company(state));
  const rows = ranked.map((one, i) => {
    const { state, decision, levels } = one;
    const reasons = crossing.get(state.receiptNo ?? state.id) ?? [];
    return {
      isAbove: i < line.above,
      isLast: i === line.above - 1 && line.above < ranked.length,
      isClose: reasons.length > 0,
      why: reasons.map(whatIf),
      rank: one.rank,
      name: company(state),
      number: state.receiptNo ?? '',
      href: paths.staffReview(state.id),
      mean: one.mean,
      median: one.median,
      deviation: one.deviation.toFixed(1),
      strip: stripOf(one, axis),
      scores: words.scores(totalWords(one, show), one.totals.length),
      disputed: one.disputed === null ? '' : criterion(one.disputed),
      criteria: one.criteria.map(({ id, mean, deviation }) => ({
        name: criterion(id),
        mean,
        deviation: deviation.toFixed(1),
      })),
      recused: one.recused,
      proposed: levelCounts(levels, visit),
      isSplit: new Set(levels).size > 1,
      points: show.number(pointsAsked(one)),
      decided: decision
        ? `${t.staff.meeting.outcomes[decision.outcome]}${decision.level ? ` ${decision.level}` : ''}`
        : '',
      mark: decision ? outcomeMarks[decision.outcome] : ('unsure' as const),
    };
  });
  const wanted = {
    all: () => true,
    close: ({ isClose }: (typeof rows)[number]) => isClose,
    undecided: ({ decided }: (typeof rows)[number]) => decided === '',
    split: ({ isSplit }: (typeof rows)[number]) => isSplit,
    recused: ({ recused }: (typeof rows)[number]) => recused > 0,
  };
  const account = accountOf(
    cases,
    offered,
    ranked.reduce((sum, one) => sum + pointsAsked(one), 0),
  );
  const close = rows.filter(({ isClose }) => isClose);
  return {
    title: roundName(asked, visit),
    address: roundAddress(asked.key),
    headline: words.headline(line.above, close.length),
    counts: words.counts(ranked.length, ranking.unranked.length, read.hidden),
    weights: ranking.weights.map(({ id, percent }) => `${criterion(id)} ${percent}%`),
    isChair: member.roles.includes('chair'),
    axis,
    cut: first,
    filter,
    filters: filters.map((name) => ({
      label: words.filters[name],
      count: rows.filter(wanted[name]).length,
      href: paths.staffRound(...roundAddress(asked.key), { show: name === 'all' ? undefined : name, line: query.line }),
      current: name === filter,
    })),
    rows: rows.filter(wanted[filter]),
    unranked: ranking.unranked.map((state) => ({
      name: company(state),
      number: state.receiptNo ?? '',
      href: paths.staffReview(state.id),
      state: t.staff.states[state.main],
    })),
    line: {
      above: line.above,
      points: show.number(line.points),
      isOver: account.offered !== null && line.points > account.offered,
      enters: show.names(numbers(ranked.slice(before.above, Math.max(before.above, line.above)))),
      leaves: show.names(numbers(ranked.slice(line.above, Math.max(before.above, line.above)))),
    },
    sensitive: ranking.sensitiveTo.length,
    sensitiveTo: ranking.sensitiveTo.map(({ what, changes }) => ({
      what: whatIf(what),
      changes: words.moved(changes.length),
      crosses: ranked.some((one) => (crossing.get(one.state.receiptNo ?? one.state.id) ?? []).includes(what)),
    })),
    account: accountRows(account, visit),
    offered: offered === null ? '' : String(offered),
  };
}

const numberOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : null);
const totalWords = ({ totals }: Ranked, show: Visit['show']) => show.list(totals.map(({ shown }) => shown));

function levelCounts(levels: readonly (string | null)[], { t, show }: Visit): string {
  const counts = new Map<string, number>();
  for (const level of levels) {
    const name = level ?? t.staff.review.noLevel;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return show.list([...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name}×${n}`));
}

function accountRows(account: ReturnType<typeof accountOf>, { t, show }: Visit) {
  const words = t.staff.table.account;
  const number = (value: number | null) => (value === null ? t.words.unknown : show.number(value));
  return [
    { label: words.offered, value: number(account.offered) },
    { label: words.asked, value: words.notAsked },
    { label: words.proposed, value: number(account.proposed) },
    { label: words.held, value: number(account.held) },
    { label: words.given, value: number(account.given) },
    { label: words.used, value: account.hasUnknownUse ? words.atLeast(number(account.used)) : number(account.used) },
    { label: words.returned, value: number(account.returned) },
    { label: words.left, value: number(account.left) },
  ];
}

/** The names of companies by application, as the last forms have them. */
export async function companyNames(deps: Deps, cases: readonly CaseFile[]): Promise<(state: CaseFile) => string> {
  const nameOf = nameReader(deps);
  const names = new Map<string, string | null>();
  for (const { id, forms } of cases) names.set(id, await nameOf(`${id} ${forms.length}`));
  return ({ id, ubn }) => names.get(id) ?? ubn;
}

const MAX_NAMES = 20_000;

/** Read once for each version of a form: a table asks for all of a round. */
const nameReader = memoOf((deps: Deps) =>
  memo({ max: MAX_NAMES }, async (key: string) => {
    const [id, n] = key.split(' ') as [string, string];
    const stored = await formVersion(deps.desk.database, id, Number(n));
    return stored ? String(stored.form['companyName']) : null;
  }),
);
