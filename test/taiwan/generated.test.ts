import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the modules are what the data says', () => {
  const cwd = fileURLToPath(new URL('../../packages/taiwan', import.meta.url));
  const args = ['--conditions=aipower:source', 'scripts/generate.ts', '--check'];
  expect(execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: 'pipe' })).toBe('');
});
