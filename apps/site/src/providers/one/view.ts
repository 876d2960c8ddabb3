import { rankPartners } from '@aipower/matcher';
import {
  type Day,
  type HistoryEntry,
  listDecides,
  type Provider,
  type Register,
  type Snapshot,
  schemes,
  timeline,
} from '@aipower/registry';
import { isItemCode } from '@aipower/taxonomy';
import { registeredProviders } from '../../applicant/registered-providers.ts';
import { badgeSnippet } from '../../badge/snippet.ts';
import type { Visit } from '../../page/page.ts';
import { type Holding, holdingsOf, isValid, markOf, validItems } from '../../presenters/holding.ts';
import { itemsByTier } from '../../presenters/items-by-tier.ts';
import { drawPeriods } from '../../presenters/period-chart.ts';
import { eventView, listAges } from '../../presenters/verdict.ts';
import { historyView } from './history.ts';
import { relatedPartiesOf } from './related-parties.ts';

/** Most changes shown on the page. */
export const historyShown = 30;
/** Firms offered for what they hold alike. */
const SIMILAR = 5;

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
    registrations: registrations(holdings, snapshot, visit),
    similar: similarFirms(provider, holdings, register, visit),
    chart: holdings.length > 1 ? drawPeriods(holdings, visit, today) : null,
    lists: listAges(
      [...seen].map((scheme) => snapshot.listAge(scheme, today)),
      visit,
    ),
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

/** Every scheme with what its list says of the provider: held, not on the list, or a list that cannot tell. */
function registrations(holdings: readonly Holding[], snapshot: Snapshot, { t, language, today }: Visit) {
  const words = t.providers.one;
  return schemes.map(({ id, shortName }) => {
    const held = holdings.find(({ certificate }) => certificate.scheme === id);
    const name = shortName[language];
    if (held) return { name, status: markOf[held.state], word: t.providers.state[held.state] };
    return listDecides(snapshot.listAge(id, today))
      ? { name, status: 'open' as const, word: words.notListed }
      : { name, status: 'unsure' as const, word: t.providers.compare.notChecked };
  });
}

/** Who holds the most of the same items today, with the reason. */
function similarFirms(provider: Provider, holdings: readonly Holding[], register: Register, visit: Visit) {
  const { t, paths, show, today } = visit;
  const items = validItems(holdings).filter(isItemCode);
  if (items.length === 0) return [];
  const wanted = items.map((code) => ({ code, score: 1 }));
  const firms = registeredProviders(register, today);
  const ranked = rankPartners(wanted, firms, { except: provider.ubn, city: provider.city, limit: SIMILAR });
  return ranked.map(({ provider: other, reasons }) => {
    const shared = reasons.flatMap((reason) => (reason.code === 'holds-items' ? [...reason.items] : []));
    const near = reasons.some(({ code }) => code === 'same-city');
    return {
      ubn: other.ubn,
      name: other.name,
      because: t.providers.one.similarBecause(show.list(shared), shared.length, items.length),
      near: near ? t.rules.partners['same-city'](other.city ?? '') : '',
      compare: paths.compare([provider.ubn, other.ubn]),
    };
  });
}
