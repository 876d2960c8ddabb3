import { RegisterError } from '@aipower/registry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSampleSite } from './sample-site.ts';
import { linksOf, type RunningSite, startSite, textOf } from './start-site.ts';

let site: RunningSite;
let empty: RunningSite;
beforeAll(async () => {
  site = await startSampleSite();
  empty = await startSite('empty');
});
afterAll(async () => {
  await site.stop();
  await empty.stop();
});

type Query = Readonly<Record<string, string>>;

async function ask(query: Query, prefix = '', at = site) {
  const response = await at.get(`${prefix}/verify?${new URLSearchParams(query)}`);
  const html = await response.text();
  return { status: response.status, html, text: textOf(html) };
}

/** The word of the verdict and its sentence, as the page begins with them. */
function answerOf(html: string) {
  const verdict = /<section class="verdict (\w+)"[\s\S]*?<\/section>/.exec(html);
  if (!verdict) return null;
  const word = textOf(/<h1[^>]*><span[^>]*>([\s\S]*?)<\/span>/.exec(verdict[0])![1]!).trim();
  return {
    status: verdict[1],
    word,
    sentence: textOf(/<p class="answer">([\s\S]*?)<\/p>/.exec(verdict[0])![1]!).trim(),
  };
}

const ai10 = { scheme: 'ai', number: '示範-AI-0010', ubn: '00000429' };

test('begins with one word and one sentence, for the day judged and for today side by side', async () => {
  const { html, text } = await ask({ ...ai10, on: '115/08/01' });
  expect(answerOf(html)).toEqual({
    status: 'good',
    word: '基準日有效，今日廢止',
    sentence:
      '人工智慧登錄（登錄編號 示範-AI-0010）於 115年8月1日（2026-08-01）有效，登錄業者即申請者示範攻防演練股份有限公司（統一編號 00000429）。有效期間：114年7月9日（2025-07-09）至 116年7月8日（2027-07-08）。',
  });
  expect(text).toContain('今日 115年11月22日（2026-11-22） 廢止');
  expect(text).toContain('自 115年9月3日（2026-09-03）起廢止');
  expect(text).toMatch(/名單：.*距今|名單：.*今日取得/);
  expect(linksOf(html)).toContain('/providers/00000429');
});

describe('the lead says what was verified, for whom and by which day', () => {
  const lead = (html: string) => textOf(/<p class="lead[^"]*">([\s\S]*?)<\/p>/.exec(html)![1]!).trim();
  const today = '115年11月22日（2026-11-22）';

  test.each([
    [
      { ...ai10, on: '115/08/01' },
      `查驗「人工智慧」編號 示範-AI-0010，申請者為統一編號 00000429；以基準日 115年8月1日（2026-08-01）為準。`,
    ],
    [{ scheme: 'ai', number: '示範-AI-0010' }, `查驗「人工智慧」編號 示範-AI-0010，未填申請者；以今日 ${today}為準。`],
    [
      { scheme: 'information-security', number: '', name: '某公司', ubn: '00000048' },
      `查驗某公司（統一編號 00000048）的「資訊安全」登錄；以今日 ${today}為準。`,
    ],
  ])('%j', async (query: Query, sentence) => {
    const { html } = await ask(query);
    expect(lead(html)).toBe(sentence);
    // It stands on paper, where the form beside the answer does not.
    expect(html).toContain('<p class="lead print-only">');
  });

  test('in English, and the form keeps its own', async () => {
    expect(lead((await ask({ ...ai10, name: 'X' }, '/en')).html)).toBe(
      'Artificial intelligence, number 示範-AI-0010, applicant X (UBN 00000429). For today, 22 November 2026 (ROC 115/11/22).',
    );
    for (const query of [{}, { scheme: 'ai', number: '' }] as Query[]) {
      expect(lead((await ask(query)).html)).toContain('登錄在某日是否有效');
    }
  });

  test('of an application and of a sheet: the day', async () => {
    const application = await site.get('/verify/application', {
      method: 'POST',
      body: new URLSearchParams({ ubn: '00000429', on: '115/08/01', ai: '示範-AI-0010' }),
    });
    expect(textOf(await application.text())).toContain(`基準日 115年8月1日（2026-08-01），今日 ${today}。`);
    const form = new FormData();
    form.append('paste', '類別\t編號\nai\t示範-AI-0010');
    const sheet = await site.get('/verify/sheet', { method: 'POST', body: form });
    // A script leads straight to the answer, so that the day stands with it.
    const html = await sheet.text();
    expect(html).not.toContain('class="lead');
    expect(textOf(/<section class="verdict[\s\S]*?<\/section>/.exec(html)![0])).toContain(`以今日 ${today}為基準日`);
  });
});

test.each([
  ['the same number in full width, with other hyphens', { number: '示範－ＡＩ－００１０' }, '廢止'],
  ['a certificate of another company', { number: '示範-AI-0003', ubn: '00000048' }, '登錄於其他業者'],
  ['a number that is not there', { number: '示範-AI-9999' }, '查無'],
  ['無', { number: '無' }, '未填報'],
  ['a firm without a number', { number: '' }, '廢止'],
  ['a former name instead of a number', { scheme: 'ai', number: '', ubn: '', name: '示範舊模型營運有限公司' }, '有效'],
])('answers %s', async (_what, change, word) => {
  const { status, html } = await ask({ ...ai10, ...change });
  expect(status).toBe(200);
  expect(answerOf(html)?.word).toBe(word);
});

test('says the same in English', async () => {
  const { html } = await ask({ ...ai10, number: '示範-AI-0003', ubn: '00000048' }, '/en');
  expect(answerOf(html)?.word).toBe('Registered to another company');
  expect(answerOf(html)?.sentence).toMatch(
    /is registered to 示範調校實驗室股份有限公司 \(UBN 00000120\), not to the applicant/,
  );
});

test('offers near numbers as links and takes none of them', async () => {
  const { html } = await ask({ ...ai10, number: '示範-AI-001O' });
  expect(answerOf(html)?.word).toBe('查無');
  const near = linksOf(html).filter((href) => href.includes('number=%E7%A4%BA%E7%AF%84-AI-0010'));
  expect(near).toHaveLength(1);
  const followed = await site.get(near[0]!);
  expect(answerOf(await followed.text())?.word).toBe('廢止');
});

test('says “cannot be verified”, never “not found”, while no list is loaded', async () => {
  const { html } = await ask(ai10, '', empty);
  expect(answerOf(html)).toMatchObject({ status: 'unsure', word: '無法查驗' });
  expect(answerOf(html)?.sentence).toContain('不代表未登錄');
});

test('information security is asked by holder; a number typed there is not used', async () => {
  const { html } = await ask({ scheme: 'information-security', number: 'X-1', ubn: '00000276' });
  expect(answerOf(html)?.word).toBe('查無');
  const none = await ask({ scheme: 'information-security', number: 'X-1' });
  expect(none.status).toBe(400);
  expect(linksOf(none.html)).toContain('#ubn');
});

test('a form sent blank says what is missing; a link that only chooses the registration does not', async () => {
  const blank = await ask({ scheme: '', number: '', ubn: '', name: '', on: '' });
  expect(blank.status).toBe(400);
  expect(linksOf(blank.html)).toEqual(expect.arrayContaining(['#scheme', '#number']));
  const link = await ask({ scheme: 'ai' });
  expect(link.status).toBe(200);
  expect(link.html).not.toContain('error-summary');
});

test('the title of a result names the party, for whoever has many tabs open', async () => {
  const title = (html: string) => textOf(/<title>([\s\S]*?)<\/title>/.exec(html)![1]!);
  const body = new URLSearchParams({ ubn: '00000429', ai: '示範-AI-0010' });
  const result = await (await site.get('/verify/application', { method: 'POST', body })).text();
  expect(title(result)).toContain('示範攻防演練股份有限公司（統一編號 00000429）的各項登錄');
  expect(title(await (await site.get('/verify/application')).text())).toContain('申請書查驗');
  expect(title(await (await site.get('/verify/sheet')).text())).toContain('整批查驗');
});

describe('bad input', () => {
  test.each([
    ['no scheme', { scheme: '', number: 'abc' }, '#scheme'],
    ['a scheme that does not exist', { scheme: 'x', number: 'abc' }, '#scheme'],
    ['seven digits', { ...ai10, ubn: '1234567' }, '#ubn'],
    ['a 統一編號 of zeros', { ...ai10, ubn: '00000000' }, '#ubn'],
    ['a day that does not exist', { ...ai10, on: '115/02/30' }, '#on'],
    ['six digits as a day', { ...ai10, on: '760321' }, '#on'],
    ['a number of 4,000 characters', { ...ai10, number: 'x'.repeat(4000) }, '#number'],
  ])('%s: the field is named and what was typed stays', async (_what, query, field) => {
    const { status, html } = await ask(query);
    expect(status).toBe(400);
    expect(linksOf(html)).toContain(field);
    expect(html).toContain('role="alert"');
    expect(answerOf(html)).toBeNull();
    for (const [name, value] of Object.entries(query)) {
      if (name !== 'scheme') expect(html).toContain(`name="${name}" value="${value}"`);
    }
  });

  test('a check digit that does not fit is told and not refused, for real firms have such numbers', async () => {
    const { status, text } = await ask({ ...ai10, ubn: '00000430' });
    expect(status).toBe(200);
    expect(text).toContain('統一編號「00000430」檢查碼不符');
  });

  test('a repeated parameter is an error and not ignored', async () => {
    const response = await site.get('/verify?scheme=ai&scheme=e-signature');
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('scheme');
  });

  test('markup stays text in every field', async () => {
    const evil = '"><script>alert(1)</script>';
    const { html } = await ask({ scheme: 'ai', number: evil, ubn: '', name: evil, on: '' });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('one application', () => {
  const post = async (fields: Query, prefix = '') => {
    const response = await site.get(`${prefix}/verify/application`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const html = await response.text();
    return { status: response.status, html, text: textOf(html) };
  };

  test('answers the six fields at once, names what is left out, and gives no score', async () => {
    const { status, html, text } = await post({
      ubn: '00000276',
      company: '示範製程優化有限公司',
      on: '115/06/15',
      ai: '示範-AI-0046',
      'e-signature': '無',
      'information-service': '',
      'information-security': 'yes',
    });
    expect(status).toBe(200);
    expect(text).toContain('填報 2 項，0 項於基準日有效且為申請者所有');
    expect(text).toContain('申請者有有效的資訊服務機構服務能量登錄，申請書未填報');
    expect(text).toContain('未公布加分分數');
    expect(html.match(/<tr><td class="code">5\.\d/g)).toHaveLength(6);
    expect(html).toContain('name="ai" value="示範-AI-0046"');
    expect(text).toContain('會議紀錄用文字');
  });

  test('無, no and blank are told apart, in the table, in the count and in the words for the minutes', async () => {
    const fields = { ubn: '00000276', ai: '示範-AI-0046', 'e-signature': '無', 'data-economy': 'N/A' };
    const saidOf = (html: string) =>
      [...html.matchAll(/<td class="code">(5\.\d)<\/td>.*?<td data-label="(?:填報|Claimed)">(.*?)<\/td>/g)].map(
        ([, order, said]) => [order, textOf(said!).trim()],
      );
    const { html } = await post({ ...fields, 'information-security': 'no' });
    expect(saidOf(html)).toEqual([
      ['5.1', '未填'],
      ['5.2', '無'],
      ['5.3', 'N/A'],
      ['5.4', '示範-AI-0046'],
      ['5.5', '未填'],
      ['5.6', '否'],
    ]);
    expect(html).toContain('<a href="/verify/application">查驗下一份申請書</a>');
    const minutes = textOf(/<pre class="minutes">([\s\S]*?)<\/pre>/.exec(html)![1]!);
    expect(minutes).toContain('2 欄空白，視為未填報');
    expect(minutes).toContain('5.2 電子簽章：未填報（欄位填「無」）');
    expect(minutes).toContain('5.5 資訊服務：未填報（欄位空白）');
    expect(minutes).toContain('5.6 資訊安全：未填報（欄位填「否」）');
    const english = await site.get('/en/verify/application', {
      method: 'POST',
      body: new URLSearchParams({ ...fields, 'information-security': 'yes' }),
    });
    const page = await english.text();
    expect(saidOf(page)[0]).toEqual(['5.1', 'Left blank']);
    expect(saidOf(page)[5]).toEqual(['5.6', 'Yes']);
    expect(textOf(page)).toContain('2 blank fields: not claimed.');
  });

  test('a valid claim of the applicant counts as proven', async () => {
    const { text } = await post({ ubn: '00000254', on: '115/06/15', ai: '示範-AI-0001' });
    expect(text).toContain('填報 1 項，1 項於基準日有效且為申請者所有');
  });

  test.each([
    ['nobody named', { ai: '示範-AI-0001' }, '#ubn'],
    ['nothing in any field', { ubn: '00000254' }, '#third-party-payment-aml'],
    ['100 KB in a field', { ubn: '00000254', ai: 'x'.repeat(100_000) }, '#ai'],
    ['a day in words', { ubn: '00000254', ai: 'x', on: '昨天' }, '#on'],
  ])('%s: the field is named and nothing is lost', async (_what, fields, link) => {
    const { status, html } = await post(fields as Query);
    expect(status).toBe(400);
    expect(linksOf(html)).toContain(link);
    for (const [name, value] of Object.entries(fields)) expect(html).toContain(`name="${name}" value="${value}"`);
  });

  test('markup stays text, and unknown fields are refused', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { html } = await post({ ubn: '', company: evil, ai: evil, 'e-signature': evil });
    expect(html).not.toContain('<img');
    expect((await post({ ubn: '00000254', other: 'x' })).status).toBe(400);
  });

  test('too large a body is refused with a page', async () => {
    const { status, text } = await post({ ubn: '00000254', ai: 'x'.repeat(700_000) });
    expect(status).toBe(413);
    expect(text).toContain('回首頁');
  });
});

test('a register that cannot be read is an error page, never an answer', async () => {
  const broken = await startSite({
    register: 'sample',
    change: (deps) => ({
      ...deps,
      register: Object.defineProperty(Object.create(deps.register) as typeof deps.register, 'verify', {
        value: () => Promise.reject(new RegisterError('database-unreachable', 'verifying a claim')),
      }),
    }),
  });
  try {
    const { status, html } = await ask(ai10, '', broken);
    expect(status).toBe(503);
    expect(answerOf(html)).toBeNull();
    expect(textOf(html)).toContain('不代表查無資料');
  } finally {
    await broken.stop();
  }
});
