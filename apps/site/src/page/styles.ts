import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { type Encoded, encodeOnce, sendEncoded } from '../http/encodings.ts';

/** In the order in which they are joined: later sheets may rely on earlier ones, never the other way round. */
const sheets = {
  site: [
    'tokens',
    'base',
    'layout',
    'controls',
    'data',
    'search',
    'programme',
    'home',
    'catalogue',
    'providers',
    'desk',
    'verify',
    'api',
    'print',
  ],
  // What only the pages of a desk need, so that nobody else waits for it.
  desk: ['counter'],
} as const;

export type StyleSheet = keyof typeof sheets;

/**
 * The style sheets of one kind as one text, without comments and the blanks between rules, so that a page asks for small files.
 *
 * @throws Error when a sheet is missing
 */
export function joinStyles(directory: string, kind: StyleSheet): string {
  return sheets[kind]
    .map((name) => readFileSync(join(directory, `${name}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}

/** Serves the joined style sheet, compressed once; its address changes with its content. */
export function styleSheet(styles: string): RequestHandler {
  let body: Encoded = { identity: Buffer.from(styles) };
  encodeOnce(body.identity).then(
    (encoded) => {
      body = encoded;
    },
    // What could not be compressed is sent as it is.
    () => undefined,
  );
  return (req, res) => {
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type('css');
    sendEncoded(req, res, body);
  };
}
