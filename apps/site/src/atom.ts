/** One change, told for good: the same id and text whenever it is asked for. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** ISO 8601 instant. */
  readonly updated: string;
  readonly author: string;
  readonly summary: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly self: string;
  readonly href: string;
  readonly languageTag: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** For a feed without entries, which must have a day all the same. */
  readonly since: string;
}

// Control characters are no XML, not even escaped; a list may hold one all the same.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const xmlText = (text: string) => text.replace(unwritable, '').replace(/[&<>"]/g, (letter) => named[letter]!);

/** An Atom document (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const updated = feed.entries[0]?.updated ?? feed.since;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.languageTag}">
<id>${xmlText(feed.id)}</id>
<title>${xmlText(feed.title)}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(feed.href)}"/>
${feed.entries.map(atomEntry).join('')}</feed>
`;
}

function atomEntry({ id, title, href, updated, author, summary }: FeedEntry): string {
  return `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(title)}</title>
<updated>${updated}</updated>
<author><name>${xmlText(author)}</name></author>
<link rel="alternate" type="text/html" href="${xmlText(href)}"/>
<summary>${xmlText(summary)}</summary>
</entry>
`;
}
