import type { CaseFile } from '@aipower/applications';
import { type Done, draftSections, execute, type NotDone } from '@aipower/applications/storage';
import { type Programme, validateApplication } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Entries } from '../../desk/posting.ts';
import type { Company } from '../signed-in.ts';
import { readDraft } from './draft.ts';
import { answersOf, typedEntries } from './entries.ts';
import type { FormPage } from './form-pages.ts';

/**
 * Saves one page of a draft. What the page does not ask (the other category's questions under the same name) stays.
 * @param version of the page that was on the screen; an older one is refused as `stale` and nothing is lost
 */
export async function savePage(
  deps: Deps,
  state: CaseFile,
  company: Company,
  { page, body, version }: { readonly page: FormPage; readonly body: Entries; readonly version: number },
): Promise<Done | NotDone> {
  const { database } = deps.desk;
  const before = (await draftSections(database, state.id))[page.section]?.body as Entries | undefined;
  const asked = new Set(page.fields.map(({ id }) => id));
  const kept = Object.entries(before ?? {}).filter(([id]) => !asked.has(id));
  const typed = typedEntries(page.fields, body);
  const { programme, entries, fixed } = await readDraft(deps, state, company);
  const others = Object.entries(entries).filter(([id]) => !asked.has(id));
  const answers = answersOf(programme, fixed, { ...Object.fromEntries(others), ...typed });
  const check = validateApplication(programme, state.category, answers);
  const findings = check.ok ? 0 : check.issues.filter(({ field }) => asked.has(field)).length;
  return saveSection(deps, { state, programme }, company, {
    section: page.section,
    version,
    body: { ...Object.fromEntries(kept), ...typed },
    findings,
  });
}

export function saveSection(
  deps: Deps,
  { state, programme }: { readonly state: CaseFile; readonly programme: Programme },
  { ubn }: Company,
  section: { readonly section: string; readonly version: number; readonly body: unknown; readonly findings: number },
): Promise<Done | NotDone> {
  const command = { type: 'section.save', by: { kind: 'company', id: ubn }, ...section } as const;
  const request = { application: state.id, command, programme };
  return execute(deps.desk.database, request, deps.clock.now().toISOString());
}
