import { readFileSync } from 'node:fs';
import { edition112, itemCodes } from '@aipower/taxonomy';
import {
  catalogueSchema,
  editionSchema,
  groupCodeSchema,
  itemCodeSchema,
  tierCodeSchema,
} from '@aipower/taxonomy/schema';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fictional, later } from './fictional-editions.ts';

const files = new URL('../../packages/taxonomy/generated/', import.meta.url);
const catalogue = JSON.parse(readFileSync(new URL('catalogue.json', files), 'utf8'));
const messages = (result: z.ZodSafeParseResult<unknown>) => result.error?.issues.map((issue) => issue.message) ?? [];

test('codes', () => {
  expect(itemCodes.map((code) => itemCodeSchema.parse(code))).toEqual([...itemCodes]);
  expect(messages(itemCodeSchema.safeParse('4.6.9'))).toEqual([
    'not an item code of edition 112; nearest: 4.6.1, 4.6.2, 4.6.3',
  ]);
  expect(messages(groupCodeSchema.safeParse(4.1))).toEqual(['not a group code of edition 112']);
  expect(tierCodeSchema.safeParse('4.').success).toBe(false);
});

test.each([edition112, fictional, later])('edition $id is consistent', (edition) => {
  expect(messages(editionSchema.safeParse(edition))).toEqual([]);
});

test('catalogue.json is the edition with keywords, examples and neighbours', () => {
  expect(messages(catalogueSchema.safeParse(catalogue))).toEqual([]);
  expect(JSON.parse(readFileSync(new URL('catalogue.schema.json', files), 'utf8'))).toEqual(
    z.toJSONSchema(catalogueSchema),
  );
  const { keywords, examples, neighbours, ...item } = catalogue.items[0];
  expect([item, Object.keys(keywords)]).toEqual([edition112.items[0], ['zh', 'cn', 'en']]);
  expect([examples.zh.length > 0, neighbours.length > 0]).toEqual([true, true]);
});

test('every inconsistency of an edition is listed', () => {
  const [first, second, ...rest] = edition112.items;
  const broken = {
    ...edition112,
    groups: edition112.groups.slice(1),
    items: [second, { ...first, exclusions: [{ start: 0, end: 2, text: '不是' }] }, ...rest],
  };
  const found = messages(editionSchema.safeParse(broken));
  expect(found).toContain('1.1.1 must not follow 1.1.2');
  expect(found).toContain('1.1.1 cannot stand under 1.1');
  expect(found).toContain('1.1.1: not in definition.zh at 0: 不是');
  expect(messages(editionSchema.safeParse({ ...edition112, extra: 1 }))).toEqual(['Unrecognized key: "extra"']);
});
