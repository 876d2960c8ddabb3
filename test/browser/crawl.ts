import { linksOf, unescapeHtml } from '../site/start-site.ts';

/** Lists can be narrowed in more ways than can be tried: of each combination of parameters, this many are. */
const mostOfAKind = 12;
const atOnce = 8;

/** What was found from some addresses on. */
export interface Crawled {
  /** Addresses of pages. */
  readonly pages: ReadonlySet<string>;
  /** Links that are not answered with 200, and fragments that name no place. */
  readonly dead: readonly string[];
}

/** What a link looks like apart from its values: `/providers?item&state`. */
function kindOf(url: URL): string {
  return `${url.pathname}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
}

/** Everything a page asks the browser for or leads to, on this site; where forms lead is walked by the journeys. */
function addressesIn(html: string): string[] {
  const others = [...html.matchAll(/<(?:link|script|img)\s[^>]*?(?:href|src)="([^"]*)"/g)].map(([, href]) =>
    unescapeHtml(href!),
  );
  return [...linksOf(html), ...others];
}

/** Follows every link of pages, from the given ones on. */
export async function crawl(origin: string, beginnings: readonly string[]): Promise<Crawled> {
  const waiting: { url: string; from: string }[] = beginnings.map((url) => ({ url, from: 'the start' }));
  const seen = new Set(waiting.map(({ url }) => url));
  const kinds = new Map<string, number>();
  const pages = new Map<string, Set<string>>();
  const fragments: { page: string; id: string; from: string }[] = [];
  const dead: string[] = [];

  async function visit({ url, from }: { url: string; from: string }): Promise<void> {
    const response = await fetch(origin + url);
    const html = await response.text();
    if (response.status !== 200) dead.push(`${response.status} ${url} (linked from ${from})`);
    if (!response.headers.get('content-type')?.startsWith('text/html')) return;
    pages.set(url, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => unescapeHtml(id!))));
    for (const href of addressesIn(html)) {
      const target = new URL(href, origin + url);
      if (target.origin !== origin) continue;
      const address = target.pathname + target.search;
      if (target.hash) fragments.push({ page: address, id: decodeURIComponent(target.hash.slice(1)), from: url });
      if (seen.has(address)) continue;
      const kind = kindOf(target);
      const count = kinds.get(kind) ?? 0;
      if (target.search !== '' && count >= mostOfAKind) continue;
      kinds.set(kind, count + 1);
      seen.add(address);
      waiting.push({ url: address, from: url });
    }
  }

  while (waiting.length > 0) await Promise.all(waiting.splice(0, atOnce).map(visit));
  const missing = fragments.filter(({ page, id }) => pages.has(page) && !pages.get(page)!.has(id));
  return {
    pages: new Set(pages.keys()),
    dead: [...dead, ...missing.map(({ page, id, from }) => `no place ${page}#${id} (linked from ${from})`)],
  };
}
