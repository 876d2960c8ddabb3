import { skosJsonLd, skosTurtle } from '@aipower/taxonomy/skos';
import type { Request } from 'express';
import { RawAnswer } from './operation.ts';

export const skosMedia = ['text/turtle', 'application/ld+json'] as const;

/** The address under which the site publishes its concepts: `{base}112/4.6.1`. */
export const skosBase = (origin: string) => `${origin}/catalogue/`;

/**
 * The catalogue, or one concept of it, as linked data, when that is what the request prefers.
 * @param media every media type the address can answer in, the default first
 * @returns null when the request prefers something else
 */
export function skosAnswer(req: Request, media: readonly string[], origin: string, code?: string): RawAnswer | null {
  const preferred = req.accepts([...media]);
  const options = {
    base: skosBase(origin),
    license: `${origin}/about#licence`,
    ...(code !== undefined && { codes: [code] }),
  };
  if (preferred === 'text/turtle') return new RawAnswer('text/turtle', skosTurtle(options));
  if (preferred === 'application/ld+json') return new RawAnswer(preferred, JSON.stringify(skosJsonLd(options)));
  return null;
}
