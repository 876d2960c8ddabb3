import { staticAddress } from './static-address.ts';

/** What a document of the copy says, and which addresses of the site it leads to. */
export interface Rewritten {
  readonly text: string;
  readonly leadsTo: readonly string[];
}

const unescapeHtml = (text: string) =>
  text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&#34;');

/** Path and query of an address of this site as a page writes it; `null`: it lies elsewhere, or only names a place on the page. */
function inside(href: string, base: string): { address: string; hash: string } | null {
  if (!href.startsWith(`${base}/`) || href.startsWith('//')) return null;
  const [address = '', hash] = href.slice(base.length).split('#');
  return { address, hash: hash === undefined ? '' : `#${hash}` };
}

/**
 * A page for a server of files: links lead to files, what has no copy is no link, forms are out of use, and the first thing
 * it says is of which day it is.
 *
 * @param base the path that the site lies under; empty when there is none
 */
export function rewritePage(html: string, base: string, notice: Readonly<Record<'label' | 'text', string>>): Rewritten {
  const leadsTo: string[] = [];
  const linked = html.replace(/<(a|link|script|img)(\s[^>]*)>/g, (whole, tag: string, attributes: string) => {
    const [written, name, raw = ''] = /\s(href|src)="([^"]*)"/.exec(attributes) ?? [];
    const target = written === undefined ? null : inside(unescapeHtml(raw), base);
    if (written === undefined || !target) return whole;
    const copy = staticAddress(target.address);
    // `rel`, `download` and their like are of links alone.
    if (!copy) return tag === 'a' ? `<a${/\sclass="[^"]*"/.exec(attributes)?.[0] ?? ''}>` : whole;
    leadsTo.push(target.address);
    return whole.replace(written, () => ` ${name}="${escapeHtml(base + copy.link + target.hash)}"`);
  });
  const banner = `<header>\n<aside class="sample" aria-label="${notice.label}"><span class="wrap">${notice.text}</span></aside>`;
  if (!linked.includes('<header>')) throw new Error('rewritePage: a page without a header; expected one of the layout');
  const text = linked
    .replace('<header>', banner)
    .replaceAll('<form ', '<form inert ')
    .replace(/(<button form="[^"]*")/g, '$1 disabled');
  return { text, leadsTo };
}

/** A feed whose other pages are files. */
export function rewriteFeed(xml: string, origin: string): Rewritten {
  const leadsTo: string[] = [];
  const text = xml.replace(/(<link rel="(?:self|first|next)"[^>]* href=")([^"]*)"/g, (whole, before, raw: string) => {
    const href = unescapeHtml(raw);
    const address = href.startsWith(`${origin}/`) ? href.slice(origin.length) : null;
    const copy = address === null ? null : staticAddress(address);
    if (!copy || address === null) return whole;
    leadsTo.push(address);
    return `${before}${escapeHtml(origin + copy.link)}"`;
  });
  return { text, leadsTo };
}

/** What stands where the site redirects: a page that leads on, for who follows the old address. */
export const redirectPage = (to: string, data: readonly { readonly type: string; readonly href: string }[]) =>
  `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<title>${escapeHtml(to)}</title>
<meta http-equiv="refresh" content="0; url=${escapeHtml(to)}">
${data.map(({ type, href }) => `<link rel="alternate" type="${type}" href="${escapeHtml(href)}">\n`).join('')}</head>
<body><p><a href="${escapeHtml(to)}">${escapeHtml(to)}</a></p></body>
</html>
`;
