import { createHash } from 'node:crypto';

/** The version in an asset's address changes with its content, so that it may be cached for a year. */
export function assetAddress(file: string, content: string | Buffer): string {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  return `/public/${file}?v=${digest}`;
}
