import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@aipower/site/app';
import { readConfig } from '@aipower/site/config';
import { createDeps, type OpenDeps } from '@aipower/site/deps';
import { createLog } from '@aipower/site/log';

/** Sunday, 2026-11-22, ten in the morning in Taipei. */
export const now = '2026-11-22T02:00:00Z';
export const today = '2026-11-22';

/** Enough providers that a list has several pages. */
const fillers = 60;

export interface RunningSite {
  /** The address of the site, without a trailing slash. */
  readonly url: string;
  readonly deps: OpenDeps;
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

interface SiteOptions {
  /** `lists`: the two lists of test/cases/site. `sample`: what a first start brings. `empty`: no list at all. */
  readonly register?: 'lists' | 'sample' | 'empty';
}

/** The site as production builds it, over a real register in a file of its own, on a fixed day. */
export async function startSite({ register = 'lists' }: SiteOptions = {}): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-site-'));
  const config = readConfig({
    DATABASE_URL: join(folder, 'register.db'),
    SAMPLE_DATA: register === 'sample' ? 'yes' : 'no',
    RATE_LIMIT_PER_MINUTE: '100000',
    LOG_LEVEL: 'silent',
  });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const deps = await createDeps(config, {
    clock: { now: () => new Date(now) },
    log: createLog('silent'),
    origin: url,
  });
  if (register === 'lists') await importLists(deps);
  server.on('request', createApp(deps));
  return {
    url,
    deps,
    get: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deps.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function importLists({ register }: OpenDeps): Promise<void> {
  const lists = [
    { file: 'first.csv', seenOn: '2026-06-01' },
    { file: 'second.csv', seenOn: '2026-11-20' },
  ];
  for (const { file, seenOn } of lists) {
    const text = readFileSync(join(import.meta.dirname, '../cases/site', file), 'utf8') + fillerRows();
    await register.importList(
      { name: file, bytes: new TextEncoder().encode(text) },
      { seenOn, recordedAt: `${seenOn}T01:00:00Z`, by: 'test', why: file, source: 'fictional list' },
    );
  }
}

/** Plain providers, each valid for one item, in three cities. */
function fillerRows(): string {
  return Array.from({ length: fillers }, (_, index) => {
    const ubn = String(90000000 + index);
    const city = ['基隆市', '嘉義市', '花蓮縣'][index % 3];
    const item = ['4.9.1', '4.12.1', '1.3.1', '2.2.1'][index % 4];
    return `ai,示範補-${index + 100},${ubn},示範補充第${index + 1}有限公司,,,${city},2026-02-01,2028-01-31,生效,${item},,,112,,,\n`;
  }).join('');
}

/** Text of a page without its tags, with blanks collapsed: what a reader sees. */
export function textOf(html: string): string {
  return unescapeHtml(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(
    /\s+/g,
    ' ',
  );
}

export function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/** Every address a page links to on its own site, with its query, in order. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => unescapeHtml(href!));
}
