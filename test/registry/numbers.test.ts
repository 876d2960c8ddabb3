import { readFileSync } from 'node:fs';
import { programme115 } from '@aipower/programme';
import {
  buildNearIndex,
  findScheme,
  fitHint,
  getScheme,
  readNumber,
  readNumberCell,
  schemes,
  schemesNamed,
} from '@aipower/registry';
import { editDistance } from '@aipower/taxonomy/edit-distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';

interface Cases {
  same: string[][];
  extended: { text: string; key: string }[];
  notExtended: string[];
}
const cases = readCases<Cases>('numbers.yml');

describe('readNumber', () => {
  it.each(cases.same)('reads %s and its other writings as one number', (...writings) => {
    expect(new Set(writings.map((text) => readNumber(text).key)).size).toBe(1);
  });
  it.each(cases.extended)('keeps 展延 of $text apart', ({ text, key }) => {
    expect(readNumber(text)).toMatchObject({ key, extended: true });
  });
  it.each(cases.notExtended)('%s carries no mark', (text) => {
    expect(readNumber(text).extended).toBe(false);
  });
  it('is settled: a key reads as itself', () => {
    const settled = (text: string) => {
      const { key } = readNumber(text);
      expect(readNumber(key)).toEqual({ printed: key, key, extended: false });
    };
    // A capital that comes apart, a mark that meets its letter, marks and labels written twice.
    for (const text of ['\u0390', 'O\u00a8', '示範0001（展延）展延', '編號：證號：0001']) settled(text);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), settled));
  });
});

it('what is no text is named, and not read', () => {
  expect(() => readNumberCell(5 as never)).toThrow('readNumberCell(text): expected text, got number');
  expect(() => findScheme(undefined as never)).toThrow('expected text, got undefined');
  expect(() => fitHint('ai', null as never)).toThrow('fitHint(…, printed): expected text');
});

describe('schemes', () => {
  it('are those a programme gives bonus for, in the order of its form', () => {
    const asked = programme115.bonus.items.flatMap((item) =>
      item.kind === 'registration' ? [[item.scheme, item.id]] : [],
    );
    expect(schemes.map(({ id }) => id)).toEqual(asked.map(([scheme]) => scheme));
    // The number of the form is what people write for a registration.
    for (const [scheme, number] of asked) expect(findScheme(number!)?.id).toBe(scheme);
  });
  it.each(schemes.map((scheme) => [scheme.id, scheme]))('%s is found by each of its names', (id, scheme) => {
    for (const text of [
      scheme.id,
      scheme.name.zh,
      scheme.name.en,
      scheme.shortName.zh,
      ` ${scheme.shortName.en.toUpperCase()} `,
    ]) {
      expect(findScheme(text)?.id).toBe(id);
    }
  });
  it.each<[string, readonly string[]]>([
    [
      'third-party-payment-aml',
      ['第三方支付', '第三方支付服務', '5.1 第三方支付', '提供第三方支付服務之事業或人員洗錢防制及服務', '洗錢防制'],
    ],
    ['e-signature', ['電子簽章服務', '電簽', '電子簽章解決方案', '電子簽章登錄', 'E-Signature']],
    ['data-economy', ['資料經濟服務', '資料經濟服務機構', '資料經濟業者', 'data economy']],
    [
      'ai',
      ['AI', 'ＡＩ', 'ai服務', 'AI 技術服務機構能量登錄', '人工智慧服務', '人工智慧（AI）', '5.4、人工智慧', '5.4.AI'],
    ],
    [
      'information-service',
      ['資訊服務', '資訊服務業', '資服', '資訊服務機構', 'IT services', '５．５ 資訊服務機構服務'],
    ],
    ['information-security', ['資安', '資安服務', '資安服務機構能量登錄', '資通安全', '資訊安全類', 'cybersecurity']],
  ])('%s is found by what people write for it', (id, texts) => {
    for (const text of texts) expect([text, findScheme(text)?.id]).toEqual([text, id]);
  });
  it('have aliases of their own: none is read as another, with any ending', () => {
    for (const { id, aliases } of schemes) {
      expect(aliases.length).toBeGreaterThan(0);
      // A number of a form is no name, and takes no ending.
      for (const alias of aliases.filter((one) => !/^[\d.]+$/.test(one)))
        for (const text of [alias, `${alias}能量登錄`, `${alias}業者`])
          expect([text, findScheme(text)?.id]).toEqual([text, id]);
    }
  });
  it.each([
    ['資訊', ['information-service', 'information-security']],
    ['資訊業者', ['information-service', 'information-security']],
    ['IT', ['information-service', 'information-security']],
    ['數位服務機構', schemes.map(({ id }) => id)],
    // A closer word decides, and words that contradict each other say nothing.
    ['資訊（資安）', ['information-security']],
    ['5.4 資安', []],
    ['人工智慧、資安', []],
    ['電子支付', []],
    ['數位簽章', []],
    ['人工智慧（未取得）', []],
  ])('%s can mean %j, and only one meaning is read', (text, ids) => {
    expect(schemesNamed(text).map(({ id }) => id)).toEqual(ids);
    expect(findScheme(text)?.id ?? null).toBe(ids.length === 1 ? ids[0] : null);
  });
  it('are not guessed', () => {
    expect(findScheme('人工')).toBeNull();
    expect(findScheme('')).toBeNull();
    expect(() => getScheme('nope' as never)).toThrow(TypeError);
  });
  it('give hints that fit their own examples and refuse nothing', () => {
    for (const { id, hints } of schemes) {
      for (const hint of hints) if (hint.example) expect(fitHint(id, hint.example)).toBe(hint);
    }
    expect(fitHint('data-economy', '示範')).toBeNull();
    // An underscore is read as the hyphen it stands for, by the hints as by the key.
    expect(fitHint('e-signature', '113_電簽_0005')).toBe(getScheme('e-signature').hints[0]);
  });
  it('name no shape and no number of the sample with an underscore, which the key leaves out', () => {
    const sample = readFileSync(new URL('../../data/sample/register.csv', import.meta.url), 'utf8');
    const column = sample.split('\n').map((line) => line.split(',')[1] ?? '');
    const hints = schemes.flatMap((scheme) => scheme.hints);
    const numbers = column.slice(1).filter((number) => number !== '');
    expect(numbers.length).toBeGreaterThan(100);
    for (const text of [...numbers, ...hints.flatMap(({ pattern, shape }) => [pattern, JSON.stringify(shape)])])
      expect(text).not.toContain('_');
  });
});

describe('near numbers', () => {
  const key = fc.stringMatching(/^[示A0-2]{0,7}$/);

  it('are those that comparing every key finds', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), key, fc.integer({ min: 0, max: 3 }), (keys, text, most) => {
        const expected = [...new Set(keys)]
          .map((one) => ({ key: one, distance: editDistance(text, one) }))
          .filter(({ distance }) => distance <= most)
          .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
        expect(buildNearIndex(keys).find(text, most)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
