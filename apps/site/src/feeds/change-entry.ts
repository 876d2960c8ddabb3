import { createHash } from 'node:crypto';
import { type NumberedChange, schemes } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { xmlText } from './xml.ts';

/** A UUID of the kind whose digits the maker chooses (RFC 9562, version 8): the same parts give the same one for ever. */
export function urnOf(...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = '89ab'[Number.parseInt(digest[16]!, 16) % 4];
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return `urn:uuid:${uuid}`;
}

/**
 * The moment of a change: when its import was recorded, to the millisecond, and behind it, within that millisecond, its
 * number. The changes of one import so keep an order of their own, and no reader takes two for one.
 */
export function updatedAt({ recordedAt, sequence }: Pick<NumberedChange, 'recordedAt' | 'sequence'>): string {
  return recordedAt.replace(/Z$/, `${String(sequence % 1_000_000).padStart(6, '0')}Z`);
}

export function entryXml(entry: NumberedChange, origin: string, { t, paths, language }: Visit): string {
  const words = t.providers.one;
  const { ubn, name, subject, kind, scheme, number, source, sequence, revision } = entry;
  const certificate = [schemes.find(({ id }) => id === scheme)?.shortName[language], number].filter(Boolean).join(' ');
  const title = `${name ?? ubn}: ${words.change[subject][kind]}${certificate ? ` (${certificate})` : ''}`;
  const fields = entry.fields.map(({ field, before, after }) => {
    const change = words.fromTo(before || words.empty, after || words.empty);
    return `${words.field[field] ?? field}: ${change}`;
  });
  // The same change keeps its id for ever, in whatever feed and language it is read.
  return `<entry>
<id>${urnOf(origin, revision, sequence, ubn)}</id>
<title>${xmlText(title)}</title>
<updated>${xmlText(updatedAt(entry))}</updated>
<link rel="alternate" type="text/html" href="${xmlText(origin + paths.provider(ubn))}"/>
<content type="text">${xmlText([...fields, source].join('\n'))}</content>
</entry>`;
}
