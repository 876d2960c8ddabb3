/** `@aipower/taiwan/ubn`: 統一編號, the eight digits of every company, firm, branch and authority in Taiwan. */

/**
 * Each digit is multiplied by its weight, and the digits of all products are added up to S. Source: 財政部,
 * 營利事業統一編號檢查碼邏輯修正說明 (in force since 2023-04-01: S divisible by 5; before: by 10).
 */
const WEIGHTS = [1, 2, 1, 2, 1, 2, 4, 1] as const;

/** `2023`: the rule in force since 2023-04-01. `before-2023`: the rule that numbers given out earlier were made by. */
export type UbnRule = '2023' | 'before-2023';

/**
 * Why a text is no 統一編號: `empty` (nothing, or blanks) · `not-eight-digits` · `all-zero` (00000000 passes the sum but
 * is nobody's) · `checksum` (eight digits that pass neither rule).
 */
export type UbnFault = 'empty' | 'not-eight-digits' | 'all-zero' | 'checksum';

/** The answer of {@link checkUbn}. */
export type UbnCheck =
  | {
      readonly ok: true;
      /** Eight ASCII digits. */
      readonly ubn: string;
      /** Every rule the number passes; what passes the old rule passes the new one too. */
      readonly rules: readonly UbnRule[];
    }
  | {
      readonly ok: false;
      /** Which rule it fails. */
      readonly code: UbnFault;
      /** The text as given. */
      readonly found: string;
      /** Only with `checksum`: the eight ASCII digits, for lists that must keep a real firm whose number fails. */
      readonly digits?: string;
      /**
       * Only with `not-eight-digits`, and only when it passes the checksum: the number with leading zeros put back, as a
       * spreadsheet drops them. A hint for a person: two of nine such numbers pass by chance.
       */
      readonly withZeros?: string;
    };

function passes(digits: string, divisor: 5 | 10): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const product = (digits.charCodeAt(i) - 48) * WEIGHTS[i]!;
    sum += Math.floor(product / 10) + (product % 10);
  }
  // A 7 in the seventh place gives 28, 2 + 8 = 10, which the rule lets count as 1 or as 0.
  return sum % divisor === 0 || (digits[6] === '7' && (sum + 1) % divisor === 0);
}

/** Only full-width digits: NFKC would also make digits of ², ① and other marks that stand beside a number. */
const asciiDigit = (digit: string) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);

/**
 * A 統一編號 as it was typed, without what does not belong to it: full-width digits become ASCII, blanks, invisible
 * characters and hyphens between digits (2209-9131) go. Nothing is checked: to look a number up that may be wrong, or gone.
 * @example ubnDigits('２２０９ ９１３１') // '22099131'
 */
export function ubnDigits(text: string): string {
  if (/^[0-9]*$/.test(text)) return text;
  return text
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[０-９]/g, asciiDigit)
    .replace(/([0-9])[\p{Pd}\u2212](?=[0-9])/gu, '$1');
}

/**
 * Which 統一編號 does a text from outside mean, and by which rules is it well formed? Finds typing errors only: 22 % of
 * all digit strings pass, and whether the company exists is for a register to say.
 *
 * @param text as typed or printed; read by {@link ubnDigits}.
 * @throws TypeError for anything but text: a number has lost its leading zeros.
 * @example checkUbn('０４５９ ５２５２') // { ok: true, ubn: '04595252', rules: ['2023'] }
 */
export function checkUbn(text: string): UbnCheck {
  if (typeof text !== 'string') {
    throw new TypeError(`checkUbn(text): expected text, got ${typeof text}; a number loses leading zeros`);
  }
  const digits = ubnDigits(text);
  if (digits === '') return { ok: false, code: 'empty', found: text };
  if (!/^[0-9]{8}$/.test(digits)) {
    const withZeros = /^[0-9]{1,7}$/.test(digits) ? digits.padStart(8, '0') : '';
    return { ok: false, code: 'not-eight-digits', found: text, ...(isUbn(withZeros) && { withZeros }) };
  }
  if (digits === '00000000') return { ok: false, code: 'all-zero', found: text };
  if (!passes(digits, 5)) return { ok: false, code: 'checksum', found: text, digits };
  return { ok: true, ubn: digits, rules: passes(digits, 10) ? ['2023', 'before-2023'] : ['2023'] };
}

/**
 * Is this value a 統一編號 as programs keep it: eight ASCII digits, nothing around them, right by the rule? For text from
 * outside use {@link checkUbn}, which reads and gives the reason.
 * @param rule which rule; the one of 2023 when left out.
 * @example isUbn('04595252') // true
 * @example isUbn('04595252', 'before-2023') // false
 */
export function isUbn(value: unknown, rule: UbnRule = '2023'): value is string {
  return (
    typeof value === 'string' &&
    /^[0-9]{8}$/.test(value) &&
    value !== '00000000' &&
    passes(value, rule === 'before-2023' ? 10 : 5)
  );
}
