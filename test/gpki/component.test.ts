import {
  couldNotCheckCodes,
  couldNotCheckTexts,
  nextSteps,
  nextStepTexts,
  refusalCodes,
  refusalTexts,
} from '@aipower/gpki';
import {
  asksForTrust,
  cardIssuer,
  compareVersions,
  componentError,
  maskCardNumber,
  parseReply,
  versionState,
} from '@aipower/gpki/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('numbers of the component', () => {
  it.each([
    [0, null],
    ['0', null],
    [0x76000006, { id: 'no-card', code: '0x76000006', nextStep: 'insert-card' }],
    [0x76000006 - 2 ** 32, { id: 'no-card' }],
    [1979711501, { id: 'program-failed', code: '0x7600000D' }],
    [1979711502, { id: 'method-not-supported' }],
    [undefined, { id: 'unknown', words: { zh: '執行檔錯誤或逾時' } }],
    [42, { id: 'unknown', code: '0x0000002A', nextStep: 'report' }],
  ])('%s', (code, expected) => {
    const error = componentError(code);
    if (expected === null) expect(error).toBeNull();
    else expect(error).toMatchObject(expected);
  });

  it.each([
    [-2147483646, 2],
    ['18446744071562067970', 2],
    [0x80000002, 2],
    [-2147483647, 1],
    ['18446744071562067969', 1],
    [0xa4, 0],
    [0xa0, null],
    [undefined, null],
  ])('last error %s leaves %s tries', (lastError, tries) => {
    expect(componentError(0x76100006, lastError)?.triesLeft).toBe(tries);
  });

  it('one try left is not read as two where JSON loses the digits', () => {
    for (const [digits, tries] of [
      ['18446744071562067969', 1],
      ['18446744071562067970', 2],
    ] as const) {
      expect(Number(digits)).toBe(2 ** 64 - 2 ** 31);
      const reply = parseReply(`{"ret_code":1980760070,"last_error":${digits}}`)!;
      expect(componentError(reply['ret_code'], reply['last_error'])?.triesLeft).toBe(tries);
    }
  });

  it('two of them ask for trust', () => {
    expect([0x7600000f, 0x76000031, 0x76000006].map((code) => asksForTrust(componentError(code)!))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('an answer that is no JSON object is none', () => {
    for (const text of ['', 'null', '[]', '"sign"', '{', '1']) expect(parseReply(text)).toBeNull();
    fc.assert(fc.property(fc.anything(), fc.anything(), (code, last) => void componentError(code, last)));
  });
});

describe('versions', () => {
  it('are compared as numbers', () => {
    expect(compareVersions('1.3.4.9', '1.3.4.103327')).toBeLessThan(0);
    expect(compareVersions('1.3.4', '1.3.4.0')).toBe(0);
    expect(compareVersions('1.10', '1.9.9')).toBeGreaterThan(0);
  });

  it('are fine, too old, or unknown', () => {
    expect(versionState('1.3.4.103350', 'windows')).toBe('fine');
    expect(versionState('1.3.4.9', 'windows')).toBe('too-old');
    expect(versionState('1.3.4.103350', null)).toBe('unknown');
    expect(versionState('beta', 'mac')).toBe('unknown');
    expect(versionState(null, 'linux')).toBe('unknown');
  });
});

describe('card numbers', () => {
  it('say their issuer, and hide their middle', () => {
    expect(['MT01', 'MG01', 'TT01', 'TP01', 'XX01'].map(cardIssuer)).toEqual([
      'moeaca',
      'moeaca',
      'moica',
      'moica',
      'unknown',
    ]);
    expect(maskCardNumber('MT00000002624926')).toBe('MT00••••••••4926');
    expect(maskCardNumber('MT001')).toBe('•••••');
  });
});

describe('texts', () => {
  it('stand in both languages for every code, and for no other', () => {
    expect(Object.keys(refusalTexts)).toEqual([...refusalCodes]);
    expect(Object.keys(couldNotCheckTexts)).toEqual([...couldNotCheckCodes]);
    expect(Object.keys(nextStepTexts)).toEqual([...nextSteps]);
    const all = [...Object.values(refusalTexts), ...Object.values(couldNotCheckTexts), ...Object.values(nextStepTexts)];
    for (const { zh, en } of all) {
      expect(zh).toMatch(/^[\u3400-\u9fff].*。$/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(Object.values(refusalTexts).map(({ zh }) => zh)).size).toBe(refusalCodes.length);
  });
});
