import { claimHeaders, headerWords } from '../generated/claim-columns.ts';
import { findScheme, type SchemeId } from '../scheme.ts';

/** The fields of a claim in a sheet. `on` is the day that the row is judged on (送件日期). */
export type ClaimField = 'id' | 'scheme' | 'number' | 'ubn' | 'name' | 'on';

/** Position of each field's column, from 0; `null` where the sheet has none. */
export type ClaimColumns = Readonly<Record<ClaimField, number | null>>;

/** A column of a wide sheet that holds the numbers of one registration. */
export interface RegistrationColumn {
  /** Index from 0. */
  readonly column: number;
  /** Registration scheme its numbers are of. */
  readonly scheme: SchemeId;
  /** Other columns of the same registration (5.4 是否具備 beside 5.4 編號): what they claim counts where this one is blank. */
  readonly beside?: readonly number[];
}

/** What a column of a sheet of claims can mean. */
export const claimFields = ['id', 'scheme', 'number', 'ubn', 'name', 'on'] as const satisfies readonly ClaimField[];

// Whole headers first, then parts of them, so that 公司統一編號 is found without taking 總機構統一編號 for it.
const { whole, part } = claimHeaders;
/** Names that hold only where no clearer one does: a count of the rows beside 案號, the 類別 of an application beside 登錄類別. */
const weak: ReadonlySet<string> = new Set(claimHeaders.weak);
/** A header that may stand over certificate numbers or over a running count; only the cells tell. */
const bare: ReadonlySet<string> = new Set(claimHeaders.bare);
const runningCount = /^\d{1,5}$/;
const misleading = new RegExp(headerWords.misleading);

const fold = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*]+/g, '')
    .replace(/[:：]$/, '');
const undecorated = (folded: string) =>
  folded.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '').replace(/^[(（]?\d{1,2}[)）.、]/, '');

const names = Object.fromEntries(
  Object.entries(whole).map(([field, words]) => [field, new Set(words.map(fold))]),
) as unknown as Record<ClaimField, ReadonlySet<string>>;

/** The columns called like this field, by the clearest of the names that are found; the first of them is read. */
export function findColumns(
  header: readonly string[],
  field: ClaimField,
  taken: ReadonlySet<number> = new Set(),
): readonly number[] {
  const folded = header.map((text, i) => (taken.has(i) ? '' : fold(text)));
  const where = (fits: (text: string) => boolean) =>
    folded.flatMap((text, i) => (text !== '' && fits(text) ? [i] : []));
  const named = (text: string) => names[field].has(text);
  const ways = [
    (text: string) => named(text) && !weak.has(text),
    (text: string) => named(undecorated(text)) && !weak.has(undecorated(text)),
    (text: string) => !misleading.test(text) && part[field].some((word) => text.includes(fold(word))),
    named,
    (text: string) => named(undecorated(text)),
  ];
  return ways.map(where).find((found) => found.length > 0) ?? [];
}

/** The column called 編號 and no more, where no column says clearly which number it holds: `null` when none. */
export function findBareColumn(header: readonly string[]): number | null {
  const index = header.map(fold).findIndex((one) => bare.has(one));
  return index >= 0 ? index : null;
}

/** Are these cells a count of the rows? One that is anything but a short figure makes them numbers of something. */
export function isRunningCount(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '' || runningCount.test(cell.normalize('NFKC').trim()));
}

const { order, before, of, registration, kind, called, whether, done } = headerWords.wrapping;
const wrapping = new RegExp(
  `^(?:${before})+[:：]?|(?:${of})?(?:${registration})?(?:${kind})?(?:${called})$|(?:${whether})?(?:${done})$`,
  'g',
);
const numbered = new RegExp(`^(?:${order})?\\s*[(（]?(\\d+[.-]\\d+)(?![\\d.])`);
const aboutNumbers = new RegExp(headerWords.aboutNumbers);

/**
 * Which registration do the cells below this header number? `5.4`, `5.4 人工智慧`, `人工智慧證書編號`, or the official name.
 * @returns `null` for a header that names none, or could mean several.
 */
export function schemeOfHeader(header: string): SchemeId | null {
  const text = header
    .normalize('NFKC')
    .replace(/[\s*]+/g, ' ')
    .trim();
  if (text === '' || text.length > 60 || aboutNumbers.test(text)) return null;
  const number = numbered.exec(text)?.[1]?.replace('-', '.');
  const direct = findScheme(number ?? text);
  if (direct) return direct.id;
  const bare = text.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '').replace(/\s+/g, '');
  for (const form of [bare, bare.replace(wrapping, ''), bare.replace(wrapping, '').replace(wrapping, '')]) {
    const found = form === '' ? null : findScheme(form);
    if (found) return found.id;
  }
  return null;
}

const asksNumber = new RegExp(headerWords.asksNumber);

/** The columns of a header that each name one registration; of several that name the same one, the one that asks for its number, else the first. */
export function findRegistrations(header: readonly string[]): RegistrationColumn[] {
  const found = new Map<SchemeId, number[]>();
  for (const [column, text] of header.entries()) {
    const scheme = schemeOfHeader(text);
    if (scheme) found.set(scheme, [...(found.get(scheme) ?? []), column]);
  }
  const read = [...found].map(([scheme, columns]) => {
    const column = columns.find((one) => asksNumber.test(header[one]!)) ?? columns[0]!;
    return besideIt({ column, scheme }, columns);
  });
  return read.sort((a, b) => a.column - b.column);
}

/** The registration with the other columns of the header that name it, which a caller who chose its column did not say. */
export function withBeside(header: readonly string[], { column, scheme }: RegistrationColumn): RegistrationColumn {
  return besideIt(
    { column, scheme },
    header.flatMap((text, i) => (schemeOfHeader(text) === scheme ? [i] : [])),
  );
}

function besideIt(one: RegistrationColumn, columns: readonly number[]): RegistrationColumn {
  const beside = columns.filter((column) => column !== one.column);
  return beside.length === 0 ? one : { ...one, beside };
}

/** Of the columns beside it, those that could be meant as well: both ask for a number, or neither does. */
export function alikeBeside(header: readonly string[], { column, beside = [] }: RegistrationColumn): readonly number[] {
  const asks = (at: number) => asksNumber.test(header[at] ?? '');
  return beside.filter((other) => asks(other) === asks(column));
}

/** Is this text the header of a column that is read? */
export function isClaimHeader(text: string): boolean {
  const folded = fold(text);
  if (folded === '') return false;
  return (
    claimFields.some((field) => names[field].has(folded) || names[field].has(undecorated(folded))) ||
    claimFields.some(
      (field) => field !== 'id' && folded.length <= 20 && part[field].some((word) => folded.includes(fold(word))),
    ) ||
    schemeOfHeader(text) !== null
  );
}
