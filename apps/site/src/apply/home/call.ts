import { type Programme, roundFor } from '@aipower/programme';
import type { Visit } from '../../page/page.ts';
import { daysLeft } from '../../programme/view.ts';

/** Whether applications are taken at this moment, and which round each category joins now. */
export function callView(programme: Programme, now: Date, visit: Visit) {
  const { t, show, language } = visit;
  const words = t.apply.home;
  const rounds = programme.categories.map((category) => {
    const answer = roundFor(programme, category.id, now);
    const name = category.name[language];
    if (answer.state === 'closed')
      return { category: name, status: 'open' as const, text: words.closedRow, isOpen: false };
    if (answer.state === 'not-open') {
      return { category: name, status: 'open' as const, text: words.opensOn(show.day(answer.opensOn)), isOpen: false };
    }
    const text = words.joins(answer.round.name[language], show.day(answer.round.reviewOn));
    return { category: name, status: 'good' as const, text, isOpen: true };
  });
  const closes = show.moment(programme.window.closesAt);
  const isOpen = rounds.some((one) => one.isOpen);
  const sentence = isOpen ? words.openUntil(closes, daysLeft(programme, now)) : words.closed(closes);
  return { isOpen, sentence, rounds };
}

/** Whom to ask, as the programme prints it. */
export function contactView(programme: Programme, { language }: Visit) {
  const { contact, executor } = programme;
  return {
    executor: executor[language],
    email: contact.email.value,
    phone: contact.phone[language],
    hours: contact.hours[language],
  };
}
