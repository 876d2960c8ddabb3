import type { HistoryEntry, Provider } from '@aipower/registry';
import type { Feed } from '../atom.ts';
import { languageTag } from '../language.ts';
import type { Visit } from '../page.ts';
import { changeView } from './history.ts';

/** What changed about a provider and its certificates, import by import, for a feed reader. */
export function providerFeed(provider: Provider, history: readonly HistoryEntry[], origin: string, visit: Visit): Feed {
  const { t, paths, show, language } = visit;
  const seen = new Map<string, number>();
  const href = origin + paths.provider(provider.ubn);
  return {
    id: `${origin}/providers/${provider.ubn}`,
    title: t.providers.one.feedTitle(provider.name),
    self: origin + paths.providerFeed(provider.ubn),
    href,
    languageTag: languageTag[language],
    since: '1970-01-01T00:00:00Z',
    entries: history.map((entry) => {
      const { what, scheme, number, fields } = changeView(entry, visit);
      const subject = [entry.revision, entry.subject, entry.scheme, entry.number].filter(Boolean).join('/');
      // Certificates without a number share their subject; their order within an import stays.
      const nth = (seen.get(subject) ?? 0) + 1;
      seen.set(subject, nth);
      return {
        id: `${origin}/providers/${provider.ubn}#${encodeURIComponent(subject)}/${nth}`,
        title: [what, scheme, number].filter(Boolean).join(' '),
        href,
        updated: entry.recordedAt,
        author: entry.by,
        summary: [
          ...fields.map(({ label, text }) => `${label}: ${text}`),
          t.providers.one.imported(entry.source, show.day(entry.seenOn), entry.by, entry.why),
        ].join('\n'),
      };
    }),
  };
}
