import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSampleSite } from './sample-site.ts';
import { linksOf, type RunningSite, startSite, textOf } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const open = async (path: string) => {
  const response = await site.get(encodeURI(path));
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
};

/** The verdict at the top of the page: its word. */
const verdict = (html: string) =>
  /<section class="verdict[^>]*>\s*<h2[^>]*><span class="status \w+">(?:<svg[\s\S]*?<\/svg>)?([^<]+)/.exec(html)?.[1];

describe('a certificate on a day', () => {
  const cases: [number: string, on: string, word: string][] = [
    ['示範AI-001', '', '編號有效'],
    ['示範AI-001', '2027-06-30', '編號有效'],
    ['示範AI-001', '116/07/01', '屆期失效'],
    ['示範AI-001', '民國114年6月30日', '尚未生效'],
    ['示範AI-002', '', '屆期失效'],
    ['示範AI-002', '2025-12-31', '編號有效'],
    ['示範AI-003', '', '廢止'],
    ['示範AI-003', '2026-09-14', '編號有效'],
    ['示範AI-003', '2026-09-15', '廢止'],
    ['示範AI-004', '', '暫停'],
    ['示範AI-004', '2026-06-01', '編號有效'],
    // Suspended somewhere between two lists: on a day between them it cannot be told.
    ['示範AI-004', '2026-09-01', '無法查驗'],
    ['示範AI-005', '', '編號有效'],
    ['示範AI-010', '', '尚未生效'],
  ];
  test.each(cases)('%s on %s is %s', async (number, on, word) => {
    const { status, html } = await open(`/certificates/ai/${number}${on ? `?on=${on}` : ''}`);
    expect(status).toBe(200);
    expect(verdict(html)).toBe(word);
  });

  test('gone from the list is told as such, neither valid nor unknown', async () => {
    const { html } = await open('/certificates/ai/示範AI-006');
    expect(textOf(html)).toContain('較新名單已未列名');
  });

  test('shows the chosen day and today together, in both calendars', async () => {
    const { html } = await open('/certificates/ai/示範AI-003?on=2026-09-14');
    const text = textOf(html);
    expect(text).toContain('115年9月14日（2026-09-14）當日');
    expect(text).toMatch(/今日 廢止/);
    expect(text).toContain('直線為今日，虛線為基準日');
    expect(html.match(/<line class="(?:asked|now)"/g)).toEqual(['<line class="asked"', '<line class="now"']);
    // In force until the day of the revocation, and drawn so: a bar in one colour would say one of the two for all of it.
    const bars = [...html.matchAll(/<rect class="(good|bad)" x="(\d+)" y="5" width="(\d+)"/g)];
    expect(bars.map(([, mark]) => mark)).toEqual(['good', 'bad']);
    expect(Number(bars[0]![2]) + Number(bars[0]![3])).toBe(Number(bars[1]![2]));
  });

  test('tells the timeline, the holder, the items and the age of the list', async () => {
    const { html } = await open('/certificates/ai/示範AI-005');
    const text = textOf(html);
    expect(text).toMatch(/歷程.*登錄.*展延/);
    expect(linksOf(html)).toEqual(expect.arrayContaining(['/providers/00000027', '/catalogue/3.1.1']));
    expect(text).toContain('距今 2 日');
    expect(html).not.toContain('<line class="asked"');
  });

  test('nobody has applied here: a number that is valid is told without doubt, and no sentence says its facts twice', async () => {
    const { html } = await open('/certificates/ai/示範AI-001');
    expect(html).toContain('<section class="verdict good"');
    const text = textOf(html);
    expect(text).not.toContain('未提供申請者');
    expect(text.split('示範明視智檢股份有限公司')).toHaveLength(2);
    expect(text).toMatch(/有效期間 114年7月1日 ?至 116年6月30日/);
    // Compared with an applicant it is still open whose it is: that is asked at the verification.
    expect(linksOf(html).some((href) => href.startsWith('/verify?scheme=ai'))).toBe(true);
  });

  test('a day that is none is said beside the field, which keeps it', async () => {
    const { status, html } = await open('/certificates/ai/示範AI-001?on=31.6.2026');
    expect(status).toBe(400);
    expect(html).toContain('value="31.6.2026"');
    expect(html).toContain('aria-invalid="true"');
    expect(textOf(html)).toContain('「31.6.2026」不是日期');
  });
});

describe('the permanent address', () => {
  test('certificates that share a number share a page, each with its own verdict', async () => {
    const { location } = await open('/certificates/ai/示範AI-009（展延）');
    expect(decodeURIComponent(location!)).toBe('/certificates/ai/示範AI009');
    const { html } = await open('/certificates/ai/示範AI009');
    const words = [...html.matchAll(/<h2 id="state-\d"><span class="status \w+">(?:<svg[\s\S]*?<\/svg>)?([^<]+)/g)].map(
      ([, word]) => word,
    );
    expect(words).toEqual(['編號有效', '尚未生效']);
    expect(textOf(html)).toContain('2 張證書使用這個編號');
    expect(html.match(/<figcaption id="periods-\d">/g)).toHaveLength(2);
    expect(html.match(/<input[^>]*name="on"/g)).toHaveLength(1);
  });

  test.each(['示範ai001', '示範－ＡＩ－００１', '證書編號：示範AI-001'])(
    '%s leads to the number as printed',
    async (spelling) => {
      const { status, location } = await open(`/certificates/ai/${spelling}?on=115/07/01`);
      expect(status).toBe(301);
      expect(decodeURIComponent(location!)).toBe('/certificates/ai/示範AI-001?on=115/07/01');
    },
  );

  test('a number that is not on the list says only that, and offers near ones', async () => {
    const { status, html } = await open('/certificates/ai/示範AI-0001');
    expect(status).toBe(404);
    expect(html).toContain('<h1>名單上沒有這個編號</h1>');
    expect(textOf(html)).toContain('登錄名單查無「示範AI-0001」');
    expect(linksOf(html).map(decodeURIComponent)).toContain('/certificates/ai/示範AI-001');
  });

  test('a scheme whose list is not loaded is "cannot be checked", never "not found"', async () => {
    const path = '/certificates/third-party-payment-aml/114-1-ABC';
    const response = await site.get(path);
    const html = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.has('retry-after')).toBe(false);
    expect(html).toContain('<h1>無法查驗這個編號</h1>');
    expect(textOf(html)).toContain('不代表未登錄');
    expect(textOf(html)).not.toContain('登錄名單查無');
    const api = await site.get(`/api/v1${path}`);
    expect([api.status, api.headers.has('retry-after')]).toEqual([503, false]);
  });

  test('a word where no number can be is not there, since the list has been looked through', async () => {
    for (const path of ['/certificates/ai/無', '/certificates/ai/1', '/certificates/ai/是']) {
      expect([path, (await open(path)).status]).toEqual([path, 404]);
      expect([path, (await open(`/api/v1${path}`)).status]).toEqual([path, 404]);
    }
    const sample = await startSampleSite();
    // This registration has no numbers: yes alone, without a firm, asks nothing.
    for (const path of ['/certificates/information-security/1', '/certificates/information-security/Y']) {
      expect([path, (await sample.get(path)).status]).toEqual([path, 404]);
      expect([path, (await sample.get(`/api/v1${path}`)).status]).toEqual([path, 404]);
    }
    await sample.stop();
  });

  test('on a list that is too old or incomplete, absence proves nothing; what it holds is shown', async () => {
    const lists = [
      { seenOn: '2026-01-05', complete: true, says: '日未更新' },
      { seenOn: '2026-11-20', complete: false, says: '不完整' },
    ];
    for (const { seenOn, complete, says } of lists) {
      const other = await startSite('empty');
      const bytes = readFileSync(new URL('../cases/site/first.csv', import.meta.url));
      await other.deps.register.importList(
        { name: 'first.csv', bytes },
        { seenOn, complete, recordedAt: `${seenOn}T01:00:00Z`, by: 'test', why: says, source: 'fictional list' },
      );
      const absent = encodeURI('/certificates/ai/示範AI-0001');
      for (const language of ['', '/en']) {
        const response = await other.get(language + absent);
        expect([says, response.status]).toEqual([says, 503]);
        if (language === '') expect(textOf(await response.text())).toContain(says);
      }
      expect((await other.get(`/api/v1${absent}`)).status).toBe(503);
      expect((await other.get(encodeURI('/certificates/ai/示範AI-001'))).status).toBe(200);
      await other.stop();
    }
  });

  test('an unknown scheme lists the six', async () => {
    const { status, html } = await open('/certificates/nothing/1');
    expect(status).toBe(404);
    for (const id of ['ai', 'e-signature', 'data-economy']) expect(linksOf(html)).toContain(`/providers?scheme=${id}`);
  });
});

describe('the page of a provider', () => {
  test('holds its certificates, items by tier, names and what ends soon', async () => {
    const { status, html } = await open('/providers/00000005');
    const text = textOf(html);
    expect(status).toBe(200);
    expect(text).toContain('4 張證書，其中 4 張今日有效');
    expect(text).toContain('曾用名稱 示範明視檢測股份有限公司');
    expect(text).toContain('電子簽章 113電簽9001：115年12月15日（2026-12-15），還有 23 天');
    expect(linksOf(html)).toEqual(expect.arrayContaining(['/catalogue/4.6.1', '/catalogue/4', '/catalogue/1']));
  });

  test('tells what each import changed, with list, day and hand', async () => {
    const text = textOf((await open('/providers/00000005')).html);
    expect(text).toMatch(/名稱：示範明視檢測股份有限公司 → 示範明視智檢股份有限公司/);
    expect(text).toMatch(/名單日期 115年11月20日（2026-11-20）；匯入者 test；原因：second\.csv/);
  });

  const kin: [ubn: string, label: string, other: string][] = [
    ['00000053', '總機構', '/providers/00000048'],
    ['00000048', '分支機構', '/providers/00000053'],
    ['00000058', '前身', '/providers/00000011'],
    ['00000011', '承受者', '/providers/00000058'],
  ];
  test.each(kin)('%s names its relative: %s', async (ubn, label, other) => {
    const { html } = await open(`/providers/${ubn}`);
    expect(textOf(html)).toContain(label);
    expect(linksOf(html)).toContain(other);
  });

  test('a 統一編號 that fails the checksum is kept and marked', async () => {
    expect(textOf((await open('/providers/00000006')).html)).toContain('檢查碼不符');
  });

  test('its feed is Atom with one entry per change, each with its own id', async () => {
    const response = await site.get('/providers/00000005/feed.atom');
    const xml = await response.text();
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    const ids = [...xml.matchAll(/<entry>\n<id>([^<]+)/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    const updated = [...xml.matchAll(/<updated>(2026-11-20T01:00:\d\d[.\d]*Z)<\/updated>\n<link/g)].map(([, at]) => at);
    expect(updated.length).toBeGreaterThan(0);
    expect(new Set(updated).size).toBe(updated.length);
  });

  test('its JSON-LD names it by its 統一編號', async () => {
    const { html } = await open('/en/providers/00000005');
    const data = JSON.parse(/<script type="application\/ld\+json">(.+?)<\/script>/.exec(html)![1]!);
    expect(data).toMatchObject({ '@type': 'Organization', taxID: '00000005' });
  });

  test.each([
    ['12345675', 404],
    ['00000001', 404],
    ['abc', 404],
    ['００００００05', 301],
  ])('/providers/%s answers %i', async (ubn, status) => {
    expect((await open(`/providers/${ubn}`)).status).toBe(status);
  });
});

test('while the database is away a provider’s page still answers, and says what it cannot tell', async () => {
  const other = await startSite();
  await other.deps.register.close();
  const response = await other.get('/providers/00000005');
  const text = textOf(await response.text());
  expect(response.status).toBe(200);
  expect(text).toContain('異動紀錄暫時無法讀取');
  expect(text).toContain('4 張證書，其中 4 張今日有效');
  await other.stop();
});
