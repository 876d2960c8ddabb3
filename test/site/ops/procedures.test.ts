import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '@aipower/site/config';
import { afterAll, expect, it } from 'vitest';
import { plainEnvironment } from '../../plain-environment.ts';
import { ask } from '../api/contract.ts';
import { startSite } from '../running-site.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'aipower-procedures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const database = join(folder, 'register.db');

function command(...args: string[]) {
  const main = join(root, 'packages/registry/src/cli/main.ts');
  const run = spawnSync(
    process.execPath,
    ['--conditions=aipower:source', main, '--lang', 'en', '--database', database, ...args],
    { encoding: 'utf8', env: plainEnvironment },
  );
  return { status: run.status, text: run.stdout + run.stderr };
}

function list(name: string, ...rows: string[]): string {
  const path = join(folder, name);
  const header = 'scheme,number,ubn,name,registered_on,valid_until,status';
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  return path;
}

const one = 'ai,甲-1,00000254,示範甲有限公司,2026-01-01,2027-01-01,生效';
const other = 'ai,乙-1,00000276,示範乙有限公司,2026-01-01,2027-01-01,生效';
const imported = (path: string, day: string) =>
  command('import', path, '--seen-on', day, '--by', 'Lin', '--accept-gone');

it('back up, take back an import, restore, prove: as the document says', async () => {
  expect(imported(list('first.csv', one), '2026-06-01').status).toBe(0);
  const seal = /[0-9a-f]{64}/.exec(command('verify-history').text)![0];
  const backup = join(folder, 'backup.db');
  expect(command('backup', backup).status).toBe(0);
  expect(command('backup', backup)).toMatchObject({
    status: 4,
    text: expect.stringContaining('nothing is overwritten'),
  });

  // The wrong file, and back.
  expect(imported(list('wrong.csv', other), '2026-06-20').status).toBe(0);
  const asked = command('withdraw', '2', '--by', 'Lin', '--why', 'wrong file');
  expect(asked).toMatchObject({ status: 2, text: expect.stringContaining('repeat with --yes') });
  expect(
    command('verify', '--scheme', 'ai', '--number', '甲-1', '--ubn', '00000254', '--on', '2026-06-21').status,
  ).toBe(1);
  expect(command('withdraw', '2', '--by', 'Lin', '--why', 'wrong file', '--yes').status).toBe(0);
  expect(
    command('verify', '--scheme', 'ai', '--number', '甲-1', '--ubn', '00000254', '--on', '2026-06-21').status,
  ).toBe(0);
  expect(command('verify-history', '--head', seal).status).toBe(0);
  const later = /[0-9a-f]{64}/.exec(command('verify-history').text)![0];
  expect(command('withdraw', '99', '--by', 'Lin', '--why', 'x', '--yes').status).toBe(1);

  // The backup in its place: older than the later seal, which is told.
  for (const name of readdirSync(folder)) if (/^register\.db/.test(name)) rmSync(join(folder, name));
  copyFileSync(backup, database);
  expect(command('verify-history', '--head', seal).status).toBe(0);
  expect(command('verify-history', '--head', later)).toMatchObject({
    status: 1,
    text: expect.stringContaining('head-unknown'),
  });
  const site = await startSite({ DATABASE_URL: database, SAMPLE_DATA: 'no' });
  expect((await ask(`${site.url}/readyz`)).json).toMatchObject({ servedFrom: 'database', register: { revision: 1 } });
  expect((await ask(`${site.url}/providers/00000254`)).status).toBe(200);
  await site.stop();
});

it('a password may stand in a file', () => {
  const file = join(folder, 'database-url');
  writeFileSync(file, 'postgres://aipower:secret@db/aipower\n');
  expect(readConfig({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe('postgres://aipower:secret@db/aipower');
  expect(() => readConfig({ DATABASE_URL_FILE: file, DATABASE_URL: 'x.db' })).toThrow(/both set/);
  expect(() => readConfig({ DATABASE_URL_FILE: '/nowhere' })).toThrow(
    /^DATABASE_URL_FILE is "\/nowhere", which cannot be read \(ENOENT\)/,
  );
});

it('the parts can be listed', () => {
  const run = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { bomFormat, components } = JSON.parse(run.stdout);
  expect(bomFormat).toBe('CycloneDX');
  expect(components.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['express', 'kysely']));
});
