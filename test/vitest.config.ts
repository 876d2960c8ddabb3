import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The packages are tested from source, under the same export condition that `npm start` uses.
// Only these: vitest hands them to Node, and `import` or `module` there would make CommonJS packages (pg) require ES modules.
const conditions = ['aipower:source', 'node'];

/** Longest first: begun last, one of these keeps one processor busy while the other has nothing left to do. */
const longest = [
  'browser/every-page-zh',
  'browser/every-page-en',
  'site/ops/start',
  'packed/packages',
  'browser/apply-journey',
  'site/ops/chaos',
  'registry/cli',
  'browser/mirror',
  'browser/ten-tasks',
  'registry/start-at-once',
  'registry/faults',
  'browser/round-journey',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'fixtures/**'],
    setupFiles: ['./fixed-chance.ts'],
    // Many tests wait for a process, a server, a browser or the disk: as many workers as cores would leave cores idle, and four on two cores are in each other's way.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Modules keep nothing but caches, and reading the whole site anew for every file took a third of the time.
    isolate: false,
    // Programs are started from their sources many times: Node keeps what it has compiled of them.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '../node_modules/.cache/compiled') },
    // A limit is there to end what hangs, never to tell slow from quick: no test has one of its own, and these are far above
    // what the longest takes on a machine that does five other things.
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
