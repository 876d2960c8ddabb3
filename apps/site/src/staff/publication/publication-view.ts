import { publicListOf, roundList } from '@aipower/applications';
import { casesOfRound, openPublicationProposal, publications } from '@aipower/applications/storage';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import { memoOf } from '../../memo.ts';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import { reasonWords } from '../../results/reason-words.ts';
import { companyNames } from '../company-names.ts';
import type { Member } from '../member.ts';
import { pagingOf, partOf } from '../paging.ts';
import { type AskedRound, roundAddress, roundName } from '../round/asked-round.ts';
import { namesOf } from '../screening/history.ts';

const PER_PAGE = 100;
/** Hashed once for as long as no application of the round changes. */
const listOf = memoOf(roundList);

/** What would be told now, what of it everybody would read, and what stands in the way. */
export async function publicationView(
  deps: Deps,
  asked: AskedRound,
  member: Member,
  { page, problem }: { readonly page: string; readonly problem: string | undefined },
  visit: Visit,
) {
  const { t, show, language, paths } = visit;
  const { database } = deps.desk;
  const [cases, earlier, proposal] = await Promise.all([
    casesOfRound(database, asked.key),
    publications(database, asked.key),
    openPublicationProposal(database, asked.key),
  ]);
  const address = roundAddress(asked.key);
  const { decided, undecided, list, listHash } = listOf(cases);
  const paging = pagingOf({ total: list.length, perPage: PER_PAGE, asked: page }, (to) =>
    paths.staffPublish(...address, { page: to }),
  );
  const byNumber = new Map(decided.map((state) => [state.receiptNo, state]));
  const shown = partOf(list, paging, PER_PAGE).map((row) => ({ row, state: byNumber.get(row.receiptNo)! }));
  const waiting = undecided.slice(0, PER_PAGE);
  const company = await companyNames(deps, [...shown.map(({ state }) => state), ...waiting]);
  // Which of them are named, and how often each ground stands: no form is needed for that.
  const told = publicListOf(asked.programme, cases, () => ({}));
  const isTold = new Set(told.rows.map(({ application }) => application));
  const names = await namesOf(deps, proposal ? [proposal.madeBy] : [], visit);
  const isChair = member.roles.includes('chair');
  return {
    title: roundName(asked, visit),
    address,
    problem,
    isChair,
    paging,
    total: list.length,
    rows: shown.map(({ state, row: { receiptNo, outcome, level, points } }) => ({
      number: receiptNo,
      name: company(state),
      outcome: t.staff.meeting.outcomes[outcome as 'approved'],
      mark: outcomeMarks[outcome as 'approved'],
      level: level ?? '',
      points: outcome === 'approved' ? t.staff.meeting.pointsOf(show.number(points)) : '',
      told: isTold.has(state.id),
    })),
    sum: show.number(list.reduce((total, { points }) => total + points, 0)),
    undecidedCount: undecided.length,
    undecided: waiting.map((state) => ({
      name: company(state),
      number: state.receiptNo ?? '',
      state: t.staff.states[state.main],
      href: paths.staffCase(state.id),
    })),
    reasons: (told.reasons ?? []).map(({ code, count }) => ({
      label: reasonWords(asked.programme, asked.category.id, code)[language],
      count: show.number(count),
    })),
    publicFields: show.list([
      t.results.company,
      ...asked.programme.desk.results.more.map((name) => (name === 'ubn' ? t.words.ubn : t.results[name])),
    ]),
    listHash,
    mayPropose: isChair && undecided.length === 0 && list.length > 0 && proposal === null,
    proposal: proposal && {
      id: proposal.id,
      by: names(proposal.madeBy),
      at: momentOf(proposal.at, show),
      isOwn: proposal.madeBy === member.id,
      isChanged: proposal.listHash !== listHash,
    },
    earlier: earlier.map(({ publication, at, list: rows }) => ({
      publication,
      at: momentOf(at, show),
      count: t.staff.publication.count(rows.length),
    })),
    resultsHref: paths.results(asked.programme.id),
  };
}
