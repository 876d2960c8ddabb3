import type { PageName } from '@aipower/site/page/pages';
import { pathsFor } from '@aipower/site/page/paths';
import type { Page, Response } from 'playwright-core';
import { atDesk, atReviewer, atStaff, atStaffDesk, usageRead } from './apply-states.ts';

type Paths = ReturnType<typeof pathsFor>;
export type Language = 'zh' | 'en';

/**
 * The site a page is met on: `lists`, `stale`, `sample` and `empty` as in start-site.ts; `closed`: its database is gone;
 * `broken`: a part of it fails as no part should; `limited`: the visitor has asked too often.
 */
export type World = 'lists' | 'stale' | 'sample' | 'empty' | 'closed' | 'broken' | 'limited' | 'desk';

/** A page in one of the states a visitor can meet it in, and how to get there. */
export interface PageState {
  readonly name: string;
  readonly status: number;
  readonly world: World;
  /** Leaves the page open and gives the answer it was made of. */
  open(page: Page, url: string, language: Language): Promise<Response>;
}

const at = (name: string, path: (paths: Paths) => string, status = 200, world: World = 'lists'): PageState => ({
  name,
  status,
  world,
  open: async (page, url, language) => (await page.goto(url + path(pathsFor(language))))!,
});

/** A form filled in by the names of its fields and sent. */
const sent = (
  name: string,
  path: (paths: Paths) => string,
  fields: Readonly<Record<string, string>>,
  status = 200,
  world: World = 'lists',
): PageState => ({
  name,
  status,
  world,
  async open(page, url, language) {
    await page.goto(url + path(pathsFor(language)));
    for (const [field, value] of Object.entries(fields)) {
      const input = page.locator(`main [name="${field}"]`);
      const choices = page.locator(`main [name="${field}"]:is([type="radio"], [type="checkbox"])`);
      if ((await choices.count()) > 0) await choices.and(page.locator(`[value="${value}"]`)).check();
      else if ((await page.locator(`main select[name="${field}"]`).count()) > 0) await input.selectOption(value);
      else await input.fill(value);
    }
    const form = page.locator('main form').filter({ has: page.locator(`[name="${Object.keys(fields)[0]}"]`) });
    const [response] = await Promise.all([
      // A sheet is posted by its own script, which then puts the answer in the place of the page.
      page.waitForResponse((one) => one.request().isNavigationRequest() || one.request().method() === 'POST'),
      form.locator('button').last().click(),
    ]);
    await page.waitForLoadState();
    await page.locator('main :is(.verdict, .error-summary, #problems)').first().waitFor();
    return response;
  },
});

/** What a press on a button of the page in another state leads to, as a page of its own. */
const pressed = (name: string, from: PageState, button: string, shows = '.a4'): PageState => ({
  ...from,
  name,
  async open(page, url, language) {
    await from.open(page, url, language);
    const found = page.locator(`button[name="as"][value="${button}"]`);
    const toPress = page.locator('main').locator(found);
    // On a phone what is taken away is folded, so that the rows come first.
    const fold = page.locator('main details:not([open])', { has: found }).first().locator('summary').first();
    if (!(await toPress.isVisible())) await fold.click();
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().isNavigationRequest() || one.request().method() === 'POST'),
      toPress.click(),
    ]);
    await page.waitForLoadState();
    await page.locator(`main ${shows}`).first().waitFor();
    return response;
  },
});

const sheet = [
  '案號\t登錄類別\t編號\t統一編號\t公司名稱',
  'A1\t人工智慧\t示範AI-001\t00000005\t示範明視智檢股份有限公司',
  'A2\t人工智慧\t示範AI-003\t00000016\t',
  'A3\t電子簽章\t113電簽9001\t00000011\t',
  'A4\t人工智慧\t無\t00000022\t',
  'A5\t第三方支付洗錢防制\t114-X\t00000022\t',
].join('\n');

const project = '本計畫以攝影機擷取面板影像，訓練瑕疵檢測模型，於產線即時找出刮傷與髒污，並導入智慧客服協助維修人員。';

const checkedSheet = sent('verification of a sheet, result', (p) => p.verifySheet(), { paste: sheet });
const checkedApplication = sent('verification of an application, result', (p) => p.verifyApplication(), {
  ubn: '00000005',
  ai: '示範AI-001',
  'e-signature': '113電簽9001',
  'third-party-payment-aml': '114-X',
  on: '115/07/01',
});

function precheckOf(ubn: string): Readonly<Record<string, string>> {
  return { category: 'inference', ubn, text: project };
}

/** Every page of the table, in each of the states a visitor can meet it in. */
export const statesOfPages: Readonly<Record<PageName, readonly PageState[]>> = {
  demonstration: [at('demonstration', (p) => p.demonstration(), 200, 'desk')],
  apply: [at('desk, home', (p) => p.apply(), 200, 'desk'), atDesk('home of a company', 'submitted', (p) => p.apply())],
  applyEnvironment: [at('desk, system check', (p) => p.applyEnvironment(), 200, 'desk')],
  applyLogin: [
    at('desk, login', (p) => p.applyLogin(), 200, 'desk'),
    at('desk, login without roots', (p) => p.applyLogin()),
  ],
  applyCompany: [atDesk('company', 'submitted', (p) => p.applyCompany())],
  applyStart: [atDesk('category', 'submitted', (p) => p.applyStart())],
  application: [
    atDesk('a draft', 'draft', (p, id) => p.application(id)),
    atDesk('an application', 'submitted', (p, id) => p.application(id)),
    atDesk('an award', 'active', (p, id) => p.application(id)),
  ],
  applicationCategory: [atDesk('another category', 'draft', (p, id) => p.applicationCategory(id))],
  applicationNotices: [atDesk('notices', 'draft', (p, id) => p.applicationNotices(id))],
  applicationForm: ['company', 'models', 'importance', 'bonus', 'product'].map((name) =>
    atDesk(`form, ${name}`, 'draft', (p, id) => p.applicationForm(id, name)),
  ),
  applicationCheck: [atDesk('overview', 'draft', (p, id) => p.applicationCheck(id))],
  applicationSent: [atDesk('form as sent', 'submitted', (p, id) => p.applicationSent(id))],
  applicationReceipt: [atDesk('receipt', 'submitted', (p, id) => p.applicationReceipt(id))],
  applicationRevise: [atDesk('update', 'submitted', (p, id) => p.applicationRevise(id))],
  applicationSupplement: [atDesk('missing items', 'supplement-requested', (p, id) => p.applicationSupplement(id))],
  applicationAward: [
    atDesk('award in use', 'active', (p, id) => p.applicationAward(id)),
    atDesk('award not started', 'approved', (p, id) => p.applicationAward(id)),
  ],
  staffAwards: [
    atStaff('awards', (p) => p.staffAwards()),
    atStaff('awards in use', (p) => p.staffAwards({ group: 'running' })),
  ],
  staffAward: [
    atStaffDesk('award in use', 'active', (p, id) => p.staffAward(id)),
    atStaffDesk('award to start', 'approved', (p, id) => p.staffAward(id)),
  ],
  staffUsage: [atStaff('usage', (p) => p.staffUsage()), usageRead],
  staffDuties: [atStaff('duties', (p) => p.staffDuties({ group: 'all' }))],
  staffDashboard: [atStaff('figures', (p) => p.staffDashboard(), 'demonstration-chair-1')],
  staffAudit: [
    atStaff('log', (p) => p.staffAudit(), 'demonstration-auditor-1'),
    atStaff('own lines', (p) => p.staffAudit({ kind: 'read' })),
  ],
  statistics: [
    at('statistics', (p) => p.statistics({ year: '115' }), 200, 'desk'),
    at('statistics, no applications', (p) => p.statistics({ year: '115' })),
  ],
  staff: [
    atStaff('queue', (p) => p.staff()),
    atStaff('an empty group', (p) => p.staff({ group: 'company', category: 'inference', round: 9 })),
    atStaff('reviews', (p) => p.staff(), 'demonstration-reviewer-1'),
  ],
  staffLogin: [
    at('officers’ desk, login', (p) => p.staffLogin(), 200, 'desk'),
    at('officers’ desk, no provider', (p) => p.staffLogin()),
  ],
  staffOutbox: [
    atStaff('notices', (p) => p.staffOutbox()),
    atStaff('another role', (p) => p.staffOutbox(), 'demonstration-reviewer-1', 403),
  ],
  staffRounds: [
    atStaff('rounds', (p) => p.staffRounds()),
    atStaff('no round', (p) => p.staffRounds(), 'demonstration-reviewer-2'),
  ],
  staffRound: [
    atStaff('table of a round', (p) => p.staffRound('115', 'training', '2'), 'demonstration-chair-1'),
    atStaff('a round that there is not', (p) => p.staffRound('115', 'training', '9'), 'demonstration-chair-1', 404),
  ],
  staffAssign: [atStaff('assigning', (p) => p.staffAssign('115', 'training', '3'))],
  staffPapers: [atStaff('papers', (p) => p.staffPapers('115', 'training', '2'), 'demonstration-chair-1')],
  staffMeeting: [
    atStaff('meeting', (p) => p.staffMeeting('115', 'training', '2'), 'demonstration-chair-1'),
    atStaff('decisions', (p) => p.staffMeeting('115', 'inference', '5'), 'demonstration-chair-1'),
  ],
  staffPublish: [
    atStaff('publication', (p) => p.staffPublish('115', 'training', '2'), 'demonstration-chair-1'),
    atStaff('published', (p) => p.staffPublish('115', 'training', '1'), 'demonstration-chair-1'),
  ],
  staffReviewers: [atStaff('reviewers', (p) => p.staffReviewers())],
  staffReviewer: [
    atStaff('own expertise', (p) => p.staffReviewer('demonstration-reviewer-1'), 'demonstration-reviewer-1'),
    atStaff('expertise', (p) => p.staffReviewer('demonstration-reviewer-1')),
  ],
  staffReview: [
    atStaffDesk('reviews of an application', 'scored', (p, id) => p.staffReview(id)),
    atReviewer('to declare', '未聲明'),
    atReviewer('to score', '審查中'),
  ],
  staffCase: [
    atStaffDesk('received', 'submitted', (p, id) => p.staffCase(id)),
    atStaffDesk('screening', 'screening', (p, id) => p.staffCase(id)),
    atStaffDesk('missing items', 'supplement-requested', (p, id) => p.staffCase(id)),
    atStaffDesk(
      'missing items, overdue',
      'supplement-requested',
      (p, id) => p.staffCase(id),
      ({ due }) => due! < '2026-10-20',
    ),
    atStaffDesk('not accepted', 'not-accepted', (p, id) => p.staffCase(id)),
    atStaffDesk('eligible', 'eligible', (p, id) => p.staffCase(id)),
  ],
  staffSent: [
    atStaffDesk('form', 'resubmitted', (p, id) => p.staffSent(id)),
    atStaffDesk('two versions', 'resubmitted', (p, id) => p.staffSent(id, { version: 2, before: 1 })),
  ],
  staffSupplement: [atStaffDesk('request', 'screening', (p, id) => p.staffSupplement(id))],
  home: [
    at('home', (p) => p.home()),
    at('home, fictional', (p) => p.home(), 200, 'sample'),
    at('home, no register', (p) => p.home(), 200, 'empty'),
    at('home, a stale list', (p) => p.home(), 200, 'stale'),
  ],
  search: [
    at('search, nothing typed', (p) => p.search()),
    at('search, words', (p) => p.search('影像 檢測')),
    at('search, a name with a slip', (p) => p.search('示範明視智撿股份有限公司')),
    at('search, a number with a slip', (p) => p.search('示範AI-0031')),
    at('search, nothing found', (p) => p.search('zzqqxx')),
    at('search, too long', (p) => p.search('字'.repeat(201)), 400),
  ],
  catalogue: [at('catalogue', (p) => p.catalogue())],
  catalogueEntry: [
    at('a tier', (p) => p.catalogueEntry('4')),
    at('a group', (p) => p.catalogueEntry('4.13')),
    at('an item with requirements and exclusions', (p) => p.catalogueEntry('1.1.2')),
    at('an item with providers', (p) => p.catalogueEntry('4.6.1')),
    at('a code that does not exist', (p) => p.catalogueEntry('4.6.9'), 404),
    at('an item, no register', (p) => p.catalogueEntry('4.6.1'), 200, 'empty'),
  ],
  providers: [
    at('providers', (p) => p.providers()),
    at('providers, filtered', (p) => p.providers({ state: 'valid', item: '4.6.1', on: '115/07/01' })),
    at('providers, a later page', (p) => p.providers({ page: 2 })),
    at('providers, only similar names', (p) => p.providers({ q: '示範明視智撿股份有限公司' })),
    at('providers, none', (p) => p.providers({ state: 'revoked', city: '花蓮縣' })),
    at('providers, not understood', (p) => p.providers({ state: 'x', on: 'soon', q: '示範' }), 400),
    at('providers, no register', (p) => p.providers(), 200, 'empty'),
  ],
  compare: [
    at('comparison', (p) => p.compare(['00000005', '00000011', '00000048', '00000016'])),
    at('comparison, one chosen', (p) => p.compare(['00000005'])),
    at('comparison, another looked for', (p) => p.compare(['00000005', '00000011'], '補充')),
    at('comparison, badly chosen', (p) => p.compare(['00000005', '00000005']), 400),
  ],
  provider: [
    at('a provider with everything', (p) => p.provider('00000005')),
    at('a provider with branches', (p) => p.provider('00000048')),
    at('a provider that was succeeded', (p) => p.provider('00000011')),
    at('a provider with a doubtful number', (p) => p.provider('00000006')),
    at('a provider that is not registered', (p) => p.provider('12345675'), 404),
    at('a provider, a stale list', (p) => p.provider('00000005'), 200, 'stale'),
  ],
  certificate: [
    at('a certificate today', (p) => p.certificate('ai', '示範AI-005')),
    at('a certificate on a day', (p) => p.certificate('ai', '示範AI-003', '2026-09-14')),
    at('certificates that share a number', (p) => p.certificate('ai', '示範AI009')),
    at('a certificate, day not understood', (p) => p.certificate('ai', '示範AI-003', 'soon'), 400),
    at('a certificate that is not on the list', (p) => p.certificate('ai', '示範AI-0001'), 404),
    at('a certificate, no register', (p) => p.certificate('ai', '示範AI-001'), 503, 'empty'),
    at('a certificate, a stale list', (p) => p.certificate('ai', '示範AI-001'), 200, 'stale'),
  ],
  verify: [
    at('verification of a number', (p) => p.verify()),
    at('verification, valid', (p) =>
      p.verify({ scheme: 'ai', number: '示範AI-001', ubn: '00000005', on: '115/07/01' }),
    ),
    at('verification, another holder', (p) => p.verify({ scheme: 'ai', number: '示範AI-001', ubn: '00000011' })),
    at('verification, near numbers', (p) => p.verify({ scheme: 'ai', number: '示範AI-0001' })),
    at('verification, list not loaded', (p) => p.verify({ scheme: 'third-party-payment-aml', number: '114-X' })),
    at('verification, not understood', (p) => p.verify({ scheme: 'x', number: '1', ubn: '12', on: 'soon' }), 400),
    at('verification, a stale list', (p) => p.verify({ scheme: 'ai', number: '示範AI-0001' }), 200, 'stale'),
  ],
  verifyApplication: [
    at('verification of an application', (p) => p.verifyApplication()),
    checkedApplication,
    pressed('verification of an application, on paper', checkedApplication, 'print'),
    sent('verification of an application, not understood', (p) => p.verifyApplication(), { ubn: '12', ai: '1' }, 400),
    sent(
      'verification of an application, no register',
      (p) => p.verifyApplication(),
      { ubn: '00000005', ai: '示範AI-001' },
      200,
      'empty',
    ),
  ],
  verifySheet: [
    at('verification of a sheet', (p) => p.verifySheet()),
    checkedSheet,
    pressed('verification of a sheet, on paper', checkedSheet, 'print'),
    sent('verification of a sheet, no applicant', (p) => p.verifySheet(), { paste: '類別\t編號\nai\t示範AI-001' }),
    sent('verification of a sheet, columns not recognised', (p) => p.verifySheet(), { paste: '甲\t乙\nA1\tA2' }, 400),
    sent('verification of a sheet, not understood', (p) => p.verifySheet(), { paste: 'nothing but words' }, 400),
  ],
  receipts: [at('receipts', (p) => p.receipts())],
  receipt: [
    pressed('a receipt, asked again today', checkedApplication, 'receipt', 'h1'),
    at('a receipt, number mistyped', (p) => p.receipt('7K3M'), 404),
    at('a receipt that is not kept', (p) => p.receipt('00000000000AA'), 404),
  ],
  precheck: [at('pre-check', (p) => p.precheck())],
  precheckResult: [
    sent('pre-check, result', (p) => p.precheck(), {
      category: 'training',
      ubn: '00000005',
      text: project,
      baseModel: 'Llama 3.1 8B',
      'bonus-5.4': '示範AI-001',
    }),
    sent('pre-check, not understood', (p) => p.precheck(), { ubn: '12', approvedOn: 'soon', text: project }, 400),
    sent('pre-check, looked up in the tax register', (p) => p.precheck(), precheckOf('00000254'), 200, 'sample'),
    sent('pre-check, not in the tax register', (p) => p.precheck(), precheckOf('12345675'), 200, 'sample'),
  ],
  programme: [
    at('programme', (p) => p.programme()),
    at('programme, calculated', (p) => `${p.programme()}?amount=3000&unit=training-points`),
    at('programme, deadlines', (p) => `${p.programme()}?ends=115/12/31`),
    at('programme, not understood', (p) => `${p.programme()}?amount=many&unit=training-points`, 400),
  ],
  programmeForm: [at('programme, a form', (p) => p.programmeForm('training'))],
  notices: [at('notices', (p) => p.notices())],
  programmeSource: [
    at('text of the guide', (p) => p.programmeSource()),
    at('text of the guide, a page that there is not', (p) => p.programmeSource(9), 404),
  ],
  programmeOfYear: [
    at('programme of a year', (p) => p.programmeOfYear('115')),
    at('programme of a year that has none', (p) => p.programmeOfYear('99'), 404),
  ],
  programmeFormOfYear: [at('programme of a year, a form', (p) => p.programmeFormOfYear('115', 'inference'))],
  noticesOfYear: [at('notices of a year', (p) => p.noticesOfYear('115'))],
  results: [at('results', (p) => p.results('115'), 200, 'desk'), at('no results', (p) => p.results('115'))],
  about: [at('about the data', (p) => p.about()), at('about the data, no register', (p) => p.about(), 200, 'empty')],
  apiReference: [at('API reference', (p) => p.apiReference())],
  apiTopic: [
    at('API reference, a group of operations', (p) => p.apiTopic('verification')),
    at('API reference, the largest group', (p) => p.apiTopic('programme')),
    at('API reference, shared schemas', (p) => p.apiTopic('shared')),
    at('API reference, a group that there is not', (p) => p.apiTopic('nothing'), 404),
  ],
  problems: [at('problems', (p) => p.problems())],
  problem: [
    at('a problem', (p) => p.problem('not-found')),
    at('a problem of the register', (p) => p.problem('list-not-usable')),
  ],
};

/** What stands in the place of a page. */
const failures: readonly PageState[] = [
  at('no such page', (p) => `${p.home()}/nowhere`.replace('//', '/'), 404),
  at('an unknown parameter', (p) => `${p.about()}?page=1`, 200),
  at('the database is gone', (p) => p.feed(), 503, 'closed'),
  at('something is broken', (p) => p.search('示範'), 500, 'broken'),
  at('asked too often', (p) => p.home(), 429, 'limited'),
];

export const pageStates: readonly PageState[] = [...Object.values(statesOfPages).flat(), ...failures];
