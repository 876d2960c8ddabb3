import type { CaseEvent } from '@aipower/applications';
import { type ProposalAct, staffNames, textOf } from '@aipower/applications/storage';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import { demonstrationAccounts } from '../../desk/demonstration-staff.ts';
import type { Visit } from '../../page/page.ts';
import { detailOf, proposalName } from './detail.ts';

/** Saved pages of a draft are many, and nobody screens by them. */
const unshown: ReadonlySet<CaseEvent['type']> = new Set(['section.save', 'supplement.save', 'review.save']);

/**
 * What happened to an application, the newest first: when, what, by whom, confirmed by whom, why.
 *
 * @param acts what was laid before a second person; the confirmed ones stand among the events as well.
 */
export async function historyView(
  deps: Deps,
  application: string,
  events: readonly CaseEvent[],
  acts: readonly ProposalAct[],
  visit: Visit,
) {
  const { t, show } = visit;
  const words = t.staff.history;
  const shown = events.filter(({ type }) => !unshown.has(type));
  const names = await namesOf(
    deps,
    [...shown, ...acts].flatMap((one) => [
      one.by.id,
      ...('confirmedBy' in one && one.confirmedBy ? [one.confirmedBy.id] : []),
    ]),
    visit,
  );
  const reasonOf = async (hash: string | null | undefined) =>
    hash ? String((await textOf(deps.desk.database, application, hash)) ?? '') : '';
  const who = ({ kind, id }: CaseEvent['by']) =>
    kind === 'company' || kind === 'system' || kind === 'clock' ? words.actors[kind] : names(id);
  const ofEvents = shown.map(async (event) => ({
    instant: event.at,
    what: t.staff.events[event.type],
    by: event.confirmedBy ? words.confirmed(who(event.by), who(event.confirmedBy)) : who(event.by),
    reason: await reasonOf(event.reason),
  }));
  const ofActs = acts.map(async ({ type, at, by, command, data, reason }) => {
    const what = words.acts[type](proposalName(command, visit));
    const detail = data ? detailOf(data, visit) : '';
    return {
      instant: at,
      what: detail === '' ? what : words.detailed(what, detail),
      by: names(by.id),
      reason: await reasonOf(reason),
    };
  });
  const lines = await Promise.all([...ofEvents, ...ofActs]);
  // Those of one moment stay in the order of the log.
  return lines
    .sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0))
    .reverse()
    .map(({ instant, ...line }) => ({ at: momentOf(instant, show), ...line }));
}

/** What people of staff are called; the id where the name is not known any more. */
export async function namesOf(deps: Deps, ids: readonly string[], { t }: Visit): Promise<(id: string) => string> {
  const known = await staffNames(deps.desk.database, ids);
  return (id) => {
    const account = demonstrationAccounts.find((one) => one.id === id);
    return account ? t.staff.login.accounts[account.role](account.number) : (known.get(id) ?? id);
  };
}
