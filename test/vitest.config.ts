import { defineConfig } from 'vitest/config';

// The packages are tested from source, under the same export condition that `npm start` uses.
const conditions = ['aipower:source', 'node', 'module', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'fixtures/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
