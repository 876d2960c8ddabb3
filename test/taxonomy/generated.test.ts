import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

test('the generated modules and files are what the data says', () => {
  const script = fileURLToPath(new URL('../../packages/taxonomy/scripts/generate.ts', import.meta.url));
  execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
});
