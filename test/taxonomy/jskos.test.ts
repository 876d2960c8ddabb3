import { edition112 } from '@aipower/taxonomy';
import { jskos } from '@aipower/taxonomy/jskos';
import { validate } from 'jskos-validate';
import { expect, test } from 'vitest';
import { fictional } from './fictional-editions.ts';

const base = 'https://example.org/ai-service/';

test.each([edition112, fictional])('jskos-validate accepts the scheme and every concept of $id', (edition) => {
  const { scheme, concepts } = jskos({ base, edition });
  expect([validate.scheme(scheme), validate.scheme.errorMessages]).toEqual([true, []]);
  for (const concept of concepts) {
    const accepted = validate.concept(concept, { knownSchemes: [scheme] });
    expect([accepted, validate.concept.errorMessages]).toEqual([true, []]);
  }
  expect(concepts).toHaveLength(4 + 23 + edition.items.length);
});

test('jskos-validate does refuse a broken concept', () => {
  const { scheme, concepts } = jskos({ base });
  const broken = { ...concepts[0], prefLabel: { 'zh-Hant': 'x' } };
  expect(validate.concept(broken, { knownSchemes: [scheme] })).toBe(false);
  expect(validate.concept({ ...concepts[0], notation: ['0'] }, { knownSchemes: [scheme] })).toBe(false);
});

test('broader and narrower are each other inverted', () => {
  const { concepts } = jskos({ base });
  const pairs = (key: 'broader' | 'narrower') => concepts.flatMap((c) => c[key].map((other) => [c.uri, other.uri]));
  expect(
    pairs('narrower')
      .map(([a, b]) => `${b} ${a}`)
      .sort(),
  ).toEqual(
    pairs('broader')
      .map(([a, b]) => `${a} ${b}`)
      .sort(),
  );
});
