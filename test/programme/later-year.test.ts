import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applicationJsonSchema,
  assessBonus,
  checkEligibility,
  formFields,
  freezeWeights,
  getProgramme,
  levelFor,
  ProgrammeDataError,
  parseProgramme,
  pointsToGpuHours,
  programme115,
  programmeOn,
  programmes,
  programmesFrom,
  roundFor,
  tokensToPoints,
  validateApplication,
} from '@aipower/programme';
import { afterAll, describe, expect, test } from 'vitest';
import { workspaceCopy } from '../workspace-copy.ts';
import { readYaml } from './cases.ts';

// The recipe of CONTRIBUTING.md: a later year is a file more. This one is fictional and differs in everything it may.
const programme116 = parseProgramme(readYaml('test/fixtures/programme/116.yml'));
const both = programmesFrom([programme116, programme115]);

describe('which programme is meant on a day', () => {
  test.each([
    ['2026-06-15', '115'],
    // The last day of its window still counts; the next year is meant from the day after.
    ['2026-10-30', '115'],
    ['2026-10-31', '116'],
    ['2027-09-15', '116'],
    // All have closed: the newest.
    ['2028-01-01', '116'],
  ])('%s: %s', (day, id) => expect(programmeOn(day, both).id).toBe(id));

  test('of those that ship, as of those given', () => {
    expect(programmeOn('2026-07-01')).toBe(programme115);
    expect([...programmes.keys()]).toContain('115');
    expect(getProgramme('116', both)).toBe(programme116);
    expect(() => getProgramme('117', both)).toThrow(/there is 115, 116/);
    expect(() => programmeOn('115/07/01', both)).toThrow(TypeError);
    expect(() => programmesFrom([programme115, programme115])).toThrow(ProgrammeDataError);
  });
});

describe('the rules of another year come from its file', () => {
  test('rounds and window', () => {
    const open = roundFor(programme116, 'agents', '2027-05-06T00:00:00+08:00');
    expect(open).toMatchObject({ state: 'open', round: { number: 2, reviewOn: '2027-09-20' } });
    expect(roundFor(programme116, 'training', '2027-01-31T23:59:59+08:00')).toMatchObject({
      state: 'not-open',
      opensOn: '2027-02-01',
    });
    expect(roundFor(programme116, 'training', '2027-09-15T17:00:01+08:00').state).toBe('closed');
  });

  test('one more condition, and another number of years', () => {
    const facts = { industryCodes: ['620211'], prcInvestment: false, seriousLawViolation: '2023-01-01' };
    const result = checkEligibility({ ...facts, taxRegisteredOn: '2025-12-31' }, programme116, '2027-03-01');
    expect(result.conditions.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'industry met',
      'no-prc-investment met',
      'no-violation not-met',
      'tax-registered not-met',
    ]);
    const later = { ...facts, seriousLawViolation: false, taxRegisteredOn: '2026-01-01' };
    expect(checkEligibility(later, programme116, '2027-03-01').outcome).toBe('met');
  });

  test('points, levels and weights', () => {
    expect(pointsToGpuHours(programme116, 10)).toBe(20);
    expect(tokensToPoints(programme116, 100_000).points).toBe(2);
    expect(levelFor(programme116, 'training', 900)?.id).toBe('M');
    expect(freezeWeights(programme116, 'agents', 1).weights.map(({ percent }) => percent)).toEqual([30, 30, 40]);
  });

  test('bonus items, with a registration that 115 does not ask for', () => {
    const verdicts = { '2.2': { verdict: 'valid' } } as const;
    const { items } = assessBonus(programme116, { '2.2': 'DEMO-0001' }, { verdicts });
    expect(items.map(({ id, state }) => `${id} ${state}`)).toEqual(['1 not-claimed', '2.1 not-claimed', '2.2 proven']);
    const schemes = programme115.bonus.items.flatMap((item) => (item.kind === 'registration' ? [item.scheme] : []));
    expect(schemes).not.toContain('demo-service');
  });

  test('forms', () => {
    expect(formFields(programme116, 'training').map(({ id }) => id)).not.toContain('safety');
    const application = {
      category: 'agents',
      companyName: '示範股份有限公司',
      ubn: '00000079',
      topic: '示範',
      need: '示範',
      safety: '無',
      bonusMou: '無',
      bonusAi: '無',
      bonusDemo: 'DEMO-0001',
    };
    expect(validateApplication(programme116, 'agents', application)).toMatchObject({ ok: true });
    expect(applicationJsonSchema(programme116, 'agents')['required']).toContain('bonusDemo');
  });
});

test('every official text of the year stands in its source, in its lines', () => {
  const lines = readFileSync(new URL('../fixtures/programme/116.md', import.meta.url), 'utf8').split('\n');
  let quoted = 0;
  JSON.stringify(programme116, (_, value) => {
    if (value && typeof value === 'object' && typeof value.lines === 'string' && typeof value.zh === 'string') {
      expect(lines[Number(value.lines) - 1]).toContain(value.zh);
      quoted++;
    }
    return value;
  });
  expect(quoted).toBeGreaterThan(60);
});

describe('the file put beside 115', () => {
  const copy = workspaceCopy(['programme']);
  afterAll(() => copy.remove());

  test('is generated and shipped with it, no code changed', () => {
    const file = new URL('../fixtures/programme/116.yml', import.meta.url);
    copyFileSync(file, join(copy.folder, 'data/programmes/116.yml'));
    copy.generate('programme');
    const said = copy.ask<unknown>(`
      import { programmeOn, programmes } from '@aipower/programme';
      console.log(JSON.stringify([[...programmes.keys()], programmeOn('2026-10-30').id, programmeOn('2026-10-31').id]));`);
    expect(said).toEqual([['115', '116'], '115', '116']);
  });
});
