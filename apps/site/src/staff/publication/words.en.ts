import type { Widen } from '../../page/widen.ts';
import type { staffPublicationZh } from './words.zh.ts';

export const staffPublicationEn: Widen<typeof staffPublicationZh> = {
  publication: {
    title: (round) => `Publication: ${round}`,
    lead: 'The whole round is published together. Companies then see their results, the list is public, and notices wait in the outbox.',
    undecided: (n) => `${n} undecided, so nothing can be published`,
    list: (n) => `Decisions of this publication (${n.toLocaleString('en')})`,
    sum: (points) => `${points} points granted in all.`,
    public: 'Public',
    publicFields: (fields) =>
      `Columns of the public list: ${fields}. Every other application is told to its company alone.`,
    reasons: 'Public counts of grounds (below five no number is shown)',
    propose: 'Propose publication',
    proposed: (name, moment) => `${name} proposed publication at ${moment}.`,
    waits: 'Another person opens this page, checks the list and confirms.',
    changed: 'The list has changed since. Withdraw the proposal and propose again.',
    confirm: 'The list is right: publish',
    drop: 'Withdraw the proposal',
    stands: 'A colleague has proposed publication already, so yours was not added. Check the proposal below.',
    settled: 'A colleague has settled the proposal you read. Nothing was changed.',
    nothing: 'There is no decision to publish.',
    earlier: 'Published',
    count: (n) => `${n} applications`,
    page: 'Public page of results',
    isPublic: 'public',
    notPublic: 'company only',
  },
};
