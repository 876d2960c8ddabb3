import { publicListOf, roundList } from '@aipower/applications';
import { casesOfRound, formVersion, openPublicationProposal, publications } from '@aipower/applications/storage';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import { reasonWords } from '../../results/reason-words.ts';
import type { Member } from '../member.ts';
import { type AskedRound, roundAddress, roundName } from '../round/asked-round.ts';
import { companyNames } from '../round/round-view.ts';
import { namesOf } from '../screening/history.ts';

/** What would be told now, what of it everybody would read, and what stands in the way. */
export async function publicationView(
  deps: Deps,
  asked: AskedRound,
  member: Member,
  problem: string | undefined,
  visit: Visit,
) {
  const { t, show, language, paths } = visit;
  const { database } = deps.desk;
  const [cases, earlier, proposal] = await Promise.all([
    casesOfRound(database, asked.key),
    publications(database, asked.key),
    openPublicationProposal(database, asked.key),
  ]);
  const { decided, undecided, list, listHash } = roundList(cases);
  const company = await companyNames(deps, cases);
  const forms = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { id, forms: versions } of decided) {
    forms.set(id, (await formVersion(database, id, versions.length))?.form ?? {});
  }
  const told = publicListOf(asked.programme, cases, ({ id }) => forms.get(id) ?? {});
  const names = await namesOf(deps, proposal ? [proposal.madeBy] : [], visit);
  const byNumber = new Map(decided.map((state) => [state.receiptNo, state]));
  const isChair = member.roles.includes('chair');
  return {
    title: roundName(asked, visit),
    address: roundAddress(asked.key),
    problem,
    isChair,
    rows: list.map(({ receiptNo, outcome, level, points }) => ({
      number: receiptNo,
      name: company(byNumber.get(receiptNo)!),
      outcome: t.staff.meeting.outcomes[outcome as 'approved'],
      mark: outcomeMarks[outcome as 'approved'],
      level: level ?? '',
      points: outcome === 'approved' ? show.number(points) : '',
      told: told.rows.some(({ application }) => application === byNumber.get(receiptNo)!.id),
    })),
    sum: show.number(list.reduce((total, { points }) => total + points, 0)),
    undecided: undecided.map((state) => ({
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
