import { casesOfCompany, programmeOfCase } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';

/**
 * What a company promised to publish with earlier applications and did not: for officers and reviewers of its next one.
 * @param except the application that is looked at
 */
export async function watchListOf(deps: Deps, ubn: string, except: string, { paths, language }: Visit) {
  const found: { readonly number: string; readonly href: string; readonly items: readonly string[] }[] = [];
  for (const state of await casesOfCompany(deps.desk.database, ubn)) {
    const watched = state.publications.filter(({ state: stage }) => stage === 'watch-list');
    if (state.id === except || watched.length === 0) continue;
    const { bonus } = await programmeOfCase(deps.desk.database, state, deps.programmes);
    const items = watched.map(({ item }) => bonus.items.find(({ id }) => id === item)?.label[language] ?? item);
    found.push({ number: state.receiptNo ?? '', href: paths.staffAward(state.id), items });
  }
  return found;
}
