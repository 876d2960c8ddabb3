import { splitLanguage } from '@aipower/site/page/language';
import { inLanguage, pathsFor } from '@aipower/site/page/paths';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, startSite } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** One address of every kind. A new kind of address without a line here is a type error. */
function examples(language: 'zh' | 'en'): Record<keyof ReturnType<typeof pathsFor>, string | null> {
  const p = pathsFor(language);
  return {
    home: p.home(),
    search: p.search('AOI'),
    suggest: p.suggest(),
    catalogue: p.catalogue(),
    catalogueEntry: p.catalogueEntry('4.6.1'),
    providers: p.providers({ scheme: 'ai' }),
    providersCsv: p.providersCsv(),
    providersJson: p.providersJson(),
    compare: p.compare(['00000005', '00000011']),
    provider: p.provider('00000005'),
    expiringFeed: p.expiringFeed({ scheme: 'ai' }),
    providerFeed: p.providerFeed('00000005'),
    badge: p.badge('00000005'),
    certificate: p.certificate('ai', '示範AI-001', '115/07/01'),
    verify: p.verify(),
    verifyApplication: p.verifyApplication(),
    verifySheet: p.verifySheet(),
    precheck: p.precheck(),
    // Answers a form that was sent, so it has no page of its own to open.
    precheckResult: null,
    programme: p.programme(),
    programmeForm: p.programmeForm('training'),
    notices: p.notices(),
    programmeSource: p.programmeSource(2),
    sourceLine: p.sourceLine(834).split('#')[0]!,
    programmeOfYear: p.programmeOfYear('115'),
    programmeFormOfYear: p.programmeFormOfYear('115', 'training'),
    noticesOfYear: p.noticesOfYear('115'),
    receipts: p.receipts(),
    // Under an id that was never given out.
    receipt: null,
    results: p.results('115'),
    resultsCsv: p.resultsCsv('115'),
    resultsFeed: p.resultsFeed('115'),
    about: p.about(),
    feed: p.feed(),
    problems: p.problems(),
    problem: p.problem('not-found'),
    apiReference: p.apiReference(),
    apiTopic: p.apiTopic('register'),
    api: p.api('/catalogue'),
    apply: p.apply(),
    applyEnvironment: p.applyEnvironment(),
    applyLogin: p.applyLogin('/apply'),
    // Open to a company that is logged in, or to a demonstration: test/site/apply and the browser tests open them.
    demonstration: null,
    applyCompany: null,
    applyStart: null,
    application: null,
    applicationCategory: null,
    applicationNotices: null,
    applicationForm: null,
    applicationCheck: null,
    applicationSent: null,
    applicationReceipt: null,
    applicationRevise: null,
    applicationSupplement: null,
    statistics: p.statistics({ year: '115' }),
    statisticsCsv: p.statisticsCsv({ year: '115' }),
    overTimeCsv: p.overTimeCsv(),
    staffLogin: p.staffLogin(),
    // Open to officers: test/site/staff.
    applicationAward: null,
    staffAwards: null,
    staffAward: null,
    staffUsage: null,
    staffDuties: null,
    staffDashboard: null,
    staffAudit: null,
    staff: null,
    staffOutbox: null,
    staffCase: null,
    staffSent: null,
    staffSupplement: null,
    staffRounds: null,
    staffRound: null,
    staffAssign: null,
    staffPapers: null,
    staffMeeting: null,
    staffPublish: null,
    staffReviewers: null,
    staffReviewer: null,
    staffReview: null,
  };
}

test.each(['zh', 'en'] as const)('every kind of address leads to a page (%s)', async (language) => {
  const answers = await Promise.all(
    Object.entries(examples(language)).flatMap(([name, path]) =>
      path === null ? [] : [site.get(path).then(({ status }) => `${name} ${path} ${status}`)],
    ),
  );
  expect(answers.filter((answer) => !answer.endsWith(' 200'))).toEqual([]);
});

test('whatever stands in an address is written so that it comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const url = new URL(pathsFor('zh').providers({ q: text }), 'http://site.test');
      expect(url.searchParams.get('q')).toBe(text.toWellFormed());
      expect(url.pathname).toBe('/providers');
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((text) => text !== '.' && text !== '..'),
      (number) => {
        const path = pathsFor('en').certificate('ai', number);
        expect(path.split('/')).toHaveLength(5);
        expect(decodeURIComponent(path.split('/')[4]!)).toBe(number);
      },
    ),
  );
});

test('what is not said leaves no trace in an address', () => {
  expect(pathsFor('zh').providers({ q: '', state: undefined })).toBe('/providers');
  expect(pathsFor('zh').compare([])).toBe('/providers/compare');
});

test('the language switch comes back to where it started', () => {
  for (const path of ['/', '/catalogue', '/providers?q=a', '/encore']) {
    expect(inLanguage('zh', path)).toBe(path);
    const english = inLanguage('en', path);
    expect(splitLanguage(english.split('?')[0]!)).toEqual({ language: 'en', rest: path.split('?')[0] });
    expect(splitLanguage(path.split('?')[0]!).language).toBe('zh');
  }
});
