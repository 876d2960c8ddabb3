import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// The packages are tested from source, under the same export condition that `npm start` uses.
// Only these: vitest hands them to Node, and `import` or `module` there would make CommonJS packages (pg) require ES modules.
const conditions = ['aipower:source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'fixtures/**'],
    // Many tests wait for a process, a server or a browser: one worker would leave a core idle.
    maxWorkers: 3,
    // Modules keep nothing but caches, and reading the whole site anew for every file took a third of the time.
    isolate: false,
    // Programs are started from their sources many times: Node keeps what it has compiled of them.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '../node_modules/.cache/compiled') },
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
