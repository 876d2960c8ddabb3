import type { Day, SchemeId } from '@aipower/registry';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { OtherAddress } from '../http/failures.ts';
import type { Downloads } from '../http/kept-downloads.ts';
import { BadQuery, readQuery, readStrictQuery } from '../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { downloads, pages } from '../page/pages.ts';
import { likeNames } from '../presenters/similar-names.ts';
import { csvLines, jsonLines } from './export.ts';
import {
  addressOf,
  type FilterFault,
  filterParameters,
  type ProviderFilter,
  pageParameters,
  readFilter,
  readPaging,
  registerQuery,
} from './form.ts';
import { faultyList, pageAddress, providerList } from './view.ts';
import type {} from './views.ts';

/** The list of providers, and its exports: of one filter, one answer of the register for all three. */
export function providersRoutes(router: Router, deps: Deps, page: PageRenderer, kept: Downloads): void {
  router.get(pages.providers.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const given = readQuery(req, t, [...filterParameters, ...pageParameters]);
    const { filter, faults } = readFilter(given);
    const paging = readPaging(given);
    const wrong = [...faults, ...paging.faults];
    if (wrong.length > 0) {
      const options = { title: t.providers.title, status: 400 };
      return page(req, res, 'providers', options, faultyList(given, wrong, visit));
    }
    const query = registerQuery(filter, visit.today);
    const found = deps.register.providers({ ...query, page: paging.page, perPage: paging.perPage });
    // A link from when the list was longer: its last page is what is left of it.
    if (paging.page > Math.max(1, found.pages))
      throw new OtherAddress(pageAddress(filter, paging.perPage, visit)(found.pages));
    const parts = {
      visit,
      filter,
      query,
      perPage: paging.perPage,
      isLoaded: isLoaded(deps, query.scheme),
      ask: deps.register.providers,
    };
    const options = { title: t.providers.title, description: t.providers.lead };
    const nothing = found.total === 0 && filter.q !== '';
    const suggestions = nothing ? likeNames(filter.q, await deps.companies()).names : [];
    page(req, res, 'providers', options, { ...providerList(parts, found), typed: given, faults: [], suggestions });
  });

  router.get(downloads.providersCsv, async (req, res) => {
    const { visit, query, filter, revision } = exported(req, deps);
    const name = fileName(filter, query.on, revision, 'csv');
    attach(res, 'text/csv; charset=utf-8', name);
    const lines = () => csvLines(deps.register.providers(query), deps.origin, visit.paths);
    await kept.send(req, res, keyOf(name, filter, visit), lines);
  });

  router.get(downloads.providersJson, async (req, res) => {
    const { visit, query, filter, revision } = exported(req, deps);
    const name = fileName(filter, query.on, revision, 'json');
    attach(res, 'application/json; charset=utf-8', name);
    const lines = () => jsonLines(deps.register.providers(query), addressOf(filter), deps.origin, visit.paths);
    await kept.send(req, res, keyOf(name, filter, visit), lines);
  });

  /** What a download depends on: the state of the register, the day, the filter, and the language of its links. */
  const keyOf = (name: string, filter: ProviderFilter, { language }: Visit) =>
    JSON.stringify([deps.register.state, name, language, addressOf(filter)]);
}

/** What is asked for. The providers are looked for once, by whoever asks first: a list of all takes as long to gather as a page. */
function exported(req: Request, deps: Deps) {
  const visit = visitOf(req, deps.clock);
  const { filter, faults } = readFilter(readStrictQuery(req, visit.t, filterParameters));
  refuse(faults, visit);
  const { revision } = deps.register.snapshot();
  return { visit, filter, revision, query: { ...registerQuery(filter, visit.today), perPage: 'all' as const } };
}

/** Everything in an address that cannot be understood is said at once. */
function refuse(faults: readonly FilterFault[], { t }: Visit): void {
  if (faults.length === 0) return;
  throw new BadQuery(faults.map(({ parameter, found }) => t.providers.fault[parameter](found)).join(' '));
}

/** The day and the state of the register are in the name, so that two downloads can be told apart. */
function fileName(
  { scheme, item, group, tier, state }: ProviderFilter,
  on: Day,
  revision: number,
  ending: string,
): string {
  const parts = [scheme, item ?? group ?? tier, state].filter((part) => part !== null);
  return ['providers', ...parts, on, `r${revision}`].join('-').concat('.', ending);
}

function attach(res: Response, type: string, name: string): void {
  res.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
}

function isLoaded({ register }: Deps, asked: readonly SchemeId[] = []): boolean {
  const { lists } = register.snapshot();
  return asked.length === 0 ? lists.size > 0 : asked.some((scheme) => lists.has(scheme));
}
