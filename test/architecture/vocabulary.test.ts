import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Texts of the interface, of the API, and what is made up for tests and for the demonstration. */
const said =
  /\/(?:generated|testing|demonstration|api)\/|[/.-]words(?:\.(?:zh|en))?\.ts$|generate-tax-file|text-workbook|look-up-commands/;
const word = String.raw`[\u3400-\u9fff]+[?]?`;
/** 公司|業者|場|店: more alternatives than the few marks that a grammar has. */
const alternatives = new RegExp(String.raw`(?:${word}\|){4,}${word}`);
/** ['公司名稱', '廠商名稱', …]. */
const list = new RegExp(String.raw`(?:'${word}',\s*){4,}'${word}'`);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '');

/** The first list of Chinese words that stands in a text of code. */
const listIn = (text: string) => (alternatives.exec(text) ?? list.exec(text))?.[0] ?? null;

test('no list of words stands in code: vocabulary is data, with its source', () => {
  const files = globSync(['packages/*/{src,scripts}/**/*.ts', 'apps/site/{src,scripts}/**/*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(800);
  const found = files
    .filter((file) => !said.test(file))
    .map((file) => ({ file, list: listIn(withoutComments(readFileSync(resolve(root, file), 'utf8'))) }))
    .filter(({ list }) => list !== null);
  expect(found).toEqual([]);
});

test.each([
  ["const shops = '店|館|社|廠|公司'.split('|');", '店|館|社|廠|公司'],
  ['const mark = /^(?:已|業已|均已|皆已|現)$/;', '已|業已|均已|皆已|現'],
  ["name: [\n  '公司名稱',\n  '廠商名稱',\n  '業者',\n  '廠商',\n  '單位',\n]", /^'公司名稱',[\s\S]*'單位'$/],
  ['const weekday = /(?:星期|週|周|禮拜)?[一二三四五六日天]/;', null],
])('%s', (text, expected) => {
  const found = listIn(text);
  if (expected instanceof RegExp) expect(found).toMatch(expected);
  else expect(found).toBe(expected);
});
