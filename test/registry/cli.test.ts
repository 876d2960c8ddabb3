import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';

const bin = fileURLToPath(new URL('../../packages/registry/bin/aipower-registry.js', import.meta.url));
const sample = fileURLToPath(new URL('../../data/sample/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aipower-cli-'));
const database = join(folder, 'deep', 'register.sqlite');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: string[]) {
  const env = { ...plainEnvironment, DATABASE_URL: database, LANG: 'en_US.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=aipower:source', bin, ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

// In order: each command works on what the ones before it left.
describe('aipower-registry', () => {
  it('says how to use each command, with examples and exit codes', () => {
    expect(cli('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit codes:') });
    for (const command of [
      ['import'],
      ['verify'],
      ['find'],
      ['history'],
      ['export'],
      ['backup'],
      ['tax', 'import'],
      ['tax', 'find'],
      ['status'],
    ]) {
      expect(cli(...command, '--help')).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('$ aipower-registry '),
      });
    }
    expect(cli('--lang', 'zh-TW', '--help').stdout).toContain('結束代碼');
  });

  it.each([
    [['--lang', 'fr', 'status'], '--lang <language>'],
    [['--lang=zh-TW', 'statsu'], '沒有指令 statsu（是否為 status？）'],
    [['--lang', 'zh-TW', 'import', 'list.csv'], '缺少必要選項 --seen-on <day>'],
    [['--lang', 'zh-TW', 'status', '--nonsense'], '沒有選項 --nonsense'],
    [['--lang', 'zh-TW', 'export', '--format', 'pdf'], '可選 csv, csv-safe, jsonl'],
    [['--lang', 'zh-TW', 'verify', 'x'], '引數過多'],
    [['--lang', 'zh-TW', 'history', 'ai', 'x', 'y'], '引數過多'],
    [['--lang', 'zh-TW', 'verify', '--number'], '選項 --number <number> 缺少值'],
    [['--lang', 'zh-TW', 'find'], '缺少引數 words'],
    [['--lang', 'zh-TW', 'tax'], '用法：'],
  ])('%j is not understood, and says so in the language asked for', (args, words) => {
    const { status, stderr } = cli(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) });
    expect(stderr).not.toMatch(/error:|outputHelp|Usage|Options/);
  });

  it('makes no register by looking something up', () => {
    const path = join(folder, 'none', 'register.sqlite');
    const ended = cli('--lang', 'zh-TW', '--database', path, 'status');
    expect(ended).toMatchObject({ status: 4, stderr: expect.stringContaining('無法開啟資料庫') });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('keeps an invented list apart from real ones, and says that it is invented', () => {
    const list = `${sample}register.csv`;
    const invented = ['--database', join(folder, 'invented.sqlite')];
    const args = ['import', list, '--seen-on', '2026-11-20', '--by', 'tester'];
    expect(cli(...invented, ...args, '--fictional').status).toBe(0);
    expect(cli(...invented, ...args)).toMatchObject({ status: 3, stdout: expect.stringContaining('SAMPLE_DATA=no') });
    expect(cli(...invented, 'status', '--json').stderr).toContain('FICTIONAL');
  });

  it('imports: first dry, then for good, then nothing', () => {
    const args = ['import', `${sample}register.csv`, '--seen-on', '115/11/20', '--by', 'tester', '--json'];
    expect(JSON.parse(cli(...args, '--dry-run').stdout)).toMatchObject({
      dryRun: true,
      revision: null,
      counts: { new: 150 },
    });
    const nowhere = join(folder, 'nowhere', 'register.sqlite');
    expect(JSON.parse(cli('--database', nowhere, ...args, '--dry-run').stdout)).toMatchObject({ counts: { new: 150 } });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    expect(JSON.parse(cli(...args).stdout)).toMatchObject({ revision: 1, counts: { new: 150, providersNew: 80 } });
    expect(cli(...args.slice(0, -1))).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing changed.') });
  });

  it('tells every problem of a bad file, in the language asked for, with code 3', () => {
    const path = join(folder, 'bad.csv');
    writeFileSync(path, 'scheme,number,ubn,name,registered_on,valid_until\nai,x,123,示範,115/02/30,116/01/01\n');
    const bad = cli('--lang', 'zh-TW', 'import', path, '--seen-on', '2026-11-20', '--by', 'tester');
    expect(bad.status).toBe(3);
    expect(bad.stdout).toContain('第 2 列 ubn：ubn-malformed');
    expect(bad.stdout).toContain('第 2 列 registered_on：date-impossible');
  });

  it.each([
    [
      [
        'verify',
        '--scheme',
        'ai',
        '--number',
        '示範AI0001',
        '--ubn',
        '00000254',
        '--on',
        '2026-11-21',
        '--today',
        '2026-11-21',
      ],
      0,
      'valid',
    ],
    // Nobody was named: whose number it is was not compared, which is not valid.
    [['verify', '--scheme', 'ai', '--number', '示範AI0001', '--today', '2026-11-21'], 1, 'applicant not checked'],
    [['verify', '--scheme', '人工智慧', '--number', '示範AI9999', '--today', '2026-11-21'], 1, 'not on the list'],
    [['verify', '--scheme', 'ai'], 2, ''],
    [['verify', '--scheme', 'zzz', '--number', '1'], 2, ''],
    [['verify', '--scheme', 'ai', '--number', '1', '--on', '115/02/30'], 2, ''],
    [['find', '示范智慧'], 0, '00000005'],
    [['find', 'zzzzzz'], 1, 'Nothing found.'],
    [['history', 'ai', '示範-AI-0001'], 0, '#1'],
    [['history', '00000005'], 0, '示範智慧建築股份有限公司'],
    [['export'], 0, 'scheme,number,ubn'],
    [['status', '--today', '2026-11-21'], 0, '150 certificates'],
    [['frob'], 2, ''],
    [['find'], 2, ''],
    [['status', '--nonsense'], 2, ''],
    [['import', 'no-such-\u001b[2J\u202efile.csv', '--seen-on', '2026-11-20', '--by', 'x'], 4, ''],
    [['import', `${sample}register.csv`, '--seen-on', '215/11/20', '--by', 'x'], 3, 'seen-on-implausible'],
    [['tax', 'find', '22099131'], 4, ''],
  ] as [string[], number, string][])('%j ends with %i', (args, status, stdout) => {
    const ended = cli(...args);
    expect(ended).toMatchObject({ status, stdout: expect.stringContaining(stdout) });
    if (status === 2 || status === 4) expect(ended.stderr).not.toBe('');
    // Nothing steers the terminal, whatever a file or its name says.
    expect(ended.stdout + ended.stderr).not.toMatch(/\n\s+at |(?![\r\n\t])\p{Cc}|\p{Bidi_Control}/u);
  });

  it('says what the day beside a reason is, and nothing in place of what cannot be quoted', () => {
    const asked = (...more: string[]) =>
      cli('verify', '--scheme', 'ai', '--number', '示範-AI-0001', '--ubn', '00000254', ...more);
    expect(asked('--on', '2026-11-20', '--today', '2026-11-20', '--lang', 'zh-TW').stdout).toContain('起日 2025-04-17');
    expect(asked('--on', '2027-05-01', '--today', '2027-05-01', '--lang', 'en').stdout).toContain(
      '; last day 2027-04-16',
    );
    const old = join(folder, 'old.xls');
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const refused = cli('verify', '--sheet', old, '--lang', 'zh-TW');
    expect(refused).toMatchObject({ status: 3, stderr: expect.stringContaining('以 Excel 開啟後另存為 .xlsx') });
    expect(refused.stderr).not.toContain('「」');
  });

  it('verifies a sheet and keeps its columns', () => {
    const [claims, out] = [join(folder, 'claims.csv'), join(folder, 'answers.csv')];
    writeFileSync(claims, '備註,類別,證書編號,統一編號\n=1+1,ai,示範-AI-0001,00000254\n,ai,無,00000254\n');
    expect(
      cli('verify', '--sheet', claims, '--out', out, '--safe', '--today', '2026-11-21', '--on', '2026-11-21').status,
    ).toBe(0);
    const [header, first] = readFileSync(out, 'utf8').split('\r\n');
    expect(header).toMatch(/^\ufeff備註,類別,證書編號,統一編號,aipower_row,/);
    expect(first).toMatch(/^'=1\+1,ai,示範-AI-0001,00000254,2,ai,/);
  });

  it('loads a tax register without a progress bar in a pipe, and looks companies up', () => {
    const loaded = cli('tax', 'import', `${sample}tax-register.csv`);
    expect(loaded).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(cli('tax', 'find', '00000005', '--json').stdout)).toMatchObject({ units: [{ ubn: '00000005' }] });
    expect(cli('tax', 'find', '商')).toMatchObject({ status: 2 });
    expect(cli('tax', 'find', '--address', '示範路')).toMatchObject({ status: 0 });
    expect(cli('tax', 'find', '沒有這家')).toMatchObject({ status: 1 });
  });

  it.each([
    [['export', '--out', '/nonexistent/register.csv'], 4, 'file-unwritable'],
    [['backup', '/nonexistent/copy.sqlite'], 4, 'file-unwritable'],
    [['backup', database], 2, 'onto itself'],
    [['tax', 'import', folder], 4, 'file-unreadable'],
    [['verify', '--scheme', 'ai', '--number', '示範-AI-0001', '--out', 'x.csv'], 2, '--sheet'],
    [['verify', '--sheet', 'claims.csv', '--number', '示範-AI-0001'], 2, '--number'],
  ])('%j ends with %i and says %s, without a stack', (args, status, words) => {
    const ended = cli(...(args as string[]));
    expect(ended).toMatchObject({ status, stderr: expect.stringContaining(words as string) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it.skipIf(!existsSync('/dev/full'))('names a full disk behind its answers, in a file and in a pipe', () => {
    for (const args of [['export', '--out', '/dev/full'], ['export']]) {
      const full = openSync('/dev/full', 'w');
      const env = { ...plainEnvironment, DATABASE_URL: database };
      const words = ['--conditions=aipower:source', bin, ...args];
      const ended = spawnSync(process.execPath, words, { env, encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
      closeSync(full);
      expect(ended).toMatchObject({ status: 4, stderr: expect.stringMatching(/^disk-full: [^\n]*\n$/) });
    }
  });

  it('leaves no half file behind', () => {
    const out = join(folder, 'all.csv');
    expect(cli('export', '--out', out).status).toBe(0);
    expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(151);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it('backs up a register that works', () => {
    const copy = join(folder, 'copy.sqlite');
    expect(cli('backup', copy).status).toBe(0);
    expect(JSON.parse(cli('--database', copy, 'status', '--json').stdout)).toMatchObject({
      certificates: 150,
      tax: { loaded: true, rows: 82 },
    });
  });
});
