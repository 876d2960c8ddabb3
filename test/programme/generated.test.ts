import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

test('the generated modules are what the data says', () => {
  const script = fileURLToPath(new URL('../../packages/programme/scripts/generate.ts', import.meta.url));
  execFileSync(process.execPath, ['--conditions=aipower:source', script, '--check'], { stdio: 'pipe' });
});
