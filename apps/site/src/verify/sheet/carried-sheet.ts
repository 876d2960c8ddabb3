import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { type ClaimSheet, csvLine, type SourceFile } from '@aipower/registry';
import { z } from 'zod';

// Nothing that is uploaded is stored. For a correction of columns, another page of results or the download, the table
// travels with the page and comes back with the form: packed, because the page should stay light.
const MAX_UNPACKED = 32 * 1024 * 1024;

const shape = z.strictObject({
  name: z.string().max(300),
  rows: z.array(z.number().int()).max(10_000),
  csv: z.string(),
});

const pack = promisify<Buffer, Buffer>(deflateRaw);
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** A table that came back with a form. */
export interface CarriedSheet {
  readonly file: SourceFile;
  /** Row of the original file each row stood in; a workbook becomes CSV on the way and would lose them. */
  readonly rowNumbers: readonly number[];
}

/** Packs a table that was read into a text for a hidden field. */
export async function carrySheet(name: string, sheet: ClaimSheet): Promise<string> {
  const csv = [sheet.header, ...sheet.rows].map(csvLine).join('\r\n');
  const text = JSON.stringify({ name, rows: sheet.rowNumbers, csv });
  return (await pack(Buffer.from(text))).toString('base64url');
}

/** Unpacks what `carrySheet` packed; `null` for anything else. Bounded: a small text cannot unpack to a huge one. */
export async function carriedSheet(text: string): Promise<CarriedSheet | null> {
  try {
    const unpacked = await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: MAX_UNPACKED });
    const { name, rows, csv } = shape.parse(JSON.parse(unpacked.toString('utf8')));
    return { file: { name, bytes: Buffer.from(csv) }, rowNumbers: rows };
  } catch {
    return null;
  }
}

/** Puts the rows of the original file back into a table that was read again. */
export function withRowNumbers(sheet: ClaimSheet, rowNumbers: readonly number[]): ClaimSheet {
  if (sheet.rows.length !== rowNumbers.length) return sheet;
  const original = new Map(sheet.rowNumbers.map((row, i) => [row, rowNumbers[i]!]));
  const problems = sheet.problems.map((one) =>
    one.row === null ? one : { ...one, row: original.get(one.row) ?? one.row },
  );
  return { ...sheet, rowNumbers, problems };
}
