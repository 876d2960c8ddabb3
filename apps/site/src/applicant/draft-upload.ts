import * as z from 'zod';
import { MAX_BYTES, type Upload } from '../http/receive-upload.ts';
import type { Visit } from '../page/page.ts';

/** The format in which the pre-check and the application desk give drafts away and take them back. */
export const DRAFT_FORMAT = 'aipower-draft/1';
const MAX_ENTRY = 100_000;
/** Of a name that a sentence holds: its beginning and its end, with what kind of file it is. */
const [NAME_START, NAME_END] = [24, 14];

const fileSchema = z.object({
  format: z.literal(DRAFT_FORMAT),
  category: z.string().max(80).optional(),
  entries: z.record(z.string().max(80), z.union([z.string().max(MAX_ENTRY), z.array(z.string().max(1000)).max(200)])),
  /** What only the pre-check asks for. */
  precheck: z.record(z.string().max(80), z.string().max(MAX_ENTRY)).optional(),
});

/** A draft that somebody took along: typed answers by the field of the form. */
export type DraftFile = z.infer<typeof fileSchema>;

/** A draft, or the sentence that says which file was found, what is expected and what to do. */
export type DraftReading =
  | { readonly draft: DraftFile; readonly name: string; readonly refused?: never }
  | { readonly refused: string; readonly status: 400 | 413 };

/** Reads the draft file of a form that was sent. */
export function readDraftUpload({ file, chosen, fault }: Upload, { t, show }: Visit): DraftReading {
  const words = t.precheck.draft.faults;
  const name = chosen === null ? '' : shownName(chosen.name);
  const megabytes = (bytes: number) => show.number(Math.ceil((bytes / 2 ** 20) * 10) / 10);
  if (fault === 'file-too-large')
    return { refused: words.tooLarge(name, megabytes(chosen?.size ?? 0), megabytes(MAX_BYTES)), status: 413 };
  if (fault !== null) return { refused: words.broken, status: 400 };
  if (chosen === null) return { refused: words.none, status: 400 };
  if (file === null) return { refused: words.empty(name), status: 400 };
  const found = jsonOf(file.bytes);
  if (found === undefined) return { refused: words.notJson(name), status: 400 };
  const read = fileSchema.safeParse(found);
  if (read.success) return { draft: read.data, name };
  const [first] = read.error.issues;
  const place = first?.path.join('.') ?? '';
  // What has our mark is ours, and only a part of it cannot be read: that part has a name.
  const isOurs = (found as { format?: unknown } | null)?.format === DRAFT_FORMAT;
  return { refused: isOurs ? words.badPart(name, place.slice(0, 60)) : words.otherJson(name), status: 400 };
}

/** @returns undefined for what is no JSON, whole or cut off */
function jsonOf(bytes: Buffer): unknown {
  try {
    // Some editors put a mark of the encoding before a text that they save.
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The name of a file as a sentence holds it. */
export function shownName(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= NAME_START + NAME_END + 1) return name;
  return `${letters.slice(0, NAME_START).join('')}…${letters.slice(-NAME_END).join('')}`;
}
