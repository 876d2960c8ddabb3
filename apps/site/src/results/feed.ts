import { findCategory, type Programme } from '@aipower/programme';
import { urnOf } from '../feeds/change-entry.ts';
import { xmlText } from '../feeds/xml.ts';
import { languageTag } from '../page/language.ts';
import type { Visit } from '../page/page.ts';
import { type RoundResults, toldRows } from './results.ts';
import { anchorOf } from './view.ts';

/** An Atom feed (RFC 4287) with an entry for each publication, the newest first. */
export function feedOf(origin: string, programme: Programme, results: readonly RoundResults[], visit: Visit): string {
  const { t, paths, show, language } = visit;
  const page = origin + paths.results(programme.id);
  const self = origin + paths.resultsFeed(programme.id);
  const entries = results
    .flatMap((one) => one.publications.map((publication, i) => ({ one, publication, isFirst: i === 0 })))
    .sort((a, b) => (a.publication.at < b.publication.at ? 1 : -1));
  const entry = ({ one, publication, isFirst }: (typeof entries)[number]) => {
    const category = findCategory(programme, one.category)!;
    const round = category.rounds.find(({ number }) => number === one.round)!;
    const rows = toldRows(publication);
    const what = isFirst ? t.results.published : t.results.corrected;
    const title = show.labelled(`${category.name[language]} ${round.name[language]}`, what(rows.length));
    return `<entry>
<id>${urnOf(origin, 'publication', publication.publication)}</id>
<title>${xmlText(title)}</title>
<updated>${xmlText(publication.at)}</updated>
<link rel="alternate" type="text/html" href="${xmlText(`${page}#${anchorOf(one)}`)}"/>
<content type="text">${xmlText(rows.map(({ company, outcome }) => `${company} ${t.staff.meeting.outcomes[outcome]}`).join('\n'))}</content>
</entry>`;
  };
  const updated = entries[0]?.publication.at ?? programme.window.closesAt;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag[language]}">
<id>${urnOf(origin, 'results', programme.id, language)}</id>
<title>${xmlText(t.results.title(String(programme.rocYear)))}</title>
<updated>${xmlText(updated)}</updated>
<author><name>${xmlText(t.site.name)}</name><uri>${xmlText(origin)}</uri></author>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${entries.map(entry).join('\n')}
</feed>
`;
}
