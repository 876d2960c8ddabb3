import { groups, type Item, type ItemCode, items, tiers } from '@aipower/taxonomy';
import { examples } from '@aipower/taxonomy/examples';
import { keywords } from '@aipower/taxonomy/keywords';
import { neighbours } from '@aipower/taxonomy/neighbours';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';

const simplified = Converter({ from: 'tw', to: 'cn' });

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

test('every tier, group and item has an English text', () => {
  expect([...tiers, ...groups, ...items].filter(({ title }) => title.en.trim() === '').map(({ code }) => code)).toEqual(
    [],
  );
  expect(items.filter(({ definition }) => definition.en.trim() === '').map(({ code }) => code)).toEqual([]);
});

test('no English text holds Chinese, and no two entries of a level share a title', () => {
  const han = items.filter(({ title, definition }) => /\p{Script=Han}/u.test(title.en + definition.en));
  expect(han.map(({ code }) => code)).toEqual([]);
  for (const list of [tiers, groups, items])
    expect(new Set(list.map(({ title }) => fold(title.en))).size).toBe(list.length);
});

describe.each(items.map((item) => [item.code, item] as const))('%s', (code, item) => {
  const { zh, cn, en } = keywords[code];

  test('has at least 25 Chinese and 10 English keywords and 10 examples', () => {
    expect(zh.length).toBeGreaterThanOrEqual(25);
    expect(en.length).toBeGreaterThanOrEqual(10);
    expect(examples[code].zh.length + examples[code].en.length).toBeGreaterThanOrEqual(10);
  });

  test('repeats no keyword and no example, and none is merely the title', () => {
    for (const words of [zh, cn, en, examples[code].zh, examples[code].en]) {
      const folded = words.map(fold);
      expect(folded.filter((word, i) => folded.indexOf(word) !== i)).toEqual([]);
    }
    const titles = [fold(item.title.zh), fold(item.title.en)];
    expect([...examples[code].zh, ...examples[code].en].filter((example) => titles.includes(fold(example)))).toEqual(
      [],
    );
  });

  test('keeps its languages apart', () => {
    expect(en.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
    expect(examples[code].en.filter((example) => /\p{Script=Han}/u.test(example))).toEqual([]);
    expect(examples[code].zh.filter((example) => !/\p{Script=Han}/u.test(example))).toEqual([]);
  });

  test('lists a mainland word only where converting the characters does not lead to it', () => {
    const converted = new Set(zh.map(simplified));
    expect(cn.filter((word) => converted.has(word))).toEqual([]);
  });

  test('says when a neighbour is the better choice, in both languages', () => {
    expect(neighbours[code].length).toBeGreaterThanOrEqual(1);
    expect(neighbours[code].filter(({ when }) => when.zh.trim() === '' || when.en.trim() === '')).toEqual([]);
    const near = neighbours[code].map((neighbour) => neighbour.code);
    expect(new Set(near).size).toBe(near.length);
    for (const { code: other, when } of neighbours[code]) {
      expect(when.zh).toMatch(new RegExp(`^[^。]+時，改選 ${other.replaceAll('.', '\\.')}。$`));
      expect(when.en).toMatch(new RegExp(`^Choose ${other.replaceAll('.', '\\.')} instead (when|for) .+\\.$`));
    }
  });
});

// The rules are written down in data/catalogue/112/README.md.
describe.each(items.map((item) => [item.code, item] as const))('the marks of %s', (_, item) => {
  const { zh, en } = item.definition;
  const inside = (spans: Item['requirements'], word: RegExp) =>
    [...zh.matchAll(word)].map(({ index }) => spans.some(({ start, end }) => start <= index && index < end));

  test('are the clauses with a word of obligation or of exclusion, and no others', () => {
    const obligation = /(業者|申請單位|申請此項者)(必須|須|需)|需經過/g;
    const exclusion = /不含|不包含|不包括|不具申請|無法認列|無法納入|有別於/g;
    expect(inside(item.requirements, obligation)).not.toContain(false);
    expect(inside(item.exclusions, exclusion)).not.toContain(false);
    expect(item.requirements.filter(({ text }) => text.search(obligation) < 0)).toEqual([]);
    expect(item.exclusions.filter(({ text }) => text.search(exclusion) < 0)).toEqual([]);
  });

  test('run from punctuation to punctuation', () => {
    for (const { start, end } of [...item.requirements, ...item.exclusions]) {
      expect(zh.charAt(start - 1)).toMatch(/^[，。（]?$/);
      expect(zh.charAt(end)).toMatch(/^[，。）]$/);
    }
  });

  test('are as strong in English', () => {
    const obliged = item.requirements.map(({ text }) => text).join();
    expect(/\bmust\b/.test(en)).toBe(/必須|業者須/.test(obliged));
    expect(/\bneeds? to\b/.test(en)).toBe(/業者需|者需要|單位需要/.test(obliged));
  });
});

test('English titles are in sentence case', () => {
  const names = /^(AI|AOI|API|AutoML|ICT|Internet|MLOps|Things|UGC)$/;
  const titles = [...tiers, ...groups, ...items].map(({ title }) => title.en);
  expect(titles.filter((title) => !/^[A-Z]/.test(title))).toEqual([]);
  const capitals = titles.flatMap((title) => title.match(/(?<!^)\b[A-Z]\w*/g) ?? []);
  expect(capitals.filter((word) => !names.test(word))).toEqual([]);
});

test('two items share a keyword only with a note on both sides on how to tell them apart', () => {
  const owners = new Map<string, ItemCode[]>();
  for (const { code } of items) {
    const words = new Set([...keywords[code].zh, ...keywords[code].cn, ...keywords[code].en].map(fold));
    for (const word of words) owners.set(word, [...(owners.get(word) ?? []), code]);
  }
  const notes = (from: ItemCode, to: ItemCode) => neighbours[from].some(({ code }) => code === to);
  const silent = [...owners].flatMap(([word, codes]) =>
    codes.flatMap((a) => codes.filter((b) => a !== b && !notes(a, b)).map((b) => `${word}: ${a} says nothing of ${b}`)),
  );
  expect(silent).toEqual([]);
});
