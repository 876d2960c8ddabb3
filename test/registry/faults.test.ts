import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRegister, RegisterError } from '@aipower/registry';
import { generateTaxFile } from '@aipower/registry/generate-tax-file';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ALPHA, csvList, HEADER, importedOn } from './lists.ts';

const bin = fileURLToPath(new URL('../../packages/registry/bin/aipower-registry.js', import.meta.url));
const run = ['--conditions=aipower:source', bin];
let folder: string;
let url: string;
let next = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aipower-faults-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  url = join(folder, `${next++}.sqlite`);
});

const many = (count: number, until: string) =>
  `${HEADER}\n${Array.from({ length: count }, (_, i) => `ai,示範-${String(i).padStart(6, '0')},00000079,示範甲股份有限公司,,,臺北市,2025-01-01,${until},,1.1.1;1.1.2;1.1.3;4.2.10,https://example.org/${i}`).join('\n')}\n`;

describe('the world fails with a name', () => {
  it.each([
    ['a file that is no database', async () => writeFile(url, 'not a register'.repeat(100)), 'database-damaged'],
    [
      'a folder in the place of the file',
      async () => {
        url = folder;
      },
      'database-unreachable',
    ],
    [
      'a server that is not there',
      async () => {
        url = 'postgres://nobody:x@127.0.0.1:1/none';
      },
      'database-unreachable',
    ],
  ])('%s', async (_, prepare, code) => {
    await prepare();
    const error = await openRegister(url, { refreshEvery: 0 }).catch((caught) => caught);
    expect(error).toBeInstanceOf(RegisterError);
    expect(error.code).toBe(code);
    expect(error.cause).toBeInstanceOf(Error);
  });

  // Node's own mkdir, asked for the folders above too, never comes back from there.
  it.skipIf(!existsSync('/proc'))('a folder that no one can make', async () => {
    await expect(openRegister('/proc/none/deep/register.sqlite')).rejects.toMatchObject({
      code: 'database-unreachable',
    });
  });

  it('a register that is not there, for who only looks something up', async () => {
    await expect(openRegister(url, { create: false })).rejects.toMatchObject({ code: 'database-unreachable' });
    expect(existsSync(url)).toBe(false);
  });

  it('a register of a newer version', async () => {
    await (await openRegister(url, { refreshEvery: 0 })).close();
    const script = `const { default: S } = await import('better-sqlite3'); new S(${JSON.stringify(url)}).exec("insert into kysely_migration values ('999-future', '2099')")`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('../../packages/registry', import.meta.url)),
    });
    await expect(openRegister(url, { refreshEvery: 0 })).rejects.toMatchObject({ code: 'schema-too-new' });
  });

  it('a register from before the mark of fiction knows its sample again', async () => {
    const before = await openRegister(url, { refreshEvery: 0 });
    await before.importList(csvList(ALPHA), importedOn('2026-01-10', { source: 'aipower sample (fictional)' }));
    await before.close();
    const guards = [
      'import_run',
      'scheme_list',
      'import_seal',
      'withdrawal',
      'provider_version',
      'certificate_version',
    ];
    const dropped = guards.map((table) => `drop trigger ${table}_kept; drop trigger ${table}_fixed;`).join(' ');
    const back = `${dropped} drop index provider_version_closed; drop index certificate_version_closed; drop table import_seal; drop table withdrawal;
      alter table import_run drop column fictional; alter table register_meta drop column state;
      delete from kysely_migration where name in ('002-fictional', '003-state', '004-history', '005-closed-rows')`;
    const script = `const { default: S } = await import('better-sqlite3'); new S(${JSON.stringify(url)}).exec(${JSON.stringify(back)})`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('../../packages/registry', import.meta.url)),
    });
    const register = await openRegister(url, { refreshEvery: 0 });
    expect(register.status('2026-01-10')).toMatchObject({ fictional: true, certificates: 1 });
    await register.close();
  });

  it('a register that is only read', async () => {
    await (await openRegister(url, { refreshEvery: 0 })).close();
    const register = await openRegister(url, { refreshEvery: 0, readOnly: true });
    await expect(register.importList(csvList(ALPHA), importedOn('2026-01-10'))).rejects.toMatchObject({
      code: 'database-read-only',
    });
    await register.close();
    await expect(async () => register.refresh()).rejects.toMatchObject({ code: 'register-closed' });
    await expect(register.tax.byUbn('00000254')).rejects.toMatchObject({ code: 'register-closed' });
  });

  it('a file that is taken away or replaced while it is open', async () => {
    const register = await openRegister(url, { refreshEvery: 0 });
    await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
    await rename(url, `${url}.away`);
    await expect(register.refresh()).rejects.toMatchObject({ code: 'database-unreachable' });
    // What is known is still answered; an import would be written to a file that nobody can find.
    expect(register.status('2026-01-10').certificates).toBe(1);
    await expect(register.importList(csvList(ALPHA), importedOn('2026-01-11'))).rejects.toMatchObject({
      code: 'database-unreachable',
    });
    await copyFile(`${url}.away`, url);
    await expect(register.refresh()).rejects.toMatchObject({ code: 'database-unreachable' });
    await rename(`${url}.away`, url);
    expect(await register.refresh()).toBe(1);
    await register.close();
  });

  it('another address than a file or PostgreSQL is misuse', async () => {
    await expect(openRegister('mysql://x/y')).rejects.toThrow(TypeError);
    await expect(openRegister('')).rejects.toThrow(/databaseUrl/);
  });

  it('a lock that another process holds is waited for, then named; other work goes on meanwhile', async () => {
    const register = await openRegister(url, { refreshEvery: 0 });
    const script = `const { default: S } = await import('better-sqlite3'); const db = new S(${JSON.stringify(url)}); db.exec('begin immediate'); console.log('held'); setInterval(() => db.open, 1000)`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('../../packages/registry', import.meta.url)),
    });
    await once(holder.stdout, 'data');
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 20);
    await expect(register.importList(csvList(ALPHA), importedOn('2026-01-10'))).rejects.toMatchObject({
      code: 'database-locked',
    });
    expect(ticks).toBeGreaterThan(20);
    const waiting = register.importList(csvList(ALPHA), importedOn('2026-01-10'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect((await waiting).revision).toBe(1);
    clearInterval(ticking);
    await register.close();
  });
});

describe('killed at any moment', () => {
  it('an import leaves the earlier state or the later one, whole', async () => {
    const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')];
    await writeFile(first, many(2000, '2026-12-31'));
    await writeFile(second, many(2000, '2027-12-31'));
    const args = (file: string, day: string) => [
      ...run,
      '--database',
      url,
      'import',
      file,
      '--seen-on',
      day,
      '--by',
      'killer',
    ];
    execFileSync(process.execPath, args(first, '2026-01-10'));
    const [reference, before] = [join(folder, 'reference.sqlite'), join(folder, 'before.sqlite')];
    for (const copy of [reference, before]) await copyFile(url, copy);
    const start = process.hrtime.bigint();
    execFileSync(process.execPath, [...args(second, '2026-02-10').map((word) => (word === url ? reference : word))]);
    let whole = Number(process.hrtime.bigint() - start) / 1e6;
    const outcomes = new Set<string>();
    for (let i = 1; i <= 6; i++) {
      const from = process.hrtime.bigint();
      const child = spawn(process.execPath, args(second, '2026-02-10'), { stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), (whole * i) / 6.5);
      const [code] = await once(child, 'exit');
      clearTimeout(timer);
      // Done before it was killed: the machine was busier when the first was timed. The next is killed within this time.
      if (code === 0 && outcomes.size === 0) {
        whole = Number(process.hrtime.bigint() - from) / 1e6;
        for (const end of ['', '-wal', '-shm']) await rm(url + end, { force: true });
        await copyFile(before, url);
        i = 0;
        continue;
      }
      const register = await openRegister(url, { refreshEvery: 0 });
      const ends = new Set(
        register.snapshot().providers[0]!.certificates.map((one) => one.states.at(-1)!.period.until),
      );
      const outcome = `${register.revision} ${[...ends].join()} ${register.snapshot().providers[0]!.certificates.length}`;
      expect(['1 2026-12-31 2000', '2 2027-12-31 2000']).toContain(outcome);
      outcomes.add(outcome);
      await register.close();
    }
    expect(outcomes).toContain('1 2026-12-31 2000');
  });

  it('a tax import leaves the earlier tax register, and the next one cleans up', async () => {
    const small = join(folder, 'small.csv');
    const large = join(folder, 'large.csv');
    await generateTaxFile(small, 50);
    await generateTaxFile(large, 200_000);
    const register = await openRegister(url, { refreshEvery: 0 });
    await register.tax.importFile(small, { recordedAt: '2026-01-01T00:00:00Z' });
    const child = spawn(process.execPath, [...run, '--database', url, 'tax', 'import', large], { stdio: 'ignore' });
    const part = async () => (await readdir(folder)).find((name) => name.endsWith('.part'));
    await expect
      .poll(async () => ((await part()) ? (await stat(join(folder, (await part())!))).size : 0), { interval: 20 })
      .toBeGreaterThan(100_000);
    // Held where it is: it must not be done before the other has given up.
    child.kill('SIGSTOP');
    const second = register.tax.importFile(small, { recordedAt: '2026-01-02T00:00:00Z' });
    await expect(second).rejects.toMatchObject({ code: 'database-locked' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await register.tax.refresh();
    expect(register.tax.status()).toMatchObject({ rows: 50 });
    expect((await register.tax.find({ name: '示範', limit: 100 })).units).toHaveLength(50);
    await register.tax.importFile(small, { recordedAt: '2026-01-03T00:00:00Z' });
    expect(register.tax.generation).toBe(2);
    expect(await part()).toBeUndefined();
    await register.close();
  });
});

// A small disk of one's own needs a mount; where the system does not let a test have one, there is nothing to fill.
const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt'], { stdio: 'ignore' }).status === 0;

describe('a disk that fills up', () => {
  it.skipIf(!canMount)('is named, and what was there stays', async () => {
    const [first, second] = [join(folder, 'few.csv'), join(folder, 'too-many.csv')];
    await writeFile(first, many(50, '2026-12-31'));
    await writeFile(second, many(20_000, '2027-12-31'));
    await chmod(folder, 0o755);
    const node = `"${process.execPath}" --conditions=aipower:source "${bin}" --database /mnt/register.sqlite`;
    const script = `mount -t tmpfs -o size=1m tmpfs /mnt
      ${node} import "${first}" --seen-on 2026-01-10 --by full
      ${node} import "${second}" --seen-on 2026-02-10 --by full; echo "code $?"
      ${node} status --today 2026-02-10 --json`;
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    expect(stderr).toContain('disk-full');
    expect(stdout).toContain('code 4');
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({ revision: 1, certificates: 50 });
  });
});

describe('a backup', () => {
  it('is a whole register, taken while it is open', async () => {
    const register = await openRegister(url, { refreshEvery: 0 });
    await register.importList(csvList(ALPHA), importedOn('2026-01-10'));
    const copy = join(folder, 'copy.sqlite');
    await register.backup(copy);
    await register.close();
    const restored = await openRegister(copy, { refreshEvery: 0 });
    expect(restored.provider('00000079')).toMatchObject({ name: '示範甲股份有限公司' });
    await restored.close();
    expect((await readFile(copy)).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});
