/**
 * One line of CSV (RFC 4180), without its line end. Cells that begin or end with a blank are quoted too, so that no reader trims them.
 * @example csvLine(['4.6.1', 'AOI, yield']) // '4.6.1,"AOI, yield"'
 */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) || /^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
