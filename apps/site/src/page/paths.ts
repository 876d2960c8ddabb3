import type { Language } from './language.ts';

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const plain = /^[\w.*-]*$/;

/** As a form would send it. Most values are codes, and a list has some hundred links. */
const encoded = (value: string) => (plain.test(value) ? value : new URLSearchParams([['', value]]).toString().slice(1));

function withQuery(path: string, query: Query = {}): string {
  let address = path;
  let mark = '?';
  for (const key in query) {
    const value = query[key];
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      address += `${mark}${key}=${encoded(String(one))}`;
      mark = '&';
    }
  }
  return address;
}

const segment = encodeURIComponent;

/** Every address of the site is made here, so that a changed address is changed once. */
export function pathsFor(language: Language) {
  const prefix = language === 'en' ? '/en' : '';
  const at = (path: string, query?: Query) => withQuery(prefix + path, query);
  return {
    home: () => (language === 'en' ? '/en' : '/'),
    search: (q?: string) => at('/search', { q }),
    catalogue: () => at('/catalogue'),
    catalogueEntry: (code: string) => at(`/catalogue/${segment(code)}`),
    providers: (query?: Query) => at('/providers', query),
    providersCsv: (query?: Query) => at('/providers.csv', query),
    providersJson: (query?: Query) => at('/providers.json', query),
    compare: (ubns: readonly string[], q?: string) => at('/providers/compare', { ubn: ubns, q }),
    provider: (ubn: string) => at(`/providers/${segment(ubn)}`),
    feed: () => at('/feed.atom'),
    providerFeed: (ubn: string) => at(`/providers/${segment(ubn)}/feed.atom`),
    certificate: (scheme: string, number: string, on?: string) =>
      at(`/certificates/${segment(scheme)}/${segment(number)}`, { on }),
    verify: (query?: Query) => at('/verify', query),
    verifyApplication: () => at('/verify/application'),
    verifySheet: () => at('/verify/sheet'),
    precheck: () => at('/precheck'),
    precheckResult: () => at('/precheck/result'),
    programme: () => at('/programme'),
    programmeForm: (category: string) => at(`/programme/forms/${segment(category)}`),
    notices: () => at('/programme/notices'),
    about: () => at('/about'),
    problems: () => at('/problems'),
    problem: (type: string) => at(`/problems/${segment(type)}`),
    apiReference: () => at('/api'),
    api: (path: string) => `/api/v1${path}`,
  };
}

export type Paths = ReturnType<typeof pathsFor>;

/** The same page in the other language. `rest` is the path without its language prefix, with its query. */
export function inLanguage(language: Language, rest: string): string {
  if (language === 'zh') return rest;
  return rest === '/' ? '/en' : `/en${rest}`;
}
