import { foldGlyphs, foldScript, foldScriptCode, foldText, foldWidth, isSimplified } from '@aipower/taiwan/fold';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, it, test } from 'vitest';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
);

describe('variant glyphs', () => {
  it.each(['台臺', '匯滙', '衛衞', '峰峯', '館舘', '群羣', '啟啓', '裡裏', '達逹', '市巿', '線綫', '污汙汚', '跡迹蹟'])(
    '%s are one character',
    (group) => {
      expect(new Set([...group].map(foldGlyphs)).size).toBe(1);
      expect(new Set([...group].map(foldText)).size).toBe(1);
    },
  );

  it.each(['升昇陞', '杰傑', '佑祐', '云雲', '游遊', '里裡', '岩巖', '菸煙', '鑑鑒', '鉅巨'])(
    '%s stay apart',
    (group) => {
      const chars = [...group];
      expect(new Set(chars.map(foldGlyphs)).size).toBe(chars.length);
    },
  );
});

describe('Traditional and Simplified', () => {
  it.each([
    ['軟體', '软体'],
    ['資訊', '资讯'],
    ['臺灣', '台湾'],
    ['裏', '里'],
    ['雲端', '云端'],
    ['暐', '𬀩'],
  ])('%s and %s are found as one', (traditional, simplified) => {
    expect(foldScript(traditional)).toBe(foldScript(simplified));
  });

  it('agrees with OpenCC on every character of Taiwan that has one Simplified form', () => {
    const toSimplified = Converter({ from: 't', to: 'cn' });
    const decoder = new TextDecoder('big5');
    const apart: string[] = [];
    for (let lead = 0xa4; lead <= 0xc6; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const char = decoder.decode(Uint8Array.of(lead, trail));
        if (char.length !== 1 || !/\p{Script=Han}/u.test(char)) continue;
        if (foldScript(char) !== foldScript(toSimplified(char))) apart.push(char);
      }
    }
    expect(apart).toEqual([]);
  });

  it.each(['软件', '数据科技', '机器学习', '𬀩'])('%s is Simplified', (text) => expect(isSimplified(text)).toBe(true));
  it.each(['', 'AI', '軟體', '云端資訊', '杰森', '台灣', '万豪飯店'])('%j is not', (text) =>
    expect(isSimplified(text)).toBe(false),
  );
});

test('width, case and what cannot be seen', () => {
  expect(foldWidth('ＡＩ　（股）')).toBe('ai (股)');
  expect(foldWidth('A\u200bI\u00ad')).toBe('ai');
  expect(foldWidth('甲\t乙')).toBe('甲 乙');
  expect(foldText('臺灣ＡＩ')).toBe(foldText('台湾ai'));
});

// Every character, not some: two of them were folded in two steps, and a random text holds one of two once in thousands of runs.
test('folding what is folded changes nothing', () => {
  const unsettled: string[] = [];
  // The table is of the first plane; the Simplified characters outside it all lie below U+30000.
  for (let code = 0; code < 0x30000; code++) {
    const char = String.fromCodePoint(code);
    const script = foldScript(char);
    const glyph = foldGlyphs(char);
    if (foldScript(script) !== script || foldGlyphs(glyph) !== glyph || foldScript(glyph) !== script)
      unsettled.push(char);
  }
  expect(unsettled).toEqual([]);
});

test('the length stays, so that a place in the folded text is the place in the text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const bmp = given.replace(/[\u{10000}-\u{10ffff}]/gu, '');
      for (const fold of [foldGlyphs, foldScript]) expect(fold(bmp)).toHaveLength(bmp.length);
      expect(foldGlyphs(given)).toHaveLength(given.length);
      expect([...bmp].map((char) => foldScriptCode(char.charCodeAt(0)))).toEqual(
        [...foldScript(bmp)].map((char) => char.charCodeAt(0)),
      );
    }),
  );
});
