import {
  type Certificate,
  type CertificateEvent,
  currentState,
  type DayVerdict,
  getScheme,
  type ListAge,
  type MatchedCertificate,
  type Period,
  type Standing,
  terms,
  type Verdict,
  type VerdictCode,
} from '@aipower/registry';
import { findItem, isItemCode } from '@aipower/taxonomy';
import type { Visit } from '../page/page.ts';
import { inOwnLanguage } from './both-languages.ts';
import { holdingOn } from './holding.ts';
import { drawPeriods } from './period-chart.ts';
import type { VerdictFacts } from './verdict.words.zh.ts';

/** The shape and colour beside the word of a verdict. What could not be checked never looks like a no. */
export const verdictStatus: Readonly<Record<VerdictCode | Standing, 'good' | 'warn' | 'bad' | 'open' | 'unsure'>> = {
  valid: 'good',
  'not-yet-valid': 'warn',
  expired: 'bad',
  suspended: 'warn',
  revoked: 'bad',
  'holder-mismatch': 'bad',
  'holder-unchecked': 'unsure',
  'needs-a-person': 'unsure',
  'not-found': 'bad',
  'not-claimed': 'open',
  unverifiable: 'unsure',
};

function periodWords({ from, until }: Period, { t, show }: Visit): string {
  return until === 'open' ? t.verdict.openPeriod(show.day(from)) : t.verdict.period(show.day(from), show.day(until));
}

/** The term the day lies in, else the last one: the period a sentence about that day should name. */
function periodOn(certificate: Certificate, day: string): Period {
  const all = terms(certificate);
  return all.find(({ from, until }) => from <= day && (until === 'open' || day <= until)) ?? all.at(-1)!;
}

function factsOf(verdict: Verdict, on: DayVerdict, match: MatchedCertificate | null, visit: Visit): VerdictFacts {
  const { t, show, language } = visit;
  const words = t.verdict;
  const { claim, list } = verdict;
  const { shortName, numberLabel } = getScheme(claim.scheme);
  const scheme = shortName[language];
  const said = claim.number?.trim() ?? '';
  // Where the form asks yes or no, what it says is no number.
  const number = match ? (match.certificate.number ?? '') : numberLabel === null ? '' : said;
  return {
    day: show.day(on.day),
    certificate: words.certificate(scheme, number),
    scheme,
    number: number || said,
    hasNumbers: numberLabel !== null,
    holder: match ? words.party(match.holder.name, match.holder.ubn) : '',
    claimant:
      claim.ubn?.trim() || claim.name?.trim() ? words.claimant(claim.name?.trim() ?? '', claim.ubn?.trim() ?? '') : '',
    period: match ? periodWords(periodOn(match.certificate, on.day), visit) : '',
    since: on.since ? show.day(on.since) : '',
    seenOn: list.seenOn ? show.day(list.seenOn) : '',
    ageDays: list.ageDays ?? 0,
    relation: match ? words.relations[match.relation] : '',
  };
}

/** The word of a day's verdict. A field that says 申請中 was filled in: it is not told like one left blank. */
export function verdictWord({ verdict, reason }: DayVerdict, { t }: Visit): string {
  return reason === 'not-yet-granted' ? t.verdict.notYetGranted : t.verdict.words[verdict];
}

/** One day's verdict: a word, a shape and a sentence that can stand in minutes as it is. */
export function dayView(verdict: Verdict, on: DayVerdict, match: MatchedCertificate | null, visit: Visit) {
  return {
    day: on.day,
    code: on.verdict,
    reason: on.reason,
    word: verdictWord(on, visit),
    status: verdictStatus[on.verdict],
    sentence: visit.t.verdict.reasons[on.reason](factsOf(verdict, on, match, visit)),
  };
}

/** How old the list is that answered, and what that means for an answer. */
export function listLines(list: ListAge, visit: Visit): string[] {
  const source = list.loaded && list.seenOn !== null ? list.source : null;
  const lines = listAgeLines(list, visit);
  return source ? [...lines, visit.t.verdict.list.source(inOwnLanguage(source, visit.language))] : lines;
}

/** The same for a page that names the source elsewhere. */
export function listAgeLines(list: ListAge, { t, show, language }: Visit): string[] {
  const words = t.verdict.list;
  const scheme = getScheme(list.scheme).shortName[language];
  if (!list.loaded || list.seenOn === null) return [words.notLoaded(scheme)];
  const lines = [words.age(scheme, show.day(list.seenOn), list.ageDays ?? 0)];
  if (list.stale) lines.push(words.stale);
  if (!list.complete) lines.push(words.incomplete);
  return lines;
}

/** How old several lists are, those of one day in one line. */
export function listAges(lists: readonly ListAge[], { t, show, language }: Visit): string[] {
  const nameOf = ({ scheme }: ListAge) => getScheme(scheme).shortName[language];
  const days = [...new Set(lists.map(({ loaded, seenOn }) => (loaded ? seenOn : null)))];
  return days.map((day) => {
    const same = lists.filter(({ loaded, seenOn }) => (loaded ? seenOn : null) === day);
    const names = show.list(same.map(nameOf));
    return day === null
      ? t.verdict.list.notLoaded(names)
      : t.verdict.list.age(names, show.day(day), same[0]!.ageDays ?? 0);
  });
}

/** One line of a timeline. Where only the lists before and after are known, it says so and names no day. */
export function eventView(event: CertificateEvent, { t, show }: Visit) {
  const words = t.verdict;
  const when = event.on
    ? words.eventOn(show.day(event.on))
    : event.after
      ? words.eventBetween(show.day(event.after), show.day(event.by))
      : words.eventBy(show.day(event.by));
  const changed = [
    ...(event.added?.length ? [words.added(show.list(event.added))] : []),
    ...(event.removed?.length ? [words.removed(show.list(event.removed))] : []),
  ];
  const ended = ['revoked', 'expired', 'gone-from-list', 'suspended'].includes(event.kind);
  return { word: words.events[event.kind], when, on: event.on, changed, ended };
}

function certificateView(match: MatchedCertificate, on: string, visit: Visit) {
  const { t, paths, language } = visit;
  const { certificate, holder } = match;
  const state = currentState(certificate);
  return {
    number: certificate.number,
    href: certificate.number ? paths.certificate(certificate.scheme, certificate.number) : null,
    holder: { ...holder, href: paths.provider(holder.ubn) },
    relation: t.verdict.relations[match.relation],
    chart: drawPeriods([holdingOn(certificate, on)], visit, on),
    periods: terms(certificate).map((period) => periodWords(period, visit)),
    items: state.items.map((code) => {
      const item = isItemCode(code) ? findItem(code) : undefined;
      return { code, title: item?.title[language] ?? '', href: item ? paths.catalogueEntry(code) : null };
    }),
    evidence: state.evidenceUrl,
    timeline: match.timeline.map((event) => eventView(event, visit)),
  };
}

/**
 * A verdict as a page shows it: first the answer for the day and for today, then what it rests on.
 *
 * @param verifyHref makes the link of a near number; the number is offered, never taken
 */
export function verdictView(verdict: Verdict, visit: Visit, verifyHref: (scheme: string, number: string) => string) {
  const { t, language } = visit;
  const { claim, match } = verdict;
  const named = Boolean(claim.ubn?.trim() || claim.name?.trim());
  const onDay = dayView(verdict, verdict, match, visit);
  const today = dayView(verdict, verdict.today, match, visit);
  const cautions = verdict.cautions.map((code) => t.verdict.cautions[code]);
  // The sentence above says already that there is no list.
  const list = verdict.reason === 'list-not-loaded' ? [] : listLines(verdict.list, visit);
  return {
    scheme: getScheme(claim.scheme),
    onDay,
    today,
    sameDay: onDay.day === today.day,
    sameBoth: onDay.code === today.code && onDay.reason === today.reason,
    named,
    cautions,
    certificate: match ? { ...certificateView(match, verdict.day, visit), onDay: null } : null,
    others: verdict.matches.slice(1).map((other) => ({
      ...certificateView(other, verdict.day, visit),
      onDay: dayView(verdict, other.onDay, other, visit),
    })),
    near: verdict.suggestions.map((near) => ({
      href: verifyHref(near.scheme, near.number),
      ask: t.verify.nearAsk(near.number, getScheme(near.scheme).shortName[language]),
      why: t.verdict.near[near.kind],
      holder: t.verdict.party(near.name, near.ubn),
    })),
    list,
  };
}
