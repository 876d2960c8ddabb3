import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bin, type PackedProject, packedProject, run } from '../packed-project.ts';
import { readmePrograms } from '../taxonomy/readme.ts';

// As its users get it: built, packed and unpacked into an empty project that has the driver of SQLite only.
const programs = readmePrograms(new URL('../../packages/database/README.md', import.meta.url));
let packed: PackedProject;
beforeAll(() => {
  packed = packedProject(['database'], ['kysely', 'better-sqlite3'], { link: true, buildOnly: ['pg'] });
}, 120_000);
afterAll(() => packed?.remove());

test('the README runs', () => {
  expect(programs).toHaveLength(2);
  for (const [i, { esm, checks }] of programs.entries()) {
    writeFileSync(join(packed.folder, `readme-${i}.mjs`), `const report = console.log;\n${esm}`);
    expect(Number(run(process.execPath, [`readme-${i}.mjs`], packed.folder))).toBe(checks);
  }
});

test('publint and attw report nothing', () => {
  const tarball = packed.tarballs['database']!;
  expect(run(bin('publint'), ['run', tarball, '--strict'], packed.folder)).toContain('All good!');
  expect(run(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii'], packed.folder)).toContain('🟢');
});
