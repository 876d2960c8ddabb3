import { type CaseFile, isRefusal } from '@aipower/applications';
import {
  type Done,
  draftSections,
  execute,
  executeAll,
  type NotDone,
  type RequestAmong,
} from '@aipower/applications/storage';
import { type Programme, validateApplication } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Entries } from '../../desk/posting.ts';
import type { Company } from '../company/company.ts';
import { readDraft } from './draft.ts';
import { answersOf, typedEntries } from './entries.ts';
import type { FormPage } from './form-pages.ts';

/** What was typed on a page of the form; `version`: of the page that was on the screen. */
export interface TypedPage {
  readonly page: FormPage;
  readonly body: Entries;
  readonly version: number;
}

/**
 * Saves one page of a draft. What the page does not ask (the other category's questions under the same name) stays.
 * An older version than the one that is stored is refused as `stale`, and nothing is lost. The same answers once more, of a
 * second click or of a save whose answer got lost on its way, are no other version: they are saved.
 *
 * @returns the version that is stored now
 */
export async function savePage(
  deps: Deps,
  state: CaseFile,
  company: Company,
  typed: TypedPage,
): Promise<{ readonly version: number } | NotDone> {
  const [request] = await requestsFor(deps, state, company, [typed]);
  const done = await execute(deps.desk.database, request!, deps.clock.now().toISOString());
  if (!isRefusal(done)) return { version: typed.version + 1 };
  const answers = (body: unknown) => JSON.stringify(typedEntries(typed.page.fields, (body ?? {}) as Entries));
  if (done.refused !== 'stale' || answers(done.saved) !== answers(typed.body)) return done;
  return { version: Number(done.detail['saved']) };
}

/** Saves several pages of a draft together: all of them, or none. */
export async function savePages(
  deps: Deps,
  state: CaseFile,
  company: Company,
  typed: readonly TypedPage[],
): Promise<readonly Done[] | NotDone> {
  const requests = await requestsFor(deps, state, company, typed);
  return executeAll(deps.desk.database, requests, deps.clock.now().toISOString());
}

async function requestsFor(
  deps: Deps,
  state: CaseFile,
  company: Company,
  all: readonly TypedPage[],
): Promise<readonly RequestAmong[]> {
  const sections = await draftSections(deps.desk.database, state.id);
  const { programme, entries, fixed } = await readDraft(deps, state, company);
  const typed = all.map(({ page, body }) => typedEntries(page.fields, body));
  const asked = new Set(all.flatMap(({ page }) => page.fields.map(({ id }) => id)));
  const others = Object.entries(entries).filter(([id]) => !asked.has(id));
  const answers = answersOf(programme, fixed, Object.assign(Object.fromEntries(others), ...typed));
  const check = validateApplication(programme, state.category, answers);
  return all.map(({ page, version }, i) => {
    const own = new Set(page.fields.map(({ id }) => id));
    const before = sections[page.section]?.body as Entries | undefined;
    const kept = Object.entries(before ?? {}).filter(([id]) => !own.has(id));
    return sectionRequest({ state, programme }, company, {
      section: page.section,
      version,
      body: { ...Object.fromEntries(kept), ...typed[i] },
      findings: check.ok ? 0 : check.issues.filter(({ field }) => own.has(field)).length,
    });
  });
}

interface Section {
  readonly section: string;
  readonly version: number;
  readonly body: unknown;
  readonly findings: number;
}
interface Application {
  readonly state: CaseFile;
  readonly programme: Programme;
}

export function saveSection(deps: Deps, of: Application, company: Company, section: Section): Promise<Done | NotDone> {
  return execute(deps.desk.database, sectionRequest(of, company, section), deps.clock.now().toISOString());
}

function sectionRequest({ state, programme }: Application, { ubn }: Company, section: Section): RequestAmong {
  const command = { type: 'section.save', by: { kind: 'company', id: ubn }, ...section } as const;
  return { application: state.id, command, programme };
}
