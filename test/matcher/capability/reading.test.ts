import { matchApplication, matchCapabilities, readApplicationText } from '@aipower/matcher';
import { getProgramme } from '@aipower/programme';
import { describe, expect, it } from 'vitest';

const NEED = '本案由溫室感測資料推估番茄何時會得病，提前開窗與調整澆水。';
const MEANS = [
  '系統通過 ISO 27001 驗證，並定期進行弱點掃描與滲透測試。',
  '模型採 LoRA 微調，以 MLflow 管理版本，預計使用 GPU 八百小時。',
  '團隊設有資料標註人員，並請專家以混淆矩陣評估。',
  '提供儀表板與聊天機器人介面，主管可用問答方式查詢。',
  '成果可延伸至零售、金融、醫療與教育等產業。',
];
const best = (text: string) => matchCapabilities(text).matches[0]?.code;

describe('need and means', () => {
  it.each(MEANS)('the need stays first beside 「%s」', (means) => {
    expect(best(`${NEED}\n${means}`)).toBe('4.5.1');
    expect(best(`${means}\n${NEED}`)).toBe('4.5.1');
    expect(best(means + NEED)).toBe('4.5.1');
  });

  it('the need stays first in the middle of all of them, and the answer points at it', () => {
    const text = [...MEANS.slice(0, 3), NEED, ...MEANS.slice(3)].join('\n');
    const { matches, stretches, decision } = matchCapabilities(text);
    expect(decision).toBe('matched');
    expect(matches[0]!.code).toBe('4.5.1');
    const { start, end, role } = matches[0]!.decidedBy;
    expect(NEED).toContain(text.slice(start, end).trim());
    expect(role).toBe('need');
    expect(stretches.filter((one) => one.role === 'means').length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    '團隊：資料科學家 3 名、MLOps 工程師 1 名，曾獲數據競賽冠軍。',
    '四、執行團隊：資料科學家 3 名、MLOps 工程師 1 名。',
    '本團隊有資料科學家 3 名、MLOps 工程師 1 名。',
    '（三）資安措施：滲透測試、弱點掃描、個資去識別化。',
    '經費：資料標註外包三百萬元、教育訓練五十萬元。',
  ])('a line whose heading says that it is about the means decides nothing: %s', (line) => {
    const need = '於產線架設相機，訓練模型自動找出刮傷、缺件、錫橋。';
    const { matches, stretches } = matchCapabilities(`專案名稱：品質提升計畫\n${need}\n${line}`);
    expect(matches[0]!.code).toBe('4.6.1');
    expect(stretches.at(-1)!.role).toBe('means');
    expect(best(`${line}\n${need}`)).toBe('4.6.1');
  });

  it('a thing that is called like a heading is what the text is about', () => {
    const { matches, stretches } = matchCapabilities('設備異常前先通知維修人員，減少停機。\n模型採用 LoRA 微調。');
    expect(matches[0]!.code).toBe('4.6.2');
    expect(stretches[0]!.role).toBe('need');
  });

  it('means alone are what the text is about when it says nothing else', () => {
    expect(best('系統弱點掃描與滲透測試')).toBe('1.3.1');
    expect(best('出租 GPU 供訓練')).toBe('1.2.3');
  });

  it('stretches follow each other and lie inside the text', () => {
    const text = `${MEANS.join('')}\n我們不做瑕疵檢測。${NEED}`;
    let end = 0;
    for (const stretch of matchCapabilities(text).stretches) {
      expect(stretch.start).toBeGreaterThanOrEqual(end);
      expect(stretch.end).toBeGreaterThan(stretch.start);
      end = stretch.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
});

describe('denials', () => {
  it.each([
    ['我們不做瑕疵檢測，只預測機台何時會故障。', '4.6.2', '4.6.1'],
    ['本案與自動駕駛無關，而是替無人機寫自主巡檢的軟體。', '4.3.4', '4.3.1'],
    ['並非臉部辨識，而是偵測工地有沒有人沒戴安全帽。', '4.1.3', '4.1.2'],
    ['This is not about face recognition, but about cameras that see missing helmets on sites.', '4.1.3', '4.1.2'],
  ])('「%s」 is %s and not %s', (text, wanted, denied) => {
    const { matches } = matchCapabilities(text);
    expect(matches[0]!.code).toBe(wanted);
    expect(matches[0]!.code).not.toBe(denied);
  });

  it('a denied thing alone is no answer', () => {
    expect(matchCapabilities('我們不做瑕疵檢測').decision).not.toBe('matched');
    expect(matchCapabilities('本案與智慧客服無關').decision).not.toBe('matched');
  });

  it.each(['是不是快壞了想先知道馬達什麼時候要換', '不良品太多想用相機挑出來', '不會寫程式也能訓練模型的工具'])(
    '「%s」 denies nothing',
    (text) => {
      expect(matchCapabilities(text).stretches.filter(({ role }) => role === 'denied')).toEqual([]);
    },
  );

  it('touches no exclusion, and an agent is no reseller', () => {
    const cautioned = (text: string, code: string) =>
      matchCapabilities(text, { limit: 87 })
        .matches.find((match) => match.code === code)
        ?.cautions.filter(({ kind }) => kind === 'exclusion') ?? [];
    expect(cautioned('焊接手臂由模型學習軌跡，並非逐點寫死，我們導入產線。', '2.2.1')).toEqual([]);
    expect(cautioned('焊接手臂的動作逐點寫死，我們導入產線。', '2.2.1')).toHaveLength(1);
    expect(cautioned('自有演算法的訓練工具，以多代理人協助使用者建模。', '1.1.2')).toEqual([]);
    expect(cautioned('代理國外的訓練工具。', '1.1.2')).toHaveLength(1);
  });
});

describe('evidence of what it is and of AI', () => {
  it.each([
    '公司代客記帳、申報營業稅與辦理工商登記，會計人員親自收件。',
    '補習班由老師小班授課，當場批改考卷並講解。',
    '保全公司派駐守衛輪班巡邏，訪客以紙本登記。',
    '代理國外的進銷存軟體，提供安裝、教育訓練與維護。',
  ])('「%s」 is a trade and no AI service', (text) => {
    expect(matchCapabilities(text).decision).not.toBe('matched');
  });

  it.each([
    ['由往來資料自動記帳並偵測異常交易，標出可疑洗錢案件。', '4.10.3'],
    ['由學生的作答推估哪些觀念還沒懂，自動安排練習。', '4.12.2'],
    ['攝影機自動認出翻牆的人，立刻通知警衛。', '4.1.3'],
  ])('「%s」 is one: %s', (text, code) => {
    expect(matchCapabilities(text)).toMatchObject({ decision: 'matched', matches: expect.anything() });
    expect(best(text)).toBe(code);
  });

  it('says how likely the first item is right, never above the certainty that something fits', () => {
    for (const text of [NEED, '客服', '刷臉', '健身教練', 'AI', MEANS.join('\n')]) {
      const { certainty, firstRight } = matchCapabilities(text);
      expect(firstRight).toBeGreaterThanOrEqual(0);
      expect(firstRight).toBeLessThanOrEqual(certainty);
    }
  });
});

describe('several needs', () => {
  it('each is among the first five', () => {
    const text = '工廠要三件事：鏡頭檢查鑄件的砂孔、預知空壓機何時會壞、由訂單預測備料數量。';
    const first = matchCapabilities(text)
      .matches.slice(0, 5)
      .map(({ code }) => code);
    expect(first).toEqual(expect.arrayContaining(['4.6.1', '4.6.2', '4.8.2']));
  });
});

describe('an application form', () => {
  const programme = getProgramme('115');
  const form = {
    companyProfile: '營業項目：資安檢測、滲透測試與弱點掃描。',
    topic: '溫室病害預警',
    importance: NEED,
    opportunity: MEANS[4]!,
    scenario: '農民在手機上看到明天哪一區要通風。',
    benefits: MEANS.join(''),
    otherNeeds: '無',
    bonusDeck: '無',
  };

  it('is read by its fields: profile, links and 無 are not the project', () => {
    const { text, fields } = readApplicationText(programme, 'inference', form);
    expect(fields.map(({ id }) => id).sort()).toEqual(['benefits', 'importance', 'opportunity', 'scenario', 'topic']);
    for (const { id, start, end } of fields) expect(text.slice(start, end)).toBe(form[id as keyof typeof form]);
    expect(text).not.toContain('營業項目');
  });

  it('is matched by the need, and the evidence stands in the text that is returned', () => {
    const { text, matches } = matchApplication(programme, 'inference', form);
    expect(matches[0]!.code).toBe('4.5.1');
    for (const { term, start, end } of matches[0]!.evidence) expect(text.slice(start, end)).toBe(term);
  });

  it('without any word of the project is none', () => {
    expect(matchApplication(programme, 'inference', { topic: '無' })).toMatchObject({
      decision: 'none',
      matches: [],
      text: '',
    });
  });

  it('of an unknown category is refused', () => {
    expect(() => matchApplication(programme, 'rent', form)).toThrow(/rent/);
  });
});
