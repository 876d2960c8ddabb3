import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// `npm run docs`, without writing: an export or member without a docstring, a type that is named and not exported, or a link that
// leads nowhere would be a warning, and a warning ends it with 1.
test('the reference of every package can be made without a warning', () => {
  const cwd = fileURLToPath(new URL('../../docs/reference/', import.meta.url));
  const env = { ...process.env, NO_COLOR: '1' };
  expect(execFileSync(process.execPath, ['make.ts', '--check'], { cwd, env, encoding: 'utf8', stdio: 'pipe' })).toBe(
    '',
  );
});
