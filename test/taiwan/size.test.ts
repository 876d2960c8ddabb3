import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

// Promised in the package's README, in KB (1000 bytes), minified and gzipped.
const budgets: [entries: string[], kilobytes: number][] = [
  [[''], 6],
  [['/ubn'], 1],
  [['/dates'], 3],
  [['/ubn', '/dates'], 4],
  [['/counties'], 2],
  [['/answers'], 2],
  [['/fold'], 25],
  [['/firm-name'], 135],
  [['/han'], 82],
];

function bundle(contents: string) {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
    conditions: ['aipower:source'],
  });
  return { bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length, inputs: Object.keys(metafile.inputs) };
}

describe.each(budgets)('@aipower/taiwan%j', (entries, kilobytes) => {
  const { bytes, inputs } = bundle(entries.map((entry) => `export * from '@aipower/taiwan${entry}';`).join('\n'));

  test(`is at most ${kilobytes} KB`, () => {
    expect(bytes).toBeLessThanOrEqual(kilobytes * 1000);
  });

  test('needs no other package', () => {
    expect(inputs.filter((path) => path.includes('node_modules') || /packages\/(?!taiwan)/.test(path))).toEqual([]);
  });
});

test('the table of characters is in /fold alone', () => {
  const { inputs } = bundle("export * from '@aipower/taiwan'");
  expect(inputs.filter((path) => path.includes('han-forms'))).toEqual([]);
});

test('what is not used costs nothing', () => {
  expect(bundle("import '@aipower/taiwan'; import '@aipower/taiwan/fold'").bytes).toBeLessThan(50);
  expect(bundle("export { isUbn } from '@aipower/taiwan'").bytes).toBeLessThan(500);
});
