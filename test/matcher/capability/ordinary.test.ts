import { matchCapabilities } from '@aipower/matcher';
import { describe, expect, it } from 'vitest';

const decision = (text: string) => matchCapabilities(text).decision;

describe('ordinary software in a few words', () => {
  it.each(['訂房系統', '出缺勤登記軟體', '社團報名網站', '虛擬主機代管', 'hotel booking software'])(
    '「%s」 is never asserted',
    (text) => {
      expect(decision(text)).not.toBe('matched');
    },
  );

  it.each(['人臉辨識系統', '智慧客服平台', '瑕疵檢測軟體', 'defect detection software', '推薦系統'])(
    '「%s」 names what a machine judges',
    (text) => {
      expect(decision(text)).toBe('matched');
    },
  );

  it('counts for a few words only: a sentence around it tells what is meant', () => {
    expect(decision('訂房系統要能依天氣、節慶與往年紀錄推估每一天的房價和住房率，並提醒經理。')).toBe('matched');
  });
});

describe('a text that says it uses no AI', () => {
  it.each([
    '以人工沖洗底片，絕無任何 AI 修圖。',
    '純機械結構的果園升降台，沒有鏡頭也沒有任何辨識。',
    '本行未使用任何 AI，報表由會計人工製作。',
    'Staff read each form; no AI is used.',
    'We repair pumps without any AI.',
  ])('「%s」 is never asserted', (text) => {
    expect(decision(text)).not.toBe('matched');
  });

  it.each([
    ['我們沒有 AI 人才，想找顧問規劃導入', '3.3.1'],
    ['不用人工就能自動抓出刮傷', '4.6.1'],
    ['沒有人顧店也能結帳', '4.8.1'],
    ['不使用中國來源的 AI 模型；由影像辨識工人有沒有戴安全帽。', '4.1.3'],
  ])('「%s」 says something else', (text, code) => {
    const { decision: said, matches } = matchCapabilities(text);
    expect(said).toBe('matched');
    expect(matches[0]?.code).toBe(code);
  });
});

describe('a text that says people do the work', () => {
  it.each([
    '宿舍更換節能燈具與隔熱紙，並由工友每週抄寫各棟電表。',
    '展覽館加裝護欄與照明，聘請警衛巡邏並登記出入車輛。',
  ])('「%s」 is not asserted', (text) => {
    expect(decision(text)).not.toBe('matched');
  });

  it.each(['現在由工讀生看畫面找人，想要系統自己認出來', '派建模人員到廠內管理資料並訓練模型，為期半年'])(
    '「%s」 wishes for more, or sells it',
    (text) => {
      expect(decision(text)).toBe('matched');
    },
  );
});

describe('a list of needs', () => {
  it('fits as surely as one of them, though none is far ahead in the whole', () => {
    const { decision: said, signals } = matchCapabilities(
      '百貨要三件事：櫃位自助結帳認出商品、依會員紀錄推薦商品、電話由語音機器人接聽。',
    );
    expect(said).toBe('matched');
    expect(signals!.clear).toBeGreaterThan(signals!.lead);
  });
});
