import type { RequestHandler } from 'express';

/** The part of the public address below its host: `/aipower` of `https://example.tw/aipower`; empty when there is none. */
export const basePath = (origin: string): string => new URL(origin).pathname.replace(/\/$/, '');

/** Scheme, host and port of the public address, as browsers send it in `Origin`. */
export const hostOrigin = (origin: string): string => new URL(origin).origin;

/**
 * Inside the process addresses begin at the site, whatever path it lies under for others. This takes the path off what
 * comes in, whether the proxy in front has done so already or not, and puts it before where an answer redirects to; pages
 * get it by {@link withBase}.
 */
export function underBasePath(base: string): RequestHandler {
  return (req, res, next) => {
    const rest = req.url.slice(base.length);
    if (req.url.startsWith(base) && (rest === '' || /^[/?]/.test(rest))) {
      req.url = rest.startsWith('/') ? rest : `/${rest}`;
      req.originalUrl = req.url;
    }
    const location = res.location.bind(res);
    res.location = (url) => location(/^\/(?!\/)/.test(url) ? base + url : url);
    next();
  };
}

/** Attributes that hold an address of the site: what is typed or printed holds no bare quotation mark. */
const addresses = /(\s(?:href|src|action|formaction|data-[a-z-]+)=")\/(?!\/)/g;

/** A page whose addresses begin at the site, for a site that lies under a path. */
export function withBase(html: string, base: string): string {
  return base === '' ? html : html.replace(addresses, `$1${base}/`);
}
