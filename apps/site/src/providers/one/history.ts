import { type HistoryEntry, schemes } from '@aipower/registry';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Visit } from '../../page/page.ts';
import { inOwnLanguage } from '../../presenters/both-languages.ts';

/** The changes of one import belong together: what the list was, then everything it changed. */
export function historyView(history: readonly HistoryEntry[], visit: Visit) {
  const { t, show, language } = visit;
  const own = (value: string) => inOwnLanguage(value, language);
  const runs = new Map<number, HistoryEntry[]>();
  for (const entry of history) {
    const run = runs.get(entry.revision);
    if (run) run.push(entry);
    else runs.set(entry.revision, [entry]);
  }
  return [...runs.values()].map((entries) => {
    const { recordedAt, source, seenOn, by, why } = entries[0]!;
    const day = taipeiDay(recordedAt);
    return {
      day,
      imported: t.providers.one.imported(own(source), show.day(seenOn), by, own(why)),
      entries: entries.map((entry) => changeView(entry, visit)),
    };
  });
}

function changeView(entry: HistoryEntry, { t, language }: Visit) {
  const words = t.providers.one;
  const value = (text: string | null) => (text === null || text === '' || text === '[]' ? words.empty : readable(text));
  return {
    what: words.change[entry.subject][entry.kind],
    scheme: schemes.find(({ id }) => id === entry.scheme)?.shortName[language] ?? '',
    number: entry.number ?? '',
    fields: entry.fields.map(({ field, before, after }) => ({
      label: words.field[field] ?? field,
      text: words.fromTo(value(before), value(after)),
    })),
  };
}

/** The register keeps lists as JSON text. */
function readable(text: string): string {
  if (!text.startsWith('[')) return text;
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.join('、') : text;
}
