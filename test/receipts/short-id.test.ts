import { isShortId, newShortId, printShortId, readShortId, receiptAddress, receiptQr } from '@aipower/receipts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a receipt id', () => {
  it('is typed back as it was read out, in any case, with or without hyphens, with O and L', () => {
    for (let i = 0; i < 500; i++) {
      const id = newShortId();
      expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
      const spoken = printShortId(id)
        .toLowerCase()
        .replace(/0/g, 'o')
        .replace(/1/g, i % 2 ? 'l' : 'I');
      expect(readShortId(` ${spoken}　`)).toBe(id);
    }
  });

  it('shows every mistyped character and every two neighbours that changed places', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.constantFrom(...alphabet), (place, character) => {
        const id = newShortId();
        const typed = id.slice(0, place) + character + id.slice(place + 1);
        expect(isShortId(typed)).toBe(typed === id);
        const swapped = [...id];
        [swapped[place], swapped[place + 1]] = [swapped[place + 1] ?? '', swapped[place]!];
        const text = swapped.join('');
        if (text !== id && text.length === 13) expect(isShortId(text)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is as Crockford says: the value modulo 37 is the check symbol', () => {
    // 12 characters, value 1 and 36 (= 14 in base 32): check symbols 1 and U; the latter is never given out.
    expect(isShortId('0000000000011')).toBe(true);
    expect(isShortId('000000000014U')).toBe(false);
    const value = [...'7K3M9PQRST2V'].reduce((sum, c) => sum * 32n + BigInt(alphabet.indexOf(c)), 0n) % 37n;
    expect(isShortId(`7K3M9PQRST2V${alphabet[Number(value)] ?? '*'}`)).toBe(value < 32n);
  });

  it('refuses what is no id', () => {
    for (const text of ['', '0', 'U'.repeat(13), '7K3M-9PQR', '../../etc/passwd', '0'.repeat(14)]) {
      expect(readShortId(text), text).toBeNull();
    }
  });
});

describe('the address of a receipt', () => {
  it('keeps the path the site stands under', () => {
    expect(receiptAddress('https://a.example', '0000000000011')).toBe('https://a.example/r/0000000000011');
    expect(receiptAddress('https://a.example/register', '0000000000011')).toBe(
      'https://a.example/register/r/0000000000011',
    );
    expect(() => receiptAddress('https://a.example', 'nonsense')).toThrow(TypeError);
  });

  it('is a picture any page can hold', () => {
    const svg = receiptQr('https://a.example/r/0000000000011');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/<script|href|style=/);
  });
});
