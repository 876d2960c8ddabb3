import type { CaseEvent, CaseFile, Review } from '@aipower/applications';
import { eventsOf, openProposals } from '@aipower/applications/storage';
import { formFields, getCategory, type Programme } from '@aipower/programme';
import { momentOf } from '../../apply/case/moment.ts';
import { answersView } from '../../apply/check/answers-view.ts';
import { entriesOf } from '../../apply/form/entries.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { meanOf, totalInHundredths } from '../../presenters/exact-score.ts';
import { foundAgainst } from '../assign/applicant-conflicts.ts';
import type { Project } from '../assign/project-items.ts';
import { reviewersOf } from '../assign/reviewers.ts';
import type { Member } from '../member.ts';
import { roundAddress } from '../round/asked-round.ts';
import { namesOf } from '../screening/history.ts';
import { evidenceView } from './evidence.ts';
import { type ReviewText, savedReview, scoresFrom, sentOf } from './own-draft.ts';

/** Never shown to who reviews: ways to reach a person. */
const personal = ['phone', 'mobile', 'email'];

export interface ShownReview {
  readonly state: CaseFile;
  readonly programme: Programme;
  readonly form: Readonly<Record<string, unknown>>;
  readonly project: Project;
  readonly member: Member;
  /** The member's own part; null for staff who only read. */
  readonly own: Review | null;
  readonly problem?: string | undefined;
  /** What was typed and is not saved. */
  readonly typed?: ReviewText | undefined;
  /** Why an opinion was to be returned or struck, where neither was done. */
  readonly reason?: string | undefined;
}

/** What somebody sees of an application before having declared: whose it is, what it is about, what was found against it. */
export async function declarationView(deps: Deps, { state, project, member, own, problem }: ShownReview, visit: Visit) {
  const { t } = visit;
  const reviewer = (await reviewersOf(deps, visit)).find(({ id }) => id === member.id);
  const found = foundAgainst(deps, reviewer, { ubn: state.ubn, name: project.name });
  return {
    id: state.id,
    problem,
    name: project.name,
    ubn: state.ubn,
    topic: project.topic,
    stage: own!.state,
    isOpen: state.main === 'under-review',
    mayRecuse: own!.state === 'assigned' && ['eligible', 'under-review'].includes(state.main),
    conflicts: found.map(({ kind, employer }) => t.staff.assign.conflicts[kind](employer)),
  };
}

/** The application by criteria, the evidence beside it, and the opinions that this person may read. */
export async function reviewView(deps: Deps, shown: ShownReview, visit: Visit) {
  const { state, programme, form, project, member, own } = shown;
  const { t, show, language, paths } = visit;
  const category = getCategory(programme, state.category);
  const weights = state.rules!.weights;
  const mine = own ? await savedReview(deps, state, member.id) : null;
  const isReading = own?.state === 'reading' && state.main === 'under-review';
  // What can no longer be saved is not shown as if it had been sent.
  const text = isReading ? (shown.typed ?? mine) : mine;
  const unsaved = isReading ? undefined : shown.typed;
  const pages = readableAnswers(programme, state, form, visit);
  const criteria = weights.map(({ id, percent }) => ({
    id,
    percent,
    name: category.weights.find((one) => one.id === id)?.name[language] ?? id,
    answers: pages.flatMap(({ answers }) => answers.filter(({ criterion }) => criterion === id)),
    score: text?.scores[id] ?? '',
    comment: text?.comments[id] ?? '',
  }));
  return {
    id: state.id,
    problem: shown.problem,
    unsaved: [
      ...criteria.map(({ id, name }) => ({
        label: name,
        text: `${unsaved?.scores[id] ?? ''} ${unsaved?.comments[id] ?? ''}`.trim(),
      })),
      { label: t.staff.screening.reason, text: shown.reason?.trim() ?? '' },
    ].filter((one) => one.text !== ''),
    name: project.name,
    ubn: state.ubn,
    number: state.receiptNo ?? '',
    topic: project.topic,
    category: category.name[language],
    state: t.staff.states[state.main],
    isReading,
    isReviewer: own !== null,
    stage: own?.state ?? null,
    version: mine?.version ?? 0,
    saved: mine?.at ? t.staff.review.savedAt(momentOf(mine.at, show)) : t.staff.review.notSaved,
    criteria,
    sections: pages
      .map(({ id, heading, answers }) => ({ id, heading, answers: answers.filter(({ criterion }) => !criterion) }))
      .filter(({ answers }) => answers.length > 0),
    total: text && totalOf(text, weights),
    level: text?.level ?? '',
    levels: programme.levels.map(({ id, name, points }) => ({
      id,
      label: `${name[language]} · ${t.apply.case.points(show.number(points))}`,
    })),
    evidence: await evidenceView(deps, { state, programme, form, project }, visit),
    others: await othersView(deps, shown, visit),
    isOfficer: member.roles.includes('officer') && own === null,
    roundHref:
      state.round === null || own !== null
        ? null
        : paths.staffRound(...roundAddress({ programme: programme.id, category: state.category, round: state.round })),
    caseHref: own === null ? paths.staffCase(state.id) : null,
  };
}

/** Every answer of the form but ways to reach a person, page by page, each with the criterion it is scored under. */
function readableAnswers(programme: Programme, state: CaseFile, form: ShownReview['form'], visit: Visit) {
  const fields = new Map(formFields(programme, state.category).map((field) => [field.id, field]));
  const fixed = {
    category: getCategory(programme, state.category).name[visit.language],
    companyName: String(form['companyName']),
    ubn: state.ubn,
  };
  const pages = answersView(programme, { category: state.category, entries: entriesOf(form), fixed }, visit);
  const { weights } = getCategory(programme, state.category);
  const scored = new Set([...fields.values()].map(({ criterion }) => criterion));
  // A criterion that no field names is told on the page of the form with its name.
  const pageOf = (heading: string) =>
    weights.find(({ id, name }) => !scored.has(id) && name[visit.language] === heading)?.id;
  return pages.map(({ id, heading, answers }) => ({
    id,
    heading,
    answers: answers.flatMap((answer) => {
      const field = fields.get(answer.id);
      const isHidden = !field || field.person || personal.includes(field.kind) || field.kind === 'consent';
      return isHidden ? [] : [{ ...answer, criterion: field.criterion ?? pageOf(heading) ?? '' }];
    }),
  }));
}

/** The weighted total, once every criterion has a score from 0 to 100. */
function totalOf(text: ReviewText, weights: NonNullable<CaseFile['rules']>['weights']): string | null {
  const scores = scoresFrom(text);
  const isWhole = weights.every(({ id }) => (scores[id] ?? Number.NaN) <= 100);
  return isWhole ? meanOf([totalInHundredths(scores, weights)]) : null;
}

/**
 * The opinions that were sent. Staff read all. A reviewer reads those of others once their own is sent, where the year lets
 * them; that somebody stepped aside is said as such, and never as a zero.
 */
async function othersView(deps: Deps, { state, programme, own, member }: ShownReview, visit: Visit) {
  const { t, show, language } = visit;
  const rules = state.rules!;
  const mayRead = own === null || (own.state === 'submitted' && rules.reviewersSeeOthers === 'after-own');
  if (!mayRead) return [];
  const others = state.reviews.filter(({ reviewer, state: stage }) => {
    return reviewer !== member.id && (own === null ? stage !== 'unassigned' : stage === 'submitted');
  });
  const [events, names, proposals] = await Promise.all([
    eventsOf(deps.desk.database, state.id),
    namesOf(
      deps,
      others.map(({ reviewer }) => reviewer),
      visit,
    ),
    openProposals(deps.desk.database, state.id),
  ]);
  const category = getCategory(programme, state.category);
  const sent = (reviewer: string) =>
    events.findLast(
      (event): event is CaseEvent<'review.submit'> => event.type === 'review.submit' && event.by.id === reviewer,
    );
  return Promise.all(
    others.map(async ({ reviewer, state: stage, scores }, i) => {
      const event = stage === 'submitted' || stage === 'annulled' ? sent(reviewer) : undefined;
      const text = event && (await sentOf(deps, state, event));
      return {
        reviewer,
        // Among reviewers an opinion has no name; staff read whose it is.
        name: own === null ? names(reviewer) : t.staff.review.colleague(i + 1),
        stage,
        state: t.staff.review.states[stage],
        total: scores ? meanOf([totalInHundredths(scores, rules.weights)]) : null,
        level: text?.level ?? '',
        rows: text
          ? rules.weights.map(({ id }) => ({
              name: category.weights.find((one) => one.id === id)?.name[language] ?? id,
              score: text.scores[id] ?? '',
              comment: text.comments[id] ?? '',
            }))
          : [],
        seen: seenBy(events, reviewer, show),
        mayReturn: stage === 'submitted' && state.main === 'under-review',
        mayAnnul:
          (stage === 'submitted' || stage === 'reading') &&
          state.main === 'under-review' &&
          !proposals.some(({ command }) => command.type === 'review.annul' && command.reviewer === reviewer),
      };
    }),
  );
}

/** What a reviewer who stepped aside had opened before; blank for the others. */
function seenBy(events: readonly CaseEvent[], reviewer: string, show: Visit['show']): string {
  const left = events.findLast((event) => event.type === 'review.recuse' && event.by.id === reviewer);
  return left?.type === 'review.recuse' ? show.list(left.data.seen) : '';
}
