import { type EventRow, readCase } from '@aipower/applications/storage';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { namesOf } from '../screening/history.ts';

/** Lines as people read them; the text that is hashed stands below each, unchanged. */
export async function lineViews(deps: Deps, rows: readonly EventRow[], visit: Visit) {
  const { t, show, paths } = visit;
  const words = t.staff.audit;
  const numbers = new Map<string, string>();
  for (const { application } of rows) {
    if (application === null || numbers.has(application)) continue;
    const state = await readCase(deps.desk.database, application);
    numbers.set(application, state?.receiptNo ?? '');
  }
  const names = await namesOf(
    deps,
    rows.map(({ actor_id }) => actor_id),
    visit,
  );
  const isStaff = (kind: string) => ['officer', 'reviewer', 'chair', 'auditor'].includes(kind);
  return rows.map(({ seq, at, kind, type, application, actor_kind, actor_id, hash, prev_hash, payload }) => ({
    seq: String(seq),
    at: momentOf(at, show),
    kind: words.kinds[kind as 'event'],
    status: kind === 'refused' ? ('warn' as const) : ('open' as const),
    what: kind === 'read' ? words.reads(words.readings[type as 'form'] ?? type) : typeWord(type, visit),
    by: isStaff(actor_kind) ? names(actor_id) : `${words.actors[actor_kind as 'company']} ${actor_id}`,
    number: application === null ? '' : numbers.get(application) || words.draft,
    href: application === null || !numbers.get(application) ? null : paths.staffCase(application),
    hash,
    before: prev_hash,
    text: payload,
  }));
}

/** What a line is about; the name of the program where nobody gave it a word. */
export function typeWord(type: string, { t }: Visit): string {
  const { acts } = t.staff.audit;
  return t.staff.events[type as 'submit'] ?? acts[type as keyof typeof acts] ?? type;
}
