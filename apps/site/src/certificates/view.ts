import { getScheme, type MatchedCertificate, terms, type Verdict } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { inOwnLanguage } from '../presenters/both-languages.ts';
import { holdingOn, markOf } from '../presenters/holding.ts';
import { itemsByTier } from '../presenters/items-by-tier.ts';
import { drawPeriods } from '../presenters/period-chart.ts';
import { dayView, eventView, listLines } from '../presenters/verdict.ts';

/** Every certificate that bears a number, as it stands on the chosen day and today. */
export function certificatePage(verdict: Verdict, visit: Visit) {
  const { scheme } = verdict.claim;
  const { seenOn } = verdict.list;
  return {
    scheme: getScheme(scheme),
    number: verdict.match?.certificate.number ?? verdict.claim.number ?? '',
    certificates: verdict.matches.map((match) => one(match, verdict, visit)),
    list: listLines(verdict.list, visit),
    afterList: seenOn !== null && verdict.day > seenOn && verdict.day !== visit.today ? visit.show.day(seenOn) : null,
  };
}

function one(match: MatchedCertificate, verdict: Verdict, visit: Visit) {
  const { certificate } = match;
  const holding = holdingOn(certificate, verdict.day);
  const { period, said, daysLeft, state } = holding;
  return {
    certificate,
    holder: match.holder,
    onDay: dayView(verdict, match.onDay, match, visit),
    today: dayView(verdict, match.today, match, visit),
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
