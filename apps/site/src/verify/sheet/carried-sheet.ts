import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { type ClaimSheet, csvLine, getScheme, type SchemeId, type SourceFile, schemes } from '@aipower/registry';
import { z } from 'zod';
import { inSlices, ROWS_BETWEEN_CUTS } from '../../http/slices.ts';

// Nothing that is uploaded is stored. For a correction of columns, another page of results or the download, the table
// travels with the page and comes back with the form: packed, because the page should stay light.
const MAX_UNPACKED = 32 * 1024 * 1024;

const shape = z.strictObject({
  name: z.string().max(300),
  rows: z.array(z.number().int()).max(10_000),
  /** Headings of sections: before which row, and which registration they name (position in the form). */
  sections: z.array(
    z.tuple([
      z.number().int().nonnegative(),
      z
        .number()
        .int()
        .min(0)
        .max(schemes.length - 1),
    ]),
  ),
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

/** Where headings told the registration of the rows below them: the first row of each section. */
function sectionsOf(sheet: ClaimSheet, chosen: SchemeId | undefined): [number, number][] {
  if (sheet.registrations.length > 0) return [];
  const headed = sheet.problems.some(({ code }) => code === 'row-is-heading');
  if (!headed) return [];
  const sections: [number, number][] = [];
  let last: SchemeId | null = null;
  for (const [i, claim] of sheet.claims.entries()) {
    const at = sheet.claimRows[i]!;
    const said = sheet.columns.scheme === null ? '' : (sheet.rows[at]?.[sheet.columns.scheme] ?? '').trim();
    const scheme = claim?.scheme;
    if (said !== '' || !scheme || scheme === chosen || scheme === last) continue;
    last = scheme;
    sections.push([at, schemes.findIndex(({ id }) => id === scheme)]);
  }
  return sections;
}

function* csvOf({ header, rows }: ClaimSheet): Generator<void, string> {
  const lines = [csvLine(header)];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_BETWEEN_CUTS === 0) yield;
    lines.push(csvLine(row));
  }
  return lines.join('\r\n');
}

/**
 * Packs a table that was read into a text for a hidden field.
 * @throws ClientAborted once nobody waits for it
 */
export async function carrySheet(
  name: string,
  sheet: ClaimSheet,
  chosen: SchemeId | undefined,
  aborted: () => boolean,
): Promise<string> {
  const csv = await inSlices(csvOf(sheet), aborted);
  const text = JSON.stringify({ name, rows: sheet.rowNumbers, sections: sectionsOf(sheet, chosen), csv });
  return (await pack(Buffer.from(text))).toString('base64url');
}

/** Unpacks what `carrySheet` packed; `null` for anything else. Bounded: a small text cannot unpack to a huge one. */
export async function carriedSheet(text: string): Promise<CarriedSheet | null> {
  try {
    const unpacked = await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: MAX_UNPACKED });
    const { name, rows, sections, csv } = shape.parse(JSON.parse(unpacked.toString('utf8')));
    return { file: { name, bytes: Buffer.from(withHeadings(csv, sections)) }, rowNumbers: rows };
  } catch {
    return null;
  }
}

/** The table with the headings of its sections back in their places, as a file has them. */
function withHeadings(csv: string, sections: readonly (readonly [number, number])[]): string {
  if (sections.length === 0) return csv;
  const before = new Map(sections.map(([row, scheme]) => [row, getScheme(schemes[scheme]!.id).name.zh]));
  // A cell may hold line breaks: rows are told apart by their quotes.
  const rows = csv.match(/(?:"(?:[^"]|"")*"|[^"\r])*(?:\r\n|$)/g) ?? [];
  const lines = rows.map((row) => row.replace(/\r\n$/, '')).filter((row, i) => row !== '' || i < rows.length - 1);
  const width = (lines[0] ?? '').split(',').length;
  return lines
    .flatMap((line, i) => {
      const heading = before.get(i - 1);
      return heading === undefined ? [line] : [`${heading}${','.repeat(Math.max(0, width - 1))}`, line];
    })
    .join('\r\n');
}

/** Puts the rows of the original file back into a table that was read again, and tells no heading twice. */
export function withCarriedRows(sheet: ClaimSheet, { rowNumbers }: CarriedSheet): ClaimSheet {
  if (sheet.rows.length !== rowNumbers.length) return sheet;
  const original = new Map(sheet.rowNumbers.map((row, i) => [row, rowNumbers[i]!]));
  const problems = sheet.problems
    .filter(({ code }) => code !== 'row-is-heading')
    .map((one) => (one.row === null ? one : { ...one, row: original.get(one.row) ?? one.row }));
  return { ...sheet, rowNumbers, problems };
}
