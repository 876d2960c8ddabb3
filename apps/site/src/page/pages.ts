import querystring from 'node:querystring';

/** One page of the site: everything that has to be known of it in more than one place. */
export interface PageEntry {
  /** Below the language, with its variable parts as `:name`. */
  readonly path: string;
  /** Has its entry in the main menu, in the order of this table. */
  readonly inMenu?: true;
  /** In the sitemap: under its own address, or once for each value of its variable part. */
  readonly sitemap: boolean | 'each';
  /**
   * Says nothing but what the register, the catalogue and the programme say, so that it may be kept until one of them
   * changes. Except where one of the parameters holds what a visitor typed: that is kept nowhere.
   */
  readonly cacheable: false | { readonly unless: readonly string[] };
  /** The parameters its address may carry. Any other was hung on by whoever passed the link on, and says nothing here. */
  readonly parameters?: readonly string[];
}

const always = { unless: [] } as const;

/**
 * Every page. Routes, menu, sitemap and page cache read this table, and the browser tests walk it: a page that one of
 * them does not know fails the type check or a test.
 */
export const pages = {
  home: { path: '/', sitemap: true, cacheable: always },
  search: { path: '/search', sitemap: false, cacheable: false, parameters: ['q'] },
  catalogue: { path: '/catalogue', inMenu: true, sitemap: true, cacheable: always },
  providers: {
    path: '/providers',
    inMenu: true,
    sitemap: true,
    cacheable: { unless: ['q'] },
    parameters: ['q', 'state', 'scheme', 'tier', 'group', 'item', 'city', 'on', 'sort', 'page', 'per_page'],
  },
  compare: { path: '/providers/compare', sitemap: false, cacheable: { unless: ['q'] }, parameters: ['ubn', 'q'] },
  provider: { path: '/providers/:ubn', sitemap: 'each', cacheable: always },
  certificate: { path: '/certificates/:scheme/:number', sitemap: false, cacheable: always, parameters: ['on'] },
  verify: {
    path: '/verify',
    inMenu: true,
    sitemap: true,
    cacheable: false,
    parameters: ['scheme', 'number', 'ubn', 'name', 'on'],
  },
  verifyApplication: { path: '/verify/application', sitemap: false, cacheable: false },
  verifySheet: { path: '/verify/sheet', sitemap: false, cacheable: false },
  receipts: { path: '/r', sitemap: false, cacheable: false },
  receipt: { path: '/r/:id', sitemap: false, cacheable: false, parameters: ['receipt'] },
  precheck: { path: '/precheck', inMenu: true, sitemap: true, cacheable: false, parameters: ['category', 'year'] },
  // Answers the form that was sent, and leads to it otherwise.
  precheckResult: { path: '/precheck/result', sitemap: false, cacheable: false },
  // The year in force or, when none is, the next one; each year has its own address below.
  programme: {
    path: '/programme',
    inMenu: true,
    sitemap: true,
    cacheable: { unless: ['amount', 'ends'] },
    parameters: ['amount', 'unit', 'ends', 'sources'],
  },
  programmeForm: { path: '/programme/forms/:category', sitemap: false, cacheable: always, parameters: ['sources'] },
  notices: { path: '/programme/notices', sitemap: true, cacheable: always, parameters: ['sources'] },
  programmeSource: { path: '/programme/source', sitemap: true, cacheable: always, parameters: ['page'] },
  programmeOfYear: {
    path: '/programme/:year',
    sitemap: 'each',
    cacheable: { unless: ['amount', 'ends'] },
    parameters: ['amount', 'unit', 'ends', 'sources'],
  },
  programmeFormOfYear: {
    path: '/programme/:year/forms/:category',
    sitemap: false,
    cacheable: always,
    parameters: ['sources'],
  },
  noticesOfYear: { path: '/programme/:year/notices', sitemap: 'each', cacheable: always, parameters: ['sources'] },
  // Changes with every application; counted once for all who ask.
  statistics: { path: '/statistics', sitemap: true, cacheable: false, parameters: ['year'] },
  // Changes when a round is published, and nothing that is kept changes with it.
  results: { path: '/programme/:year/results', sitemap: 'each', cacheable: false },
  about: { path: '/about', inMenu: true, sitemap: true, cacheable: always },
  apiReference: { path: '/api', sitemap: true, cacheable: always },
  apiTopic: { path: '/api/reference/:topic', sitemap: 'each', cacheable: always },
  problems: { path: '/problems', sitemap: true, cacheable: always },
  problem: { path: '/problems/:type', sitemap: 'each', cacheable: always },
  catalogueEntry: { path: '/catalogue/:code', sitemap: 'each', cacheable: always },
  demonstration: { path: '/demonstration', sitemap: false, cacheable: false },
  apply: { path: '/apply', sitemap: true, cacheable: false },
  applyEnvironment: { path: '/apply/environment', sitemap: true, cacheable: false },
  applyLogin: { path: '/apply/login', sitemap: false, cacheable: false },
  applyCompany: { path: '/apply/company', sitemap: false, cacheable: false },
  applyStart: { path: '/apply/start', sitemap: false, cacheable: false },
  application: { path: '/apply/:application', sitemap: false, cacheable: false },
  applicationCategory: { path: '/apply/:application/category', sitemap: false, cacheable: false },
  applicationNotices: { path: '/apply/:application/notices', sitemap: false, cacheable: false },
  applicationForm: { path: '/apply/:application/form/:page', sitemap: false, cacheable: false },
  applicationCheck: { path: '/apply/:application/check', sitemap: false, cacheable: false },
  applicationSent: { path: '/apply/:application/sent', sitemap: false, cacheable: false },
  applicationReceipt: { path: '/apply/:application/receipt', sitemap: false, cacheable: false },
  applicationRevise: { path: '/apply/:application/revise', sitemap: false, cacheable: false },
  applicationAward: { path: '/apply/:application/award', sitemap: false, cacheable: false },
  applicationSupplement: { path: '/apply/:application/supplement', sitemap: false, cacheable: false },
  staff: {
    path: '/staff',
    sitemap: false,
    cacheable: false,
    parameters: ['group', 'year', 'category', 'round', 'page'],
  },
  staffLogin: { path: '/staff/login', sitemap: false, cacheable: false },
  staffOutbox: { path: '/staff/outbox', sitemap: false, cacheable: false, parameters: ['group', 'page'] },
  staffAwards: { path: '/staff/awards', sitemap: false, cacheable: false, parameters: ['group', 'year', 'page'] },
  staffUsage: { path: '/staff/usage', sitemap: false, cacheable: false },
  staffDuties: { path: '/staff/duties', sitemap: false, cacheable: false, parameters: ['group', 'page'] },
  staffDashboard: { path: '/staff/dashboard', sitemap: false, cacheable: false, parameters: ['year'] },
  staffAudit: {
    path: '/staff/audit',
    sitemap: false,
    cacheable: false,
    parameters: ['kind', 'type', 'actor', 'number', 'from', 'until', 'before'],
  },
  staffAward: { path: '/staff/:application/award', sitemap: false, cacheable: false },
  staffRounds: { path: '/staff/rounds', sitemap: false, cacheable: false },
  staffRound: {
    path: '/staff/rounds/:year/:category/:round',
    sitemap: false,
    cacheable: false,
    parameters: ['line', 'from', 'show', 'page'],
  },
  staffAssign: {
    path: '/staff/rounds/:year/:category/:round/assign',
    sitemap: false,
    cacheable: false,
    parameters: ['each', 'show', 'page'],
  },
  staffPapers: {
    path: '/staff/rounds/:year/:category/:round/papers',
    sitemap: false,
    cacheable: false,
    parameters: ['page'],
  },
  staffMeeting: {
    path: '/staff/rounds/:year/:category/:round/meeting',
    sitemap: false,
    cacheable: false,
    parameters: ['open', 'page'],
  },
  staffPublish: {
    path: '/staff/rounds/:year/:category/:round/publication',
    sitemap: false,
    cacheable: false,
    parameters: ['page'],
  },
  staffReviewers: { path: '/staff/reviewers', sitemap: false, cacheable: false },
  staffReviewer: { path: '/staff/reviewers/:reviewer', sitemap: false, cacheable: false },
  staffReview: { path: '/staff/reviews/:application', sitemap: false, cacheable: false },
  staffCase: { path: '/staff/:application', sitemap: false, cacheable: false },
  staffSent: { path: '/staff/:application/form', sitemap: false, cacheable: false, parameters: ['version', 'before'] },
  staffSupplement: { path: '/staff/:application/supplement', sitemap: false, cacheable: false },
} as const satisfies Readonly<Record<string, PageEntry>>;

export type PageName = keyof typeof pages;
export const pageNames = Object.keys(pages) as readonly PageName[];

type NamesWhere<Trait> = { [K in PageName]: (typeof pages)[K] extends Trait ? K : never }[PageName];
export type MenuPage = NamesWhere<{ readonly inMenu: true }>;
/** Pages of which the sitemap names one for each value. */
export type EachPage = NamesWhere<{ readonly sitemap: 'each' }>;
/** Pages under one address. */
export type SinglePage = NamesWhere<{ readonly sitemap: true }>;

export const menuPages = pageNames.filter((name): name is MenuPage => 'inMenu' in pages[name]);

/** What is not a page and has an address beside them: downloads and feeds, in both languages like the pages. */
export const downloads = {
  providersCsv: '/providers.csv',
  providersJson: '/providers.json',
  resultsCsv: '/programme/:year/results.csv',
  resultsFeed: '/programme/:year/results.atom',
  feed: '/feed.atom',
  expiringFeed: '/expiring.atom',
  providerFeed: '/providers/:ubn/feed.atom',
  badge: '/providers/:ubn/badge.svg',
  suggest: '/search/suggest',
  statisticsCsv: '/statistics.csv',
  overTimeCsv: '/statistics/register.csv',
} as const;

const patterns = pageNames.map((name) => {
  const { path, cacheable, sitemap, parameters = [] }: PageEntry = pages[name];
  const shape = path === '/' ? '' : path.replace(/:\w+/g, '[^/?]+');
  return {
    pattern: new RegExp(`^(/en)?${shape}/?(\\?|$)`),
    cacheable: cacheable !== false,
    sitemap,
    typed: cacheable ? cacheable.unless : [],
    parameters,
  };
});

/** The page under an address. A request asks five times, so the last answer is remembered. */
function pageAt(address: string): (typeof patterns)[number] | undefined {
  if (address !== last.address) last = { address, found: patterns.find(({ pattern }) => pattern.test(address)) };
  return last.found;
}
let last: { readonly address: string; readonly found: (typeof patterns)[number] | undefined } = {
  address: '',
  found: undefined,
};

/** Whether there is a page under an address: what else the site has lies elsewhere, editions of the catalogue aside. */
export const isPage = (address: string): boolean => pageAt(address) !== undefined;

/** Whether the page under an address, as it was asked for, may be kept for the next visitor. */
export function isCacheable(address: string): boolean {
  const found = pageAt(address);
  return found?.cacheable === true && !(found.typed.length > 0 && pairsOf(address, found.typed).length > 0);
}

/** Whether an address is a page's, and that page says the same to everybody; `null`: it is the address of no page. */
export function isForEverybody(address: string): boolean | null {
  const found = pageAt(address);
  return found ? found.cacheable || found.sitemap !== false : null;
}

/**
 * The address without what its page does not read (`fbclid`, `utm_source`, `openExternalBrowser`): the same page, whoever
 * passed the link on. What is no page keeps its address as it is.
 *
 * @param address path and query, as asked for
 */
export function ownAddress(address: string): string {
  const mark = address.indexOf('?');
  if (mark < 0) return address;
  const found = pageAt(address);
  if (!found) return address;
  const own = pairsOf(address, found.parameters);
  return address.slice(0, mark) + (own.length > 0 ? `?${own.join('&')}` : '');
}

/**
 * The pairs of an address, as written, whose names are among these. A name is compared as the page will read it: to the page
 * `%73tate=valid` is `state=valid`, and passed over here it would be kept as the page without any choice.
 */
function pairsOf(address: string, names: readonly string[]): readonly string[] {
  const mark = address.indexOf('?');
  if (mark < 0) return [];
  return address
    .slice(mark + 1)
    .split('&')
    .filter((pair) => {
      const name = pair.split('=', 1)[0]!;
      return names.includes(name.includes('%') ? querystring.unescape(name) : name);
    });
}
