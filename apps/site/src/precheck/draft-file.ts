import { findCategory, type Programme } from '@aipower/programme';
import * as z from 'zod';
import { formEntries, valuesOfEntries } from './application.ts';
import { blankPrecheck, type PrecheckValues, precheckFields } from './values.ts';

/** The format in which the application desk, too, gives drafts away and takes them back. */
const FORMAT = 'aipower-draft/1';
const MAX_ENTRY = 100_000;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  category: z.string().max(80).optional(),
  entries: z.record(z.string().max(80), z.union([z.string().max(MAX_ENTRY), z.array(z.string().max(1000)).max(200)])),
  /** What only the pre-check asks for. */
  precheck: z.record(z.string().max(80), z.string().max(MAX_ENTRY)).optional(),
});

/** What was filled in as a file to take along: into the pre-check again, or into the application desk. */
export function draftFile(programme: Programme, values: PrecheckValues): string {
  const entries = formEntries(programme, values.category, values);
  const precheck = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== '' && name !== 'as'));
  const { category, ubn } = values;
  return `${JSON.stringify({ format: FORMAT, programme: programme.id, category, ubn, entries, precheck }, null, 2)}\n`;
}

/** The fields of the form as a file has them; `null`: the file is none of ours. */
export function readDraftFile(programme: Programme, text: string): PrecheckValues | null {
  const read = fileSchema.safeParse(jsonOf(text));
  if (!read.success) return null;
  const { category = '', entries, precheck = {} } = read.data;
  const known = precheckFields(programme).filter((name) => name !== 'as' && name !== 'year');
  const own = Object.fromEntries(Object.entries(precheck).filter(([name]) => known.includes(name)));
  const chosen = findCategory(programme, category)?.id ?? '';
  return { ...blankPrecheck(programme, chosen), ...valuesOfEntries(programme, entries), ...own } as PrecheckValues;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
