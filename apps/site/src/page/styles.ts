import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order in which they are joined: later sheets may rely on earlier ones, never the other way round. */
const sheets = [
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
  'counter',
  'api',
  'print',
];

/**
 * All style sheets as one text, without comments and the blanks between rules, so that a page asks for one small file.
 *
 * @throws Error when a sheet is missing
 */
export function joinStyles(directory: string): string {
  return sheets
    .map((name) => readFileSync(join(directory, `${name}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}
