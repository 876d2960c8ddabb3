import { type CaseEvent, type CaseFile, deadlines } from '@aipower/applications';
import { getCategory, type Programme } from '@aipower/programme';
import { daysBetween } from '@aipower/taiwan/dates';
import type { Deps } from '../../deps.ts';
import { deadlineName } from '../../mail/words.ts';
import type { Visit } from '../../page/page.ts';
import type { Member } from '../member.ts';
import { namesOf } from './history.ts';

/** Days that are named beside an application: the nearest ones. */
const MOST_DAYS = 4;
/** Until its round is published the day of the review still comes. */
const beforeReview: readonly CaseFile['main'][] = [
  'submitted',
  'screening',
  'supplement-requested',
  'resubmitted',
  'eligible',
  'under-review',
];

/** What is due of an application, the nearest first: what the company owes, and the review of its round. */
export function dueView(state: CaseFile, programme: Programme, { t, show, language, today }: Visit) {
  const review = getCategory(programme, state.category).rounds.find(({ number }) => number === state.round);
  const days = [
    ...deadlines(state, programme.window.closesAt).map((one) => ({ label: deadlineName(one, language), day: one.day })),
    ...(review && beforeReview.includes(state.main)
      ? [{ label: t.staff.screening.reviewDay, day: review.reviewOn }]
      : []),
  ];
  return days
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, MOST_DAYS)
    .map(({ label, day }) => {
      const left = daysBetween(today, day);
      return { label, day: show.shortDay(day), left: t.apply.award.left(left), isLate: left < 0 };
    });
}

/** Who works on an application: those of staff who acted on it, and its reviewers with how far each has come. */
export async function peopleView(deps: Deps, { reviews }: CaseFile, events: readonly CaseEvent[], visit: Visit) {
  const { t, show } = visit;
  const acted = events.flatMap(({ by, confirmedBy }) => [by, ...(confirmedBy ? [confirmedBy] : [])]);
  const staff = [...new Set(acted.flatMap(({ kind, id }) => (kind === 'officer' || kind === 'chair' ? [id] : [])))];
  const readers = reviews.filter(({ state }) => state !== 'unassigned');
  const names = await namesOf(deps, [...staff, ...readers.map(({ reviewer }) => reviewer)], visit);
  return {
    staff: show.names(staff.map(names)),
    reviewers: readers.map(({ reviewer, state }) => ({ name: names(reviewer), state: t.staff.review.states[state] })),
  };
}

/** Where an application is worked on next, once it is past the check of this page; null while it is worked on here. */
export function nextView(
  { id, main, category, round, receiptNo, award }: CaseFile,
  programme: Programme,
  visit: Visit,
) {
  const words = visit.t.staff.screening.next;
  const { paths } = visit;
  const address = [programme.id, category, String(round)] as const;
  if (award !== null && main === 'approved') return { text: words.award, href: paths.staffAward(id) };
  if (round === null) return null;
  if (main === 'eligible' || main === 'under-review') {
    return { text: words[main], href: paths.staffAssign(...address) };
  }
  if (main === 'scored' || main === 'in-meeting') {
    return { text: words.decide, href: paths.staffMeeting(...address, { open: receiptNo ?? undefined }) };
  }
  return main === 'decided' ? { text: words.publish, href: paths.staffPublish(...address) } : null;
}

/** Does this person's role do what comes next? To the others it is a link like the others. */
export function isNextOf({ roles }: Member, { main }: CaseFile): boolean {
  const doers = ['scored', 'in-meeting', 'decided'].includes(main) ? ['chair'] : ['officer'];
  return roles.some((role) => doers.includes(role));
}
