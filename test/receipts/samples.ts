import type { KeyRing, ReceiptContent } from '@aipower/receipts';

export const HASH = `sha256:${'ab'.repeat(32)}`;
export const AT = '2026-08-12T06:03:27.000Z';

const common = {
  issuer: 'https://register.example',
  at: AT,
  by: 'meeting of 1 September',
  about: { application: '115-T-0007', version: 2, hash: HASH },
  data: {
    revision: 7,
    hash: HASH,
    listDate: '2026-08-01',
    rules: '@aipower/registry 0.1.0',
    edition: '115',
    fictional: true,
  },
};
const days = [
  { day: '2026-08-12', role: 'application' as const },
  { day: '2026-09-01', role: 'review' as const },
];

/** One receipt of each kind, every optional field filled. */
export const samples: readonly ReceiptContent[] = [
  {
    ...common,
    kind: 'verify',
    asked: {
      claims: [{ scheme: 'ai', number: '示範-AI-0001' }],
      holder: { ubn: '00000079', name: '示範股份有限公司' },
      days,
    },
    answer: {
      claims: [
        {
          days: [
            { day: '2026-08-12', outcome: 'yes', verdict: 'valid', reasons: ['in-force'] },
            { day: '2026-09-01', outcome: 'unknown', verdict: 'unverifiable', reasons: ['list-stale'] },
          ],
          found: {
            number: '示範-AI-0001',
            holder: { ubn: '00000079', name: '示範股份有限公司' },
            from: '2025-01-01',
            until: null,
          },
        },
      ],
    },
  },
  {
    ...common,
    kind: 'eligibility',
    asked: { ubn: '00000079', category: 'training', days, facts: { industryCodes: ['620100'], prcInvestment: false } },
    answer: {
      days: days.map(({ day }) => ({
        day,
        outcome: 'no' as const,
        conditions: [{ id: 'industry', outcome: 'no' as const, reasons: ['code-outside-classes'] }],
      })),
    },
  },
  {
    ...common,
    kind: 'submission',
    asked: {
      action: 'submit',
      ubn: '00000079',
      category: 'training',
      parts: [{ name: 'form', hash: HASH }],
    },
    answer: { outcome: 'yes', receiptNo: '115-T-0007', round: 2 },
  },
  {
    ...common,
    kind: 'publication',
    asked: { action: 'publish', category: 'training', round: 2 },
    answer: { outcome: 'yes', publicationNo: '115-T-2-1', listHash: HASH, count: 12 },
  },
];

/** The ring's keys with a change to the one that signs. */
export function withCurrent(ring: KeyRing, change: Partial<KeyRing['keys'][number]>): KeyRing {
  return { ...ring, keys: ring.keys.map((key) => (key.state === 'current' ? { ...key, ...change } : key)) };
}
