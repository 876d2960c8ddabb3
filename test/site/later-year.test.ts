import { getProgramme, parseProgramme, programmesFrom } from '@aipower/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readYaml } from '../programme/cases.ts';
import { linksOf, type RunningSite, startSite, textOf } from './start-site.ts';

// The recipe of CONTRIBUTING.md, on the site: a later year is a file more. The fictional 116 differs in everything it may.
const both = programmesFrom([getProgramme('115'), parseProgramme(readYaml('test/fixtures/programme/116.yml'))]);
const during115 = '2026-07-15T02:00:00Z';
const during116 = '2027-03-01T02:00:00Z';

let time = during115;
let site: RunningSite;
beforeAll(async () => {
  const clock = { now: () => new Date(time) };
  site = await startSite({ register: 'sample', change: (deps) => ({ ...deps, programmes: both, clock }) });
});
afterAll(() => site.stop());

const html = async (path: string) => {
  const response = await site.get(path);
  expect(`${path} ${response.status}`).toBe(`${path} 200`);
  return response.text();
};
const text = async (path: string) => textOf(await html(path));
const canonicalOf = (page: string) => new URL(/rel="canonical" href="([^"]+)"/.exec(page)![1]!).pathname;
const ask = async (operation: string, body: object) => {
  const response = await site.get(`/api/v1${operation}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, never> };
};
const check = async (fields: Readonly<Record<string, string>>) => {
  const response = await site.get('/precheck/result', { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, html: await response.text() };
};

describe.each([
  ['115', during115],
  ['116', during116],
])('while %s is in force', (year, now) => {
  beforeAll(() => {
    time = now;
  });

  test('the address without a year shows it, and names its lasting address', async () => {
    for (const language of ['', '/en'])
      for (const page of ['', '/notices', '/forms/training']) {
        const shown = await html(`${language}/programme${page}`);
        expect(canonicalOf(shown)).toBe(`${language}/programme/${year}${page}`);
        const lasting = await html(`${language}/programme/${year}${page}`);
        const main = (of: string) => /<main[\s\S]*<\/main>/.exec(of)![0];
        expect(main(shown)).toBe(main(lasting));
      }
  });

  test('home speaks of it', async () => {
    expect(await text('/')).toContain(`${year}年度算力平台`);
    expect(await text('/en')).toContain(`(ROC ${year})`);
  });

  test('the pre-check and the verification of an application ask its form', async () => {
    const [precheck, verify] = [await html('/precheck'), await html('/verify/application')];
    expect(precheck).toContain(`name="year" value="${year}"`);
    const is116 = year === '116';
    expect([precheck.includes('name="bonus-2.2"'), precheck.includes('name="bonus-5.4"')]).toEqual([is116, !is116]);
    // A condition that 115 does not have, and one that 116 does not have.
    expect(precheck.includes('name="taxRegisteredOn"')).toBe(is116);
    expect(precheck.includes('name="organisationType"')).toBe(!is116);
    expect(textOf(precheck)).toContain(`最近 ${is116 ? 5 : 3} 年內是否有嚴重違反`);
    expect(verify.includes('name="third-party-payment-aml"')).toBe(!is116);
    expect(verify).toContain('name="ai"');
  });

  test('the API means it when none is named', async () => {
    const { answer } = await ask('/eligibility', { facts: {} });
    expect(answer['eligibility']).toMatchObject({ programme: year });
    const assessed = await ask('/assessments', { category: 'training' });
    expect(assessed.answer['eligibility']).toMatchObject({ programme: year });
    const bonus = await ask('/bonus', { claims: {} });
    expect(bonus.answer['bonus']).toMatchObject({ programme: year });
  });
});

describe('both years', () => {
  test('stand beside each other, each with its own figures', async () => {
    time = during115;
    const [page115, page116] = [await html('/programme/115'), await html('/programme/116')];
    expect(linksOf(page115)).toContain('/programme/116');
    expect(linksOf(page116)).toContain('/programme/115');
    expect(textOf(page116)).toContain('代理人類安全 — 40%');
    expect(textOf(page116)).toContain('訓練類第4批');
    expect(textOf(page116)).toContain('4 項條件須全部符合');
    expect(textOf(page115)).toContain('6 項條件須全部符合');
    expect(textOf(page116)).not.toMatch(/undefined|NaN|自公告日/);
    expect(await text('/programme/116/forms/agents')).toContain('安全措施');
    expect(await text('/about')).toMatch(/116年度 示範算力計畫（虛構）[\s\S]*115/);
    const map = await (await site.get('/sitemaps/pages.xml')).text();
    for (const year of both.keys()) expect(map).toContain(`/programme/${year}</loc>`);
  });

  test('convert points each by its own table', async () => {
    expect(await text('/programme/116?amount=10&unit=training-points')).toContain('10 點＝20 GPU 小時');
    expect(await text('/programme/116?amount=100000&unit=tokens')).toContain('100,000 Token 需要 2 點。');
    expect(await text('/programme/115?amount=10&unit=training-points')).toContain('10 點＝5 GPU 小時');
    expect((await site.get('/programme/116?amount=1&unit=inference-points')).status).toBe(400);
  });

  test('are judged each by its own conditions, whatever the day', async () => {
    time = during115;
    const facts = { category: 'agents', year: '116', on: '116/03/01', industryCodes: '620111', prcInvestment: 'no' };
    const late = await check({ ...facts, seriousLawViolation: 'no', taxRegisteredOn: '114/12/31' });
    expect(late.status).toBe(200);
    expect(textOf(late.html)).toContain('1 項資格條件不符合，3 項符合');
    expect(textOf(late.html)).toContain('4 項資格條件 ');
    const met = await check({ ...facts, seriousLawViolation: 'no', taxRegisteredOn: '115/01/02' });
    expect(textOf(met.html)).toContain('4 項資格條件全部符合');
    expect(linksOf(met.html)).toContain('/programme/116/forms/agents');
    const wrong = await check({ category: 'agents' });
    expect([wrong.status, textOf(wrong.html).includes('只有模型訓練類、模型推論類')]).toEqual([400, true]);
  });

  test('are named by the API, which takes no third', async () => {
    time = during115;
    const other = await ask('/eligibility', { programme: '116', on: '2027-03-01', facts: {} });
    expect(other.answer['eligibility']).toMatchObject({ programme: '116', inForce: { from: '2027-02-01' } });
    const later = await ask('/eligibility', { on: '2027-03-01', facts: {} });
    expect(later.answer['eligibility']).toMatchObject({ programme: '116' });
    const none = await ask('/bonus', { programme: '117', claims: {} });
    expect([none.status, JSON.stringify(none.answer)]).toEqual([400, expect.stringContaining('115, 116')]);
    const wrong = await ask('/assessments', { programme: '116', category: 'inference' });
    expect(JSON.stringify(wrong.answer)).toContain('training, agents');
    expect(((await (await site.get('/api/v1/programmes/116')).json()) as { id: string }).id).toBe('116');
  });

  test('a year that has none leads to those that do', async () => {
    for (const path of ['/programme/117', '/programme/117/notices', '/programme/__proto__', '/precheck?year=99']) {
      const response = await site.get(path);
      expect(`${path} ${response.status}`).toBe(`${path} 404`);
      expect(linksOf(await response.text())).toEqual(expect.arrayContaining(['/programme/115', '/programme/116']));
    }
  });
});

test('a page that says “open” is not kept past the second in which the programme closes', async () => {
  const closes = Date.parse(both.get('116')!.window.closesAt);
  const at = async (moment: number) => {
    time = new Date(moment).toISOString();
    return text('/programme/116');
  };
  // Asked for three times, so that it is kept.
  for (let i = 0; i < 3; i++) expect(await at(closes)).toContain('受理中');
  expect(await at(closes + 1000)).toContain('已截止');
});
