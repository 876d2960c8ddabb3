/**
 * A cell that a spreadsheet would run as a formula, made harmless: an apostrophe before it. Every cell is text to us,
 * so a negative number gets one too. Source: OWASP, CSV Injection.
 * @example formulaSafe('=1+1') // "'=1+1"
 */
export function formulaSafe(cell: string): string {
  return /^(?:[\s\p{Cc}]*[=+\-@＝＋－＠|%]|[\t\r\n])/u.test(cell) ? `'${cell}` : cell;
}
