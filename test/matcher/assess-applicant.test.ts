import { readFileSync } from 'node:fs';
import { assessApplicant, matchCapabilities, type RegisteredProvider, rankPartners } from '@aipower/matcher';
import {
  type ApplicantFacts,
  type Application,
  applicationBonusClaims,
  applicationFacts,
  applicationModels,
  applicationText,
  programme115,
  type RegistrationVerdict,
} from '@aipower/programme';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleApplications } from '../programme/cases.ts';

/** The sample register read plainly: AI certificates in force on a day, by holder. */
function sampleProviders(on: string): RegisteredProvider[] {
  const csv = readFileSync(new URL('../../data/sample/register.csv', import.meta.url), 'utf8').replaceAll(
    /"[^"]*"/g,
    '-',
  );
  const [header, ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const column = (row: string[], name: string) => row[header!.indexOf(name)] ?? '';
  const providers = new Map<string, { ubn: string; name: string; city: string; items: string[]; schemes: string[] }>();
  for (const row of rows) {
    const ubn = column(row, 'ubn');
    const known = providers.get(ubn) ?? {
      ubn,
      name: column(row, 'name'),
      city: column(row, 'city'),
      items: [],
      schemes: [],
    };
    providers.set(ubn, known);
    const inForce =
      ['生效', '展延'].includes(column(row, 'status')) &&
      column(row, 'registered_on') <= on &&
      on <= column(row, 'valid_until');
    if (!inForce) continue;
    known.schemes.push(column(row, 'scheme'));
    known.items.push(...column(row, 'items').split(';').filter(Boolean));
  }
  return [...providers.values()];
}

function assessSample(category: 'training' | 'inference', verdicts: Record<string, RegistrationVerdict> = {}) {
  const sample = sampleApplications.find((one) => one.category === category)!;
  const application = sample.application as Application;
  const facts = { ...applicationFacts(application), ...sample.facts } as ApplicantFacts;
  return assessApplicant(
    programme115,
    {
      category,
      submittedAt: sample.submittedAt,
      facts,
      text: applicationText(programme115, category, application),
      models: applicationModels(programme115, category, application),
      claims: applicationBonusClaims(programme115, application),
      city: category === 'training' ? '新竹縣' : null,
    },
    {
      matchCapabilities,
      providers: sampleProviders(sample.submittedAt.slice(0, 10)),
      findings: { verdicts },
    },
  );
}

describe('the sample applications, whole', () => {
  test('training: eligible without priority, one item held, the gap with partners', () => {
    const result = assessSample('training', { '5.4': { verdict: 'valid' }, '5.5': { verdict: 'valid' } });
    expect(result.on).toBe('2026-06-15');
    expect(result.eligibility.outcome).toBe('met');
    expect(result.priority[0]).toMatchObject({ outcome: 'not-met', cautions: ['tax-date-not-used'] });
    expect(result.plan.steps).toEqual([]);
    expect(result.round).toMatchObject({ state: 'open', round: { number: 1 } });
    expect(result.levels.map(({ amount }) => amount)).toEqual([500, 1000, 3000]);
    expect(result.models.map(({ answer }) => answer)).toEqual(['ask-organiser', 'listed', 'listed', 'listed']);
    const { decision, needed, held, overlap, gap } = result.capabilities;
    expect({ decision, held, overlap }).toEqual({ decision: 'matched', held: ['4.6.1'], overlap: ['4.6.1'] });
    expect(gap).toContain('4.6.2');
    expect([...overlap, ...gap].sort()).toEqual(needed.map(({ code }) => code).sort());
    expect(needed[0]?.evidence.length, 'what the matcher says passes through').toBeGreaterThan(0);
    expect(result.partners.length).toBeGreaterThan(0);
    for (const { provider, reasons } of result.partners) {
      const items = provider.items.filter((code) => gap.includes(code));
      expect(items.length).toBeGreaterThan(0);
      expect(provider.ubn).not.toBe('00000276');
      expect(reasons[0]).toMatchObject({ code: 'holds-items', items: expect.arrayContaining(items) });
    }
    expect(result.bonus.counts).toEqual({ 'not-claimed': 8, proven: 2, 'not-proven': 0, 'cannot-check': 2 });
  });

  test('inference: 6699 flagged, priority, an expired certificate earns nothing', () => {
    const result = assessSample('inference', {
      '5.1': { verdict: 'valid' },
      '5.4': { verdict: 'expired' },
      '5.6': { verdict: 'unverifiable' },
    });
    expect(result.eligibility.outcome).toBe('met');
    expect(result.eligibility.conditions[0]?.cautions).toEqual(['class-needs-check']);
    expect(result.priority[0]?.outcome).toBe('met');
    expect(result.round).toMatchObject({ round: { number: 2, reviewOn: '2026-07-21' } });
    const states = Object.fromEntries(result.bonus.items.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      '2': 'cannot-check',
      '5.1': 'proven',
      '5.4': 'not-proven',
      '5.6': 'cannot-check',
      '5.2': 'not-claimed',
    });
    expect(result.capabilities.overlap).toEqual([]);
  });
});

describe('when there is little to go by', () => {
  const empty = { category: 'training', submittedAt: '2026-11-01T00:00:00+08:00', facts: {} } as const;
  const nothing = {
    matchCapabilities: () => ({ decision: 'none', matches: [{ code: '1.1.1', score: 0.1 }] }) as const,
    providers: [],
  };

  test('nothing but a category and a moment', () => {
    const result = assessApplicant(programme115, empty, nothing);
    expect(result.eligibility.outcome).toBe('not-in-force');
    expect(result.round.state).toBe('closed');
    expect(result.capabilities).toEqual({ decision: 'no-text', needed: [], held: [], overlap: [], gap: [] });
    expect(result.bonus.counts['not-claimed']).toBe(12);
    expect(result.plan.steps[0]?.action).toBe('outside-window');
  });
  test('the matcher abstains: nothing is needed', () => {
    const result = assessApplicant(programme115, { ...empty, text: '賣珍珠奶茶' }, nothing);
    expect(result.capabilities).toMatchObject({ decision: 'none', needed: [], gap: [] });
    expect(result.partners).toEqual([]);
  });
  test('no applicant, no sources', () => {
    expect(() => assessApplicant(programme115, null as never, nothing)).toThrow(/\(applicant\): expected \{ category/);
    expect(() => assessApplicant(programme115, empty, { providers: [] } as never)).toThrow(/\(sources\): expected/);
    expect(() => assessApplicant('115' as never, empty, nothing)).toThrow(/expected a programme such as/);
  });
  test('a text of 1 MB is read to its cap', () => {
    const text = '產線影像瑕疵檢測，提升良率。'.repeat(70_000);
    const result = assessApplicant(programme115, { ...empty, text }, { ...nothing, matchCapabilities });
    expect(result.capabilities.needed[0]?.code).toBe('4.6.1');
  });
  test('61 models', () => {
    expect(() => assessApplicant(programme115, { ...empty, models: Array(61).fill('x') }, nothing)).toThrow(
      /models\): 61; at most 60/,
    );
  });
});

const itemCode = fc.constantFrom('4.6.1', '4.6.2', '4.2.10', '4.2.9', '1.1.1');
const provider: fc.Arbitrary<RegisteredProvider> = fc.record({
  ubn: fc.stringMatching(/^00000[0-9]{3}$/),
  name: fc.constant('示範'),
  city: fc.constantFrom('臺北市', '新竹縣', null),
  items: fc.uniqueArray(itemCode),
  schemes: fc.subarray(['ai', 'data-economy']),
});
const wantedItems = fc.uniqueArray(
  fc.record({ code: itemCode, score: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
  { selector: ({ code }) => code },
);

describe('partners', () => {
  test('the reasons recompute the score, and the order of the input does not matter', () => {
    fc.assert(
      fc.property(wantedItems, fc.uniqueArray(provider, { selector: ({ ubn }) => ubn }), (wanted, providers) => {
        const partners = rankPartners(wanted, providers, { city: '新竹縣', limit: 100 });
        const all = wanted.reduce((sum, { score }) => sum + score, 0);
        for (const { score, reasons, provider } of partners) {
          const held = reasons.flatMap((reason) => (reason.code === 'holds-items' ? reason.items : []));
          expect(
            wanted.filter(({ code }) => held.includes(code)).reduce((sum, one) => sum + one.score, 0) / all,
          ).toBeCloseTo(score, 9);
          expect(held.every((code) => provider.items.includes(code))).toBe(true);
        }
        expect(rankPartners(wanted, [...providers].reverse(), { city: '新竹縣', limit: 100 })).toEqual(partners);
        // Frozen, it is looked up in an index; a shorter answer is the beginning of a longer one.
        const frozen = Object.freeze([...providers]);
        expect(rankPartners(wanted, frozen, { city: '新竹縣', limit: 100 })).toEqual(partners);
        expect(rankPartners(wanted, frozen, { city: '新竹縣', limit: 3 })).toEqual(partners.slice(0, 3));
        const able = providers.filter(({ items }) => wanted.some(({ code }) => items.includes(code)));
        expect(partners.length).toBe(able.length);
      }),
    );
  });
  test('the same as scoring everyone and sorting', () => {
    const several = fc.uniqueArray(provider, { selector: ({ ubn }) => ubn });
    const scored = fc.uniqueArray(fc.record({ code: itemCode, score: fc.constantFrom(0, 0.1, 0.2, 0.3, 1) }), {
      selector: ({ code }) => code,
    });
    const options = fc.record({
      own: fc.nat(30),
      city: fc.constantFrom(undefined, null, '', '新竹縣', '花蓮縣'),
      limit: fc.constantFrom(1, 2, 5, 100),
    });
    fc.assert(
      fc.property(scored, several, options, (wanted, providers, { own, city, limit }) => {
        const except = providers[own]?.ubn;
        const sum = (some: typeof wanted) => some.reduce((all, { score }) => all + score, 0);
        const near = (one: RegisteredProvider) => (city && one.city === city ? 1 : 0);
        const expected = providers
          .filter(({ ubn, items }) => ubn !== except && wanted.some(({ code }) => items.includes(code)))
          .map((one) => ({ one, score: sum(wanted.filter(({ code }) => one.items.includes(code))) / sum(wanted) }))
          .sort(
            (a, b) =>
              b.score - a.score ||
              near(b.one) - near(a.one) ||
              (b.one.schemes?.length ?? 0) - (a.one.schemes?.length ?? 0) ||
              Number(a.one.ubn) - Number(b.one.ubn),
          )
          .slice(0, limit);
        for (const list of [providers, Object.freeze([...providers])]) {
          const named = rankPartners(wanted, list, { except, city, limit }).map(({ provider: one, score }) => ({
            one,
            score,
          }));
          expect(named).toEqual(sum(wanted) === 0 ? [] : expected);
        }
      }),
      { numRuns: 500 },
    );
  });
  test('the nearer of two equals comes first', () => {
    const two = ['00000032', '00000016'].map((ubn, i) => ({
      ubn,
      name: 'x',
      city: i === 0 ? '新竹縣' : '臺北市',
      items: ['1.1.1'],
    }));
    expect(
      rankPartners([{ code: '1.1.1', score: 1 }], two, { city: '新竹縣' }).map(({ provider }) => provider.ubn),
    ).toEqual(['00000032', '00000016']);
    // 新竹縣 has no second writing; 臺北市 has, and an address starts with it.
    for (const city of ['台北市', '臺北市', '台北市信義區']) {
      const [first] = rankPartners([{ code: '1.1.1', score: 1 }], [...two].reverse(), { city });
      expect(first).toMatchObject({
        provider: { city: '臺北市' },
        reasons: expect.arrayContaining([{ code: 'same-city', city: '臺北市' }]),
      });
    }
    expect(rankPartners([{ code: '1.1.1', score: 1 }], two).map(({ provider }) => provider.ubn)).toEqual([
      '00000016',
      '00000032',
    ]);
  });
  test.each([Number.NaN, -0.1, 1.1])('a score of %d', (score) =>
    expect(() => rankPartners([{ code: '1.1.1', score }], [])).toThrow(
      /wanted\): 1\.1\.1: expected a score from 0 to 1/,
    ),
  );
  test('the applicant is no partner of its own, nor is who holds nothing', () => {
    const three = ['00000032', '00000016', '00000027'].map((ubn, i) => ({
      ubn,
      name: 'x',
      items: i === 2 ? [] : ['1.1.1'],
    }));
    const partners = rankPartners([{ code: '1.1.1', score: 1 }], three, { except: '00000016' });
    expect(partners.map(({ provider }) => provider.ubn)).toEqual(['00000032']);
  });
  test.each([0, -1, 1.5, 101, Number.NaN])('limit %d', (limit) =>
    expect(() => rankPartners([], [], { limit })).toThrow(/limit\): expected 1 to 100/),
  );
});
