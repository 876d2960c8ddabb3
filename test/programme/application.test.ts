import {
  applicationBonusClaims,
  applicationFacts,
  applicationJsonSchema,
  applicationModels,
  applicationSchema,
  applicationText,
  countCharacters,
  type FieldValue,
  fieldCodes,
  formFields,
  programme115,
  readApplicationForm,
  validateApplication,
} from '@aipower/programme';
import { isUbn } from '@aipower/taiwan/ubn';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml, sampleApplications } from './cases.ts';

const categories = ['training', 'inference'] as const;
const sound = Object.fromEntries(sampleApplications.map(({ category, application }) => [category, application]));
const issuesOf = (category: string, input: unknown, options = {}) => {
  const check = validateApplication(programme115, category, input, options);
  return check.ok ? [] : check.issues;
};

describe('the two sample applications', () => {
  test.each(sampleApplications.map((sample) => [sample.category, sample] as const))(
    '%s is complete and says it is fictional',
    (category, sample) => {
      expect(issuesOf(category, sample.application)).toEqual([]);
      expect(sample).toMatchObject({ fictional: true, programme: '115' });
      expect(sample.application['companyName']).toMatch(/^示範/);
      expect(sample.application['ubn']).toMatch(/^00000[0-9]{3}$/);
      expect(isUbn(String(sample.application['ubn']))).toBe(true);
    },
  );

  test('one is not the other', () => {
    const codes = issuesOf('training', sound['inference']).map(({ code }) => code);
    expect(codes).toContain('wrong-category');
    expect(codes).toContain('unknown-field');
  });
});

interface FieldCase {
  readonly field: string;
  readonly to?: unknown;
  readonly with?: Record<string, unknown>;
  readonly categories?: string[];
  readonly at?: string;
  readonly code: string | null;
}

const fieldCases = readYaml<FieldCase[]>('test/cases/application/fields.yml');

/** A case as an application: `to` is the value, its absence takes the field away. */
function changed(category: string, one: FieldCase): Record<string, unknown> {
  const application = { ...sound[category], ...one.with };
  if ('to' in one) application[one.field] = one.to;
  else delete application[one.field];
  return application;
}

describe('cases of test/cases/application', () => {
  const all = fieldCases.flatMap((one) =>
    (one.categories ?? [...categories]).map((category) => [category, one] as const),
  );
  test.each(all)('%s %j', (category, one) => {
    const issues = issuesOf(category, changed(category, one));
    const at = one.at ?? one.field;
    expect(issues.map(({ field, code }) => [field, code])).toEqual(one.code === null ? [] : [[at, one.code]]);
  });

  test('every rule code occurs in some case or test', () => {
    const tried = new Set([
      ...fieldCases.map(({ code }) => code),
      'too-long',
      'too-large',
      'category-frozen',
      'not-an-object',
    ]);
    expect(fieldCodes.filter((code) => !tried.has(code))).toEqual([]);
  });

  test('every required field of both forms is missed when it is blank', () => {
    for (const category of categories) {
      const missed = issuesOf(category, {}).map(({ field }) => field);
      const asked = formFields(programme115, category).filter(
        ({ requirement }) => requirement !== 'optional' && requirement !== 'when',
      );
      expect(missed).toEqual(asked.map(({ id }) => id));
    }
  });
});

describe('the category is frozen on submission', () => {
  test('another category after submission', () => {
    const issues = issuesOf('inference', sound['inference'], { submittedCategory: 'training' });
    expect(issues).toEqual([{ field: 'category', code: 'category-frozen', found: 'inference' }]);
  });
  test('the same category may be amended', () => {
    expect(
      issuesOf('training', { ...sound['training'], topic: '改寫的主題' }, { submittedCategory: 'training' }),
    ).toEqual([]);
  });
});

describe('bad input, in bounded time', () => {
  test.each([null, undefined, 5, 'text', []])('%j is no application', (input) => {
    expect(issuesOf('training', input)).toMatchObject([{ field: '', code: 'not-an-object' }]);
  });
  test('a text of 1 MB', () => {
    const issues = issuesOf('training', { ...sound['training'], importance: '字'.repeat(350_000) });
    expect(issues).toMatchObject([{ field: 'importance', code: 'too-long' }]);
    expect(issues[0]?.found?.length).toBe(80);
  });
  test('characters are counted as people count them: a rare one is one, a line end is one', () => {
    const topic = (text: string) => issuesOf('training', { ...sound['training'], topic: text });
    expect(topic('𠮷'.repeat(200))).toEqual([]);
    expect(topic('𠮷'.repeat(201))).toMatchObject([{ field: 'topic', code: 'too-long' }]);
    expect(countCharacters('字\r\n字\r𠮷')).toBe(5);
    const text = '字\r\n'.repeat(10_000);
    expect(issuesOf('training', { ...sound['training'], importance: text })).toEqual([]);
  });
  test('10,000 choices and 10,000 unknown fields', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, i]));
    const issues = issuesOf('training', { ...sound['training'], ...many, domains: Array(10_000).fill('health') });
    expect(issues.length).toBeLessThan(25);
    expect(issues[0]).toMatchObject({ field: 'domains', code: 'duplicate-choice' });
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no number', (value) => {
    expect(issuesOf('training', { ...sound['training'], employees: value })).toMatchObject([{ code: 'not-a-number' }]);
  });
  test('more than there is', () => {
    expect(issuesOf('training', { ...sound['training'], paidInCapital: 1e16 })).toMatchObject([{ code: 'too-large' }]);
  });
  test('names of object members are fields like others', () => {
    expect(issuesOf('training', JSON.parse('{"__proto__":1,"constructor":2}')).map(({ code }) => code)).toContain(
      'unknown-field',
    );
    expect(() => validateApplication(programme115, 'toString', {})).toThrow(/no category/);
  });
});

test('the checksum of the form is the checksum of the registry', () => {
  const known = [
    '04595257',
    '00000079',
    '12345670',
    '62140097',
    '10000173',
    '00501502',
    '12345672',
    '47217977',
    '90316313',
    '00000000',
  ];
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...known), fc.stringMatching(/^[0-9]{8}$/), fc.stringMatching(/^[0-9]{6}7[0-9]$/)),
      (ubn) => {
        expect(issuesOf('training', { ...sound['training'], ubn }).length === 0).toBe(isUbn(ubn));
      },
    ),
  );
});

describe('JSON Schema', () => {
  const validators = Object.fromEntries(
    categories.map((category) => {
      const ajv = new Ajv2020({ strict: true, allErrors: false, strictTypes: false });
      addFormats.default(ajv);
      return [category, ajv.compile(applicationJsonSchema(programme115, category))];
    }),
  );
  /** What JSON Schema cannot say, by its own description. */
  const beyond = ['ubn-checksum', 'url-host'];

  test.each(categories)('accepts the sample application: %s', (category) => {
    expect(validators[category]?.(sound[category])).toBe(true);
  });

  test('agrees with the zod schema on every case of test/cases/application', () => {
    for (const one of fieldCases) {
      for (const category of one.categories ?? categories) {
        const input = changed(category, one);
        const zod = applicationSchema(programme115, category).safeParse(input).success;
        // localhost is refused by what the address is, not by how it is written.
        if (beyond.includes(one.code ?? '') || String(one.to).includes('localhost')) continue;
        expect([one.field, one.to, validators[category]?.(input)]).toEqual([one.field, one.to, zod]);
      }
    }
  });

  test('carries title, description and required fields of the form', () => {
    const schema = applicationJsonSchema(programme115, 'training') as {
      required: string[];
      properties: Record<string, { title: string }>;
    };
    expect(schema.properties['importance']?.title).toBe('專案重要性');
    expect(schema.required).toContain('bonusMou');
    expect(schema.required).not.toContain('contact2Email');
  });
});

describe('entries of an HTML form', () => {
  const entriesOf = (application: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(application).map(([id, value]) => [
        id,
        value === true ? 'on' : Array.isArray(value) ? value.map(String) : String(value),
      ]),
    );

  test.each(categories)('the sample application survives the way through a form: %s', (category) => {
    const application = sound[category]!;
    expect(readApplicationForm(programme115, category, entriesOf(application))).toEqual(application);
  });

  test.each([
    ['paidInCapital', '12,000,000', 12_000_000],
    ['paidInCapital', '１２０００', 12_000],
    ['paidInCapital', '12,00', '12,00'],
    ['paidInCapital', '1,0000', '1,0000'],
    ['paidInCapital', '一千萬', '一千萬'],
    ['datasetSpeechHours', '12.5', 12.5],
    ['domains', 'health', ['health']],
    ['personalDataConsent', 'on', true],
    ['topic', '  題目  ', '題目'],
    ['topic', '   ', undefined],
    ['contactMobile', '0912345678', '0912345678'],
    ['ubn', '１２３４５６７５', '12345675'],
    ['leaderPhone', '０２－１２３４５６７８＃１', '02-12345678#1'],
    ['companyName', '示範１２３', '示範１２３'],
    ['surprise', 'x', 'x'],
  ] as [string, string, FieldValue | undefined][])('%s: %j is read as %j', (field, entry, value) => {
    expect(readApplicationForm(programme115, 'training', { [field]: entry })[field]).toEqual(value);
  });
});

describe('what an application says for the other questions', () => {
  const training = sound['training'] as Record<string, FieldValue>;

  test('its words, without 無', () => {
    const text = applicationText(programme115, 'training', { ...training, datasetDescription: '無' });
    expect(text).toContain(String(training['topic']));
    expect(text).toContain('瑕疵檢測');
    expect(text).not.toMatch(/(^|\n)無/);
  });

  test('its bonus claims by item', () => {
    const claims = applicationBonusClaims(programme115, training);
    expect(Object.keys(claims)).toEqual(programme115.bonus.items.map(({ id }) => id));
    expect(claims['1']).toBe('https://example.com/demo-mou.pdf');
    expect(claims['5.6']).toBe('no');
  });

  test('its models, with the base', () => {
    expect(applicationModels(programme115, 'training', training)).toEqual([
      { name: 'Demo-Manufacturing-Assistant-8B', base: 'Llama-3.1-TAIDELX-8B-Lora' },
      { name: 'Llama-3.1-TAIDELX-8B-Lora' },
      { name: 'Gemma 4 31B' },
      { name: 'openai/gpt-oss-20b' },
    ]);
    const none = { ...training, modelName: '無', baseModel: '無', noCodeModels: ['none'], apiModels: ['none'] };
    expect(applicationModels(programme115, 'training', none)).toEqual([]);
  });

  test('its facts, with the source they deserve', () => {
    const facts = applicationFacts(training);
    expect(facts).toMatchObject({ ubn: '00000276', industryCodes: ['J582', 'J62'], prcInvestment: false });
    expect(facts.sources?.prcInvestment?.source).toMatch(/declaration/);
    expect(applicationFacts({ ...training, declarationAccepted: false }).prcInvestment).toBeUndefined();
  });
});
