/**
 * 統一編號 (UBN): eight ASCII digits, each multiplied by 1 2 1 2 1 2 4 1, the digits of every product added up to S.
 * Source: Ministry of Finance, 營利事業統一編號檢查碼邏輯修正說明 (in force since 2023-04-01: divisor 5; before: 10).
 */
const WEIGHTS = [1, 2, 1, 2, 1, 2, 4, 1] as const;

/** `2023`: the rule in force since 2023-04-01. `before-2023`: the rule for numbers given out earlier. */
export type UbnRule = '2023' | 'before-2023';

export type UbnFault = 'empty' | 'not-eight-digits' | 'all-zero' | 'checksum';

export type UbnCheck = { ok: true; ubn: string; rules: UbnRule[] } | { ok: false; code: UbnFault; found: string };

function passes(digits: string, divisor: 5 | 10): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const product = (digits.charCodeAt(i) - 48) * WEIGHTS[i]!;
    sum += Math.floor(product / 10) + (product % 10);
  }
  // A 7 in the seventh place gives 28, 2 + 8 = 10, which the rule lets count as 1 or as 0.
  return sum % divisor === 0 || (digits[6] === '7' && (sum + 1) % divisor === 0);
}

/**
 * Is this a well-formed 統一編號, and by which rules? Finds typing errors only: 22 % of all digit strings pass, and
 * whether the company exists is for a register to say.
 *
 * @param text exactly as typed. Full-width digits and blanks are refused: normalise first where the source allows it.
 * @returns `rules` names every rule the number passes; a number of the old rule passes the new one too.
 *   Codes: `empty`, `not-eight-digits`, `all-zero` (00000000 passes the sum but is nobody's), `checksum`.
 * @example checkUbn('04595252') // { ok: true, ubn: '04595252', rules: ['2023'] }
 */
export function checkUbn(text: string): UbnCheck {
  if (typeof text !== 'string')
    throw new TypeError('checkUbn(text): text must be a string; a number loses leading zeros');
  if (text === '') return { ok: false, code: 'empty', found: text };
  if (!/^[0-9]{8}$/.test(text)) return { ok: false, code: 'not-eight-digits', found: text };
  if (text === '00000000') return { ok: false, code: 'all-zero', found: text };
  if (!passes(text, 5)) return { ok: false, code: 'checksum', found: text };
  return { ok: true, ubn: text, rules: passes(text, 10) ? ['2023', 'before-2023'] : ['2023'] };
}

/**
 * Does the text pass the checksum of one rule? See {@link checkUbn} for the reason when it does not.
 * @example isUbn('04595252'); // true
 * @example isUbn('04595252', 'before-2023'); // false
 */
export function isUbn(text: string, rule: UbnRule = '2023'): boolean {
  const check = checkUbn(text);
  return check.ok && check.rules.includes(rule);
}
