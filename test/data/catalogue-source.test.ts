import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { edition112, groups, items, tiers } from '@aipower/taxonomy';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const bytes = readFileSync(new URL(edition112.source.file, root));
const raw = bytes.toString('utf8');

/** What the raw text says, read a second time and without the package's own reader. */
function derive(): { titles: Map<string, string>; definitions: Map<string, string> } {
  const titles = new Map<string, string>();
  const definitions = new Map<string, string>();
  let code = '';
  for (const line of raw.split('\n')) {
    const heading = /^(\d+(?:\.\d+){0,2})\.\s*(\D.*)$/.exec(line.trim());
    if (heading?.[1] && heading[2]) {
      code = heading[1];
      titles.set(code, heading[2]);
    } else if (line.startsWith('釋義：')) {
      definitions.set(code, line.slice('釋義：'.length));
    } else if (definitions.has(code) && line.trim() !== '') {
      definitions.set(code, joined(definitions.get(code) ?? '', line));
    }
  }
  for (const [key, text] of definitions) definitions.set(key, text.trim());
  return { titles, definitions };
}

/** The three wraps of the PDF: inside a hyphenated word, between two Latin words, and between Chinese characters. */
function joined(before: string, after: string): string {
  if (/[a-z]-$/.test(before)) return before.slice(0, -1) + after;
  return /[A-Za-z]\s*$/.test(before) && /^[A-Za-z]/.test(after)
    ? `${before.trimEnd()} ${after}`
    : before.trimEnd() + after;
}

const { titles, definitions } = derive();

test('the source is the one the edition names', () => {
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(edition112.source.sha256);
  expect(raw.split('\n').slice(0, 3).join('\n')).toContain(`${edition112.issuer.zh}112年\n`);
  expect(raw.split('\n').slice(1, 3).join('')).toBe(edition112.title.zh);
});

test('the order is the order of the source, and nothing is missing or added', () => {
  const inSource = [...titles.keys()];
  expect(inSource.filter((code) => code.split('.').length === 1)).toEqual(tiers.map(({ code }) => code));
  expect(inSource.filter((code) => code.split('.').length === 2)).toEqual(groups.map(({ code }) => code));
  expect(inSource.filter((code) => code.split('.').length === 3)).toEqual(items.map(({ code }) => code));
  expect([...definitions.keys()]).toEqual(items.map(({ code }) => code));
});

describe('to the letter', () => {
  test.each([...tiers, ...groups, ...items].map(({ code, title }) => [code, title.zh]))('%s %s', (code, title) => {
    expect(title).toBe(titles.get(code));
  });

  test.each(items.map(({ code, definition }) => [code, definition.zh]))('the definition of %s', (code, definition) => {
    expect(definition).toBe(definitions.get(code));
  });
});

test('apart from blanks and the one word cut at a line end, every character of the source is there', () => {
  const bare = (text: string) => text.replace(/\s/g, '');
  const body = bare(raw.split('\n').slice(3).join('\n').replace('technol-\nogy', 'technology'));
  const entries = new Map([...tiers, ...groups, ...items].map((entry) => [entry.code as string, entry]));
  const ours = [...titles.keys()].map((code) => {
    const entry = entries.get(code);
    const separator = new RegExp(`^${code.replaceAll('.', '\\.')}\\.`);
    expect(`${code}.`).toMatch(separator);
    return `${code}.${entry?.title.zh}${entry?.level === 'item' ? `釋義：${entry.definition.zh}` : ''}`;
  });
  expect(bare(ours.join(''))).toBe(body);
});
