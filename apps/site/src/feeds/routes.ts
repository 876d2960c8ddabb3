import { createHash } from 'node:crypto';
import { type HistoryEntry, schemes } from '@aipower/registry';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { SHARED_AT_ANY_TIME } from '../http/shared-caches.ts';
import { languageTag } from '../page/language.ts';
import { type Visit, visitOf } from '../page/page.ts';
import { downloads } from '../page/pages.ts';
import { xmlText } from './xml.ts';

const MAX_ENTRIES = 100;

/** Atom feeds (RFC 4287) of what imports changed: the whole register, and one provider. Newest first. */
export function feedRoutes(router: Router, deps: Deps): void {
  router.get(downloads.feed, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const history = await deps.register.history({ limit: MAX_ENTRIES });
    send(req, res, deps, visit, { title: visit.t.api.feedTitle, page: visit.paths.home(), history });
  });

  router.get(downloads.providerFeed, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const provider = deps.register.provider(req.params.ubn);
    if (!provider) throw new NotFound(t.providers.noSuch(req.params.ubn));
    const history = await deps.register.history({ ubn: provider.ubn, limit: MAX_ENTRIES });
    const title = t.providers.one.feedTitle(provider.name);
    send(req, res, deps, visit, { title, page: paths.provider(provider.ubn), history });
  });
}

interface Feed {
  readonly title: string;
  readonly page: string;
  readonly history: readonly HistoryEntry[];
}

function send(
  req: Request,
  res: Response,
  { origin, clock }: Deps,
  visit: Visit,
  { title, page, history }: Feed,
): void {
  const { t, language } = visit;
  const self = origin + req.originalUrl;
  const updated = history[0]?.recordedAt ?? clock.now().toISOString();
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag[language]}">
<id>${xmlText(self)}</id>
<title>${xmlText(title)}</title>
<updated>${xmlText(updated)}</updated>
<author><name>${xmlText(t.site.name)}</name><uri>${xmlText(origin)}</uri></author>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(origin + page)}"/>
${history.map((entry) => entryXml(entry, origin, visit)).join('\n')}
</feed>
`;
  res.set({ 'Cache-Control': SHARED_AT_ANY_TIME, 'Content-Type': 'application/atom+xml; charset=utf-8' }).send(xml);
}

function entryXml(entry: HistoryEntry, origin: string, { t, paths, language }: Visit): string {
  const words = t.providers.one;
  const { ubn, name, subject, kind, scheme, number, revision, recordedAt, source } = entry;
  const certificate = [schemes.find(({ id }) => id === scheme)?.shortName[language], number].filter(Boolean).join(' ');
  const title = `${name ?? ubn}: ${words.change[subject][kind]}${certificate ? ` (${certificate})` : ''}`;
  const fields = entry.fields.map(({ field, before, after }) => {
    const change = words.fromTo(before || words.empty, after || words.empty);
    return `${words.field[field] ?? field}: ${change}`;
  });
  // The same change keeps its id for ever, in whatever feed and language it is read.
  const identity = JSON.stringify([origin, revision, subject, ubn, scheme, number]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return `<entry>
<id>urn:x-aipower:change:${id}</id>
<title>${xmlText(title)}</title>
<updated>${xmlText(recordedAt)}</updated>
<link rel="alternate" type="text/html" href="${xmlText(origin + paths.provider(ubn))}"/>
<content type="text">${xmlText([...fields, source].join('\n'))}</content>
</entry>`;
}
