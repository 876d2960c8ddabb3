import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formFields, programme115 } from '@aipower/programme';
import { formPages } from '@aipower/site/apply/form/form-pages';
import { pageNames, pages } from '@aipower/site/page/pages';
import { expect, test } from 'vitest';

// docs/application-desk.md says of every page, field, text and button of the guide where it is: held here to guide and site.

const root = resolve(import.meta.dirname, '../../..');
const lines = readFileSync(resolve(root, 'data/sources/compute-programme-115.md'), 'utf8').split('\n');
const rows = readFileSync(resolve(root, 'docs/application-desk.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));
const plain = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const paths = new Set<string>([...pageNames.map((name) => pages[name].path), '/sitemap.xml']);

test('every text of the table stands in the line that it names', () => {
  const wrong = rows.filter(([at = '', text = '']) => {
    const told = at.split(', ').flatMap((one) => {
      const [from, to = from] = one.split('-').map(Number);
      return lines.slice(from! - 1, to);
    });
    return !plain(told.join('')).includes(plain(text.replace(/_+/g, '')).slice(0, 12));
  });
  expect(wrong).toEqual([]);
});

test('every address of the table is a page of the site', () => {
  const addresses = rows.flatMap((row) => [...row.join(' ').matchAll(/`(\/[^`]*)`/g)].map(([, path]) => path!));
  const shapes = addresses.map((path) => path.replace(/\/form\/[a-z-]+$/, '/form/:page'));
  expect(shapes.filter((path) => !paths.has(path))).toEqual([]);
  expect(shapes.length).toBeGreaterThan(120);
});

test.each(['training', 'inference'])('every field of the %s form is in it, on the page that asks it', (category) => {
  const told = new Map(
    rows
      .filter((row) => row.length === 5 && (row[3] === 'both' || row[3] === category))
      .map((row) => [row[2]!.replaceAll('`', ''), row[4]!]),
  );
  const asked = formPages(programme115, category);
  for (const { id } of formFields(programme115, category)) {
    const page = asked.find(({ fields }) => fields.some((field) => field.id === id))?.id;
    const elsewhere = id === 'category' ? '`/apply/start`' : '`/apply/:application/check`';
    expect(`${id} ${told.get(id)}`).toBe(`${id} ${page ? `\`/apply/:application/form/${page}\`` : elsewhere}`);
  }
});

test('no line of the pages of the application system is forgotten', () => {
  const data = readFileSync(resolve(root, 'data/programmes/115.yml'), 'utf8');
  const named = [...data.matchAll(/lines: '?([\d, -]+)/g)].map(([, at]) => at!);
  const held = new Set<number>();
  for (const one of [...named, ...rows.map(([at = '']) => at)].flatMap((at) => at.split(', '))) {
    const [from, to = from] = one.split('-').map(Number);
    for (let n = from!; n <= to!; n++) held.add(n);
  }
  const heldTexts = new Set([...held].map((n) => plain(lines[n - 1] ?? '')));
  // The system begins with how to apply; a heading names the page, and a repeated line was told the first time.
  const begins = lines.findIndex((line) => line.startsWith('# 算力平台- 申請時間及收件方式'));
  const forgotten = lines.flatMap((line, i) => {
    const isTold = held.has(i + 1) || line.startsWith('#') || heldTexts.has(plain(line));
    return i < begins || isTold ? [] : [`${i + 1} ${line}`];
  });
  expect(begins).toBeGreaterThan(0);
  expect(forgotten).toEqual([]);
});
