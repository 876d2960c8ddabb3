import {
  type CapabilityMatches,
  capabilityIndex,
  cataloguePassages,
  MAX_MATCHED_LENGTH,
  matchCapabilities,
} from '@aipower/matcher';
import { findItem, items } from '@aipower/taxonomy';
import { describe, expect, it } from 'vitest';

const best = (text: string) => matchCapabilities(text).matches[0]?.code;
const scores = ({ matches }: CapabilityMatches) => matches.map(({ code, score }) => [code, score]);

describe('what an item is called', () => {
  it.each(items.map(({ code, title }) => [title.zh, code]))('「%s」 is %s', (title, code) => {
    expect(matchCapabilities(title)).toMatchObject({ decision: 'matched' });
    expect(best(title)).toBe(code);
  });

  it.each(items.map(({ code, title }) => [title.en, code]))('“%s” is %s', (title, code) => {
    expect(best(title)).toBe(code);
  });

  it('is found in Simplified script, in full width, in capitals and with blanks and control characters inside', () => {
    const plain = matchCapabilities('瑕疵檢測 AOI');
    expect(scores(matchCapabilities('瑕疵检测 AOI'))).toEqual(scores(plain));
    expect(scores(matchCapabilities('瑕疵檢測　ＡＯＩ'))).toEqual(scores(plain));
    expect(scores(matchCapabilities('瑕疵檢測\u0000aoi'))).toEqual(scores(plain));
    expect(scores(matchCapabilities('瑕\u200b疵檢測 A\u00adOI'))).toEqual(scores(plain));
  });
});

describe('slips', () => {
  it.each([
    ['預防性維互', '4.6.2'],
    ['數位分生模擬', '4.2.11'],
    ['predictve maintenence', '4.6.2'],
    ['智慧家具軟體', '4.4.5'],
  ])('「%s」 still finds %s', (text, code) => {
    expect(best(text)).toBe(code);
  });

  it('are named as typing errors, at the place where they stand', () => {
    const { matches } = matchCapabilities('我想做預防性維互');
    const slip = matches[0]!.evidence.find(({ feature }) => feature === 'typo');
    expect(slip).toMatchObject({ term: '維互', start: 6, end: 8 });
  });
});

describe('abstaining', () => {
  it.each(['', '   ', '？！', '無', 'N/A', '🍰🍰', 'ㄅㄆㄇ', '12345678', '\u0000\u0001', '안녕하세요', "' OR 1=1 --"])(
    '%j gives no confident answer',
    (text) => {
      expect(matchCapabilities(text).decision).not.toBe('matched');
    },
  );

  it.each([
    'AI',
    '人工智慧',
    '系統',
    '智慧服務平台',
    '资讯科技',
    '股份有限公司',
    '我們公司想用 AI',
    'data',
    'an AI system',
    'ＡＩ／系統',
  ])('「%s」 is generic words alone: something to choose from at most', (text) => {
    const { decision, certainty } = matchCapabilities(text);
    expect(decision).not.toBe('matched');
    expect(certainty).toBeLessThanOrEqual(0.5);
  });

  it('one word that says something settles what the generic ones leave open', () => {
    expect(matchCapabilities('AI 客服系統平台')).toMatchObject({ decision: 'matched', matches: expect.anything() });
    expect(best('AI 客服系統平台')).toBe('4.2.7');
  });

  it('says none, with no matches and no signals, where there is no word at all', () => {
    expect(matchCapabilities('！？…')).toEqual({
      decision: 'none',
      certainty: 0,
      firstRight: 0,
      signals: null,
      matches: [],
      stretches: [],
      truncated: false,
      language: 'und',
    });
  });

  it('does not take a base model or a GPU for what the project delivers', () => {
    const { matches } = matchCapabilities(
      '本專案申請 GPU 算力，以 Llama-3.3-70B 微調，替連鎖麵包店預測每日銷量並自動產生訂貨單，減少過期報廢。',
    );
    expect(matches[0]!.code).toBe('4.8.2');
    expect(matches.slice(0, 3).map(({ code }) => code)).not.toContain('1.2.3');
  });
});

describe('the answer', () => {
  const text = '我們代理國外的機器學習軟體，並以開源套件做二次開發，協助工廠導入瑕疵檢測。';
  const answer = matchCapabilities(text, { limit: 87 });

  it('points at the words it names', () => {
    for (const { evidence, cautions } of answer.matches) {
      for (const { term, start, end } of evidence) expect(text.slice(start, end)).toBe(term);
      for (const { reasonTerm, start, end } of cautions) expect(text.slice(start, end)).toBe(reasonTerm);
    }
  });

  it('names the whole keyword that stands in the text', () => {
    const aoi = answer.matches.find(({ code }) => code === '4.6.1')!;
    expect(aoi.evidence).toContainEqual(
      expect.objectContaining({ feature: 'phrase', term: expect.stringContaining('瑕疵檢測') }),
    );
  });

  it('cautions where the text touches an exclusion, in the official words', () => {
    const tools = answer.matches.find(({ code }) => code === '1.1.2')!;
    expect(tools.cautions.map(({ kind, reasonTerm }) => [kind, reasonTerm])).toEqual([
      ['exclusion', '代理'],
      ['exclusion', '開源套件'],
    ]);
    for (const { text: official } of tools.cautions) expect(findItem('1.1.2')!.definition.zh).toContain(official);
  });

  it('is ranked, each item once, within the limit', () => {
    const codes = answer.matches.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const ranked = answer.matches.map(({ score }) => score);
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(matchCapabilities(text).matches).toEqual(answer.matches.slice(0, 10));
    expect(matchCapabilities(text, { limit: 1 }).matches).toEqual(answer.matches.slice(0, 1));
  });

  it.each([
    ['繁體中文的智慧客服', 'zh-Hant'],
    ['智能客服机器人', 'zh-Hans'],
    ['customer service chatbot', 'en'],
    ['用 LLM 做客服機器人', 'zh-Hant'],
  ])('knows the language of 「%s」', (query, language) => {
    expect(matchCapabilities(query).language).toBe(language);
  });
});

describe('limits', () => {
  it('reads the first 20,000 characters of a megabyte, and says so', () => {
    const start = '工廠機台的振動訊號預測軸承何時損壞。'.repeat(2_000).slice(0, MAX_MATCHED_LENGTH);
    const flood = start + '猜你喜歡的商品推薦'.repeat(120_000);
    expect(matchCapabilities(flood)).toEqual({ ...matchCapabilities(start), truncated: true });
  });

  it.each([undefined, null, 7, {}, ['智慧客服']])('refuses %j as text', (text) => {
    expect(() => matchCapabilities(text as string)).toThrow(/matchCapabilities\(text\): expected a string/);
  });

  it.each([0, -1, 88, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '3'])('refuses %j as limit', (limit) => {
    expect(() => matchCapabilities('智慧客服', { limit: limit as number })).toThrow(TypeError);
  });
});

describe('an index of one’s own', () => {
  it('knows the words that were added', () => {
    const text = '鑷鏨鑞鑴檢法';
    const index = capabilityIndex({
      passages: [...cataloguePassages(), { code: '4.6.1', field: 'keyword', text }],
    });
    const { decision, matches } = matchCapabilities(text, { index });
    expect([decision, matches[0]?.code]).toEqual(['matched', '4.6.1']);
    expect(matchCapabilities(text).decision).not.toBe('matched');
  });

  it('refuses a passage without text, naming it', () => {
    const passages = [{ code: '4.6.1', field: 'keyword' }] as never;
    expect(() => capabilityIndex({ passages })).toThrow(/passages\): entry 0/);
  });

  it('without options is one and the same', () => {
    expect(capabilityIndex()).toBe(capabilityIndex());
  });
});
