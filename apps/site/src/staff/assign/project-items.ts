import type { CaseFile } from '@aipower/applications';
import { lastFormVersion } from '@aipower/applications/storage';
import { matchApplication } from '@aipower/matcher';
import type { Application, Programme } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import { memo, memoOf } from '../../memo.ts';

/** A catalogue item that a project asks for; `score` 0 to 1. */
export interface ProjectItem {
  readonly code: string;
  readonly score: number;
}

/** What the form of an application says of its project. */
export interface Project {
  readonly name: string;
  readonly topic: string;
  /** Best first; none where the text does not say. */
  readonly items: readonly ProjectItem[];
}

const MAX_ITEMS = 5;
const MAX_KEPT = 20_000;

/** Reads projects once for each version of a form: an application text takes some milliseconds. */
export const projectReader = memoOf((deps: Deps): ((state: CaseFile, programme: Programme) => Promise<Project>) => {
  const kept = memo({ max: MAX_KEPT }, (_version: string, state: CaseFile, programme: Programme) =>
    read(deps, state, programme),
  );
  return (state, programme) => kept(`${state.id} ${state.forms.at(-1)?.hash}`, state, programme);
});

async function read(deps: Deps, state: CaseFile, programme: Programme): Promise<Project> {
  const stored = await lastFormVersion(deps.desk.database, state);
  if (!stored) return { name: state.ubn, topic: '', items: [] };
  const { companyName, topic } = stored.form;
  const found = await deps.workQueue.run(() =>
    matchApplication(programme, state.category, stored.form as Application, { limit: MAX_ITEMS }),
  );
  const items = found.decision === 'none' ? [] : found.matches.map(({ code, score }) => ({ code, score }));
  return { name: String(companyName ?? state.ubn), topic: String(topic ?? ''), items };
}
