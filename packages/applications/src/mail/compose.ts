import { dayEnd } from '@aipower/taiwan';
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { letterMoment } from './dates.ts';
import type { LetterFacts } from './letter.ts';
import { letterWords } from './words.ts';

/** A mail as it is handed to a mailer; recipients are the caller's. */
export type Mail = {
  readonly subject: string;
  /** Plain text, Chinese first, then English. */
  readonly text: string;
  /** The deadline for the calendar, where the notice has one. */
  readonly calendar: { readonly method: 'PUBLISH' | 'CANCEL'; readonly content: string } | null;
};

/** The mail of a notice: what happened, by when, how, whom to ask. Pure; whoever sends it adds recipients. */
export function composeMail(facts: LetterFacts): Mail {
  const { subject, zh, en } = letterWords[facts.kind](facts);
  const { contact, company, address, givenAt } = facts;
  const given = letterMoment(givenAt);
  const text = [
    `${company} 您好：`,
    ...zh,
    `以工商憑證登入後開啟本案：${address}`,
    `聯絡執行單位：${contact.email}、${contact.phone.zh}（${contact.hours.zh}）。通知時間 ${given.zh}；同時寄給專案聯絡人與專案主持人。請勿以電子郵件傳送 PIN碼。`,
    '----',
    `Dear ${company},`,
    ...en,
    `Log in with your business certificate card and open this application: ${address}`,
    `Programme operator: ${contact.email}, ${contact.phone.en} (${contact.hours.en}). Sent at ${given.en} to the project contacts and the project leader. Never send your PIN by email.`,
  ].join('\n\n');
  return { subject: `${subject.zh} / ${subject.en}`, text: `${text}\n`, calendar: calendarOf(facts) };
}

/**
 * The deadline as a calendar entry of its last quarter of an hour, with an alarm a day before. The same UID for the same deadline:
 * an extension replaces the entry, a cancelled request takes it out.
 */
function calendarOf(facts: LetterFacts): Mail['calendar'] {
  const { kind, receiptNo, due, givenAt } = facts;
  const cancels = kind === 'supplement-cancelled';
  if (due === undefined || !(cancels || kind === 'supplement' || kind === 'supplement-extended')) return null;
  const method = cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const end = new Date(dayEnd(due).getTime() + 1);
  const calendar = ical({ method, prodId: { company: 'aipower', product: 'desk', language: 'ZH' } });
  const event = calendar.createEvent({
    id: `supplement-${receiptNo}@aipower`,
    // Later notices of the same deadline replace earlier ones: the sequence grows with their time.
    sequence: Math.floor((Date.parse(givenAt) - Date.parse('2026-01-01T00:00:00Z')) / 60_000),
    stamp: new Date(givenAt),
    start: new Date(end.getTime() - 15 * 60_000),
    end,
    summary: `算力平台補件期限（收件編號 ${receiptNo}）`,
  });
  if (!cancels) event.createAlarm({ type: ICalAlarmType.display, trigger: 24 * 3600, description: '算力平台補件期限' });
  return { method: cancels ? 'CANCEL' : 'PUBLISH', content: calendar.toString() };
}
