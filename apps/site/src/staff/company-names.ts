import type { CaseFile } from '@aipower/applications';
import { formsOf } from '@aipower/applications/storage';
import type { Deps } from '../deps.ts';
import { memoOf } from '../memo.ts';

const MAX_NAMES = 50_000;

/** Read once for each version of a form: a list asks for all that it shows. */
const known = memoOf((_deps: Deps) => new Map<string, string>());
const keyOf = ({ id, forms }: CaseFile) => `${id} ${forms.at(-1)?.hash}`;

/** The names of companies by application, as the last forms have them; the number where the form had to be deleted. */
export async function companyNames(deps: Deps, cases: readonly CaseFile[]): Promise<(state: CaseFile) => string> {
  const names = known(deps);
  const unread = cases.filter((state) => !names.has(keyOf(state)));
  if (unread.length > 0) {
    if (names.size + unread.length > MAX_NAMES) names.clear();
    const forms = await formsOf(deps.desk.database, unread);
    for (const state of unread) {
      const form = forms.get(state.id);
      if (form) names.set(keyOf(state), String(form['companyName']));
    }
  }
  return (state) => names.get(keyOf(state)) ?? state.ubn;
}
