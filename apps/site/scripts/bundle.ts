import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const source = join(import.meta.dirname, '../src/apply/browser/card.js');
export const bundleFile = join(import.meta.dirname, '../src/page/assets/generated/card.js');

/** The script of the login and the system check with what it takes from `@aipower/gpki`, for browsers, as one file. */
export function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [source],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['aipower:source'],
  });
  return `// Generated from apps/site/src/apply/browser: npm run generate\n${outputFiles[0]!.text}`;
}

export function isBundleStale(): boolean {
  try {
    return readFileSync(bundleFile, 'utf8') !== bundle();
  } catch {
    return true;
  }
}
