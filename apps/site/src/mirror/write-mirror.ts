import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { editions } from '@aipower/taxonomy';
import { dumpNames } from '../api/dumps.ts';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { basePath } from '../http/base-path.ts';
import { visitIn } from '../page/page.ts';
import { type Rewritten, redirectPage, rewriteFeed, rewritePage } from './rewrite.ts';
import { type StaticAddress, staticAddress } from './static-address.ts';

/** What a copy holds, and what of it could not be made. */
export interface Mirror {
  readonly files: number;
  readonly bytes: number;
  /** One sentence each: an address that was not answered with a page. */
  readonly problems: readonly string[];
}

const AT_ONCE = 8;

/** What no page links to, or not surely. The rest is found by following links. */
const beginnings = [
  ...['/', '/feed.atom', '/expiring.atom', '/providers.csv', '/providers.json'].flatMap((path) => [
    path,
    path === '/' ? '/en' : `/en${path}`,
  ]),
  ...['/sitemap.xml', '/robots.txt'],
  ...['api-catalog', 'security.txt', 'jwks.json'].map((name) => `/.well-known/${name}`),
  ...['/api/v1/openapi.json', '/api/v1/dumps/datapackage.json', ...dumpNames.map((name) => `/api/v1/dumps/${name}`)],
];
const skos = [
  { type: 'text/turtle', name: 'index.ttl' },
  { type: 'application/ld+json', name: 'index.jsonld' },
] as const;

/**
 * Writes every public page, feed and dump of a running site as files, so that their addresses outlive the service.
 *
 * @param url where the site answers, without its public path
 * @param folder exists and is empty
 * @throws nothing for an address that is answered otherwise: it stands in `problems`
 */
export async function writeMirror(deps: Deps, url: string, folder: string): Promise<Mirror> {
  const base = basePath(deps.origin);
  const today = taipeiToday(deps.clock);
  const waiting: string[] = [];
  const seen = new Set<string>();
  const problems: string[] = [];
  let [files, bytes] = [0, 0];

  const wanted = (address: string) => {
    const file = staticAddress(address)?.file;
    if (file === undefined || seen.has(file)) return;
    seen.add(file);
    waiting.push(address);
  };
  const write = async (file: string, content: string | Buffer) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
    files++;
    bytes += Buffer.byteLength(content);
  };
  const ask = (address: string, accept = '*/*') =>
    fetch(url + address, { redirect: 'manual', headers: { accept, 'accept-encoding': 'identity' } });

  /** Where a redirect leads, when that has a copy. */
  function inside(location: string | null): string | null {
    if (!location?.startsWith(`${base}/`)) return null;
    const address = location.slice(base.length);
    return staticAddress(address) && address;
  }

  const page = (html: string, address: string) => {
    const { t, show } = visitIn(/^\/en(?:[/?]|$)/.test(address) ? 'en' : 'zh', today);
    return rewritePage(html, base, { label: t.site.copyLabel, text: t.site.copy(show.day(today)) });
  };

  async function visit(address: string): Promise<void> {
    const { file } = staticAddress(address) as StaticAddress;
    const answer = await ask(address);
    const moved = inside(answer.headers.get('location'));
    if (answer.status >= 300 && answer.status < 400 && moved) {
      wanted(moved);
      return write(file, redirectPage(base + staticAddress(moved)!.link, []));
    }
    if (answer.status !== 200 || !answer.body) {
      await answer.body?.cancel();
      problems.push(`${base}${address} was answered with ${answer.status}; expected 200.`);
      return;
    }
    const type = answer.headers.get('content-type') ?? '';
    if (!/^(text\/html|application\/(atom\+)?xml)/.test(type)) return stream(file, answer.body);
    const text = await answer.text();
    const { text: written, leadsTo }: Rewritten = type.startsWith('text/html')
      ? page(text, address)
      : type.startsWith('application/atom')
        ? rewriteFeed(text, deps.origin)
        : { text, leadsTo: addressesOfMap(text, deps.origin) };
    await write(file, written);
    for (const one of leadsTo) wanted(one);
  }

  /** Dumps can be larger than memory. */
  async function stream(file: string, body: NonNullable<Response['body']>): Promise<void> {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    const out = createWriteStream(path);
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), out);
    files++;
    bytes += out.bytesWritten;
  }

  async function concept(address: string): Promise<void> {
    const to = inside((await ask(address, 'text/html')).headers.get('location'));
    const copy = to && staticAddress(to);
    if (!copy) return void problems.push(`${base}${address} leads nowhere; expected a redirect to a page.`);
    const at = address.slice(1);
    for (const { type, name } of skos) await write(`${at}/${name}`, await (await ask(address, type)).text());
    const data = skos.map(({ type, name }) => ({ type, href: `${base}/${at}/${name}` }));
    await write(`${at}/index.html`, redirectPage(base + copy.link, data));
  }

  for (const address of beginnings) wanted(address);
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(visit));
  for (const { id, tiers, groups, items } of editions)
    for (const entry of [null, ...tiers, ...groups, ...items])
      await concept(`/catalogue/${id}${entry ? `/${entry.code}` : ''}`);
  await write('404.html', page(await (await ask('/no-such-page')).text(), '/').text);
  return { files, bytes, problems };
}

/** What a sitemap names: other maps, and pages. */
const addressesOfMap = (xml: string, origin: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.slice(origin.length) || '/');
