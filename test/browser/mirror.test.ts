import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Mirror, writeMirror } from '@aipower/site/mirror/write-mirror';
import express from 'express';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSite, startSite, textOf } from '../site/start-site.ts';
import { crawl } from './crawl.ts';

/** Under a path, where every address has one part more to get wrong; the end-to-end test has one at the root. */
const base = '/aipower';
const origin = `https://register.example.tw${base}`;
let site: RunningSite;
let mirror: Mirror;
let files: Server;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'aipower-mirror-'));

beforeAll(async () => {
  site = await startSite({ register: 'sample', env: { PUBLIC_ORIGIN: origin } });
  mirror = await writeMirror(site.deps, site.url, folder);
  // Any server of files: index.html of a folder, and nothing that reads a query.
  files = createServer(express().use(base, express.static(folder, { extensions: false, dotfiles: 'allow' })));
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
afterAll(async () => {
  files?.close();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('a static copy', () => {
  test('is whole, and none of its links is dead', async () => {
    expect(mirror.problems).toEqual([]);
    const { pages, dead } = await crawl(url, [`${base}/`, `${base}/en/`]);
    expect(dead).toEqual([]);
    expect(pages.size).toBeGreaterThan(2 * (87 + 23 + 4 + 80 + 100));
    // Nothing that has a query has a file, so no link has one either.
    expect([...pages].filter((address) => address.includes('?') || !address.startsWith(`${base}/`))).toEqual([]);
  });

  test('keeps the addresses that were passed on: pages, identifiers, feeds, dumps, badges', async () => {
    const map = await (await fetch(`${url}${base}/sitemaps/providers-1.xml`)).text();
    const named = [...map.matchAll(/<loc>https:\/\/register\.example\.tw([^<]*)<\/loc>/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(100);
    const old = [
      ...named.slice(0, 6),
      '/providers?item=4.9.1',
      '/programme/115',
      '/catalogue/112/4.6.1',
      '/feed.atom',
      '/providers.csv',
      '/en/providers/00000254/badge.svg',
      '/.well-known/jwks.json',
      '/sitemap.xml',
      '/api/v1/openapi.json',
      '/api/v1/dumps/datapackage.json',
    ].map((path) => (path.startsWith(base) ? path : base + path));
    const statuses = await Promise.all(old.map(async (path) => `${(await fetch(url + path)).status} ${path}`));
    expect(statuses.filter((one) => !one.startsWith('200'))).toEqual([]);
    const { resources } = JSON.parse(read('api/v1/dumps/datapackage.json')) as { resources: { path: string }[] };
    const dumps = readdirSync(join(folder, 'api/v1/dumps'));
    expect(resources.map(({ path }) => path).filter((path) => !dumps.includes(path))).toEqual([]);
    expect(read('catalogue/112/4.6.1/index.ttl')).toContain('skos:Concept');
  });

  test('a feed of many changes leads on in files', async () => {
    const entries: string[] = [];
    let next: string | undefined = `${base}/feed.atom`;
    while (next) {
      const xml: string = await (await fetch(url + next)).text();
      entries.push(...[...xml.matchAll(/<entry>[\s\S]*?<id>([^<]+)/g)].map(([, id]) => id!));
      next = /<link rel="next"[^>]* href="https:\/\/register\.example\.tw([^"]*)"/.exec(xml)?.[1];
    }
    expect(entries.length).toBeGreaterThan(100);
    expect(new Set(entries).size).toBe(entries.length);
  });

  test('says of which day it is, and offers nothing that needs the service', async () => {
    for (const [file, day] of [
      ['index.html', '115年11月22日'],
      ['en/verify/index.html', '22 November 2026'],
      ['providers/item=4.9.1/index.html', '115年11月22日'],
      ['404.html', '115年11月22日'],
    ] as const) {
      const html = read(file);
      expect(textOf(html)).toContain(day);
      expect(html.match(/<form /g)?.length ?? 0).toBe(html.match(/<form inert /g)?.length ?? 0);
      const { results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(html);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    }
    expect(readdirSync(folder)).not.toContain('staff');
    expect(readdirSync(folder)).not.toContain('search');
  });
});

describe('npm run mirror', () => {
  const run = (out: string) =>
    promisify(execFile)('npm', ['run', '--silent', 'mirror', out], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URL: join(folder, 'none.db'), SAMPLE_DATA: 'no', PUBLIC_ORIGIN: origin },
    });

  test('makes a copy of a register without a list', async () => {
    const { stdout } = await run(join(folder, 'of-none'));
    expect(stdout).toMatch(/^\d+ files, [\d.]+ MB in /m);
    expect(read('of-none/en/catalogue/4.6.1/index.html')).toContain(`href="${base}/en/catalogue/"`);
    expect(read('of-none/providers.csv')).toContain('ubn');
  });

  test('overwrites nothing, and says what it expects', async () => {
    await expect(run(folder)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('is not empty') });
  });
});
