import type { CaseEvent } from '@aipower/applications';
import { staffNames, textOf } from '@aipower/applications/storage';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import { demonstrationAccounts } from '../../desk/demonstration-staff.ts';
import type { Visit } from '../../page/page.ts';

/** Saved pages of a draft are many, and nobody screens by them. */
const unshown: ReadonlySet<CaseEvent['type']> = new Set(['section.save', 'supplement.save', 'review.save']);

/** What happened to an application, the newest first: when, what, by whom, confirmed by whom, why. */
export async function historyView(deps: Deps, application: string, events: readonly CaseEvent[], visit: Visit) {
  const { t, show } = visit;
  const words = t.staff.history;
  const shown = events.filter(({ type }) => !unshown.has(type));
  const names = await namesOf(
    deps,
    shown.flatMap(({ by, confirmedBy }) => [by.id, ...(confirmedBy ? [confirmedBy.id] : [])]),
    visit,
  );
  const who = ({ kind, id }: CaseEvent['by']) =>
    kind === 'company' || kind === 'system' || kind === 'clock' ? words.actors[kind] : names(id);
  const lines = shown.map(async (event) => {
    const reason = event.reason === null ? null : await textOf(deps.desk.database, application, event.reason);
    return {
      at: momentOf(event.at, show),
      what: t.staff.events[event.type],
      by: event.confirmedBy ? words.confirmed(who(event.by), who(event.confirmedBy)) : who(event.by),
      reason: reason === null ? '' : String(reason),
    };
  });
  return (await Promise.all(lines)).reverse();
}

/** What people of staff are called; the id where the name is not known any more. */
export async function namesOf(deps: Deps, ids: readonly string[], { t }: Visit): Promise<(id: string) => string> {
  const known = await staffNames(deps.desk.database, ids);
  return (id) => {
    const account = demonstrationAccounts.find((one) => one.id === id);
    return account ? t.staff.login.accounts[account.role](account.number) : (known.get(id) ?? id);
  };
}
