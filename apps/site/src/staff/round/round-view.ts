import type { RankingChange } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import { memoOf } from '../../memo.ts';
import type { Visit } from '../../page/page.ts';
import { companyNames } from '../company-names.ts';
import type { Member } from '../member.ts';
import { pagingOf, partOf } from '../paging.ts';
import { namesOf } from '../screening/history.ts';
import { accountOf } from './account.ts';
import { accountRows } from './account-rows.ts';
import { roundAddress, roundName } from './asked-round.ts';
import { crossings, firstLine, lineAt, pointsAsked } from './line.ts';
import { axisOf } from './picture.ts';
import { criterionName, filters, isWanted, rankRow } from './rank-rows.ts';
import type { Ranked } from './ranking.ts';
import type { ReadRound } from './read-round.ts';

/** Rows of the table on a page: line, points and what is counted are those of the whole round. */
export const PER_PAGE = 100;
/** Names in a row of names, before they are only counted. */
const MAX_NAMES = 20;

interface Asked {
  readonly line: string;
  readonly from: string;
  readonly show: string;
  readonly page: string;
}

const axisOfAll = memoOf((ranked: readonly Ranked[]) => axisOf(ranked));
const proposedPoints = memoOf((ranked: readonly Ranked[]) => ranked.reduce((sum, one) => sum + pointsAsked(one), 0));

/** The table of a round for those who decide: ranks with their spread, where the order hangs on one thing, and the points. */
export async function roundView(deps: Deps, read: ReadRound, query: Asked, member: Member, visit: Visit) {
  const { asked, cases, ranking, offered } = read;
  const { ranked, unranked, whatIfs } = ranking;
  const { t, show, language, paths } = visit;
  const words = t.staff.table;
  const address = roundAddress(asked.key);
  const first = firstLine(ranked, offered);
  const typed = numberOf(query.line);
  const line = typed === null ? first : lineAt(ranked, typed);
  const before = lineAt(ranked, numberOf(query.from) ?? first.above).above;
  const crossing = crossings(ranked, whatIfs, line);
  const filter = filters.find((one) => one === query.show) ?? 'all';
  const places = ranked.flatMap((one, place) => (isWanted(filter, one, place, crossing) ? [place] : []));
  const to = (page: number | undefined, by: string = filter) =>
    paths.staffRound(...address, { show: by === 'all' ? undefined : by, line: query.line || undefined, page });
  const paging = pagingOf({ total: places.length, perPage: PER_PAGE, asked: query.page }, to);
  const shown = partOf(places, paging, PER_PAGE);
  const close = [...crossing.keys()].sort((a, b) => a - b).slice(0, MAX_NAMES);
  const enters = ranked.slice(before, Math.max(before, line.above));
  const leaves = ranked.slice(line.above, Math.max(before, line.above));
  const rest = unranked.slice(0, PER_PAGE);
  const company = await companyNames(deps, [
    ...[...shown, ...close].map((place) => ranked[place]!.state),
    ...[...enters.slice(0, MAX_NAMES), ...leaves.slice(0, MAX_NAMES)].map(({ state }) => state),
    ...rest,
  ]);
  const names = await namesOf(
    deps,
    whatIfs.flatMap(({ what }) => (what.kind === 'without-reviewer' ? [what.reviewer] : [])),
    visit,
  );
  const whatIf = (what: RankingChange['what']) =>
    what.kind === 'without-reviewer'
      ? words.withoutReviewer(names(what.reviewer))
      : words.weightMoved(criterionName(asked, what.criterion, language), what.points);
  const axis = axisOfAll(ranked);
  const parts = { asked, ranked, line, axis, company, whatIf };
  const rowAt = (place: number) => rankRow(parts, place, crossing.get(place) ?? [], visit);
  const account = accountOf(cases, offered, proposedPoints(ranked));
  const named = (some: readonly Ranked[]) => {
    const list = show.names(some.slice(0, MAX_NAMES).map(({ state }) => company(state)));
    return some.length > MAX_NAMES ? words.andMore(list, some.length) : list;
  };
  const linePage = Math.ceil(line.above / PER_PAGE);
  const crossed = new Set([...crossing.values()].flat());
  return {
    title: roundName(asked, visit),
    address,
    headline: words.headline(line.above, crossing.size),
    counts: words.counts(ranked.length, unranked.length, read.hidden),
    weights: ranking.weights.map(({ id, percent }) => `${criterionName(asked, id, language)} ${percent}%`),
    isChair: member.roles.includes('chair'),
    axis,
    cut: first,
    filter,
    filters: filters.map((name) => ({
      label: words.filters[name],
      count: ranked.reduce((sum, one, place) => sum + (isWanted(name, one, place, crossing) ? 1 : 0), 0),
      href: to(undefined, name),
      current: name === filter,
    })),
    rows: shown.map(rowAt),
    paging,
    /** The page on which the line is drawn, where it is another one. */
    lineHref:
      filter === 'all' && linePage > 0 && linePage !== paging.number ? to(linePage > 1 ? linePage : undefined) : '',
    unranked: rest.map((state) => ({
      name: company(state),
      number: state.receiptNo ?? '',
      href: paths.staffReview(state.id),
      state: t.staff.states[state.main],
    })),
    unrankedCount: unranked.length,
    line: {
      above: line.above,
      points: show.number(line.points),
      isOver: account.offered !== null && line.points > account.offered,
      enters: named(enters),
      leaves: named(leaves),
    },
    crossing: close.map(rowAt),
    crossingHref: crossing.size > close.length ? to(undefined, 'close') : '',
    crossingCount: crossing.size,
    sensitive: whatIfs.length,
    sensitiveTo: whatIfs.map(({ what, moved }) => ({
      what: whatIf(what),
      changes: words.moved(moved),
      crosses: crossed.has(what),
    })),
    account: accountRows(account, visit),
    offered: offered === null ? '' : String(offered),
  };
}

const numberOf = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : null);
