import type { CaseFile } from '@aipower/applications';
import { type FieldValue, type FormField, formFields, type Programme, readApplicationForm } from '@aipower/programme';
import { parseDay } from '@aipower/taiwan/dates';
import type { Entries } from '../../desk/posting.ts';

/** Filled in by the desk, whatever a page sends. */
export const fixedFields = ['category', 'companyName', 'ubn'] as const;

export interface Fixed {
  readonly category: string;
  readonly companyName: string;
  readonly ubn: string;
}

/** What stays as it was when a form that was sent is sent again. */
export const fixedOf = (
  { category, ubn }: Pick<CaseFile, 'category' | 'ubn'>,
  last: Readonly<Record<string, unknown>>,
): Fixed => ({ category, companyName: String(last['companyName']), ubn });

/** What was typed into these fields, as it was typed: only line ends are made one character, as they are counted. */
export function typedEntries(fields: readonly FormField[], body: Entries): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const { id, kind } of fields) {
    const value = body[id];
    if (value === undefined || (fixedFields as readonly string[]).includes(id)) continue;
    const many = (Array.isArray(value) ? value : [value]).map((one) => String(one).replace(/\r\n?/g, '\n'));
    typed[id] = kind === 'choice-many' ? many : (many[0] ?? '');
  }
  return typed;
}

/** The typed entries as the answers of the form: numbers, ticks, days in either calendar. What cannot be read stays as typed. */
export function answersOf(programme: Programme, fixed: Fixed, entries: Entries): Record<string, FieldValue> {
  const fields = formFields(programme, fixed.category);
  const known: Record<string, string | readonly string[] | undefined> = {};
  for (const { id, kind } of fields) {
    const value = entries[id];
    known[id] = kind === 'date' && typeof value === 'string' ? dayOf(value) : value;
  }
  return { ...readApplicationForm(programme, fixed.category, known), ...fixed };
}

function dayOf(typed: string): string {
  const reading = parseDay(typed);
  return reading.ok ? reading.day : typed;
}

/** Answers that were sent, as the form shows them again. */
export function entriesOf(form: Readonly<Record<string, unknown>>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(form).map(([id, value]) => {
      if (Array.isArray(value)) return [id, value.map(String)];
      return [id, value === true ? 'yes' : String(value ?? '')];
    }),
  );
}
