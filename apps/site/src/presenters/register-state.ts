import { getScheme, type Register, type SchemeStatus } from '@aipower/registry';
import type { MarkKind } from '../page/marks.ts';
import type { Visit } from '../page/page.ts';
import { inOwnLanguage } from './both-languages.ts';

/** What the register holds, scheme by scheme: how much, how old, how complete. A list that is not loaded says so. */
export function registerState(register: Register, { t, paths, show, language, today }: Visit) {
  const status = register.status(today);
  return {
    providers: status.providers,
    certificates: status.certificates,
    loaded: status.schemes.filter(({ list }) => list.loaded).length,
    schemes: status.schemes.map((one) => ({
      name: getScheme(one.scheme).shortName[language],
      fullName: getScheme(one.scheme).name[language],
      numberKnown: getScheme(one.scheme).numberKnown,
      href: paths.providers({ scheme: one.scheme }),
      ...one,
      source: one.list.source && inOwnLanguage(one.list.source, language),
      // Counted in providers, as the list behind the link is.
      valid: register.providers({ on: today, scheme: [one.scheme], state: ['valid'], perPage: 1 }).total,
      validHref: paths.providers({ scheme: one.scheme, state: 'valid' }),
      seenOn: one.list.seenOn && show.day(one.list.seenOn),
      condition: condition(one, t),
    })),
  };
}

/** The worst that can be said of a list, in one word. */
function condition({ list }: SchemeStatus, t: Visit['t']): { readonly mark: MarkKind; readonly word: string } {
  const words = t.home.list;
  if (!list.loaded) return { mark: 'open', word: words.notLoaded };
  if (list.stale) return { mark: 'unsure', word: words.stale };
  if (!list.complete) return { mark: 'unsure', word: words.incomplete };
  return { mark: 'good', word: words.fresh };
}
