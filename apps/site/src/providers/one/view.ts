import { type Day, type HistoryEntry, type Provider, type Register, schemes, timeline } from '@aipower/registry';
import { badgeSnippet } from '../../badge/snippet.ts';
import type { Visit } from '../../page/page.ts';
import { type Holding, holdingsOf, isValid, markOf, validItems } from '../../presenters/holding.ts';
import { itemsByTier } from '../../presenters/items-by-tier.ts';
import { eventView, listLines } from '../../presenters/verdict.ts';
import { historyView } from './history.ts';
import { drawPeriods } from './period-chart.ts';
import { relatedPartiesOf } from './related-parties.ts';

/** Most changes shown on the page. */
export const historyShown = 30;

/** A provider as its page shows it: who it is, what it holds today, and how that came about. */
export function providerPage(
  provider: Provider,
  { register, origin }: { readonly register: Register; readonly origin: string },
  history: readonly HistoryEntry[] | null,
  visit: Visit,
) {
  const { today } = visit;
  const snapshot = register.snapshot();
  const holdings = holdingsOf(provider, today);
  const seen = new Set(holdings.map(({ certificate }) => certificate.scheme));
  return {
    provider,
    badge: badgeSnippet(origin, visit.paths.provider(provider.ubn), visit.paths.badge(provider.ubn), provider.name),
    relatedParties: relatedPartiesOf(provider, snapshot),
    warnings: provider.warnings.map(
      (code) => visit.t.providers.one.warning[code] ?? visit.t.providers.one.otherWarning(code),
    ),
    holdings: holdings.map((holding) => holdingView(holding, today, visit)),
    valid: holdings.filter(isValid).length,
    expiring: holdings.filter(({ state }) => state === 'expiring').map((holding) => expiringLine(holding, visit)),
    items: itemsByTier(validItems(holdings)),
    chart: holdings.length > 1 ? drawPeriods(holdings, today, visit.language) : null,
    lists: [...seen].map((scheme) => listLines(snapshot.listAge(scheme, today), visit)[0]),
    /** `null`: it could not be read. */
    history: history && historyView(history, visit),
    historyCut: history?.length === historyShown,
  };
}

function schemeOf(holding: Holding) {
  return schemes.find(({ id }) => id === holding.certificate.scheme)!;
}

function holdingView(holding: Holding, today: Day, visit: Visit) {
  const { certificate, said } = holding;
  return {
    ...holding,
    id: `c-${certificate.scheme}-${certificate.key || 'none'}${certificate.extended ? '-x' : ''}`,
    scheme: schemeOf(holding),
    mark: markOf[holding.state],
    renewed: said.status === 'renewed',
    items: itemsByTier(said.items),
    events: timeline(certificate, today).map((event) => eventView(event, visit)),
  };
}

function expiringLine(holding: Holding, { t, show, language }: Visit): string {
  const { certificate, period, daysLeft } = holding;
  const name = schemeOf(holding).shortName[language];
  const what = certificate.number === null ? name : `${name} ${certificate.number}`;
  return t.providers.one.expiringOne(what, show.day(period.until), daysLeft ?? 0);
}
