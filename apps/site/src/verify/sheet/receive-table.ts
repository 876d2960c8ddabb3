import { type ClaimSheet, isSchemeId, type RegistrationColumn, type SourceFile, schemes } from '@aipower/registry';
import { MAX_BYTES, type UploadFault } from '../../http/receive-upload.ts';
import { QueueFull } from '../../http/work-queue.ts';
import type { Visit } from '../../page/page.ts';
import type { FieldError } from '../form.ts';
import { carriedSheet, withCarriedRows } from './carried-sheet.ts';
import { claimFields } from './columns.ts';
import { readSheet, SheetUnreadable } from './read-sheet.ts';

const columnFields = ['col-id', 'col-name', 'col-ubn', 'col-on', 'col-scheme', 'col-number'] as const;
const registrationFields = schemes.map(({ id }) => `reg-${id}` as const);

/** Every field of the forms of a sheet. */
export const sheetFields = [
  'paste',
  'scheme',
  'on',
  'carried',
  'kind',
  'page',
  'open',
  'as',
  ...columnFields,
  ...registrationFields,
] as const;
export type SheetValues = Readonly<Record<(typeof sheetFields)[number], string>>;
export const blankValues = Object.fromEntries(sheetFields.map((field) => [field, ''])) as SheetValues;

/** Ten thousand rows of a hundred bytes. What is pasted comes back with every error, and what is longer can be uploaded. */
const MAX_PASTE_BYTES = 2 ** 20;

export const isPasteTooLarge = ({ paste }: Pick<SheetValues, 'paste'>) => Buffer.byteLength(paste) > MAX_PASTE_BYTES;

/** The field of the form that a table came from, and that is marked when it cannot be read. */
export type TableSource = 'file' | 'paste';

/** What arrived of a form that could not be read to its end; the table that travels is not shown, so it is not kept. */
export function receivedValues(body: Readonly<Record<string, unknown>>): SheetValues {
  const kept = ['paste', 'scheme', 'on'] as const;
  const arrived = kept.map((field) => [field, typeof body[field] === 'string' ? body[field] : '']);
  return { ...blankValues, ...Object.fromEntries(arrived) };
}

export function uploadError(fault: UploadFault, words: Visit['t']['verify']['sheetWords']): FieldError {
  const megabytes = (bytes: number) => String(bytes / 2 ** 20);
  if (fault === 'file-too-large') return { field: 'file', message: words.tooLarge(megabytes(MAX_BYTES)) };
  if (fault === 'malformed') return { field: 'file', message: words.malformed };
  return { field: 'paste', message: words.pasteTooLarge(megabytes(MAX_PASTE_BYTES)) };
}

/** A table that was read, what it is called and where it came from. */
export interface ReceivedTable {
  readonly sheet: ClaimSheet;
  readonly name: string;
  readonly field: TableSource;
}

/** The table of this request: uploaded, pasted, or the one that travelled with the page. */
export async function receiveTable(
  uploaded: SourceFile | null,
  values: SheetValues,
  { t }: Visit,
): Promise<ReceivedTable | { error: FieldError; status: number }> {
  const words = t.verify.sheetWords;
  const say = (field: TableSource, message: string, status = 400) => ({ error: { field, message }, status });
  const carried = values.carried === '' ? null : await carriedSheet(values.carried);
  if (values.carried !== '' && !carried) return say('file', words.carriedBroken);
  const pasted = values.paste.trim() === '' ? null : { name: 'pasted', bytes: Buffer.from(values.paste) };
  if (uploaded && pasted) return say('paste', words.both);
  const file = carried?.file ?? uploaded ?? pasted;
  if (!file) return say('paste', words.missing);
  const field = file === pasted ? 'paste' : 'file';
  const scheme = isSchemeId(values.scheme) ? values.scheme : undefined;
  try {
    // On the first sight of a table its columns are recognised; after that the visitor's choice counts.
    const sheet = await readSheet(file, { scheme, ...(carried ? chosenColumns(values) : {}) });
    return { sheet: carried ? withCarriedRows(sheet, carried) : sheet, name: file.name, field };
  } catch (error) {
    if (error instanceof QueueFull) return say(field, words.busyReader, 503);
    if (error instanceof SheetUnreadable)
      return say(field, field === 'file' ? words.unreadable : words.unreadablePaste);
    throw error;
  }
}

/** The columns that the form says. */
function chosenColumns(values: SheetValues) {
  const registrations = schemes.flatMap(({ id }): RegistrationColumn[] => {
    const column = columnOf(values[`reg-${id}`]);
    return column === null ? [] : [{ scheme: id, column }];
  });
  return {
    columns: Object.fromEntries(claimFields.map((field) => [field, columnOf(values[`col-${field}`])])),
    registrations,
  };
}

function columnOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
