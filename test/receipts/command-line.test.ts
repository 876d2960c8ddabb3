import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type KeyRing, newKeyRing, publicKeys, signReceipt } from '@aipower/receipts';
import { KeyFileError, openKeyFile, readKeyFile } from '@aipower/receipts/key-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from './samples.ts';

const bin = resolve(import.meta.dirname, '../../packages/receipts/bin/aipower-receipt.js');
const folder = mkdtempSync(join(tmpdir(), 'aipower-receipt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=aipower:source', bin, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('aipower-receipt verify', () => {
  let ring: KeyRing;
  beforeAll(async () => {
    ring = await newKeyRing('2026-06-01T00:00:00.000Z');
    const { token } = await signReceipt(samples[0]!, ring);
    writeFileSync(at('receipt.txt'), `${token}\n`);
    writeFileSync(at('changed.txt'), token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')).replace('.ey', '.eY'));
    writeFileSync(at('jwks.json'), JSON.stringify(publicKeys(ring)));
    writeFileSync(at('other.json'), JSON.stringify(publicKeys(await newKeyRing('2026-06-01T00:00:00.000Z'))));
    writeFileSync(at('broken.json'), '{');
  });

  it('exits 0 for a genuine receipt, with jwks.json beside it or named', () => {
    const beside = run('verify', at('receipt.txt'));
    expect(beside).toMatchObject({ status: 0, stderr: '' });
    expect(beside.stdout).toContain('示範-AI-0001');
    expect(beside.stdout).toContain('示範資料，請勿引用');
    expect(run('verify', at('receipt.txt'), '--jwks', at('jwks.json'))).toEqual(beside);
  });

  it('exits 1 for one that was changed, and 2 when it cannot tell', () => {
    expect(run('verify', at('changed.txt'))).toMatchObject({ status: 1, stdout: '' });
    const unknown = run('verify', at('receipt.txt'), '--jwks', at('other.json'));
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toContain('unknown-key');
    expect(run('verify', at('receipt.txt'), '--jwks', at('broken.json')).status).toBe(2);
    expect(run('verify', at('receipt.txt'), '--jwks', at('missing.json')).status).toBe(2);
    expect(run('verify', at('missing.txt')).status).toBe(2);
    expect(run('verify').status).toBe(2);
    expect(run('sing').status).toBe(2);
  });
});

describe('the key file', () => {
  it('is made on first start, once, for its owner only', async () => {
    const path = at('keys.json');
    const now = '2026-06-01T00:00:00.000Z';
    const opened = await Promise.all(Array.from({ length: 8 }, () => openKeyFile(path, now)));
    expect(opened.filter(({ made }) => made)).toHaveLength(1);
    expect(new Set(opened.map(({ ring }) => JSON.stringify(ring))).size).toBe(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(await openKeyFile(path, now)).toEqual({ ring: opened[0]!.ring, made: false });
  });

  it('is never repaired or overwritten when it is broken, and its text is in no message', async () => {
    const path = at('broken-keys.json');
    for (const text of ['{"d":"SECRET', '{"v":1,"keys":[]}']) {
      writeFileSync(path, text);
      const error = await openKeyFile(path, '2026-06-01T00:00:00.000Z').catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(KeyFileError);
      expect(`${(error as Error).message}${(error as Error).stack}`).not.toContain('SECRET');
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });

  it('is rotated by one command, which refuses a key nobody has seen', async () => {
    const path = at('rotate.json');
    const { ring } = await openKeyFile(path, '2026-06-01T00:00:00.000Z');
    expect(run('rotate-key', path)).toMatchObject({ status: 0, stderr: '' });
    const rotated = await readKeyFile(path);
    expect(rotated.keys.map(({ state }) => state)).toEqual(['retired', 'current', 'next']);
    expect(rotated.keys[1]!.kid).toBe(ring.keys[1]!.kid);
    expect(run('rotate-key', path).status).toBe(1);
    expect(await readKeyFile(path)).toEqual(rotated);
    expect(run('rotate-key', path, '--early').status).toBe(0);
    expect(run('rotate-key', path, '--since', '2026-07-01T00:00:00Z').status).toBe(0);
    expect((await readKeyFile(path)).keys[2]!.revoked?.revoked_at).toBe(Date.parse('2026-07-01T00:00:00Z') / 1000);
    expect(run('rotate-key', path, '--since', 'last week').status).toBe(2);
    expect(run('rotate-key', at('missing.json')).status).toBe(2);
    const { stdout } = run('public-keys', path);
    expect(JSON.parse(stdout)).toEqual(publicKeys(await readKeyFile(path)));
  });
});
