import { claimsNothing, type ModelDescription, modelKey, modelOrigin, programme115 } from '@aipower/programme';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from './cases.ts';

interface ModelCase {
  readonly model: ModelDescription;
  readonly answer: string;
  readonly reason?: string;
  readonly unread?: string[];
}

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly organisations: string[];
  readonly families: string[];
  readonly exact: string[];
}

const { organisations, bases } = readYaml<{ organisations: Organisation[]; bases: { match: string; base: string }[] }>(
  'data/model-origins.yml',
);
const chinese = organisations.filter(({ origin }) => origin === 'CN');
const listed = [...new Set(programme115.modelLists.flatMap(({ models }) => models.map(({ name }) => name)))];

describe('cases of test/cases/model-origin', () => {
  test.each(readYaml<ModelCase[]>('test/cases/model-origin/models.yml'))(
    '$model is $answer',
    ({ model, answer, reason, unread }) => {
      const origin = modelOrigin(programme115, model);
      expect(origin.answer).toBe(answer);
      if (reason) expect(origin.reason).toBe(reason);
      if (unread) expect(origin.parts[0]?.unread).toEqual(unread);
    },
  );
});

describe('every listed model, however it is written', () => {
  test.each(listed)('%s', (name) => {
    const writings = [
      name,
      name.toUpperCase(),
      name.toLowerCase(),
      name.replaceAll(' ', '-'),
      name.replaceAll('-', ' '),
      name.replace(/\s*\([^)]*B\)/, ''),
      name.replace(/-Lora$/, ''),
      ` ${name} `,
      `some-org/${name.split('/').at(-1)?.trim()}`,
    ];
    for (const writing of writings)
      expect([writing, modelOrigin(programme115, writing).answer]).toEqual([writing, 'listed']);
  });

  test('says where it may be used and what it is made from', () => {
    const answer = modelOrigin(programme115, 'Llama-3.1-FoxBrain-70B');
    expect(answer.environments).toEqual([
      { category: 'training', environment: 'no-code' },
      { category: 'training', environment: 'api' },
      { category: 'inference', environment: 'api' },
    ]);
    expect(answer.listedBase).toBe('Llama 3.1 70B');
  });

  test('every base that is recorded belongs to a listed model', () => {
    for (const { match } of bases)
      expect(
        listed.some((name) => modelKey(name).includes(modelKey(match))),
        match,
      ).toBe(true);
  });

  test('is listed although its base is said to be Chinese: the list wins', () => {
    for (const name of listed)
      expect(modelOrigin(programme115, { name, base: 'Qwen3-8B', teacher: 'DeepSeek-R1' }).answer).toBe('listed');
  });
});

describe('the written list of organisations and families', () => {
  const written = readYaml<{ organisations: string[]; families: string[] }[]>(
    'test/cases/model-origin/organisations.yml',
  );
  test.each(written.flatMap(({ organisations }) => organisations))('%s as publisher', (name) => {
    expect(modelOrigin(programme115, name).answer).toBe('forbidden');
    expect(modelOrigin(programme115, `${name}/model-7b`).reason).toBe('chinese-publisher');
  });
  test.each(written.flatMap(({ families }) => families))('%s as family', (name) => {
    expect(modelOrigin(programme115, name).answer).toBe('forbidden');
    expect(modelOrigin(programme115, `${name}-2.5-7B`)).toMatchObject({
      answer: 'forbidden',
      reason: 'chinese-family',
    });
    expect(modelOrigin(programme115, { name: '我的模型', base: `${name}-7B` })).toMatchObject({
      answer: 'forbidden',
      reason: 'chinese-base',
    });
  });
});

test('the base of every listed model is the one written down', () => {
  const written = readYaml<Record<string, string | null>>('test/cases/model-origin/bases.yml');
  expect(Object.fromEntries(listed.map((name) => [name, modelOrigin(programme115, name).listedBase]))).toEqual(written);
});

describe('every Chinese organisation and family', () => {
  test.each(chinese.flatMap(({ id, organisations }) => organisations.map((name) => [id, name])))(
    '%s: %s/…',
    (_, name) => {
      expect(modelOrigin(programme115, `${name}/some-model-7b`)).toMatchObject({
        answer: 'forbidden',
        reason: 'chinese-publisher',
      });
      expect(modelOrigin(programme115, `${name.toUpperCase()}/x`).answer).toBe('forbidden');
      expect(modelOrigin(programme115, name).answer).toBe('forbidden');
    },
  );
  test.each(chinese.flatMap(({ id, families, exact }) => [...families, ...exact].map((name) => [id, name])))(
    '%s: %s',
    (_, name) => {
      for (const writing of [name, name.toLowerCase(), `${name}-7B-Instruct`, `${name} 2.5 (7B)`]) {
        expect([writing, modelOrigin(programme115, writing).answer]).toEqual([writing, 'forbidden']);
      }
      expect(modelOrigin(programme115, { base: name }).reason).toBe('chinese-base');
      expect(modelOrigin(programme115, { base: 'Llama 3.1 8B', teacher: name }).reason).toBe('mixed-origin');
      expect(modelOrigin(programme115, { name: `acme/${name}-care-7B` }).answer).toBe('forbidden');
      expect(modelOrigin(programme115, { name: '我的模型', base: `bartowski/${name}-GGUF` }).answer).toBe('forbidden');
    },
  );
});

test('a family that is a common word needs a version, a size or nothing beside it; one of its own does not', () => {
  for (const { families, exact } of chinese) {
    for (const name of families) expect([name, answerOf(`acme/${name}-care`)]).toEqual([name, 'forbidden']);
    for (const name of exact.filter((one) => !/\d/.test(one) && !one.includes('-')))
      expect([name, answerOf(`acme/${name}-care`)]).toEqual([name, 'ask-organiser']);
  }
});

const answerOf = (name: string) => modelOrigin(programme115, name).answer;

const anyName = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(...listed),
  fc.stringMatching(/^[A-Za-z0-9 ._/()-]{1,40}$/),
);

describe('properties', () => {
  test('the key of a key is the key', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(modelKey(modelKey(name))).toBe(modelKey(name));
      }),
    );
  });
  test('only the list allows, and what is said of parts supports the answer', () => {
    fc.assert(
      fc.property(anyName, fc.option(anyName, { nil: undefined }), (name, base) => {
        fc.pre(name.trim() !== '' && !claimsNothing(name));
        const { answer, listed: hit, parts } = modelOrigin(programme115, { name, base });
        expect(answer === 'listed').toBe(hit !== null);
        if (answer === 'forbidden')
          expect(parts.flatMap(({ recognised }) => recognised).some(({ origin }) => origin === 'CN')).toBe(true);
      }),
    );
  });
});

describe('misuse', () => {
  test('a year for a programme', () =>
    expect(() => modelOrigin('115' as never, 'Qwen')).toThrow(/modelOrigin\(programme\): expected a programme/));
  test('null for a model', () => expect(() => modelOrigin(programme115, null as never)).toThrow(/name a model/));
  test.each(['', '  ', {}, { teacher: 'x' }])('%j names no model', (model) => {
    expect(() => modelOrigin(programme115, model)).toThrow(/name a model, or its base/);
  });
  test('1 MB of name', () =>
    expect(() => modelOrigin(programme115, 'x'.repeat(1_000_000))).toThrow(/at most 300 characters/));
  test('no text', () =>
    expect(() => modelOrigin(programme115, { name: 5 as unknown as string })).toThrow(
      /modelOrigin\(name\): expected text/,
    ));
});
