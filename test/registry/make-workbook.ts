import { crc32, deflateRawSync } from 'node:zlib';

/** A cell as a test wants it stored. A plain text becomes a shared string. */
export type MadeCell =
  | string
  | null
  | { readonly number: number; readonly format?: 'date' | 'roc-date' | 'digits' | 'general' | 'lettered' | 'unit' }
  | { readonly rich: readonly string[]; readonly plain?: string }
  | { readonly phonetic: string; readonly text: string }
  | { readonly inline: string }
  | { readonly formula: string; readonly text: string }
  | { readonly iso: string }
  | { readonly empty: 'closed' | 'open' };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly hidden?: boolean;
  /** Numbers of rows, from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly string[];
}

const xml = (text: string) =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one]!);
const t = (text: string) => `<t xml:space="preserve">${xml(text)}</t>`;

export interface ZipPart {
  readonly name: string;
  readonly body: string | Uint8Array;
  /** Bytes to store in place of the packed body, e.g. a stream that breaks off. */
  readonly packed?: Uint8Array;
  /** Size that the directory declares in place of the true one. */
  readonly declared?: number;
}

/** A ZIP archive as office programs write it. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, packed: given, declared } of parts) {
    const bytes = Buffer.from(body as string);
    const packed = given ?? deflateRawSync(bytes);
    const file = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? bytes.length, 18);
    head.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, file, packed]);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(at, 12);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail.subarray(2), file]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
const styles = { general: 0, date: 1, 'roc-date': 2, digits: 3, lettered: 4, unit: 5 } as const;

/** The parts of an XLSX workbook, so that a test may bend one of them. */
export function xlsxParts(sheets: readonly MadeSheet[], options: { date1904?: boolean } = {}): ZipPart[] {
  const strings: string[] = [];
  const share = (si: string) => `t="s"><v>${strings.push(si) - 1}</v></c>`;
  const cell = (made: MadeCell, where: string): string => {
    if (made === null) return '';
    const open = `<c r="${where}" `;
    if (typeof made === 'string') return open + share(`<si>${t(made)}</si>`);
    if ('number' in made) return `<c r="${where}" s="${styles[made.format ?? 'general']}"><v>${made.number}</v></c>`;
    if ('rich' in made) {
      const runs = made.rich.map((run) => `<r><rPr><b/></rPr>${t(run)}</r>`).join('');
      return open + share(`<si>${made.plain === undefined ? '' : t(made.plain)}${runs}</si>`);
    }
    if ('phonetic' in made)
      return (
        open + share(`<si>${t(made.text)}<rPh sb="0" eb="1">${t(made.phonetic)}</rPh><phoneticPr fontId="1"/></si>`)
      );
    if ('inline' in made)
      return `${open}t="inlineStr"><is><r>${t(made.inline.slice(0, 1))}</r><r>${t(made.inline.slice(1))}</r></is></c>`;
    if ('formula' in made) return `${open}t="str"><f>${xml(made.formula)}</f><v>${xml(made.text)}</v></c>`;
    if ('iso' in made) return `${open}t="d"><v>${made.iso}</v></c>`;
    return open + share(made.empty === 'closed' ? '<si/>' : '<si><t/></si>');
  };
  const bodies = sheets.map(({ rows, merges = [], hiddenRows = [] }) => {
    const lines = rows.map((cells, i) => {
      const inner = cells.map((one, c) => cell(one, `${columnName(c)}${i + 1}`)).join('');
      return inner === '' ? '' : `<row r="${i + 1}"${hiddenRows.includes(i + 1) ? ' hidden="1"' : ''}>${inner}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const rel = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${office}/${type}" Target="${target}"/>`;
  const rels = sheets.map((_, i) => rel(i, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  rels.push(rel(900, 'sharedStrings', 'sharedStrings.xml'), rel(901, 'styles', 'styles.xml'));
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${xml(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${i}"/>`,
  );
  const override = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return [
    {
      name: '[Content_Types].xml',
      body: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${sheets.map((_, i) => override(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${override('sharedStrings.xml', 'sharedStrings')}${override('styles.xml', 'styles')}</Types>`,
    },
    {
      name: '_rels/.rels',
      body: `<Relationships xmlns="${packages}/relationships">${rel(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      body: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: `<Relationships xmlns="${packages}/relationships">${rels.join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      body: `<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="170" formatCode="[$-404]e/m/d;@"/><numFmt numFmtId="171" formatCode="00000000"/><numFmt numFmtId="172" formatCode="&quot;113電簽&quot;0000"/><numFmt numFmtId="173" formatCode="#,##0&quot;家&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="171" applyNumberFormat="1"/><xf numFmtId="172" applyNumberFormat="1"/><xf numFmtId="173" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', body: `<sst xmlns="${main}">${strings.join('')}</sst>` },
    ...bodies.map((body, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, body })),
  ];
}

export const xlsx = (sheets: readonly MadeSheet[], options?: { date1904?: boolean }): Buffer =>
  zip(xlsxParts(sheets, options));

/** An ODS workbook whose table bodies are given as they stand in the file. */
export function ods(tables: readonly { readonly name: string; readonly body: string }[]): Buffer {
  const space = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  const inner = tables.map(({ name, body }) => `<table:table table:name="${xml(name)}">${body}</table:table>`).join('');
  return zip([
    { name: 'mimetype', body: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'META-INF/manifest.xml',
      body: `<manifest:manifest ${space('manifest')}><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
    {
      name: 'content.xml',
      body: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${['office', 'table', 'text', 'style', 'number'].map(space).join(' ')} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:spreadsheet>${inner}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}

/** A row of text cells for {@link ods}. */
export const odsRow = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row${attributes}>${cells
    .map((text) =>
      text === ''
        ? '<table:table-cell/>'
        : `<table:table-cell office:value-type="string"><text:p>${xml(text)}</text:p></table:table-cell>`,
    )
    .join('')}</table:table-row>`;
