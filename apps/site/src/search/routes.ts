import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { basePath } from '../http/base-path.ts';
import { readQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { downloads, pages } from '../page/pages.ts';
import { recognise } from './form.ts';
import { suggestionsFor } from './suggest.ts';
import { searchPage } from './view.ts';
import type {} from './views.ts';

/** Longest text a search reads: an address with more is not typed by a person. */
const longest = 200;

/** One box for everything: what names one thing goes there at once, words get a page of what was found. */
export function searchRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const base = basePath(deps.origin);
  router.get(pages.search.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const words = visit.t.search;
    const { q } = readQuery(req, visit.t, ['q']);
    if (q === '')
      return page(
        req,
        res,
        'search',
        { title: words.title, description: words.description },
        { q, error: null, found: null },
      );
    if (q.length > longest) {
      return page(req, res, 'search', { title: words.title, status: 400 }, { q, error: words.tooLong, found: null });
    }
    const there = recognise(q, deps.register, visit.paths);
    if (there) return res.redirect(302, there);
    const found = searchPage(
      q,
      { register: deps.register, programmes: deps.programmes, companies: await deps.companies() },
      visit,
    );
    page(req, res, 'search', { title: words.titleFor(q), description: words.description }, { q, error: null, found });
  });

  // While one types. What was typed is kept nowhere, and is no address that a crawler should follow.
  router.get(downloads.suggest, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { q } = readQuery(req, visit.t, ['q']);
    const found =
      q === ''
        ? []
        : suggestionsFor(
            q.slice(0, longest),
            { register: deps.register, programmes: deps.programmes, companies: await deps.companies() },
            visit,
          );
    // The script goes there itself: the address as it is from outside.
    const options = found.map((one) => ({ ...one, href: base + one.href }));
    res.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }).json({
      options,
      said: visit.t.search.suggestions(options.length),
    });
  });
}
