import { show } from '../show.ts';

/**
 * Under which address does a code stand (or, without a code, the edition)?
 * @param base an http(s) IRI ending in `/` or `#`
 * @throws TypeError when `base` is anything else, or when the edition or the code could not stand in an address
 * @example conceptUri('https://example.org/ai-service/', '112', '4.6.1') // 'https://example.org/ai-service/112/4.6.1'
 */
export function conceptUri(base: string, edition: string, code?: string): string {
  if (typeof base !== 'string' || !/^https?:\/\/[^\s\p{Cc}<>"{}|\\^`]+[/#]$/u.test(base)) {
    throw new TypeError(`base: expected an http(s) address ending in / or #, got ${show(base)}`);
  }
  for (const part of code === undefined ? [edition] : [edition, code]) {
    if (typeof part !== 'string' || !/^[\w.-]+$/.test(part)) {
      throw new TypeError(`conceptUri: expected an edition id and a code, got ${show(part)}`);
    }
  }
  return code === undefined ? `${base}${edition}` : `${base}${edition}/${code}`;
}
