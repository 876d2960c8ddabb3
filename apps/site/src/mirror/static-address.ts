import { downloads, isForEverybody, pages } from '../page/pages.ts';

/** Where something lies in a static copy. */
export interface StaticAddress {
  /** What a link leads to, from the root of the copy: `/providers/`, `/public/site.css`. */
  readonly link: string;
  /** The file behind it, its parts decoded: `providers/index.html`. */
  readonly file: string;
}

/** Filters of a list that links lead to; every combination of them would be the same records over and over. */
const filters = new Set(['scheme', 'tier', 'group', 'item', 'city', 'state']);
const ofFeeds = new Set(['scheme', 'item', 'before']);
const [feedOfAll, ...lists] = [downloads.feed, downloads.providersCsv, downloads.providersJson];
const pagedPaths: ReadonlySet<string> = new Set([
  pages.providers.path,
  pages.programmeSource.path,
  downloads.expiringFeed,
]);
const apiFile = /\.(json|jsonl|csv|xlsx)$/;

/**
 * Where the copy of an address lies. A query becomes part of the path (`/providers?item=4.9.1` lies in
 * `/providers/item=4.9.1/`), since a server of files knows none.
 *
 * @param address path and query from the root of the site, as a link has it
 * @returns null when it is answered anew for each visitor and has no copy
 */
export function staticAddress(address: string): StaticAddress | null {
  const { pathname, searchParams } = new URL(address, 'http://site');
  if (pathname.startsWith('/public/')) return at(pathname, []);
  const bare = pathname.replace(/^\/en(?=\/|$)/, '') || '/';
  const page = isForEverybody(pathname);
  if (page === false) return null;
  const query = [...searchParams];
  if (page) return isKept(bare, query) ? at(`${pathname.replace(/\/$/, '')}/`, query, 'index.html') : null;
  if (pathname.startsWith('/api/v1')) {
    if (query.length > 0) return null;
    return apiFile.test(pathname) ? at(pathname, []) : at(`${pathname.replace(/\/$/, '')}/index.json`, []);
  }
  if (bare === downloads.suggest || !isKept(bare, query)) return null;
  return at(pathname, query);
}

function isKept(path: string, query: readonly (readonly [string, string])[]): boolean {
  const names = query.map(([name]) => name).filter((name) => name !== 'page');
  if (names.length === 0) return query.length <= 1 && (query.length === 0 || pagedPaths.has(path));
  if (path === downloads.expiringFeed) return names.join() === 'scheme';
  if (path === feedOfAll) return names.every((name) => ofFeeds.has(name));
  if (path.endsWith('/feed.atom')) return names.join() === 'before';
  if (path.startsWith('/programme')) return names.join() === 'sources';
  if (path !== '/providers' && !lists.some((list) => list === path)) return false;
  // The catalogue leads to the firms that are valid for an item.
  const narrowing = query.filter(([name, value]) => name !== 'page' && !(name === 'state' && value === 'valid'));
  return narrowing.length <= 1 && names.every((name) => filters.has(name)) && new Set(names).size === names.length;
}

/** `/feed.atom?item=4.9.1` lies at `/feed/item=4.9.1.atom`. */
function at(path: string, query: readonly (readonly [string, string])[], index = ''): StaticAddress | null {
  const parts = query.map(([name, value]) => `${name}=${value}`);
  const [, head = '', extension = ''] = /^(.*?)(\.[a-z]+)?$/.exec(path) ?? [];
  const below = parts.map(encodeURIComponent).map((part) => part.replaceAll('%3D', '='));
  const link =
    parts.length === 0
      ? path
      : index
        ? `${path}${below.map((part) => `${part}/`).join('')}`
        : `${head}/${below.join('/')}${extension}`;
  const names = link.split('/').slice(1).map(decoded);
  // A name that would lie elsewhere, or nowhere.
  if (names.some((name) => name === null || name === '..' || name === '.' || /[/\0]/.test(name))) return null;
  return { link, file: names.join('/') + index };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
