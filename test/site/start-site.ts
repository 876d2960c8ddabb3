import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenDeps } from '@aipower/site/deps';
import { type RunningSite as Running, startSite as startRunning } from './running-site.ts';

/** Sunday, 2026-11-22, ten in the morning in Taipei. */
export const now = '2026-11-22T02:00:00Z';
export const today = '2026-11-22';

/** Enough providers that a list has several pages. */
const fillers = 60;

export interface RunningSite extends Running {
  /** Asks for a page and follows no redirect. */
  get(path: string, init?: RequestInit): Promise<Response>;
}

const lists = [
  { file: 'first.csv', seenOn: '2026-06-01' },
  { file: 'second.csv', seenOn: '2026-11-20' },
] as const;

/** What a site is started with: what is in its register, and where it is another than production's, its world. */
export interface StartOptions {
  /**
   * `lists`: the two lists of test/cases/site · `stale`: the first of them alone, half a year old · `sample`: what a first
   * start brings, with its tax register · `empty`: no list at all
   */
  readonly register?: 'lists' | 'stale' | 'sample' | 'empty';
  readonly env?: Readonly<Record<string, string>>;
  /** With the demonstration and its own clock, on the sample. */
  readonly demonstration?: boolean;
  readonly change?: (deps: OpenDeps) => OpenDeps;
}

/** The site as production builds it, on the day above. */
export async function startSite(options: StartOptions | StartOptions['register'] = {}): Promise<RunningSite> {
  const asked: StartOptions = typeof options === 'string' ? { register: options } : options;
  const { register = 'lists', env, demonstration = false, change = (deps) => deps } = asked;
  const clock = { now: () => new Date(now) };
  const sample = register === 'sample' ? 'yes' : 'no';
  const shown = demonstration ? { DEMONSTRATION: 'auto', DEMONSTRATION_CARD_PORT: '0' } : {};
  const site = await startRunning({ SAMPLE_DATA: sample, ...shown, ...env }, (deps) =>
    change(demonstration ? deps : { ...deps, clock }),
  );
  if (register === 'lists') await importLists(site.deps, lists);
  if (register === 'stale') await importLists(site.deps, lists.slice(0, 1));
  return { ...site, get: (path, init) => fetch(site.url + path, { redirect: 'manual', ...init }) };
}

async function importLists({ register }: OpenDeps, read: readonly (typeof lists)[number][]): Promise<void> {
  for (const { file, seenOn } of read) {
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
  const text = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    // It only keeps a date on one line.
    .replace(/<span class="date">([^<]*)<\/span>/g, '$1')
    .replace(/<[^>]+>/g, ' ');
  return unescapeHtml(text).replace(/\s+/g, ' ');
}

export function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/** Every address a page links to on its own site, with its query, in order. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => unescapeHtml(href!));
}
