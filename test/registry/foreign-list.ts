import type { Register, SourceFile } from '@aipower/registry';
import { isUbn } from '@aipower/taiwan/ubn';
import { editions } from '@aipower/taxonomy';

/** One certificate of a made-up list, as it is meant. */
export interface ListRecord {
  scheme: string;
  number: string;
  ubn: string;
  name: string;
  name_en: string;
  former_names: string[];
  city: string;
  registered_on: string;
  valid_until: string;
  status: string;
  items: string[];
  evidence_url: string;
}

export const columns = [
  'scheme',
  'number',
  'ubn',
  'name',
  'name_en',
  'former_names',
  'city',
  'registered_on',
  'valid_until',
  'status',
  'items',
  'evidence_url',
] as const;
export type Column = (typeof columns)[number];

const cities = ['臺北市', '新竹市', '臺中市', '高雄市'];
const codes = editions.at(-1)!.items.map(({ code }) => code);

function fictionalUbns(count: number): string[] {
  const found: string[] = [];
  for (let n = 1; found.length < count; n++) {
    const ubn = String(n).padStart(8, '0');
    if (isUbn(ubn)) found.push(ubn);
  }
  return found;
}

/** Twenty certificates of twenty firms that do not exist. */
export const records: readonly ListRecord[] = fictionalUbns(20).map((ubn, i) => ({
  scheme: 'ai',
  number: `示範-${i + 1}`,
  ubn,
  name: `示範臺灣${String.fromCodePoint(0x7532 + i)}股份有限公司`,
  name_en: `Demo Firm ${i + 1}`,
  former_names: [`示範舊${i + 1}有限公司`, `示範更舊${i + 1}有限公司`],
  city: cities[i % 4]!,
  registered_on: `2025-${String((i % 12) + 1).padStart(2, '0')}-05`,
  valid_until: `2027-${String((i % 12) + 1).padStart(2, '0')}-04`,
  status: '生效',
  items: [codes[i % codes.length]!, codes[(i + 7) % codes.length]!],
  evidence_url: `https://example.org/${i + 1}`,
}));

/** How one kind of list prints its columns; what is not given is printed as this project does. */
export interface Printing {
  /** Column → its header. */
  readonly header?: (column: Column) => string;
  readonly cell?: Partial<{ [K in Column]: (value: ListRecord[K], row: number) => string }>;
  /** Further columns behind the others: header → cell of a row. */
  readonly more?: Readonly<Record<string, (row: number) => string>>;
  /** Changes the cells of a row, as a slip does. */
  readonly row?: (cells: string[], row: number) => string[];
  /** Rows below the table. */
  readonly below?: readonly string[][];
  readonly of?: readonly ListRecord[];
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A CSV file of the records, printed so. Rows are counted from 0; row 0 stands in line 2 of the file. */
export function foreignList({ header, cell, more = {}, row, below = [], of = records }: Printing): SourceFile {
  const plain = (value: string | string[]) => (Array.isArray(value) ? value.join(';') : value);
  const lines = of.map((one, i) => {
    const own = columns.map((column) => {
      const print = cell?.[column] as ((value: string | string[], row: number) => string) | undefined;
      return print ? print(one[column], i) : plain(one[column]);
    });
    const cells = [...own, ...Object.values(more).map((print) => print(i))];
    return row ? row(cells, i) : cells;
  });
  const top = [...columns.map((column) => header?.(column) ?? column), ...Object.keys(more)];
  const text = [top, ...lines, ...below].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return { name: 'list.csv', bytes: Buffer.from(text) };
}

/** What the register took, in the shape of the records; `status` in its own words. */
export function taken(register: Register): ListRecord[] {
  const found = register.snapshot().providers.flatMap((firm) =>
    firm.certificates.map((one) => {
      const { period, status, items, evidenceUrl } = one.states.at(-1)!;
      return {
        scheme: one.scheme,
        number: one.number ?? '',
        ubn: one.ubn,
        name: firm.name,
        name_en: firm.nameEn ?? '',
        former_names: [...firm.formerNames],
        city: firm.city ?? '',
        registered_on: period.from,
        valid_until: period.until,
        status,
        items: [...items],
        evidence_url: evidenceUrl ?? '',
      };
    }),
  );
  return found.sort((a, b) => (a.ubn < b.ubn ? -1 : 1));
}

const byNumbers = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** The records as the register should hold them. */
export function meant(of: readonly ListRecord[] = records): ListRecord[] {
  return of.map((one) => ({ ...one, status: 'in-force', items: [...one.items].sort(byNumbers) }));
}
