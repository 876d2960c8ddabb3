import type { Language } from './language.ts';
import { downloads, type PageName, pages } from './pages.ts';

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

/** Half a surrogate pair, which a cut text may end in, has no encoding; most values are codes and need none. */
const segment = (value: string) => (plain.test(value) ? value : encodeURIComponent(value.toWellFormed()));

/** The address of a pattern with its variable parts filled in, in order; cut once, for a list has hundreds of links. */
function filler(pattern: string): (...values: readonly string[]) => string {
  const [head = '', ...rest] = pattern.split(/:\w+/);
  return (...values) => rest.reduce((address, tail, index) => address + segment(values[index] ?? '') + tail, head);
}

/** The text of the guide is too long for one page of 20 kB: a citation of a line leads to the page that holds it. */
export const SOURCE_LINES_PER_PAGE = 450;

/** Every address of the site is made here, from the table of pages. */
export function pathsFor(language: Language) {
  const prefix = language === 'en' ? '/en' : '';
  const page = (name: PageName) => prefix + pages[name].path;
  const at = (name: PageName) => filler(page(name));
  const entry = at('catalogueEntry');
  const provider = at('provider');
  const certificate = at('certificate');
  const receipt = at('receipt');
  const form = at('programmeForm');
  const programme = at('programmeOfYear');
  const formOfYear = at('programmeFormOfYear');
  const notices = at('noticesOfYear');
  const problem = at('problem');
  const apiTopic = at('apiTopic');
  const feed = filler(prefix + downloads.providerFeed);
  const badge = filler(prefix + downloads.badge);
  return {
    home: () => (language === 'en' ? '/en' : '/'),
    search: (q?: string) => withQuery(page('search'), { q }),
    catalogue: () => page('catalogue'),
    catalogueEntry: (code: string) => entry(code),
    providers: (query?: Query) => withQuery(page('providers'), query),
    providersCsv: (query?: Query) => withQuery(prefix + downloads.providersCsv, query),
    providersJson: (query?: Query) => withQuery(prefix + downloads.providersJson, query),
    compare: (ubns: readonly string[], q?: string) => withQuery(page('compare'), { ubn: ubns, q }),
    provider: (ubn: string) => provider(ubn),
    feed: (query?: Query) => withQuery(prefix + downloads.feed, query),
    expiringFeed: (query?: Query) => withQuery(prefix + downloads.expiringFeed, query),
    suggest: () => prefix + downloads.suggest,
    providerFeed: (ubn: string) => feed(ubn),
    badge: (ubn: string) => badge(ubn),
    certificate: (scheme: string, number: string, on?: string) => withQuery(certificate(scheme, number), { on }),
    verify: (query?: Query) => withQuery(page('verify'), query),
    verifyApplication: () => page('verifyApplication'),
    verifySheet: () => page('verifySheet'),
    receipts: () => page('receipts'),
    receipt: (id: string, token?: string) => withQuery(receipt(id), { receipt: token }),
    precheck: (query?: Query) => withQuery(page('precheck'), query),
    precheckResult: () => page('precheckResult'),
    programme: () => page('programme'),
    programmeForm: (category: string) => form(category),
    notices: () => page('notices'),
    programmeSource: (number?: number) =>
      withQuery(page('programmeSource'), { page: number === 1 ? undefined : number }),
    /** Where a line of the guide stands. */
    sourceLine: (line: number) => {
      const number = Math.ceil(line / SOURCE_LINES_PER_PAGE);
      return `${withQuery(page('programmeSource'), { page: number === 1 ? undefined : number })}#L${line}`;
    },
    programmeOfYear: (year: string) => programme(year),
    programmeFormOfYear: (year: string, category: string) => formOfYear(year, category),
    noticesOfYear: (year: string) => notices(year),
    statistics: (query?: Query) => withQuery(page('statistics'), query),
    statisticsCsv: (query?: Query) => withQuery(prefix + downloads.statisticsCsv, query),
    overTimeCsv: () => prefix + downloads.overTimeCsv,
    results: (year: string) => at('results')(year),
    resultsCsv: (year: string) => filler(prefix + downloads.resultsCsv)(year),
    resultsFeed: (year: string) => filler(prefix + downloads.resultsFeed)(year),
    about: () => page('about'),
    problems: () => page('problems'),
    problem: (type: string) => problem(type),
    apiReference: () => page('apiReference'),
    apiTopic: (topic: string) => apiTopic(topic),
    demonstration: () => page('demonstration'),
    apply: () => page('apply'),
    applyEnvironment: () => page('applyEnvironment'),
    applyLogin: (next?: string) => withQuery(page('applyLogin'), { next }),
    applyCompany: () => page('applyCompany'),
    applyStart: () => page('applyStart'),
    application: (id: string) => at('application')(id),
    applicationCategory: (id: string) => at('applicationCategory')(id),
    applicationNotices: (id: string) => at('applicationNotices')(id),
    applicationForm: (id: string, name: string) => at('applicationForm')(id, name),
    applicationCheck: (id: string, query?: Query) => withQuery(at('applicationCheck')(id), query),
    applicationSent: (id: string, version?: number) => withQuery(at('applicationSent')(id), { version }),
    applicationReceipt: (id: string, version?: number) => withQuery(at('applicationReceipt')(id), { version }),
    applicationRevise: (id: string) => at('applicationRevise')(id),
    applicationAward: (id: string) => at('applicationAward')(id),
    applicationSupplement: (id: string) => at('applicationSupplement')(id),
    staff: (query?: Query) => withQuery(page('staff'), query),
    staffLogin: (next?: string) => withQuery(page('staffLogin'), { next }),
    staffOutbox: (query?: Query) => withQuery(page('staffOutbox'), query),
    staffAwards: (query?: Query) => withQuery(page('staffAwards'), query),
    staffUsage: () => page('staffUsage'),
    staffDuties: (query?: Query) => withQuery(page('staffDuties'), query),
    staffDashboard: (query?: Query) => withQuery(page('staffDashboard'), query),
    staffAudit: (query?: Query) => withQuery(page('staffAudit'), query),
    staffAward: (id: string) => at('staffAward')(id),
    staffRounds: () => page('staffRounds'),
    staffRound: (year: string, category: string, round: string, query?: Query) =>
      withQuery(at('staffRound')(year, category, round), query),
    staffAssign: (year: string, category: string, round: string, query?: Query) =>
      withQuery(at('staffAssign')(year, category, round), query),
    staffPapers: (year: string, category: string, round: string, query?: Query) =>
      withQuery(at('staffPapers')(year, category, round), query),
    staffMeeting: (year: string, category: string, round: string, query?: Query) =>
      withQuery(at('staffMeeting')(year, category, round), query),
    staffPublish: (year: string, category: string, round: string, query?: Query) =>
      withQuery(at('staffPublish')(year, category, round), query),
    staffReviewers: () => page('staffReviewers'),
    staffReviewer: (id: string) => at('staffReviewer')(id),
    staffReview: (id: string) => at('staffReview')(id),
    staffCase: (id: string) => at('staffCase')(id),
    staffSent: (id: string, query?: Query) => withQuery(at('staffSent')(id), query),
    staffSupplement: (id: string) => at('staffSupplement')(id),
    api: (path: string) => `/api/v1${path}`,
  } satisfies Record<PageName | keyof typeof downloads | 'api' | 'sourceLine', (...values: never) => string>;
}

export type Paths = ReturnType<typeof pathsFor>;

/** The same page in the other language. `rest` is the path without its language prefix, with its query. */
export function inLanguage(language: Language, given: string): string {
  // Two slashes, of either kind, would begin the name of another host.
  const rest = given.replace(/^[/\\]*/, '/');
  if (language === 'zh') return rest;
  return rest === '/' ? '/en' : `/en${rest}`;
}
