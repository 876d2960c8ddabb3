import { type Changes, type ChangesQuery, getScheme, isSchemeId } from '@aipower/registry';
import { findItem } from '@aipower/taxonomy';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { BadQuery, readQuery } from '../http/query.ts';
import { SHARED_AT_ANY_TIME } from '../http/shared-caches.ts';
import { languageTag } from '../page/language.ts';
import { type Visit, visitOf } from '../page/page.ts';
import { downloads } from '../page/pages.ts';
import { entryXml, updatedAt, urnOf } from './change-entry.ts';
import { xmlText } from './xml.ts';

/** Entries of one document; the link `next` leads to the older ones (RFC 5005, section 3). */
const PER_PAGE = 100;
/** Providers that the words of a search may mean; more are no subscription. */
const MAX_FOUND = 200;

/**
 * Atom feeds (RFC 4287) of what imports changed, newest first: the whole register, one provider, and with `scheme`, `item`
 * or `q` what concerns them. Pages are cut at the number of a change, so that an import in between moves nothing.
 */
export function feedRoutes(router: Router, deps: Deps): void {
  router.get(downloads.feed, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, language } = visit;
    const { scheme, item, q, before } = readQuery(req, t, ['scheme', 'item', 'q', 'before']);
    if (scheme !== '' && !isSchemeId(scheme)) throw new BadQuery(t.verify.errors.schemeUnknown(scheme.slice(0, 40)));
    const entry = item === '' ? undefined : findItem(item);
    if (item !== '' && !entry) throw new BadQuery(t.errors.noSuchCode(item.slice(0, 40)));
    const wanted = {
      ...(isSchemeId(scheme) && { scheme }),
      ...(entry && { item: entry.code }),
      ...(q !== '' && { ubn: foundBy(q, visit) }),
    };
    const about = [
      isSchemeId(scheme) ? getScheme(scheme).shortName[language] : '',
      entry ? `${entry.code} ${entry.title[language]}` : '',
      q && `「${q.slice(0, 60)}」`,
    ].filter((part) => part !== '');
    const query = { scheme: scheme || undefined, item: item || undefined, q: q || undefined };
    const shown =
      about.length === 0 ? paths.home() : entry && about.length === 1 ? paths.catalogueEntry(entry.code) : null;
    await send(req, res, visit, {
      title: [t.api.feedTitle, ...about].join('｜'),
      page: shown ?? paths.providers(query),
      address: (cursor) => paths.feed({ ...query, before: cursor }),
      wanted,
      before,
    });
  });

  router.get(downloads.providerFeed, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const provider = deps.register.provider(req.params.ubn);
    if (!provider) throw new NotFound(t.providers.noSuch(req.params.ubn));
    const { before } = readQuery(req, t, ['before']);
    const { ubn, name } = provider;
    await send(req, res, visit, {
      title: t.providers.one.feedTitle(name),
      page: paths.provider(ubn),
      address: (cursor) => paths.providerFeed(ubn) + (cursor === undefined ? '' : `?before=${cursor}`),
      wanted: { ubn },
      before,
    });
  });

  /** Providers whose names or numbers hold the words today; what only comes close is no subscription. */
  function foundBy(q: string, { today }: Visit): string[] {
    const { match, providers } = deps.register.providers({ on: today, q: q.slice(0, 200), perPage: MAX_FOUND });
    return match === 'similar' ? [] : providers.map(({ ubn }) => ubn);
  }

  async function send(req: Request, res: Response, visit: Visit, feed: Feed): Promise<void> {
    const { t } = visit;
    if (!/^(?:[1-9]\d{0,8})?$/.test(feed.before)) throw new BadQuery(t.errors.badCursor(feed.before.slice(0, 40)));
    const before = feed.before === '' ? Number.POSITIVE_INFINITY : Number(feed.before);
    const found = await deps.register.changes({ ...feed.wanted, before, limit: PER_PAGE });
    res
      .set({ 'Cache-Control': SHARED_AT_ANY_TIME, 'Content-Type': 'application/atom+xml; charset=utf-8' })
      .send(feedXml(feed, found, req, visit));
  }

  function feedXml(feed: Feed, { changes, more }: Changes, req: Request, visit: Visit): string {
    const { t, language } = visit;
    const { origin, clock } = deps;
    const link = (rel: string, href: string) =>
      `<link rel="${rel}" type="application/atom+xml" href="${xmlText(origin + href)}"/>\n`;
    const [newest, last] = [changes[0], changes.at(-1)];
    const subscription = feed.address();
    const updated = newest ? updatedAt(newest) : clock.now().toISOString();
    return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag[language]}">
<id>${urnOf(origin, subscription)}</id>
<title>${xmlText(feed.title)}</title>
<updated>${xmlText(updated)}</updated>
<author><name>${xmlText(t.site.name)}</name><uri>${xmlText(origin)}</uri></author>
${link('self', req.originalUrl)}${link('first', subscription)}${more && last ? link('next', feed.address(last.sequence)) : ''}<link rel="alternate" type="text/html" href="${xmlText(origin + feed.page)}"/>
${changes.map((entry) => entryXml(entry, origin, visit)).join('\n')}
</feed>
`;
  }
}

interface Feed {
  readonly title: string;
  /** The page that shows the same to people. */
  readonly page: string;
  /** Address of the feed, or of its page before a change. */
  readonly address: (before?: number) => string;
  readonly wanted: Pick<ChangesQuery, 'ubn' | 'scheme' | 'item'>;
  readonly before: string;
}
