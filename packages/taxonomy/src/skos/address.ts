import { show } from '../refuse.ts';

/**
 * Under which address does a code stand (or, without a code, the edition)?
 * @param base an http(s) IRI ending in `/` or `#`; anything else is a TypeError
 * @example conceptUri('https://example.org/ai-service/', '112', '4.6.1') // 'https://example.org/ai-service/112/4.6.1'
 */
export function conceptUri(base: string, edition: string, code?: string): string {
  if (typeof base !== 'string' || !/^https?:\/\/[^\s<>"{}|\\^`]+[/#]$/.test(base)) {
    throw new TypeError(`base: expected an http(s) address ending in / or #, got ${show(base)}`);
  }
  return code === undefined ? `${base}${edition}` : `${base}${edition}/${code}`;
}
