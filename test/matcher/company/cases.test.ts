import { isUbn } from '@aipower/taiwan/ubn';
import { expect, test } from 'vitest';
import committed from '../../eval/figures-names.json' with { type: 'json' };
import { nameCases, nameRegister, runNameCases } from '../../eval/names.ts';

const { figures, failures } = runNameCases();

test('every case is answered as it says: link, decision and, where given, the rule that decided', () => {
  expect(failures).toEqual([]);
});

test('no firm is linked wrongly, and no figure is below the committed one', () => {
  expect(figures['overall']?.wrongLinks).toBe(0);
  expect(figures['overall']?.precision).toBeGreaterThanOrEqual(0.99);
  expect(figures['overall']?.recall).toBeGreaterThanOrEqual(0.95);
  expect(figures).toEqual(committed);
});

test('there are at least 400 cases of 25 kinds, a good part of them without a firm to link', () => {
  const cases = nameCases();
  expect(cases.length).toBeGreaterThanOrEqual(400);
  expect(new Set(cases.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25);
  expect(cases.filter(({ gold }) => gold === null).length / cases.length).toBeGreaterThan(0.35);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

test('the register of the cases is sound: numbers pass the checksum, gold firms are in it', () => {
  const register = nameRegister();
  const ubns = new Set(register.map(({ ubn }) => ubn));
  expect(ubns.size).toBe(register.length);
  expect(register.filter(({ ubn }) => !isUbn(ubn))).toEqual([]);
  expect(nameCases().filter(({ gold }) => gold !== null && !ubns.has(gold))).toEqual([]);
});
