import type { CaseFile } from '@aipower/applications';
import { lastFormVersion } from '@aipower/applications/storage';
import { formFields, type Programme, validateApplication } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import { newPeople } from '../../mail/sender.ts';

/** The fields of a form that name people to write to: who may be exchanged after the award. */
export function peopleFields(programme: Programme, category: string) {
  return formFields(programme, category).filter(({ role }) => role !== undefined);
}

/** Who is written to now: the form as it was sent, under the changes that were granted. */
export async function peopleNow(deps: Deps, state: CaseFile): Promise<Readonly<Record<string, unknown>>> {
  const stored = await lastFormVersion(deps.desk.database, state);
  return { ...stored?.form, ...(await newPeople(deps, state)) };
}

/**
 * The contacts that a company wishes to change, read as its form reads them.
 * @returns the new values by field, and the fields that cannot be taken as they are
 */
export async function readPeople(deps: Deps, state: CaseFile, programme: Programme, body: Entries) {
  const fields = peopleFields(programme, state.category);
  const typed = fields.flatMap(({ id }) => {
    const value = entry(body, id).trim();
    return value === '' ? [] : [[id, value] as const];
  });
  const people = Object.fromEntries(typed);
  const form = { ...(await peopleNow(deps, state)), ...people };
  const check = validateApplication(programme, state.category, form);
  const issues = check.ok ? [] : check.issues;
  const wrong = fields.filter(({ id }) => id in people && issues.some(({ field }) => field === id));
  return { people, wrong };
}
