/** What is asked of the site: an address, and for a form what is posted to it. */
export interface Ask {
  readonly path: string;
  /** Fields of a form, sent as the page sends them. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as multipart, as a form with a file is. */
  readonly multipart?: true;
  /** Body of an API operation. */
  readonly json?: unknown;
}

const project = '本計畫以攝影機擷取面板影像，訓練瑕疵檢測模型，於產線即時找出刮傷與髒污，並導入智慧客服協助維修人員。';
const sheet = [
  '案號\t登錄類別\t編號\t統一編號\t公司名稱',
  'A1\t人工智慧\t示範AI-001\t00000005\t示範明視智檢股份有限公司',
  'A2\t人工智慧\t示範AI-003\t00000016\t',
  'A3\t電子簽章\t113電簽9001\t00000011\t',
  'A4\t人工智慧\t無\t00000022\t',
  'A5\t第三方支付洗錢防制\t114-X\t00000022\t',
].join('\n');

const blankPrecheck = {
  on: '',
  need: '',
  name: '',
  industryCodes: '',
  organisationType: '',
  headOfficeUbn: '',
  approvedOn: '',
  prcInvestment: '',
  governmentProjectBreach: '',
  governmentProjectBreachOn: '',
  seriousLawViolation: '',
  seriousLawViolationOn: '',
  topic: '',
  modelName: '',
  baseModel: '',
  models: '',
};

/** Pages with a query or a form, by their addresses as others have them: not made with the site's own code on purpose. */
const states: readonly Ask[] = [
  { path: '/search' },
  { path: '/search?q=影像+檢測' },
  { path: '/search?q=示範明視智撿股份有限公司' },
  { path: '/search?q=示範AI-0031' },
  { path: '/search?q=00000005' },
  { path: '/search?q=zzqqxx' },
  { path: `/search?q=${'字'.repeat(201)}` },
  { path: '/catalogue/4.6.9' },
  { path: '/providers?state=valid&item=4.6.1&on=115/07/01' },
  { path: '/providers?q=示範明視智撿股份有限公司' },
  { path: '/providers?state=revoked&city=花蓮縣' },
  { path: '/providers?state=x&on=soon&q=示範' },
  { path: '/providers?page=2' },
  { path: '/providers.csv' },
  { path: '/providers.json' },
  { path: '/providers/compare?ubn=00000005&ubn=00000011&ubn=00000048&ubn=00000016' },
  { path: '/providers/compare?ubn=00000005' },
  { path: '/providers/compare?ubn=00000005&ubn=00000011&q=補充' },
  { path: '/providers/compare?ubn=00000005&ubn=00000005' },
  { path: '/providers/12345675' },
  { path: '/providers/00000005/feed.atom' },
  { path: '/feed.atom' },
  { path: '/certificates/ai/示範AI-005' },
  { path: '/certificates/ai/示範AI-003?on=2026-09-14' },
  { path: '/certificates/ai/示範AI009' },
  { path: '/certificates/ai/示範AI-003?on=soon' },
  { path: '/certificates/ai/示範AI-0001' },
  { path: '/verify?scheme=ai&number=示範AI-001&ubn=00000005&on=115/07/01' },
  { path: '/verify?scheme=ai&number=示範AI-001&ubn=00000011' },
  { path: '/verify?scheme=ai&number=示範AI-0001' },
  { path: '/verify?scheme=third-party-payment-aml&number=114-X' },
  { path: '/verify?scheme=x&number=1&ubn=12&on=soon' },
  { path: '/verify?ubn=00000005' },
  { path: '/verify/application' },
  {
    path: '/verify/application',
    form: {
      ubn: '00000005',
      ai: '示範AI-001',
      'e-signature': '113電簽9001',
      'third-party-payment-aml': '114-X',
      on: '115/07/01',
    },
  },
  { path: '/verify/application', form: { ubn: '12', ai: '1' } },
  { path: '/verify/sheet' },
  { path: '/verify/sheet', form: { paste: sheet }, multipart: true },
  { path: '/verify/sheet', form: { paste: sheet, as: 'safe' }, multipart: true },
  { path: '/verify/sheet', form: { paste: '甲\t乙\nA1\tA2' }, multipart: true },
  { path: '/verify/sheet', form: { paste: 'nothing but words' }, multipart: true },
  {
    path: '/precheck/result',
    form: {
      ...blankPrecheck,
      category: 'training',
      ubn: '00000005',
      text: project,
      baseModel: 'Llama 3.1 8B',
      'bonus-5.4': '示範AI-001',
    },
  },
  { path: '/precheck/result', form: { ...blankPrecheck, category: 'inference', ubn: '00000254', text: project } },
  {
    path: '/precheck/result',
    form: {
      ...blankPrecheck,
      category: 'inference',
      ubn: '12345675',
      text: project,
      organisationType: '其他',
      approvedOn: '2025-01-01',
      prcInvestment: 'yes',
      governmentProjectBreach: 'yes',
      governmentProjectBreachOn: '115/01/01',
      need: '3000',
      models: 'Qwen2.5-7B\nBreeze',
    },
  },
  { path: '/precheck/result', form: { ...blankPrecheck, ubn: '12', approvedOn: 'soon', text: project } },
  { path: '/programme?amount=3000&unit=training-points' },
  { path: '/programme?amount=many&unit=training-points' },
  { path: '/programme/forms/training' },
  { path: '/programme/forms/inference' },
  { path: '/programme/forms/none' },
  { path: '/problems/none' },
  { path: '/nowhere' },
  { path: '/about?page=1' },
];

/** In both languages. */
export const pageStates: readonly Ask[] = states.flatMap((ask) => [ask, { ...ask, path: `/en${ask.path}` }]);

/** What has one language or none. */
export const others: readonly Ask[] = [
  { path: '/robots.txt' },
  { path: '/.well-known/security.txt' },
  { path: '/sitemap.xml' },
  { path: '/sitemaps/pages.xml' },
  { path: '/sitemaps/providers-1.xml' },
  { path: '/sitemaps/providers-9.xml' },
  { path: '/healthz' },
  { path: '/readyz' },
  { path: '/id/112/4.6.1' },
  { path: '/expiring.atom' },
  { path: '/providers/00000005/badge.svg' },
  { path: '/reconcile' },
  { path: '/reconcile/v1' },
  {
    path: '/reconcile?queries={"q0":{"query":"00000005"},"q1":{"query":"示範明視智撿股份有限公司","limit":3},"q2":{"query":"4.6.1"}}',
  },
  { path: '/reconcile?extend={"ids":["00000005","4.6.1"],"properties":[{"id":"ubn"},{"id":"state"},{"id":"items"}]}' },
  { path: '/reconcile/suggest/entity?prefix=示範' },
  { path: '/reconcile/suggest/property' },
  { path: '/reconcile/preview?id=00000005' },
  { path: '/reconcile/preview?id=none' },
  { path: '/api/v1/openapi.json' },
  { path: '/api/v1/openapi.json?lang=zh' },
  { path: '/api/v1/nowhere' },
  { path: '/api/v1/catalogue/4.6.9' },
  { path: '/api/v1/providers?state=x' },
  { path: '/api/v1/providers/12345675' },
  { path: '/api/v1/certificates/ai/%E7%A4%BA%E7%AF%84AI-0001' },
  { path: '/api/v1/verifications', json: { claims: [] } },
  { path: '/api/v1/matches/capabilities', json: { text: '' } },
];
