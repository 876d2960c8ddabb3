import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { programme115 } from '@aipower/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startSampleSite } from './sample-site.ts';
import { linksOf, type RunningSite, startSite, textOf, unescapeHtml } from './start-site.ts';

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

type Fields = Readonly<Record<string, string>>;

async function check(fields: Fields, prefix = '', at = site) {
  const response = await at.get(`${prefix}/precheck/result`, { method: 'POST', body: new URLSearchParams(fields) });
  const html = await response.text();
  return { status: response.status, html, text: textOf(html) };
}

/** A part of the result page by the id of its heading, as text. */
function part(html: string, id: string): string {
  const from = html.indexOf(`<h2 id="${id}"`);
  if (from < 0) return '';
  const end = html.indexOf('<h2 ', from + 4);
  return textOf(html.slice(from, end < 0 ? undefined : end));
}

/** The applicant of data/sample/applications/training.yml, as somebody would fill in the form. */
const sample = parse(
  readFileSync(resolve(import.meta.dirname, '../../data/sample/applications/training.yml'), 'utf8'),
) as {
  application: Record<string, string>;
};
const { application } = sample;
const full: Fields = {
  category: 'training',
  on: '115/06/15',
  need: '1,200',
  ubn: application['ubn']!,
  approvedOn: '109/03/02',
  prcInvestment: 'no',
  governmentProjectBreach: 'no',
  seriousLawViolation: 'no',
  topic: application['topic']!,
  text: application['importance']!,
  modelName: application['modelName']!,
  baseModel: application['baseModel']!,
  models: 'Gemma 4 31B\nQwen/Qwen2.5-7B-Instruct',
  'bonus-1': 'https://example.com/mou.pdf',
  'bonus-3.1': 'https://example.com/elsewhere',
  'bonus-5.4': '示範-AI-0003',
};

describe('the whole check of a training applicant', () => {
  let html: string;
  beforeAll(async () => {
    const answer = await check(full);
    expect(answer.status).toBe(200);
    ({ html } = answer);
  });

  test('begins with how the six conditions stand', () => {
    expect(part(html, 'summary')).toContain('6 項資格條件全部符合');
    expect(
      html.match(/<ol class="conditions two">[\s\S]*?<\/ol>\s*<\/section>/)![0].match(/class="status good"/g),
    ).toHaveLength(6);
  });

  test('names the evidence of each condition and where it was read', () => {
    const conditions = part(html, 'conditions');
    expect(conditions).toContain('任一項屬於：J582 (軟體出版業)、J62 ');
    expect(conditions).toContain('全國營業(稅籍)登記資料集');
    expect(conditions).toContain('申請者填寫');
    for (const { text } of programme115.eligibility.conditions)
      expect(conditions).toContain(`出處：第 ${text.lines} 行`);
  });

  test('keeps priority apart, from the company register alone', () => {
    expect(part(html, 'priority')).toContain(
      '商工登記核准設立日期為 109年3月2日（2020-03-02），在 107年1月1日（2018-01-01）（含）以後',
    );
    expect(part(html, 'priority')).toContain('稅籍登記的設立日期不用於優先資格');
  });

  test('names the round and the level that holds the need', () => {
    expect(part(html, 'round')).toContain('第一梯次，暫定 115年7月1日（2026-07-01）審查');
    expect(part(html, 'level')).toContain('估計需要 1,200 GPU 小時，最小可容納的級別為 L3');
  });

  test('judges each model by name and base', () => {
    const models = part(html, 'models-result');
    expect(models).toContain('「Gemma 4 31B」即算力平台模型清單所列');
    expect(models).toContain('「Qwen/Qwen2.5-7B-Instruct」由中國或中資組織發布');
  });

  test('marks the words that matched in the applicant’s own text, which stays whole', () => {
    const own = /<p class="own-text">([\s\S]*?)<\/p>/.exec(html)![1]!;
    expect(unescapeHtml(own.replace(/<[^>]+>/g, ''))).toBe(
      `${application['topic']}\n${application['importance']!.trim()}`,
    );
    const marked = [...own.matchAll(/<mark class="hit" title="([\d., ]+)">([^<]+)<\/mark>/g)];
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.map(([, , word]) => word).join('')).toContain('瑕疵檢測');
    const items = linksOf(html.slice(html.indexOf('<h2 id="items"'), html.indexOf('<h2 id="partners"')));
    for (const [, codes] of marked)
      for (const code of codes!.split(', ')) expect(items).toContain(`/catalogue/${code}`);
  });

  test('offers partners that the register holds as valid for what is missing', () => {
    const partners = html.slice(html.indexOf('<h2 id="partners"'), html.indexOf('<h2 id="bonus"'));
    const found = linksOf(partners).filter((href) => href.startsWith('/providers/'));
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(`/providers/${full['ubn']}`);
    const gap = /未登錄 (4\.\d+\.\d+)/.exec(textOf(partners))![1]!;
    for (const href of found) {
      const held = site.deps.register
        .provider(href.split('/').at(-1)!)!
        .certificates.flatMap(({ states }) => states.at(-1)!.items);
      expect(held).toContain(gap);
    }
  });

  test('says of every bonus item what is claimed, proven and what would prove it, without a score', () => {
    const bonus = part(html, 'bonus');
    expect(part(html, 'summary')).toContain('填報 3 項：0 項符合，2 項不符合，1 項待人工核對或無法查驗');
    expect(bonus).toContain('網址不在此項指定的平台上');
    expect(bonus).toContain('登錄業者為示範調校實驗室股份有限公司（統一編號 00000120）');
    expect(bonus).toContain('提供更名、合併或分支關係的證明');
    expect(bonus).not.toMatch(/\d+ ?分(?!類|支)/);
  });

  test('can be changed and checked again: everything typed is in the form below', () => {
    for (const [name, value] of Object.entries(full)) {
      if (['text', 'models'].includes(name)) expect(unescapeHtml(html)).toContain(`${value}</textarea>`);
      else if (!/^(category|prcInvestment|governmentProjectBreach|seriousLawViolation)$/.test(name)) {
        expect(unescapeHtml(html)).toContain(`name="${name}" value="${value}"`);
      }
    }
    expect(html).toMatch(/name="category" value="training" checked/);
  });
});

test('what is not known is unknown, with where to find it, the easiest first', async () => {
  const { html } = await check({ category: 'inference' }, '', empty);
  expect(part(html, 'missing')).toMatch(/稅籍登記.*商工登記.*企業自行確認/);
  expect(part(html, 'conditions')).not.toMatch(/不符合。|符合，/);
  expect(part(html, 'items')).toContain('未填專案內容');
});

test('after the window it says since when, and still answers the rest', async () => {
  const { html } = await check({ ...full, on: '' });
  expect(part(html, 'summary')).toContain('不在受理期間');
  expect(part(html, 'summary')).toContain('受理至 115年10月30日（2026-10-30）23:59（臺北時間）止');
  expect(textOf(html)).toContain('本站不儲存填寫內容');
  // Said once, in the summary: nothing is left to do about it.
  expect(part(html, 'todo')).toBe('');
  expect(part(html, 'next')).not.toContain('線上申請');
  expect(part(html, 'items')).toContain('4.6.1');
});

test('before the window it says from when on, with the round', async () => {
  const { html } = await check({ ...full, on: '114/12/20' });
  expect(part(html, 'round')).toContain('最早自 115年1月1日');
  expect(part(html, 'todo')).toBe('');
});

test('an item that is not claimed is listed on paper, too, and one that could be claimed is told at once', async () => {
  const { html } = await check({ ...full, 'bonus-5.4': '' });
  const bonus = html.slice(html.indexOf('<section class="unfolds" aria-labelledby="bonus"'));
  const [told, folded] = [bonus.slice(0, bonus.indexOf('<details')), bonus.slice(bonus.indexOf('<details'))];
  expect(told).toContain('5.4');
  expect(textOf(told)).toContain('登錄名單上有申請者的有效登錄');
  expect(folded).not.toContain('>5.4<');
});

test('inference counts tokens and speaks English', async () => {
  const { html, status } = await check(
    {
      category: 'inference',
      on: '2026-07-02',
      need: '700000000',
      text: 'A chatbot that answers customers of an online shop',
    },
    '/en',
  );
  expect(status).toBe(200);
  expect(part(html, 'round')).toContain('Round 2');
  expect(part(html, 'level')).toContain('700,000,000 tokens is more than the highest level gives (6,000 points)');
});

test('a branch, business item codes and a past breach are told apart from what is missing', async () => {
  const { html } = await check({
    category: 'training',
    on: '115/06/15',
    industryCodes: 'I301010',
    organisationType: '本國公司設立之分公司',
    headOfficeUbn: '12345675',
    prcInvestment: 'yes',
    governmentProjectBreach: 'yes',
    governmentProjectBreachOn: '114/01/01',
    seriousLawViolation: '',
  });
  const conditions = part(html, 'conditions');
  expect(conditions).toContain('是商工登記營業項目代碼，請改填稅籍登記的六碼行業代號');
  expect(conditions).toContain('組織種類為「本國公司設立之分公司」，是分公司，不符合');
  expect(conditions).toContain('自 117年1月2日（2028-01-02）起符合');
  expect(part(html, 'summary')).toMatch(/不符合.*待確認/);
  expect(part(html, 'todo')).toContain('由總機構（統一編號 12345675）提出申請');
});

test('what is shown as matching are words of the text, not runs of characters across two', async () => {
  const { html } = await check({
    category: 'training',
    text: '本計畫以攝影機擷取面板影像，訓練瑕疵檢測模型，於產線即時找出刮傷與髒污，並導入智慧客服協助維修人員。',
  });
  const shown = [...html.matchAll(/<mark class="hit">([^<]*)<\/mark>/g)].map(([, word]) => word!);
  expect(shown).toEqual(expect.arrayContaining(['瑕疵', '檢測', '髒污', '產線', '客服', '協助']));
  expect(shown.filter((word) => word.length < 2 || /服協|於產|與髒/.test(word))).toEqual([]);
  expect(part(html, 'items')).toContain('相符：');
});

test('text that fits nothing abstains', async () => {
  const { html } = await check({ ...full, topic: '', text: '賣珍珠奶茶' });
  expect(part(html, 'items')).toContain('對應不到服務項目');
  expect(html).not.toContain('class="own-text"');
});

describe('bad input', () => {
  test.each([
    ['no category', { category: '' }, '#category'],
    ['a category that does not exist', { category: 'x' }, '#category'],
    ['a wrong 統一編號', { ubn: '1234' }, '#ubn'],
    ['a day that does not exist', { on: '115/06/31' }, '#on'],
    ['100 KB of text', { text: '測'.repeat(34_000) }, '#text'],
    ['no breach, and the day of one', { governmentProjectBreachOn: '114/05/01' }, '#governmentProjectBreachOn'],
    ['a need in words', { need: '很多' }, '#need'],
    ['a head office in words', { headOfficeUbn: '台北' }, '#headOfficeUbn'],
    ['an organisation that is not in the list', { organisationType: 'x' }, '#organisationType'],
    ['an answer that is not offered', { prcInvestment: 'maybe' }, '#prcInvestment'],
    ['many models', { models: 'a\n'.repeat(30) }, '#models'],
    ['a registration of nobody', { ubn: '' }, '#ubn'],
  ])('%s: the field is named and nothing typed is lost', async (_what, change, link) => {
    const fields: Fields = { ...full, ...change };
    const { status, html } = await check(fields);
    expect(status).toBe(400);
    expect(linksOf(html)).toContain(link);
    expect(html).toContain(`id="${link.slice(1)}"`);
    expect(unescapeHtml(html)).toContain(`${fields['text']}</textarea>`);
    expect(unescapeHtml(html)).toContain(`name="topic" value="${full['topic']}"`);
  });

  test('markup stays text in every field', async () => {
    const evil = '"><svg onload=alert(1)>';
    const evilFields = Object.fromEntries(Object.keys(full).map((name) => [name, evil]));
    expect((await check(evilFields)).html).not.toContain('<svg onload');
    const { status, html } = await check({
      ...full,
      name: evil,
      topic: evil,
      text: `${evil} ${full['text']}`,
      modelName: evil,
      models: evil,
      'bonus-1': evil,
      'bonus-5.4': evil,
    });
    expect(status).toBe(200);
    expect(html).not.toContain('<svg onload');
  });

  test('the promise is the site’s own; what the browser keeps is said on form, result and sheet', async () => {
    const answer = await site.get('/precheck/result', { method: 'POST', body: new URLSearchParams(full) });
    // The way back needs the browser's copy; nobody between may have one.
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const pages = [await answer.text()];
    for (const path of ['/precheck', '/verify/sheet', '/about']) pages.push(await (await site.get(path)).text());
    for (const html of pages) {
      expect(textOf(html)).toMatch(/本站[^。]*(?:不儲存|不留存)/);
      expect(textOf(html)).toContain('共用電腦請開無痕視窗');
    }
    const api = await site.get('/api/v1/assessments', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ category: 'training', facts: {} }),
    });
    expect(api.status).toBe(200);
    expect(api.headers.get('cache-control')).toBe('no-store');
  });

  test('an unknown field is refused, and the bare address of a result leads to the form', async () => {
    expect((await check({ ...full, other: 'x' })).status).toBe(400);
    const response = await site.get('/en/precheck/result');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/precheck']);
  });

  test('無 claims nothing', async () => {
    const { html } = await check({ ...full, 'bonus-1': '無', 'bonus-3.1': 'N/A', 'bonus-5.4': '無' });
    expect(part(html, 'summary')).toContain('未填報加分項目');
  });
});

test('what was typed against the tax register is not shown as the verdict that the review will give', async () => {
  // Nothing beside eligibility that would stand in the heading instead.
  const fine = { ...full, modelName: '', baseModel: '', models: '', 'bonus-3.1': '' };
  const first = await check(fine);
  expect(part(first.html, 'summary')).toMatch(/^ ?符合 6 項資格條件全部符合。/);
  const { html } = await check({ ...fine, industryCodes: '631100' });
  expect(part(html, 'summary')).toMatch(
    /^ ?依填寫內容：符合 6 項資格條件全部符合。填寫內容與稅籍登記不同，審查以後者為準。/,
  );
  expect(html).not.toContain('class="verdict good" aria-labelledby="summary"');
});

test('the day of the tax register is in the form, and its absence too', async () => {
  expect(textOf(await (await site.get('/precheck')).text())).toContain('115年6月1日（2026-06-01）稅籍登記');
  expect(textOf(await (await empty.get('/precheck')).text())).toContain('未載入稅籍登記');
});

describe('the heading of the result', () => {
  test('is the worst answer: no 符合 stands over a forbidden model, and eligibility is still told', async () => {
    const { html } = await check(full);
    expect(part(html, 'summary')).toMatch(/^ ?模型不得使用 不得使用的模型：Qwen/);
    expect(part(html, 'summary')).toContain('6 項資格條件全部符合');
    expect(html).toMatch(/class="verdict bad" aria-labelledby="summary"/);
  });

  test('names a field that the official form would refuse', async () => {
    const { html } = await check({ ...full, models: '', 'bonus-1': 'not an address' });
    expect(part(html, 'form-check')).toContain('合作備忘錄');
    expect(part(html, 'form-check')).toMatch(/另有 \d+ 個必填欄位/);
  });
});

describe('the official form, field by field', () => {
  const answers = {
    ...full,
    text: '',
    importance: '產線需要即時瑕疵檢測，以攝影機辨識面板刮傷。',
    domains: 'manufacturing',
  };

  test('its answers are read by their fields, and ticked models are judged', async () => {
    const body = new URLSearchParams(answers);
    for (const name of ['Gemma 4 31B', 'Llama-3.1-TAIDELX-8B-Lora']) body.append('listed', name);
    // The box of the draft file stands in the same form.
    body.append('file', 'draft.json');
    const html = await (await site.get('/precheck/result', { method: 'POST', body })).text();
    expect(part(html, 'items')).toContain('4.6.1');
    expect(part(html, 'models-result')).toContain('Llama-3.1-TAIDELX-8B-Lora');
    expect(html).toMatch(/name="listed" value="Llama-3.1-TAIDELX-8B-Lora" checked/);
  });

  test('an answer above the limit is named with the limit, and kept', async () => {
    const { status, html, text } = await check({ ...answers, importance: '字'.repeat(20_001) });
    expect(status).toBe(400);
    expect(linksOf(html)).toContain('#importance');
    expect(text).toContain('最多 20,000 字，目前 20,001 字');
  });

  test('can be taken along as a file and brought back whole', async () => {
    const taken = await check({ ...answers, as: 'draft' });
    expect(JSON.parse(taken.html)).toMatchObject({
      format: 'aipower-draft/1',
      entries: { importance: answers.importance, topic: full['topic'], domains: ['manufacturing'] },
    });
    const body = new FormData();
    body.append('file', new File([taken.html], 'draft.json', { type: 'application/json' }));
    const back = await site.get('/precheck', { method: 'POST', body });
    const html = unescapeHtml(await back.text());
    expect(back.status).toBe(200);
    expect(html).toContain(`${answers.importance}</textarea>`);
    expect(html).toContain(`name="approvedOn" value="${full['approvedOn']}"`);
    expect(html).toMatch(/name="domains" value="manufacturing" checked/);
    const wrong = new FormData();
    wrong.append('file', new File(['{"format":"other"}'], 'x.json'));
    expect((await site.get('/precheck', { method: 'POST', body: wrong })).status).toBe(400);
  });

  test('the eligibility that was answered can be had as a receipt', async () => {
    const { status, text } = await check({ ...full, as: 'receipt' });
    expect(status).toBe(200);
    expect(text).toContain('查驗回條');
  });
});
