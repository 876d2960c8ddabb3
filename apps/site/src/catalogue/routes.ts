import type { Day, Provider } from '@aipower/registry';
import {
  childrenOf,
  currentEdition,
  type Entry,
  findItem,
  getGroup,
  getTier,
  isCode,
  isItemCode,
  items,
  parseCode,
} from '@aipower/taxonomy';
import { conceptUri } from '@aipower/taxonomy/skos';
import type { Router } from 'express';
import { skosBase } from '../api/skos.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { holdingsOf, isValid } from '../presenters/holding.ts';
import { nearFirms } from '../presenters/near-firms.ts';
import { knownPerItem } from '../presenters/valid-per-item.ts';
import { besides, catalogueTree, crumbsOf, markedDefinition, neighboursOf, withCounts } from './view.ts';
import type {} from './views.ts';

/** Providers named beside an item; the list of all of them is one link away. */
const SHOWN_PROVIDERS = 10;

export function catalogueRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.catalogue.path, (req, res) => {
    const { t, today } = visitOf(req, deps.clock);
    const counts = knownPerItem(deps.register, today);
    page(
      req,
      res,
      'catalogue',
      { title: t.catalogue.title, description: t.catalogue.lead, jsonLd: definedTermSet(deps.origin) },
      { tiers: catalogueTree(counts) },
    );
  });

  router.get(pages.catalogueEntry.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, language, today } = visit;
    const asked = req.params.code;
    const parsed = parseCode(asked);
    if (!parsed.ok) {
      const links = parsed.nearest.map((code) => ({
        href: paths.catalogueEntry(code),
        label: `${code} ${entryOf(code).title[language]}`,
      }));
      throw new NotFound(t.errors.noSuchCode(asked), links, t.errors.noSuchCodeTitle);
    }
    // One address per code: other spellings of it are sent there.
    if (parsed.code !== asked) return res.redirect(301, paths.catalogueEntry(parsed.code));

    const entry = entryOf(parsed.code);
    const permanent = deps.origin + paths.catalogueEntry(entry.code);
    const common = { edition: currentEdition, permanent, crumbs: crumbsOf(entry), ...besides(entry) };
    const title = `${entry.code} ${entry.title[language]}`;
    if (entry.level === 'item') {
      const { providers, total } = deps.register.providers({
        on: today,
        item: [entry.code],
        state: ['valid'],
        sort: 'name',
        perPage: SHOWN_PROVIDERS,
      });
      const options = { title, description: entry.definition[language], jsonLd: definedTerm(entry, deps.origin) };
      return page(req, res, 'catalogue-item', options, {
        ...common,
        entry,
        pieces: markedDefinition(entry),
        neighbours: neighboursOf(entry, language),
        providers: providers.map((provider) => ({ ...provider, until: untilOf(provider, entry.code, today) })),
        total: knownPerItem(deps.register, today) && total,
        near: total > 0 ? [] : nearFirms(entry.code, deps.register, visit),
      });
    }
    const counts = knownPerItem(deps.register, today);
    const sections = (entry.level === 'tier' ? childrenOf(entry.code) : [entry]).map((group) => ({
      ...group,
      items: withCounts(childrenOf(group.code), counts),
    }));
    const size = sections.reduce((sum, { items }) => sum + items.length, 0);
    const description = t.catalogue.branch(entry.title[language], size);
    return page(req, res, 'catalogue-branch', { title, description }, { ...common, entry, sections });
  });
}

/** The last day of a provider's registration for an item; `null`: it has none, or it is not valid. */
function untilOf(provider: Provider, item: string, today: Day): Day | null {
  const held = holdingsOf(provider, today).find((one) => isValid(one) && one.said.items.includes(item));
  return held === undefined || held.period.until === 'open' ? null : held.period.until;
}

function entryOf(code: string): Entry {
  if (!isCode(code)) throw new TypeError(`entryOf: ${code} is not a code`);
  const item = isItemCode(code) ? findItem(code) : undefined;
  if (item) return item;
  return code.includes('.')
    ? getGroup(code as Parameters<typeof getGroup>[0])
    : getTier(code as Parameters<typeof getTier>[0]);
}

/** schema.org: a term in a set of terms, under its permanent address. */
function definedTerm(item: Entry & { level: 'item' }, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    // The same as in SKOS, whose address leads here.
    '@id': conceptUri(skosBase(origin), currentEdition.id, item.code),
    url: `${origin}/catalogue/${item.code}`,
    termCode: item.code,
    name: item.title.zh,
    alternateName: item.title.en,
    description: item.definition.zh,
    inDefinedTermSet: conceptUri(skosBase(origin), currentEdition.id),
  };
}

/** schema.org: the catalogue as a set of terms, under the identifier of its concept scheme. */
function definedTermSet(origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': conceptUri(skosBase(origin), currentEdition.id),
    url: `${origin}/catalogue`,
    name: currentEdition.title.zh,
    alternateName: currentEdition.title.en,
    license: `${origin}/about#licence`,
    hasDefinedTerm: items.map(({ code, title }) => ({
      '@type': 'DefinedTerm',
      '@id': conceptUri(skosBase(origin), currentEdition.id, code),
      termCode: code,
      name: title.zh,
    })),
  };
}
