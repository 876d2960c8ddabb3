import { type NumberKind, numberKind } from './number-format.ts';
import { readXml } from './xml.ts';
import { type Archive, BrokenArchive } from './zip.ts';

/** Where the parts of an XLSX workbook are. */
export interface XlsxParts {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  readonly date1904: boolean;
  readonly strings: string | null;
  readonly styles: string | null;
}

/** Targets of a relationships part, by id, as paths in the archive. */
function relationships(archive: Archive, of: string): Map<string, { path: string; type: string }> {
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  const found = new Map<string, { path: string; type: string }>();
  const bytes = archive.read(`${folder}_rels/${of.slice(slash)}.rels`);
  if (!bytes) return found;
  readXml(bytes, {
    open({ name, attribute }) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const url = new URL(target.replaceAll('\\', '/'), `file:///${folder}`);
      const path = decodeURIComponent(url.pathname).slice(1);
      const type = attribute('Type') ?? '';
      found.set(attribute('Id') ?? '', { path, type: type.slice(type.lastIndexOf('/') + 1) });
    },
    text() {},
    close() {},
  });
  return found;
}

/** Reads the workbook part: its sheets in order, and where strings and styles are. */
export function findParts(archive: Archive): XlsxParts {
  const root = [...relationships(archive, '').values()].find(({ type }) => type === 'officeDocument');
  const workbook = root?.path ?? 'xl/workbook.xml';
  const bytes = archive.read(workbook);
  if (!bytes) throw new BrokenArchive(`${workbook} is missing`);
  const parts = relationships(archive, workbook);
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let date1904 = false;
  readXml(bytes, {
    open({ name, attribute }, path) {
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet' || path.at(-2) !== 'sheets') return;
      const part = parts.get(attribute('id') ?? '');
      const title = attribute('name') ?? '';
      // Charts and macro sheets hold no cells of a list.
      if (part && part.type !== 'worksheet') return;
      if (!part || !archive.has(part.path)) throw new BrokenArchive(`sheet ${title} is missing`);
      sheets.push({ name: title, path: part.path, hidden: (attribute('state') ?? 'visible') !== 'visible' });
    },
    text() {},
    close() {},
  });
  const of = (type: string) => [...parts.values()].find((part) => part.type === type)?.path ?? null;
  return { sheets, date1904, strings: of('sharedStrings'), styles: of('styles') };
}

// ECMA-376 22.9.2.19: letters that XML cannot hold stand as _x000D_, and a literal underscore before such as _x005F_.
const escaped = /_x([0-9A-Fa-f]{4})_/g;
export const unescapeText = (text: string) =>
  text.includes('_x') ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/**
 * The shared strings, one per `si` whatever it holds: an empty one counts too, or every text behind it would move up by
 * one. Runs of rich text are joined, phonetic ones (`rPh`) left out.
 */
export function readStrings(archive: Archive, path: string | null): string[] {
  const bytes = path === null ? null : archive.read(path);
  const strings: string[] = [];
  if (!bytes) return strings;
  let text = '';
  let phonetic = 0;
  readXml(bytes, {
    open({ name }, { length }) {
      if (name === 'si' && length === 2) text = '';
      else if (name === 'rPh') phonetic++;
    },
    text(part, path) {
      if (phonetic === 0 && path.at(-1) === 't') text += part;
    },
    close(name, { length }) {
      if (name === 'rPh') phonetic--;
      else if (name === 'si' && length === 2) strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** What the number formats of the cell styles make of a number, by style index. */
export function readNumberKinds(archive: Archive, path: string | null): NumberKind[] {
  const bytes = path === null ? null : archive.read(path);
  const kinds: NumberKind[] = [];
  if (!bytes) return kinds;
  const codes = new Map<number, string>();
  const ids: number[] = [];
  readXml(bytes, {
    open({ name, attribute }, path) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && path.at(-2) === 'cellXfs') ids.push(Number(attribute('numFmtId') ?? 0));
    },
    text() {},
    close() {},
  });
  return ids.map((id) => numberKind(id, codes.get(id)));
}
