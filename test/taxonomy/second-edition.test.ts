import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type WorkspaceCopy, workspaceCopy } from '../workspace-copy.ts';

// The recipe of CONTRIBUTING.md: a new edition is a folder more, and nothing else. The edition is fictional.
let copy: WorkspaceCopy;
let added = '';

interface Group {
  group: string;
  items: {
    code: string;
    title: { zh: string; en: string };
    definition: { zh: string; en: string };
    neighbours: { code: string }[];
    [key: string]: unknown;
  }[];
}

beforeAll(() => {
  copy = workspaceCopy(['taxonomy', 'matcher']);
  const catalogue = join(copy.folder, 'data/catalogue');
  cpSync(join(catalogue, '112'), join(catalogue, '199'), { recursive: true });
  const change = <T>(file: string, edit: (content: T) => void) => {
    const path = join(catalogue, '199', file);
    const content = parse(readFileSync(path, 'utf8')) as T;
    edit(content);
    writeFileSync(path, stringify(content));
  };
  change<Group>('4.5-agriculture-forestry-fishery-livestock.yml', ({ group, items }) => {
    added = `${group}.${items.length + 1}`;
    items.push({
      ...structuredClone(items[0]!),
      code: added,
      title: { zh: '示範牡蠣養殖浮標（虛構）', en: 'Demo oyster farm buoys (fictional)' },
      definition: { zh: '以人工智慧判讀牡蠣養殖浮標。', en: 'Reading oyster farm buoys.' },
      requirements: [],
      exclusions: [],
      keywords: { zh: ['牡蠣養殖浮標'], cn: ['牡蛎养殖浮标'], en: ['oyster farm buoy'] },
      examples: { zh: ['判讀牡蠣養殖浮標的位置'], en: ['reading where oyster farm buoys are'] },
      neighbours: [],
    });
  });
  change<Group>('4.14-arts-entertainment-recreation.yml', ({ items }) => {
    items.pop();
  });
  // Notes that lead to an item that is gone are refused by the generator, so they go too.
  for (const file of readdirSync(join(catalogue, '199')).filter((name) => /^4\..*\.yml$/.test(name)))
    change<Group>(file, ({ items }) => {
      for (const item of items) item.neighbours = item.neighbours.filter(({ code }) => code !== '4.14.4');
    });
  change<{ [key: string]: unknown }>('edition.yml', (edition) => {
    Object.assign(edition, {
      id: '199',
      rocYear: 199,
      year: 2110,
      title: { zh: '示範分項內容說明（虛構）', en: 'Fictional edition' },
      previous: '112',
      changes: [
        { from: [], to: [added] },
        { from: ['4.14.4'], to: [] },
      ],
    });
  });
  copy.generate('taxonomy');
});
afterAll(() => copy?.remove());

test('both editions can be read, the newest is the current one, and a crosswalk leads from one to the other', () => {
  const said = copy.ask<Record<string, unknown>>(`
    import { createCrosswalk, currentEdition, edition112, editions, getEdition, isItemCode, items } from '@aipower/taxonomy';
    const walk = createCrosswalk(editions);
    console.log(JSON.stringify({
      ids: editions.map(({ id }) => id),
      current: currentEdition.id,
      counts: [edition112.items.length, getEdition('199').items.length, items.length],
      spans: edition112.items.flatMap(({ definition, requirements, exclusions }) =>
        [...requirements, ...exclusions].map(({ start, end, text }) => definition.zh.slice(start, end) === text)),
      gone: [edition112.items.some(({ code }) => code === '4.14.4'), isItemCode('4.14.4'), walk('4.14.4', '112', '199').status],
      stays: walk('4.6.1', '112', '199'),
    }));`);
  expect(said).toMatchObject({
    ids: ['112', '199'],
    current: '199',
    counts: [87, 87, 87],
    gone: [true, false, 'retired'],
    stays: { status: 'active', codes: ['4.6.1'] },
  });
  expect((said['spans'] as boolean[]).length).toBeGreaterThan(20);
  expect((said['spans'] as boolean[]).every(Boolean)).toBe(true);
});

test('an edition that was current before reads the same afterwards', () => {
  const after = copy.ask<object>(
    `import { edition112 } from '@aipower/taxonomy'; console.log(JSON.stringify(edition112));`,
  );
  const before = JSON.parse(
    readFileSync(new URL('../../packages/taxonomy/generated/catalogue.json', import.meta.url), 'utf8'),
  ) as { items: { keywords?: unknown; examples?: unknown; neighbours?: unknown }[] };
  for (const item of before.items) {
    delete item.keywords;
    delete item.examples;
    delete item.neighbours;
  }
  expect(after).toEqual(before);
});

test('the matcher takes the current edition', () => {
  const said = copy.ask<{ matched: string }>(`
    import { matchCapabilities } from '@aipower/matcher';
    import { getItem } from '@aipower/taxonomy';
    console.log(JSON.stringify({ matched: getItem(matchCapabilities('判讀牡蠣養殖浮標').matches[0].code).title.en }));`);
  expect(said.matched).toBe('Demo oyster farm buoys (fictional)');
});

test('a folder whose editions are no line is refused', () => {
  rmSync(join(copy.folder, 'data/catalogue/112'), { recursive: true });
  expect(() => copy.generate('taxonomy', '--check')).toThrow(/199: `previous` leads to no edition/);
});
