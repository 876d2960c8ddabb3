import { readNumber, type Snapshot, type schemes } from '@aipower/registry';
import { getItem } from '@aipower/taxonomy';
import type { Visit } from '../page/page.ts';
import { likeNames } from '../presenters/similar-names.ts';
import { destinationsFor } from './destinations.ts';
import { withoutLabel } from './form.ts';
import { itemsFor } from './items-found.ts';
import type { Searched } from './view.ts';
import { wordsAsked } from './words-asked.ts';

/** One line under the search field: where it leads, and what it is. */
export interface Suggestion {
  readonly kind: 'item' | 'provider' | 'certificate' | 'page';
  /** The kind in the reader's language. */
  readonly kindName: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
}

const most = { page: 2, certificate: 3, item: 4, provider: 4 } as const;
const shortestNumber = 4;

/** What may be meant by what has been typed so far: pages, numbers, items and firms, at most a dozen. */
export function suggestionsFor(
  typed: string,
  { register, companies, programmes }: Searched,
  visit: Visit,
): Suggestion[] {
  const { t, language, paths, today } = visit;
  const asked = wordsAsked(typed);
  const { words, text } = asked;
  const kinds = t.search.kinds;
  const one = (kind: Suggestion['kind'], label: string, detail: string, href: string): Suggestion => ({
    kind,
    kindName: kinds[kind],
    label,
    detail,
    href,
  });
  const numbers = numbersBeginning(withoutLabel(typed), register.snapshot()).map(({ scheme, number, name }) =>
    one('certificate', number, name, paths.certificate(scheme, number)),
  );
  const { exact, pages } = destinationsFor(words, text, programmes, visit);
  const found = words === '' ? null : register.providers({ on: today, q: words, perPage: most.provider });
  const named = found?.match === 'exact' ? found.providers : words.length > 2 ? likeNames(typed, companies).names : [];
  const providers = named
    .slice(0, most.provider)
    .map(({ ubn, name }) => one('provider', name, ubn, paths.provider(ubn)));
  const items = itemsFor(asked, false, language, exact)
    .items.slice(0, most.item)
    .map(({ code, because }) =>
      one('item', `${code} ${getItem(code).title[language]}`, because ?? '', paths.catalogueEntry(code)),
    );
  const numbersOnly = numbers.length > 0;
  return [
    ...pages.slice(0, most.page).map(({ label, href }) => one('page', label, '', href)),
    ...numbers,
    ...(numbersOnly ? [] : items),
    ...providers,
  ];
}

interface Numbered {
  readonly key: string;
  readonly scheme: (typeof schemes)[number]['id'];
  readonly number: string;
  readonly name: string;
}

const numbered = new WeakMap<Snapshot, readonly Numbered[]>();

/** Every printed number of a state of the register, in order of its key; made once per import. */
function allNumbers(snapshot: Snapshot): readonly Numbered[] {
  const known = numbered.get(snapshot);
  if (known) return known;
  const all = snapshot.providers
    .flatMap(({ name, certificates }) =>
      certificates.flatMap(({ scheme, number }) =>
        number === null ? [] : [{ key: readNumber(number).key, scheme, number, name }],
      ),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  numbered.set(snapshot, all);
  return all;
}

function numbersBeginning(typed: string, snapshot: Snapshot): readonly Numbered[] {
  const { key } = readNumber(typed);
  if (key.length < shortestNumber || !/\d/.test(key)) return [];
  return allNumbers(snapshot)
    .filter((one) => one.key.startsWith(key))
    .slice(0, most.certificate);
}
