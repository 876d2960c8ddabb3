import { findCategory, type Programme } from '@aipower/programme';
import { DRAFT_FORMAT, type DraftFile } from '../applicant/draft-upload.ts';
import { formEntries, valuesOfEntries } from './application.ts';
import { type PrecheckValues, precheckFields } from './values.ts';

/** What was filled in as a file to take along: into the pre-check again, or into the application desk. */
export function draftFile(programme: Programme, values: PrecheckValues): string {
  const entries = formEntries(programme, values.category, values);
  const precheck = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== '' && name !== 'as'));
  const { category, ubn } = values;
  return `${JSON.stringify({ format: DRAFT_FORMAT, programme: programme.id, category, ubn, entries, precheck }, null, 2)}\n`;
}

/**
 * The fields of the form with what a file has in their places. What it does not have stays as it was typed.
 *
 * @param typed what stood in the form beside which the file was chosen
 */
export function withDraft(programme: Programme, typed: PrecheckValues, file: DraftFile): PrecheckValues {
  const { category = '', entries, precheck = {} } = file;
  const known = precheckFields(programme).filter((name) => name !== 'as' && name !== 'year');
  const own = Object.entries(precheck).filter(([name]) => known.includes(name));
  const chosen = findCategory(programme, category)?.id ?? '';
  const brought = { category: chosen, ...valuesOfEntries(programme, entries), ...Object.fromEntries(own) };
  return { ...typed, ...Object.fromEntries(Object.entries(brought).filter(([, value]) => value !== '')) };
}
