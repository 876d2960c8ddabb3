import {
  assessBonus,
  type BonusClaims,
  claimsNothing,
  type LinkFinding,
  programme115,
  type RegistrationVerdict,
} from '@aipower/programme';
import type { Verdict } from '@aipower/registry';
import { saysNone } from '@aipower/taiwan/answers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from './cases.ts';

interface BonusCase {
  readonly name: string;
  readonly item: string;
  readonly claim?: string | boolean;
  readonly verdict?: RegistrationVerdict['verdict'];
  readonly relation?: string;
  readonly link?: LinkFinding;
  readonly ended?: boolean;
  readonly state: string;
  readonly reason: string;
  readonly notes?: string[];
}

const ids = programme115.bonus.items.map(({ id }) => id);
const cases = readYaml<BonusCase[]>('test/cases/bonus/bonus.yml');

function assess({ item, claim, verdict, relation, link, ended }: Omit<BonusCase, 'name' | 'state' | 'reason'>) {
  const verdicts = verdict ? { [item]: { verdict, relation } } : {};
  const links = link ? { [item]: link } : {};
  const claims: BonusClaims = claim === undefined ? {} : { [item]: claim };
  return assessBonus(programme115, claims, { verdicts, links, useEnded: ended });
}

describe('cases of test/cases/bonus', () => {
  test.each(cases)('$item $name', (one) => {
    const result = assess(one);
    const item = result.items.find(({ id }) => id === one.item);
    expect(item).toMatchObject({ state: one.state, reason: one.reason, notes: one.notes ?? [] });
    // What is not proven says what would prove it; what is settled asks for nothing.
    expect(item!.wouldProve.length > 0).toBe(one.state === 'not-proven' || one.state === 'cannot-check');
    const others = result.items.filter(({ id }) => id !== one.item);
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['not-claimed']));
  });

  test('every item and every state occurs', () => {
    expect(new Set(cases.map(({ item }) => item))).toEqual(new Set(ids));
    expect(new Set(cases.map(({ state }) => state)).size).toBe(4);
  });
});

test('no points are stated anywhere, and every item is answered in order', () => {
  const result = assessBonus(programme115, { '5.4': '示範-1' });
  expect(result.points).toBeNull();
  expect(result.items.map(({ id }) => id)).toEqual(ids);
  expect(JSON.stringify(result)).not.toMatch(/"(score|points)":\s*\d/);
});

test('a verdict of the registry is taken as it is: checked by the compiler', () => {
  const taken = (verdict: Verdict): RegistrationVerdict => verdict;
  const result = (verdict: Verdict) =>
    assessBonus(programme115, {}, { verdicts: { '5.4': verdict } }).items[0]?.verdict?.list;
  expect([taken, result].every((one) => typeof one === 'function')).toBe(true);
});

test('more fields of a verdict pass through', () => {
  const verdict = { verdict: 'expired', reason: 'after-last-day', day: '2026-07-01', since: '2026-06-30' } as const;
  const result = assessBonus(programme115, { '5.1': '示範-1' }, { verdicts: { '5.1': verdict } });
  expect(result.items.find(({ id }) => id === '5.1')?.verdict).toEqual(verdict);
});

test('what says none claims nothing, and so does a bare no; what says yes claims', () => {
  for (const word of ['無', '「無」', 'N/A', '－', '不適用', '', '  '])
    expect([word, saysNone(word), claimsNothing(word)]).toEqual([word, true, true]);
  for (const none of [false, null, undefined]) expect(claimsNothing(none)).toBe(true);
  expect(claimsNothing(true)).toBe(false);
  for (const number of ['示範-AI-0001', '113電簽0001', '是', '有', 'yes', '申請中'])
    expect(claimsNothing(number)).toBe(false);
});

const entry = fc.oneof(
  fc.constantFrom('無', '', 'https://github.com/x/y', '示範-1', '是'),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);
const anyVerdict = fc.constantFrom(
  'valid',
  'not-yet-valid',
  'expired',
  'suspended',
  'revoked',
  'holder-mismatch',
  'not-found',
  'not-claimed',
  'unverifiable',
);

describe('properties', () => {
  test('counts equal the list, and nothing is proven without a finding', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), entry), (claims) => {
        const { items, counts } = assessBonus(programme115, claims);
        for (const [state, count] of Object.entries(counts))
          expect(items.filter((item) => item.state === state).length).toBe(count);
        expect(counts.proven).toBe(0);
      }),
    );
  });

  test('only a valid verdict proves a registration; what is not claimed is never proven', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids.slice(6)), entry, anyVerdict, (item, claim, verdict) => {
        const found = assess({
          item,
          claim: claim as string,
          verdict: verdict as RegistrationVerdict['verdict'],
        }).items.find(({ id }) => id === item)!;
        if (found.state === 'proven') expect(verdict).toBe('valid');
        if (claimsNothing(claim)) expect(found.state).toBe('not-claimed');
        if (verdict === 'unverifiable') expect(['cannot-check', 'not-claimed']).toContain(found.state);
      }),
    );
  });
});

describe('misuse and bad input', () => {
  test('an item the programme does not have', () => {
    expect(() => assessBonus(programme115, { '6': 'x' })).toThrow(/claims\): no bonus item 6; there are 1, 2, 3\.1/);
    expect(() => assessBonus(programme115, {}, { links: { ai: 'dead' } })).toThrow(/links\): no bonus item ai/);
  });
  test('10,000 claims', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, 'y']));
    expect(() => assessBonus(programme115, many)).toThrow(/10000 entries; at most 100/);
  });
  test('a finding, a claim or a programme of another kind', () => {
    expect(() => assessBonus(programme115, {}, { links: { '1': 'ok' as never } })).toThrow(
      /links\): 1: expected reachable, dead or not-tried, got "ok"/,
    );
    expect(() => assessBonus(programme115, { '5.1': 5 as never })).toThrow(/claims\): 5\.1: expected text/);
    expect(() => assessBonus(programme115, null as never)).toThrow(/claims\): expected an object/);
    expect(() => assessBonus('115' as never, {})).toThrow(/programme\): expected a programme/);
  });
  test('a verdict nobody knows', () => {
    const verdicts = { '5.1': { verdict: 'toString' } as unknown as RegistrationVerdict };
    expect(() => assessBonus(programme115, { '5.1': '示範-1' }, { verdicts })).toThrow(/unknown verdict "toString"/);
  });
  test('an entry of 1 MB is cut in the answer', () => {
    const item = assessBonus(programme115, { '5.1': 'x'.repeat(1_000_000) }).items.find(({ id }) => id === '5.1')!;
    expect(item).toMatchObject({ state: 'not-proven', reason: 'entry-too-long' });
    expect(String(item.claim).length).toBe(2000);
  });
});
