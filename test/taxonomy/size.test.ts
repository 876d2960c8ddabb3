import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

// Promised in the package's README, minified and gzipped. The entries with content of their own have generous limits:
// they are there to notice an accident, such as the examples slipping into the search.
const budgets = {
  '': 40_000,
  '/codes': 4_000,
  '/keywords': 110_000,
  '/neighbours': 40_000,
  '/jskos': 40_000,
  '/csv': 40_000,
};

function bundle(contents: string) {
  const stdin = { contents, resolveDir: import.meta.dirname };
  const options = {
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  } as const;
  const { outputFiles, metafile } = buildSync({ ...options, stdin, conditions: ['aipower:source'] });
  return { bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length, inputs: Object.keys(metafile.inputs) };
}

test('the search carries fuse.js and no dictionary', () => {
  const { bytes, inputs } = bundle("export * from '@aipower/taxonomy/search'");
  expect(bytes).toBeLessThanOrEqual(135_000);
  const packages = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  expect([...new Set(packages)]).toEqual(['fuse.js']);
});

describe.each(Object.entries(budgets))('@aipower/taxonomy%s', (entry, limit) => {
  const { bytes, inputs } = bundle(`export * from '@aipower/taxonomy${entry}'`);

  test(`is at most ${limit} bytes`, () => {
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  test('needs no other package', () => {
    expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([]);
  });
});

test('keywords, examples and neighbours are not in the main entry', () => {
  const { inputs } = bundle("export * from '@aipower/taxonomy'");
  expect(inputs.filter((path) => /generated\/(keywords|examples|neighbours)/.test(path))).toEqual([]);
});

test('importing the main entry for nothing costs nothing', () => {
  expect(bundle("import '@aipower/taxonomy'").bytes).toBeLessThan(50);
  const { inputs, bytes } = bundle("export { isItemCode } from '@aipower/taxonomy'");
  expect([inputs.length > 0, bytes < 4_000]).toEqual([true, true]);
});
