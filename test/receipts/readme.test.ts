import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readmePrograms } from '../taxonomy/readme.ts';

it('the examples of the README run as they stand', () => {
  const [program, ...others] = readmePrograms(new URL('../../packages/receipts/README.md', import.meta.url));
  expect(others).toEqual([]);
  expect(program!.checks).toBeGreaterThan(3);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=aipower:source', '--input-type=module', '--eval', `const report = console.log;\n${program!.esm}`],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(Number(stdout)).toBe(program!.checks);
});
