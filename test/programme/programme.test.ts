import {
  applicationSchema,
  checkEligibility,
  findCategory,
  formFields,
  getCategory,
  getProgramme,
  type Programme,
  ProgrammeDataError,
  parseProgramme,
  pointsToTokens,
  programme115,
  programmes,
  roundFor,
} from '@aipower/programme';
import { describe, expect, test } from 'vitest';
import { programmeFile } from './cases.ts';

const [training, inference] = [getCategory(programme115, 'training'), getCategory(programme115, 'inference')];

describe('programme 115 says what the announcement says', () => {
  test('weights', () => {
    const weights = (category: typeof training) => category.weights.map(({ name, percent }) => `${name.zh} ${percent}`);
    expect(weights(training)).toEqual([
      '專案重要性 30',
      '產業應用機會 15',
      '訓練資料集 10',
      '使用模型及資源需求 20',
      '預期效益合理性 15',
      '預計產品化階段說明 10',
    ]);
    expect(weights(inference)).toEqual([
      '專案重要性 25',
      '產業應用機會 25',
      '應用情境說明 20',
      '預期效益合理性 20',
      '預計產品化階段說明 10',
    ]);
  });

  test('review dates, window, levels, points, period', () => {
    expect(training.rounds.map(({ reviewOn }) => reviewOn)).toEqual(['2026-07-01', '2026-09-01', '2026-11-02']);
    expect(inference.rounds.map(({ reviewOn }) => reviewOn)).toEqual([
      '2026-07-01',
      '2026-07-21',
      '2026-08-11',
      '2026-09-01',
      '2026-09-29',
      '2026-11-02',
    ]);
    expect(programme115.window.closesAt).toBe('2026-10-30T23:59:59+08:00');
    expect(programme115.levels.map(({ id, points }) => [id, points])).toEqual([
      ['L1', 1000],
      ['L2', 2000],
      ['L3', 6000],
    ]);
    expect(training.point).toMatchObject({ unit: 'gpu-hour', perPoint: 0.5, smallest: null });
    expect(inference.point).toMatchObject({ unit: 'token', perPoint: 100_000, smallest: 1000 });
    expect(programme115.usePeriod.months).toBe(3);
  });

  test('conditions a to f, one priority, bonus 1 to 5.6, and no points for them', () => {
    expect(programme115.eligibility.conditions.map(({ letter }) => letter).join('')).toBe('abcdef');
    expect(programme115.eligibility.priority.map(({ id }) => id)).toEqual(['new-business']);
    expect(programme115.bonus.items.map(({ id }) => id)).toEqual([
      '1',
      '2',
      '3.1',
      '3.2',
      '4.1',
      '4.2',
      '5.1',
      '5.2',
      '5.3',
      '5.4',
      '5.5',
      '5.6',
    ]);
    expect(programme115.bonus.points).toBeNull();
  });

  test('model lists: 5 for no-code, 28 to connect in both categories', () => {
    const sizes = Object.fromEntries(programme115.modelLists.map(({ id, models }) => [id, models.length]));
    expect(sizes).toEqual({ 'training-no-code': 5, 'training-api': 28, 'inference-api': 28 });
  });

  test('forms ask what each category asks', () => {
    const ids = (category: string) => formFields(programme115, category).map(({ id }) => id);
    const only = (a: string, b: string) => ids(a).filter((id) => !ids(b).includes(id));
    expect(only('inference', 'training')).toEqual(['scenario']);
    expect(only('training', 'inference')).toEqual([
      'modelName',
      'modelVersion',
      'modelUrl',
      'baseModel',
      'noCodeModels',
      'datasetTextTokens',
      'datasetSpeechHours',
      'datasetVideoHours',
      'datasetVideoPixels',
      'datasetImages',
      'datasetImagePixels',
      'datasetDescription',
      'modelsProduced',
    ]);
  });

  test('notices are there in full: terms, personal data, declaration, affidavit', () => {
    expect(programme115.notices.map(({ id }) => id)).toEqual(['terms', 'personal-data', 'declaration', 'pledge']);
    const rules = programme115.notices[0]?.items[1]?.items?.[0]?.items;
    expect(rules).toHaveLength(8);
    expect(programme115.forbiddenUse.items).toHaveLength(7);
    for (const [i, { text }] of programme115.forbiddenUse.items.entries())
      expect(rules?.[i]?.text.zh).toBe(`${i + 1}. ${text.zh}`);
  });

  test('nothing of it can be changed by accident', () => {
    expect(() => {
      (programme115 as { id: string }).id = 'x';
    }).toThrow(TypeError);
    expect(Object.isFrozen(programme115.forms.sections[3]?.fields[0]?.label)).toBe(true);
  });
});

test('an unknown programme or category is named', () => {
  expect(programmes.has('999')).toBe(false);
  expect(() => getProgramme('999')).toThrow(/no programme "999"; there is 115/);
  expect(findCategory(programme115, 'constructor')).toBeNull();
  expect(() => getCategory(programme115, 'both')).toThrow(/no category "both"; it has training, inference/);
});

/** A fictional later year: other numbers, a third category, another rule; not a line of code. */
function fictional116(): unknown {
  const file = JSON.parse(JSON.stringify(programmeFile()).replaceAll('2026-', '2027-'));
  file.id = '116';
  file.rocYear = 116;
  file.window.closesAt = '2027-11-15T17:00:00+08:00';
  file.eligibility.priority[0].test.date = '2020-01-01';
  file.eligibility.conditions[5].test.years = 5;
  file.eligibility.conditions[4].inForce = { from: '2027-07-01', until: null };
  const founded = structuredClone(file.eligibility.priority[0]);
  file.eligibility.conditions.push({ ...founded, id: 'not-brand-new', test: { ...founded.test, date: '1990-01-01' } });
  file.categories[1].point.perPoint = 50_000;
  file.categories[1].rounds = file.categories[1].rounds.slice(0, 2);
  const agents = structuredClone(file.categories[1]);
  agents.id = 'agents';
  file.categories.push(agents);
  file.desk.steps.push({ ...file.desk.steps[1], category: 'agents', waitList: true, acceptWithinDays: 14 });
  const lists = file.modelLists.filter((list: { category: string }) => list.category === 'inference');
  file.modelLists.push(...lists.map((list: object) => ({ ...list, id: 'agents-api', category: 'agents' })));
  for (const section of file.forms.sections) {
    for (const part of [section, ...section.fields]) {
      if (part.categories?.includes('inference')) part.categories.push('agents');
    }
  }
  for (const section of file.forms.sections) {
    for (const field of section.fields) {
      // A list of one category cannot serve another: give the new one its own field.
      if (field.modelList === 'inference-api') {
        section.fields.push({ ...field, categories: ['agents'], modelList: 'agents-api' });
        field.categories = ['inference'];
        break;
      }
    }
  }
  return file;
}

describe('a later year is a file, not code', () => {
  const programme116: Programme = parseProgramme(fictional116());

  test('it has its own rounds, points, rules and forms', () => {
    expect(roundFor(programme116, 'agents', '2027-11-15T16:59:59+08:00').state).toBe('closed');
    expect(roundFor(programme116, 'agents', '2027-07-02T00:00:00+08:00')).toMatchObject({ round: { number: 2 } });
    expect(pointsToTokens(programme116, 10)).toBe(500_000);
    expect(pointsToTokens(programme115, 10)).toBe(1_000_000);
    const agents = applicationSchema(programme116, 'agents').safeParse({});
    const inference = applicationSchema(programme116, 'inference').safeParse({});
    expect(agents.error?.issues.length).toBe(inference.error?.issues.length);
    const facts = { businessApprovedOn: '2019-06-01', seriousLawViolation: '2023-01-01', prcInvestment: true };
    const early = checkEligibility(facts, programme116, '2027-06-30');
    expect(early.priority[0]?.outcome).toBe('not-met');
    expect(early.conditions[5]).toMatchObject({ outcome: 'not-met', metFrom: '2028-01-02' });
    expect(early.conditions[4]).toMatchObject({ outcome: 'not-in-force', reason: 'rule-not-in-force' });
    expect(checkEligibility(facts, programme116, '2027-07-01').conditions[4]?.outcome).toBe('not-met');
  });

  test('a fact that eligibility and priority wait for is not only for priority', () => {
    const { missing } = checkEligibility({}, programme116, '2027-07-01');
    expect(missing.find(({ fact }) => fact === 'businessApprovedOn')).toMatchObject({
      rules: ['not-brand-new', 'new-business'],
      onlyForPriority: false,
    });
  });

  test('its last second is its own', () => {
    const at = (time: string) => roundFor(programme116, 'training', time).state;
    expect(at('2027-11-02T10:00:00+08:00')).toBe('open');
    expect(at('2027-11-15T17:00:01+08:00')).toBe('closed');
  });
});

describe('a programme file that is wrong is refused whole, with every issue', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the point is to break an untyped file.
  const issuesOf = (change: (file: any) => void) => {
    const file = programmeFile();
    change(file);
    try {
      parseProgramme(file);
    } catch (error) {
      expect(error).toBeInstanceOf(ProgrammeDataError);
      return (error as ProgrammeDataError).issues.map(({ path, code }) => `${path} ${code}`);
    }
    return [];
  };

  test.each([
    ['weights that do not add up to 100', (f) => (f.categories[0].weights[0].percent = 31), 'categories.0.weights sum'],
    ['rounds out of order', (f) => f.categories[1].rounds.reverse(), 'categories.1.rounds.0 order'],
    [
      'a model list that is not there',
      (f) => (f.forms.sections[5].fields[4].modelList = 'x'),
      'forms.training.noCodeModels reference',
    ],
    [
      '其他 of a choice that is not there',
      (f) => (f.forms.sections[4].fields[2].when.has = 'x'),
      'forms.training.domainOther reference',
    ],
    ['a bonus item without field', (f) => (f.bonus.items[0].field = 'nowhere'), 'forms.training.nowhere reference'],
    ['a fact that is not listed', (f) => f.facts.shift(), 'eligibility.industry reference'],
    ['a key nobody knows', (f) => (f.surprise = 1), ' unrecognized_keys'],
    ['invented bonus points', (f) => (f.bonus.points = 5), 'bonus.points invalid_type'],
    [
      'a day that does not exist',
      (f) => (f.categories[0].rounds[0].reviewOn = '2026-02-30'),
      'categories.0.rounds.0.reviewOn invalid_format',
    ],
    ['official text without its place', (f) => delete f.title.lines, 'title.lines invalid_type'],
    ['a window in another year', (f) => (f.window.closesAt = '2025-10-30T23:59:59+08:00'), 'window.closesAt year'],
    // biome-ignore lint/suspicious/noExplicitAny: as above.
  ] as [string, (file: any) => unknown, string][])('%s', (_, change, issue) => {
    expect(issuesOf(change)).toContain(issue);
  });

  test('several at once', () => {
    expect(
      issuesOf((file) => {
        file.categories[0].weights[0].percent = 31;
        file.categories[1].weights[0].percent = 26;
      }),
    ).toEqual(['categories.0.weights sum', 'categories.1.weights sum']);
  });

  test.each([null, undefined, 115, 'x', [], {}])('%j is no programme', (data) => {
    expect(() => parseProgramme(data)).toThrow(ProgrammeDataError);
  });
});
