import { type CaseEvent, deedsAfter, type Seen } from '@aipower/applications';
import type { Proposal } from '@aipower/applications/storage';
import type { Deps } from '../deps.ts';
import { type Entries, entry } from '../desk/posting.ts';
import type { Visit } from '../page/page.ts';
import { historyView } from './screening/history.ts';

/** What a page shows of an application, for its forms to carry: whoever acts on what has changed since is told so first. */
export function seenOn(events: readonly CaseEvent[], proposals: readonly Proposal[]): string {
  return [events.length, ...proposals.map(({ id }) => id)].join(' ');
}

/** The same, as a form brings it back; nothing for a form that carries none. */
export function seenBy(body: Entries): Seen | undefined {
  const [events = '', ...proposals] = entry(body, 'seen').split(' ');
  return /^\d{1,9}$/.test(events) ? { events: Number(events), proposals } : undefined;
}

/** What was done since the page was opened from which something could not be carried out, the newest first. */
export async function sinceView(
  deps: Deps,
  application: string,
  events: readonly CaseEvent[],
  typed: Entries | undefined,
  visit: Visit,
) {
  const seen = typed && seenBy(typed);
  return seen ? historyView(deps, application, deedsAfter(events, seen.events), [], visit) : [];
}
