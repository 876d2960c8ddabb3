import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileViews } from '@aipower/site/page/render';
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

  test('keep every date of the text on one line, and leave attributes and plain text alone', () => {
    const day = '115年11月22日（2026-11-22）';
    const kept = '<span class="date">115年11月22日</span>（<span class="date">2026-11-22</span>）';
    writeFileSync(
      join(folder, 'dates.ejs'),
      '<p title="<%= view.day %>"><%= view.day %>，<b>至</b> 2027-01-01 止</p><textarea><%= view.day %></textarea><select><option><%= view.day %></option></select>',
    );
    expect(compileViews(folder)('dates', { view: { day } })).toBe(
      `<main><p title="${day}">${kept}，<b>至</b> <span class="date">2027-01-01</span> 止</p><textarea>${day}</textarea><select><option>${day}</option></select></main>`,
    );
  });

  test('keep days in English, numbers of applications and a figure with its unit on one line', () => {
    writeFileSync(join(folder, 'kept.ejs'), '<p><%= view.text %></p>');
    const text = 'until 30 October 2026 (ROC 115/10/30), 115-training-0001, 6 億 Token, 4 May 12';
    const kept = text.replace(/30 Oct.*? 2026|\(ROC.*?\)|115-\S+\d|6 億/g, '<span class="date">$&</span>');
    expect(compileViews(folder)('kept', { view: { text } })).toBe(`<main><p>${kept}</p></main>`);
  });

  test('give a number no second element where one of its own keeps it on its line', () => {
    const own = '<p><span class="code nowrap">115-training-0001</span> 2026-11-22</p>';
    writeFileSync(join(folder, 'own.ejs'), own);
    const day = '<span class="date">2026-11-22</span>';
    expect(compileViews(folder)('own', {})).toBe(`<main>${own.replace('2026-11-22', day)}</main>`);
  });

  test('tens of thousands of dates cost one passage each, not one through all before it', () => {
    const many = '2026-11-22 '.repeat(30_000);
    writeFileSync(join(folder, 'many.ejs'), '<p title="<%= view.many %>"><%= view.many %></p>');
    const page = compileViews(folder)('many', { view: { many } });
    expect(page).toBe(
      `<main><p title="${many}">${many.replaceAll('2026-11-22', '<span class="date">$&</span>')}</p></main>`,
    );
  });

  test('a broken one stops the start', () => {
    writeFileSync(join(folder, 'broken.ejs'), '<% if (view.x) { %>');
    expect(() => compileViews(folder)).toThrow();
  });

  test('lie in any folder; a second one of the same name stops the start', () => {
    mkdirSync(join(folder, 'verify'));
    writeFileSync(join(folder, 'verify', 'one.ejs'), 'one');
    expect(compileViews(folder)('one', {})).toBe('<main>one</main>');
    writeFileSync(join(folder, 'one.ejs'), 'two');
    expect(() => compileViews(folder)).toThrow('"one"');
  });

  test('one that does not exist is the mistake of whoever asks', () => {
    expect(() => compileViews(folder)('missing', {})).toThrow(TypeError);
  });

  test('a word that is missing is an error, not an empty place', () => {
    writeFileSync(join(folder, 'words.ejs'), '<%= t.home.title %>');
    expect(() => compileViews(folder)('words', { t: {} })).toThrow();
  });
});
