import { createCrosswalk, type Edition, edition112, editions, getEdition } from '@aipower/taxonomy';
import { expect, test } from 'vitest';
import { fictional, later } from './fictional-editions.ts';

const crosswalk = createCrosswalk([edition112, fictional, later]);

test('one edition ships, and says what is not known of it', () => {
  expect(editions.map((edition) => edition.id)).toEqual(['112']);
  expect(getEdition('112')).toBe(edition112);
  expect(edition112).toMatchObject({ rocYear: 112, year: 2023, published: null, inForce: null, previous: null });
  expect(edition112.languages).toEqual({
    zh: { tag: 'zh-Hant-TW', official: true },
    en: { tag: 'en', official: false },
  });
  expect(() => getEdition('113')).toThrow(/getEdition: expected one of '112', got "113"/);
  expect(() => Object.assign(edition112.source, { file: 'x' })).toThrow(TypeError);
});

test.each([
  ['4.1.1', 'active', ['4.1.1'], []],
  ['4.6.3', 'moved', ['4.6.2'], []],
  ['4.2.7', 'split', ['4.2.7', '4.2.12'], []],
  ['4.6.1', 'merged', ['4.6.1'], ['4.6.2']],
  ['4.6.2', 'merged', ['4.6.1'], ['4.6.1']],
  ['4.14.4', 'retired', [], []],
] as const)('%s from 112 to the fictional edition: %s', (code, status, codes, mergedWith) => {
  expect(crosswalk(code, '112', fictional.id)).toMatchObject({ status, codes, mergedWith });
});

test('nothing changes from an edition to itself', () => {
  const own = createCrosswalk(editions);
  for (const { code } of edition112.items) {
    expect(own(code, '112', '112')).toEqual({ status: 'active', codes: [code], mergedWith: [], evidence: [] });
  }
});

test('changes are followed over several editions, with each as evidence', () => {
  const answer = crosswalk('4.6.3', '112', later.id);
  expect(answer).toMatchObject({ status: 'moved', codes: ['4.6.4'] });
  expect(answer.evidence.map(({ edition, change }) => [edition, change.from, change.to])).toEqual([
    [fictional.id, ['4.6.3'], ['4.6.2']],
    [later.id, ['4.6.2'], ['4.6.4']],
  ]);
  expect(crosswalk('4.2.7', '112', later.id)).toMatchObject({ status: 'moved', codes: ['4.2.12'] });
  expect(crosswalk('4.14.4', '112', later.id)).toMatchObject({ status: 'retired', codes: [] });
});

test('a code that is used again means another item', () => {
  expect(crosswalk('4.6.3', '112', fictional.id).codes).not.toContain('4.6.3');
  expect(fictional.items.map((item) => item.code)).toContain('4.6.3');
});

test('the order in which editions are given does not matter', () => {
  const shuffled = createCrosswalk([later, edition112, fictional]);
  expect(shuffled('4.6.3', '112', later.id)).toEqual(crosswalk('4.6.3', '112', later.id));
});

test('misuse is a TypeError', () => {
  expect(() => createCrosswalk(null as unknown as Edition[])).toThrow(/createCrosswalk: expected editions, got null/);
  expect(() => crosswalk('4.6.1', '111', '112')).toThrow(/from "111" is none of 112, /);
  expect(() => crosswalk('4.6.1', '112', '999')).toThrow(TypeError);
  expect(() => crosswalk('4.6.1', later.id, '112')).toThrow(/is before/);
  expect(() => crosswalk('4.6.9', '112', '112')).toThrow(/edition 112 has no item "4\.6\.9"/);
});

test('gaps between editions are listed, all of them', () => {
  const broken: Edition = {
    ...fictional,
    changes: [
      { from: ['9.9.9'], to: ['8.8.8'] },
      { from: ['4.1.1', '4.1.2'], to: [] },
    ],
  };
  const problem = () => createCrosswalk([edition112, broken]);
  expect(problem).toThrow(/9\.9\.9 is changed but is no item of 112/);
  expect(problem).toThrow(/8\.8\.8 is the result of a change but is no item/);
  expect(problem).toThrow(/4\.14\.4 is gone without a change/);
  expect(problem).toThrow(/4\.2\.12 is new without a change/);
  expect(problem).toThrow(/4\.1\.1 was changed away yet is still an item/);
  expect(problem).toThrow(/4\.1\.1,4\.1\.2 → {2}is none of moved, split, merged, retired, added/);
  expect(() => createCrosswalk([])).toThrow(/in one line/);
  expect(() => createCrosswalk([edition112, { ...later, previous: 'x' }])).toThrow(/in one line/);
});
