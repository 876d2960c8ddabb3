import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readmePrograms } from '../taxonomy/readme.ts';

const programs = readmePrograms(new URL('../../packages/applications/README.md', import.meta.url));

it.each(programs.map((program, i) => [i + 1, program] as const))(
  'example %i of the README runs as it stands',
  (_n, { esm, checks }) => {
    expect(checks).toBeGreaterThan(2);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=aipower:source', '--input-type=module', '--eval', `const report = console.log;\n${esm}`],
      { cwd: import.meta.dirname, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(Number(stdout)).toBe(checks);
  },
);
