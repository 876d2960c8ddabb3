import {
  type ApplicantFacts,
  checkEligibility,
  type EligibilityResult,
  programme115,
  readIndustryCode,
  separateIndustryCodes,
  whatWouldMakeMeEligible,
} from '@aipower/programme';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from './cases.ts';

interface Case {
  readonly name: string;
  readonly on?: string;
  readonly set?: ApplicantFacts;
  readonly without?: string[];
  readonly expect: {
    readonly outcome?: string;
    readonly missing?: string[];
    readonly cautions?: Record<string, string[]>;
    readonly metFrom?: Record<string, string>;
  } & Record<string, unknown>;
}

const { eligible, cases } = readYaml<{ eligible: ApplicantFacts; cases: Case[] }>(
  'test/cases/eligibility/conditions.yml',
);
const defaultDay = '2026-07-01';

function factsOf({ set = {}, without = [] }: Pick<Case, 'set' | 'without'>): ApplicantFacts {
  const facts = { ...eligible, ...set };
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !without.includes(fact)));
}

const condition = (result: EligibilityResult, rule: string) => {
  const found = [...result.conditions, ...result.priority].find((one) => one.rule === rule);
  if (!found) throw new Error(`the case names the condition "${rule}", which programme 115 does not have`);
  return found;
};

describe('cases of test/cases/eligibility', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const result = checkEligibility(factsOf(one), programme115, one.on ?? defaultDay);
    const { outcome, missing, cautions = {}, metFrom = {}, ...rules } = one.expect;
    if (outcome) expect(result.outcome).toBe(outcome);
    if (missing) expect(result.missing.map(({ fact }) => fact)).toEqual(missing);
    for (const [rule, answer] of Object.entries(rules)) {
      const { outcome, reason } = condition(result, rule);
      expect([outcome, reason]).toEqual(answer);
    }
    for (const [rule, codes] of Object.entries(cautions)) expect(condition(result, rule).cautions).toEqual(codes);
    for (const [rule, day] of Object.entries(metFrom)) expect(condition(result, rule).metFrom).toBe(day);
  });

  test('every condition is met, not met and unknown in some case', () => {
    for (const { id } of [...programme115.eligibility.conditions, ...programme115.eligibility.priority]) {
      const outcomes = cases.map(
        (one) => condition(checkEligibility(factsOf(one), programme115, defaultDay), id).outcome,
      );
      expect(new Set(outcomes)).toEqual(new Set(['met', 'not-met', 'unknown']));
    }
  });
});

describe('one industry code', () => {
  const test0 = programme115.eligibility.conditions[0]!.test;
  const classes = test0.kind === 'industry-code' ? test0.classes : [];
  const readings = readYaml<{ entry: string; kind: string; class: string | null }[]>(
    'test/cases/industry-codes/readings.yml',
  );
  test.each(readings)('$entry', ({ entry, kind, class: expected }) => {
    const reading = readIndustryCode(entry, 1, classes);
    expect(reading.kind).toBe(kind);
    expect('class' in reading ? (reading.class?.id ?? null) : null).toBe(expected);
  });
});

test.each([
  ['620211, 620900', ['620211', '620900']],
  ['620211 系統整合；261199', ['620211 系統整合', '261199']],
  ['系統規劃、分析及設計(620212)、其他(620900)', ['系統規劃分析及設計(620212)', '其他(620900)']],
  ['J62 K6699', ['J62', 'K6699']],
  ['472927 豆類製品零售', ['472927 豆類製品零售']],
  ['軟體業', ['軟體業']],
  ['', ['']],
])('%j holds %j', (text, codes) => expect(separateIndustryCodes(text)).toEqual(codes));

test('a code is text', () => expect(() => readIndustryCode(620211 as never, 1, [])).toThrow(/entry\): expected text/));

test('every condition says which facts it used, where they come from, and where the rule stands', () => {
  const sources = { industryCodes: { source: 'BGMOPEN1.csv', seenOn: '2026-06-30' } };
  const result = checkEligibility({ ...eligible, sources }, programme115, defaultDay);
  expect(condition(result, 'industry').used).toEqual([
    { fact: 'industryCodes', value: ['620211'], source: sources.industryCodes },
  ]);
  expect(condition(result, 'no-prc-investment').used).toEqual([{ fact: 'prcInvestment', value: false, source: null }]);
  for (const { text } of result.conditions) expect(text.lines).toMatch(/^\d+/);
  expect(result.inForce).toEqual({ from: '2026-01-01', until: '2026-10-30' });
});

test('missing facts come in the order of effort, with the rules that wait', () => {
  const result = checkEligibility({}, programme115, defaultDay);
  const places = result.missing.map(({ from }) => from);
  const order = ['tax-register', 'business-register', 'applicant'];
  expect([...places].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(places);
  expect(result.missing.find(({ fact }) => fact === 'organisationType')?.rules).toEqual(['legal-form', 'no-branch']);
  expect(result.missing.filter(({ onlyForPriority }) => onlyForPriority).map(({ fact }) => fact)).toEqual([
    'businessApprovedOn',
  ]);
});

describe('what would make me eligible', () => {
  const steps = (set: ApplicantFacts, on = defaultDay) =>
    whatWouldMakeMeEligible({ ...eligible, ...set }, programme115, on).steps;

  test('nothing when eligible already', () => expect(steps({})).toEqual([]));
  test('an industry code', () => {
    expect(steps({ industryCodes: ['472927'] })).toMatchObject([{ rule: 'industry', action: 'register-industry' }]);
  });
  test('the head office instead of the branch', () => {
    expect(steps({ headOfficeUbn: '12345675' })).toEqual([
      { rule: 'no-branch', action: 'apply-as-head-office', headOfficeUbn: '12345675' },
    ]);
  });
  test('one step for a branch, although two conditions say no', () => {
    expect(steps({ organisationType: '本國公司設立之分公司', headOfficeUbn: '12345675' })).toEqual([
      { rule: 'legal-form', action: 'apply-as-head-office', headOfficeUbn: '12345675' },
    ]);
  });
  test('a factory that says 其他 is sent to its head office', () => {
    expect(steps({ organisationType: '其他', headOfficeUbn: '12345675' })[0]).toEqual({
      rule: 'no-branch',
      action: 'apply-as-head-office',
      headOfficeUbn: '12345675',
    });
  });
  test.each(['外國公司在臺設立之分公司', '外國公司認許分公司', '大陸公司在台分公司'])(
    'the head office of %s is abroad and cannot apply',
    (organisationType) => {
      expect(steps({ organisationType })).toMatchObject([{ rule: 'legal-form', action: 'use-accepted-form' }]);
    },
  );
  test('waiting, inside the window or not', () => {
    expect(steps({ seriousLawViolation: '2023-08-01' })).toEqual([
      { rule: 'no-serious-violation', action: 'wait-until', day: '2026-08-02', beforeClose: true },
    ]);
    expect(steps({ seriousLawViolation: '2023-10-29' })).toMatchObject([{ day: '2026-10-30', beforeClose: true }]);
    expect(steps({ seriousLawViolation: '2023-10-30' })).toMatchObject([{ day: '2026-10-31', beforeClose: false }]);
    expect(steps({ seriousLawViolation: '2025-08-01' })).toMatchObject([{ action: 'wait-until', beforeClose: false }]);
  });
  test('the day of an event without a day', () => {
    expect(steps({ governmentProjectBreach: true })).toEqual([
      { rule: 'no-government-breach', action: 'date-the-event' },
    ]);
  });
  test('no false hope', () =>
    expect(steps({ prcInvestment: true })).toEqual([{ rule: 'no-prc-investment', action: 'no-step-known' }]));
  test('outside the window', () =>
    expect(steps({}, '2026-10-31')).toMatchObject([{ action: 'outside-window', until: '2026-10-30' }]));
  test('facts to supply, never those for priority only', () => {
    const { steps } = whatWouldMakeMeEligible({}, programme115, defaultDay);
    const facts = steps[0]?.action === 'supply-facts' ? steps[0].facts.map(({ fact }) => fact) : [];
    expect(facts).not.toContain('businessApprovedOn');
    expect(facts[0]).toBe('industryCodes');
  });
});

const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const anyFacts: fc.Arbitrary<ApplicantFacts> = fc.record(
  {
    ubn: fc.constantFrom('00000992', '12345675'),
    industryCodes: fc.array(
      fc.constantFrom(
        '620211',
        '669999',
        '472927',
        'I301010',
        '62010',
        'J63',
        'J58',
        '???',
        '',
        '261199、620211',
        'I301010 資訊',
      ),
      {
        maxLength: 4,
      },
    ),
    organisationType: fc.constantFrom('獨資', '股份有限公司', '其他', '財團法人', '本國公司設立之分公司', ''),
    headOfficeUbn: fc.constantFrom(null, '', '12345675'),
    businessApprovedOn: anyDay,
    taxRegisteredOn: anyDay,
    prcInvestment: fc.boolean(),
    governmentProjectBreach: fc.oneof(fc.boolean(), anyDay),
    seriousLawViolation: fc.oneof(fc.boolean(), anyDay),
  },
  { requiredKeys: [] },
);

describe('properties', () => {
  test('removing a fact never turns unknown, or a no, into met', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const full = checkEligibility(facts, programme115, on);
        for (const fact of Object.keys(facts)) {
          // A number of its own as head office is explained away by `ubn`; without `ubn` that is a no, never a met.
          const less = checkEligibility(
            Object.fromEntries(Object.entries(facts).filter(([key]) => key !== fact)),
            programme115,
            on,
          );
          for (const [i, { outcome }] of less.conditions.entries()) {
            if (outcome === 'met') expect(full.conditions[i]?.outcome, fact).toBe('met');
          }
          if (less.outcome === 'met') expect(full.outcome).toBe('met');
        }
      }),
    );
  });

  test('codes pasted in one entry are read like codes given one by one', () => {
    const code = fc.constantFrom('620211', '261199', '472927', '669999', 'I301010', '582011', '11410', '63110');
    const written = fc.constantFrom(
      (one: string) => one,
      (one: string) => `${one} 其他業務`,
      (one: string) => `系統規劃、分析及設計(${one})`,
      (one: string) => `（${one}）`,
    );
    const separator = fc.constantFrom('、', ',', '，', '；', '\n', ' | ', '/');
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 4 }), written, separator, (codes, write, between) => {
        const read = (industryCodes: string[]) =>
          checkEligibility({ industryCodes }, programme115, defaultDay).conditions[0]!;
        const apart = read(codes);
        const together = read([codes.map(write).join(between)]);
        expect(together.codes).toEqual(apart.codes);
        expect([together.outcome, together.reason, together.cautions]).toEqual([
          apart.outcome,
          apart.reason,
          apart.cautions,
        ]);
      }),
    );
  });

  test('the whole is what a plain reading of its parts says', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const { outcome, conditions, blocking, missing } = checkEligibility(facts, programme115, on);
        const parts = conditions.map((one) => one.outcome);
        const inWindow = on >= '2026-01-01' && on <= '2026-10-30';
        if (!inWindow) expect(outcome).toBe('not-in-force');
        else if (parts.some((part) => part === 'not-met')) expect(outcome).toBe('not-met');
        else expect(outcome).toBe(parts.every((part) => part === 'met') ? 'met' : 'unknown');
        expect(blocking.length).toBe(parts.filter((part) => part === 'not-met').length);
        for (const one of conditions) expect(one.missing.length > 0).toBe(one.outcome === 'unknown');
        if (parts.includes('unknown')) expect(missing.length).toBeGreaterThan(0);
      }),
    );
  });

  test('supplying what is said to be missing settles every unknown', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { missing } = checkEligibility(facts, programme115, defaultDay);
        const supplied = Object.fromEntries(
          missing.map(({ fact }) => [fact, (eligible as Record<string, unknown>)[fact]]),
        );
        const after = checkEligibility({ ...facts, ...supplied }, programme115, defaultDay);
        expect(after.conditions.map(({ outcome }) => outcome)).not.toContain('unknown');
      }),
    );
  });

  test('waiting until the named day is enough, one day less is not', () => {
    fc.assert(
      fc.property(anyDay, (event) => {
        const at = (on: string) =>
          condition(checkEligibility({ seriousLawViolation: event }, programme115, on), 'no-serious-violation');
        const { metFrom } = at(defaultDay);
        if (metFrom === null) return;
        expect(at(metFrom).outcome).toBe('met');
        const dayBefore = new Date(Date.parse(metFrom) - 86_400_000).toISOString().slice(0, 10);
        expect(at(dayBefore).outcome).toBe('not-met');
      }),
    );
  });
});

describe('misuse is caught at the door', () => {
  test.each([
    [{ industryCode: ['620211'] }, /industryCode/],
    [{ industryCodes: '620211' }, /industryCodes/],
    [{ industryCodes: Array(33).fill('620211') }, /industryCodes/],
    [{ businessApprovedOn: '107/01/01' }, /businessApprovedOn: expected a real day/],
    [{ businessApprovedOn: '2018-02-30' }, /businessApprovedOn/],
    [{ seriousLawViolation: 'never' }, /seriousLawViolation/],
    [{ industryCodes: ['6'.repeat(401)] }, /industryCodes\.0/],
    [{ prcInvestment: 'no' }, /prcInvestment/],
    [null, /facts/],
  ])('%j', (facts, message) => {
    expect(() => checkEligibility(facts as ApplicantFacts, programme115, defaultDay)).toThrow(message);
  });
  test('a year for a programme', () =>
    expect(() => checkEligibility({}, '115' as never, defaultDay)).toThrow(
      /programme\): expected a programme such as/,
    ));
  test.each(['0001-01-01', '9997-12-31', '9999-12-31'])('%s is answered, however far', (far) => {
    for (const [event, on] of [
      [far, defaultDay],
      [defaultDay, far],
      [far, far],
    ] as const) {
      const { outcome } = checkEligibility(
        { ...eligible, seriousLawViolation: event, businessApprovedOn: event },
        programme115,
        on,
      );
      expect(outcome).toBe(on === defaultDay ? (event < on ? 'met' : 'not-met') : 'not-in-force');
    }
  });
  test('control characters leave the question open', () => {
    const { conditions } = checkEligibility(
      { ...eligible, industryCodes: ['62\u00000211'], organisationType: '獨\u0000資' },
      programme115,
      defaultDay,
    );
    expect(conditions.slice(0, 2).map(({ reason }) => reason)).toEqual(['codes-unclear', 'form-not-recognised']);
  });
  test.each(['', '1150701', '2026-13-01', undefined])('day %j', (day) => {
    expect(() => checkEligibility({}, programme115, day as string)).toThrow(/on\): expected a real day/);
  });
});
