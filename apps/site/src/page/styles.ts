import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  desk: ['counter', 'round'],
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
