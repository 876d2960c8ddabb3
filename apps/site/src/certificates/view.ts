import { type DayVerdict, getScheme, type MatchedCertificate, terms, type Verdict } from '@aipower/registry';
import { byWorst } from '../page/marks.ts';
import type { Visit } from '../page/page.ts';
import { inOwnLanguage } from '../presenters/both-languages.ts';
import { holdingOn, markOf } from '../presenters/holding.ts';
import { itemsByTier } from '../presenters/items-by-tier.ts';
import { drawPeriods } from '../presenters/period-chart.ts';
import { dayView, eventView, listAgeLines, listLines } from '../presenters/verdict.ts';

/** Every certificate that bears a number, as it stands on the chosen day and today. */
export function certificatePage(verdict: Verdict, visit: Visit) {
  const { scheme } = verdict.claim;
  const { seenOn } = verdict.list;
  const number = verdict.match?.certificate.number ?? verdict.claim.number ?? '';
  const certificates = verdict.matches.map((match) => one(match, number, verdict, visit));
  const isNamed = certificates.some(({ said }) => said.source === verdict.list.source);
  return {
    scheme: getScheme(scheme),
    number,
    certificates,
    list: (isNamed ? listAgeLines : listLines)(verdict.list, visit),
    afterList: seenOn !== null && verdict.day > seenOn && verdict.day !== visit.today ? visit.show.day(seenOn) : null,
  };
}

function one(match: MatchedCertificate, number: string, verdict: Verdict, visit: Visit) {
  const { certificate } = match;
  const holding = holdingOn(certificate, verdict.day);
  const { period, said, daysLeft, state } = holding;
  const onDay = told(verdict, match.onDay, match, visit);
  const today = told(verdict, match.today, match, visit);
  return {
    certificate,
    /** As its list prints it, where that is not what the heading says. */
    printed: certificate.number === number ? null : (certificate.number ?? visit.t.certificates.noNumber),
    holder: match.holder,
    onDay,
    today,
    /** The worse of both days: a ground of "valid" under a certificate revoked since would be read for both. */
    worse: [onDay.status, today.status].toSorted(byWorst)[0]!,
    /** Both days stand alike for one reason: said once. */
    isSame: match.onDay.verdict === match.today.verdict && match.onDay.reason === match.today.reason,
    mark: markOf[state],
    periods: terms(certificate),
    chart: drawPeriods([holding], visit, verdict.day),
    period,
    daysLeft: verdict.day === visit.today ? daysLeft : null,
    said,
    source: said.source && inOwnLanguage(said.source, visit.language),
    renewed: said.status === 'renewed',
    items: itemsByTier(said.items),
    events: match.timeline.map((event) => eventView(event, visit)),
  };
}

/**
 * A day as the page of a certificate tells it. Nobody has applied here, so that nobody was compared is no doubt: the number is
 * valid, which the page shows with its holder and its period instead of in a sentence that repeats both.
 */
function told(verdict: Verdict, on: DayVerdict, match: MatchedCertificate, visit: Visit) {
  const view = dayView(verdict, on, match, visit);
  if (view.code !== 'holder-unchecked') return view;
  return { ...view, word: visit.t.certificates.numberValid, status: 'good' as const, sentence: null };
}
