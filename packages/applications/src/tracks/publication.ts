import type { CaseFile, PublicationState } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What the applicant promised to publish for a bonus: kept, on the watch list, or waived. Always an officer's act. */
export const publicationHandlers: SomeHandlers<'publication.keep' | 'publication.watch' | 'publication.waive'> = {
  'publication.keep': ({ state, command: { item, url } }) => {
    const refusal = refuseUnless(state, item, ['open', 'watch-list']);
    if (refusal) return refusal;
    return /^https:\/\/[^\s/]+\.[^\s]+$/.test(url)
      ? [{ type: 'publication.keep', data: { item, url } }]
      : refuse('bad-link');
  },
  'publication.watch': ({ state, command: { item } }) => {
    // Printed: who has not published after the period of use goes on the watch list. Not before.
    if (state.award?.state !== 'ended') return refuse('wrong-award-state', { award: state.award?.state ?? null });
    return refuseUnless(state, item, ['open']) ?? [{ type: 'publication.watch', data: { item } }];
  },
  'publication.waive': ({ state, command: { item } }) =>
    refuseUnless(state, item, ['open', 'watch-list']) ?? [{ type: 'publication.waive', data: { item } }],
};

export const publicationChanges: Changes = {
  'publication.keep': (state, { data: { item } }) => withItem(state, item, 'kept'),
  'publication.watch': (state, { data: { item } }) => withItem(state, item, 'watch-list'),
  'publication.waive': (state, { data: { item } }) => withItem(state, item, 'waived'),
};

function withItem({ publications }: CaseFile, item: string, state: PublicationState): Partial<CaseFile> {
  return { publications: publications.map((one) => (one.item === item ? { ...one, state } : one)) };
}

function refuseUnless({ publications }: CaseFile, item: string, allowed: readonly PublicationState[]): Refusal | null {
  const found = publications.find((one) => one.item === item);
  return found && allowed.includes(found.state) ? null : refuse('unknown-item', { item, state: found?.state ?? null });
}
