import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const site = resolve(import.meta.dirname, '../../apps/site');

it('a template that asks for what its model does not have fails the check, at its own line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-template-'));
  try {
    const good = readFileSync(resolve(site, 'src/problems/error.ejs'), 'utf8');
    const template = join(folder, 'error.ejs');
    writeFileSync(template, `${good}<%= view.mesage %>\n<%- partial('contact', {}) %>\n`);
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check-types.ts', template], {
      cwd: site,
      encoding: 'utf8',
    });
    const line = good.split('\n').length;
    expect(status).toBe(1);
    expect(stderr).toContain(`error.ejs(${line},`);
    expect(stderr).toContain("'mesage' does not exist");
    expect(stderr).toContain(`error.ejs(${line + 1},`);
    expect(stderr.match(/error TS/g)).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
