import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileViews } from '@aipower/site/render';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aipower-views-'));
  writeFileSync(join(folder, 'layout.ejs'), '<main><%- page.body %></main>');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('views', () => {
  test('are set into the layout, and what they print is escaped', () => {
    writeFileSync(join(folder, 'one.ejs'), '<p title="<%= view.text %>"><%= view.text %></p>');
    const render = compileViews(folder);
    const text = `<script>"x"&'y'`;
    expect(render('one', { view: { text } })).toBe(
      '<main><p title="&lt;script&gt;&#34;x&#34;&amp;&#39;y&#39;">&lt;script&gt;&#34;x&#34;&amp;&#39;y&#39;</p></main>',
    );
  });

  test('a broken one stops the start', () => {
    writeFileSync(join(folder, 'broken.ejs'), '<% if (view.x) { %>');
    expect(() => compileViews(folder)).toThrow();
  });

  test('one that does not exist is the mistake of whoever asks', () => {
    expect(() => compileViews(folder)('missing', {})).toThrow(TypeError);
  });

  test('a word that is missing is an error, not an empty place', () => {
    writeFileSync(join(folder, 'words.ejs'), '<%= t.home.title %>');
    expect(() => compileViews(folder)('words', { t: {} })).toThrow();
  });
});
