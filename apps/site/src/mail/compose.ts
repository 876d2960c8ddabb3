import { type CaseFile, type Deadline, deadlines } from '@aipower/applications';
import type { OutboxNotice } from '@aipower/applications/storage';
import { formFields, type Programme } from '@aipower/programme';
import { daysBetween, taipeiDay } from '@aipower/taiwan/dates';
import { ICalAlarmType, ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import type { Language } from '../page/language.ts';
import { pathsFor } from '../page/paths.ts';
import { showIn } from '../page/show.ts';
import { deadlineName, mailWords, noticeWords } from './words.ts';

const DAY_MS = 86_400_000;

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** A calendar entry of the deadline, where the notice has one. */
  readonly calendar: { readonly method: 'PUBLISH' | 'CANCEL'; readonly content: string } | null;
}

export interface MailFacts {
  /** The programme the application is under: whom to ask. */
  readonly programme: Programme;
  readonly origin: string;
  readonly fictional: boolean;
  readonly now: Date;
  /** Other applications of the company that the notice names. */
  readonly others?: readonly OtherApplication[];
}

export interface OtherApplication {
  readonly programme: Programme;
  readonly state: CaseFile;
  readonly form: Readonly<Record<string, unknown>>;
}

/**
 * The mail of a notice, Chinese first and English below: what happened, the deadline as date, weekday and 23:59, of which
 * company and application, where to log in, whom to ask. The subject says the first two. Pure; the calendar entry keeps its id through every extension.
 */
export function composeMail(
  notice: OutboxNotice,
  state: CaseFile,
  form: Readonly<Record<string, unknown>>,
  facts: MailFacts,
): Mail {
  const { programme } = facts;
  const words = noticeWords[notice.kind];
  const number = state.receiptNo ?? state.id;
  const due = dueOf(notice);
  const ahead = aheadOf(notice, state, programme);
  const reminded = remindersOf(notice, state, facts.others ?? []);
  const others = (facts.others ?? []).map((one) => recipientsOf(one.programme, one.state.category, one.form));
  const part = (language: Language): string => {
    const { day } = showIn(language);
    const daysLeft = due ? daysBetween(taipeiDay(facts.now), due) : 0;
    const link = (id: string) => `${mailWords.link[language]}${facts.origin}${pathsFor(language).application(id)}`;
    const head = ({ receiptNo, id }: CaseFile) => mailWords.number[language](receiptNo ?? id);
    const named = (one: Deadline) => {
      const left = mailWords.left[language](daysBetween(taipeiDay(facts.now), one.day));
      return mailWords.dueFor[language](deadlineName(one, language), day(one.day), weekdayOf(one.day, language), left);
    };
    const lines = [
      words.text[language],
      ...(due && reminded.length === 0
        ? [mailWords.due[language](day(due), weekdayOf(due, language), mailWords.left[language](daysLeft))]
        : []),
      ...ahead.map(named),
      mailWords.company[language](String(form['companyName'] ?? state.ubn)),
      ...(reminded.length === 0 ? [head(state), link(state.id)] : []),
      ...reminded.flatMap(({ of, deadlines: own }) => [head(of), ...own.map(named), link(of.id)]),
      `${mailWords.contact[language]}${programme.executor[language]} ${programme.contact.email.value} ${programme.contact.phone[language]}`,
    ];
    return lines.join('\n');
  };
  const mark = facts.fictional ? mailWords.fictional.zh : '';
  const until = due ?? ahead[0]?.day;
  const said = (language: Language) => {
    if (until === undefined) return words.subject[language];
    const day = showIn(language).dayInMinutes(until);
    return `${words.subject[language]}${mailWords.until[language](day, weekdayOf(until, language))}`;
  };
  const about = reminded.length > 1 ? reminded.map(({ of }) => of.receiptNo ?? of.id).join(', ') : number;
  return {
    to: [...new Set([...recipientsOf(programme, state.category, form), ...others.flat()])],
    subject: `${mark}${said('zh')} ${said('en')}: ${about}`,
    text: `${part('zh')}\n\n----\n\n${part('en')}\n`,
    calendar: due ? calendarOf(notice, state, due, facts) : null,
  };
}

/** A deadline that a reminder names; one from before there were several applications names none. */
type Reminded = Deadline & { readonly application?: string };

/** The deadlines of a reminder, application by application; empty for every other notice. */
function remindersOf({ detail }: OutboxNotice, state: CaseFile, others: readonly OtherApplication[]) {
  const named = (detail['deadlines'] ?? []) as readonly Reminded[];
  return [state, ...others.map((one) => one.state)].flatMap((of) => {
    const deadlines = named.filter(({ application }) => (application ?? state.id) === of.id);
    return deadlines.length > 0 ? [{ of, deadlines }] : [];
  });
}

/**
 * Everybody whom the form names, each once: the mail addresses of the fields that the programme gives a role. A kept copy from
 * before there were roles gives none, and asked for no address but these.
 */
export function recipientsOf(
  programme: Programme,
  category: string,
  form: Readonly<Record<string, unknown>>,
): readonly string[] {
  const addresses = formFields(programme, category).filter(({ kind }) => kind === 'email');
  const known = addresses.some(({ role }) => role) ? addresses.filter(({ role }) => role) : addresses;
  const given = known.map(({ id }) => form[id]);
  return [...new Set(given.filter((one): one is string => typeof one === 'string' && one.includes('@')))];
}

/** What a notice without a day of its own asks for, by the case file: an answer to the award, or what is owed after its use. */
function aheadOf({ kind }: OutboxNotice, state: CaseFile, { window }: Programme): readonly Deadline[] {
  const open = deadlines(state, window.closesAt);
  if (kind === 'result') return open.filter((one) => one.kind === 'award-accept');
  const owed = open.filter((one) => one.kind === 'obligation');
  if (kind === 'ended') return owed.slice(0, 1);
  if (kind !== 'obligation-returned') return [];
  return owed.filter(({ id }) => state.obligations.some((one) => one.id === id && one.state === 'returned'));
}

function dueOf({ detail }: OutboxNotice): string | null {
  const due = detail['due'] ?? detail['day'];
  return typeof due === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null;
}

function weekdayOf(day: string, language: Language): string {
  const name = new Intl.DateTimeFormat(language === 'zh' ? 'zh-Hant-TW' : 'en', { weekday: 'long', timeZone: 'UTC' });
  return name.format(new Date(`${day}T00:00:00Z`));
}

function calendarOf(notice: OutboxNotice, state: CaseFile, due: string, { origin, now }: MailFacts) {
  const cancelled = notice.kind === 'supplement-cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = new ICalCalendar({ method, prodId: { company: 'aipower', product: 'desk', language: 'EN' } });
  const host = new URL(origin).hostname;
  const number = state.receiptNo ?? state.id;
  const end = new Date(`${due}T23:59:00+08:00`);
  const event = calendar.createEvent({
    // One entry for a supplement and its extensions: each is later, so its sequence is higher.
    id: `${state.id}-${String(notice.detail['kind'] ?? 'supplement')}-${state.supplements.length}@${host}`,
    sequence: Math.floor(Date.parse(notice.createdAt) / 1000) % 2_000_000_000,
    start: new Date(end.getTime() - DAY_MS / 24),
    end,
    stamp: now,
    summary: `${mailWords.event.zh(number)} ${mailWords.event.en(number)}`,
    url: `${origin}${pathsFor('zh').application(state.id)}`,
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: 24 * 3600 });
  return { method: cancelled ? ('CANCEL' as const) : ('PUBLISH' as const), content: calendar.toString() };
}
