import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, openRegister, type Register, type SchemeId } from '@aipower/registry';
import { generateTaxFile } from '@aipower/registry/generate-tax-file';
import { median } from './median.ts';
import { benchList, benchNumber, benchScheme, benchUbn } from './registry-data.ts';
import type { Row } from './row.ts';

const TAX_ROWS = 1_710_000;
const on = '2026-06-15';
const today = '2026-11-21';

/** The registry's figures: a register of 30,000 providers and 100,000 certificates, and a tax register of the real size. */
export async function benchRegistry(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-registry-'));
  try {
    return [...(await benchCertificates(folder)), ...(await benchTax(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const p95 = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!;

async function times(count: number, step: (i: number) => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await step(i);
    found.push(performance.now() - start);
  }
  return found;
}

async function timed<T>(step: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await step();
  return [performance.now() - start, result];
}

async function benchCertificates(folder: string): Promise<Row[]> {
  const url = join(folder, 'register.sqlite');
  const list = benchList();
  const options = { seenOn: '2026-11-20', recordedAt: '2026-11-20T10:00:00+08:00', by: 'bench' };
  let register = await openRegister(url, { refreshEvery: 0 });
  const [imported] = await timed(() => register.importList(list, options));
  const [again] = await timed(() => register.importList(list, options));
  await register.close();
  const [opened, fresh] = await timed(() => openRegister(url, { refreshEvery: 0 }));
  register = fresh;
  const rows: Row[] = [
    { name: 'registry: import 100,000 certificates', value: imported / 1000, unit: 's' },
    { name: 'registry: the same list again, unchanged', value: again / 1000, unit: 's' },
    { name: 'registry: open with 100,000 certificates', value: opened / 1000, unit: 's' },
    ...(await benchVerify(register)),
    ...(await benchLists(register)),
  ];
  await register.close();
  return rows;
}

function claims(count: number, wrong: boolean): Claim[] {
  return Array.from({ length: count }, (_, i) => {
    const n = (i * 37) % 100_000;
    const number = wrong ? `${benchNumber(n)}9` : benchNumber(n);
    return { id: String(i), scheme: benchScheme(n) as SchemeId, number, ubn: benchUbn(n % 30_000) };
  });
}

async function benchVerify(register: Register): Promise<Row[]> {
  const known = claims(10_000, false);
  const unknown = claims(10_000, true);
  const [cold] = await timed(() => register.verify(known, { on, today }));
  const [warm] = await timed(() => register.verify(known, { on, today }));
  const [near] = await timed(() => register.verify(unknown, { on, today }));
  const single = await times(5000, (i) => register.verify([known[i]!], { on, today }));
  const history = await times(200, (i) => register.history({ ubn: benchUbn(i * 101) }));
  return [
    { name: 'registry: verify one claim', value: median(single) * 1000, unit: 'µs median' },
    { name: 'registry: verify 10,000 claims, first call', value: cold / 1000, unit: 's', note: 'target 1 s' },
    { name: 'registry: verify 10,000 claims, again', value: warm / 1000, unit: 's', note: 'target 1 s' },
    {
      name: 'registry: verify 10,000 unknown numbers',
      value: near / 1000,
      unit: 's',
      note: 'near numbers offered for each',
    },
    { name: 'registry: history of a provider', value: median(history), unit: 'ms median' },
  ];
}

async function benchLists(register: Register): Promise<Row[]> {
  const [first] = await timed(async () => register.providers({ on: today }));
  const pages = await times(500, (i) => register.providers({ on: today, page: 1 + i }));
  const filters = await times(50, (i) =>
    register.providers({
      on: today,
      item: [`4.2.${1 + (i % 11)}`],
      city: i % 2 ? ['臺北市'] : ['高雄市'],
      state: ['valid'],
      scheme: i > 25 ? ['ai'] : undefined,
    }),
  );
  await timed(async () => register.providers({ on: today, q: '宏達' }));
  const search = await times(300, (i) =>
    register.providers({ on: today, q: `示範${['宏', '達', '光', '華', '信'][i % 5]}${i}` }),
  );
  const lookups = await times(5000, (i) => register.provider(benchUbn((i * 31) % 30_000)));
  return [
    { name: 'registry: first list with facets', value: first, unit: 'ms' },
    {
      name: 'registry: list page',
      value: median(pages) * 1000,
      unit: 'µs median',
      note: 'the same filters, another page',
    },
    { name: 'registry: list with new filters', value: median(filters), unit: 'ms median', note: 'facets counted anew' },
    { name: 'registry: search by name', value: p95(search), unit: 'ms p95' },
    { name: 'registry: provider by 統一編號', value: median(lookups) * 1000, unit: 'µs median' },
  ];
}

/** The import in a process of its own, so that its memory is its own. */
function importTax(url: string, file: string, indexes: string): { seconds: number; megabytes: number } {
  const script = `
    const { openRegister } = await import('@aipower/registry');
    const register = await openRegister(${JSON.stringify(url)}, { refreshEvery: 0 });
    const start = performance.now();
    await register.tax.importFile(${JSON.stringify(file)}, { recordedAt: '2026-11-21T10:00:00+08:00', indexes: ${indexes} });
    const seconds = (performance.now() - start) / 1000;
    await register.close();
    // Not resourceUsage(): the most of a process counts what its parent had when it started it.
    const { readFileSync } = await import('node:fs');
    const [, most] = /^VmHWM:\\s+(\\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    console.log(JSON.stringify({ seconds, megabytes: most / 1024 }));`;
  const args = ['--conditions=aipower:source', '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8' }));
}

/** The sqlite3 program reading the same file and indexing the number; without it, a bare loop of inserts. */
function importPeer(folder: string, file: string): { peer: string; seconds: number } {
  const database = join(folder, 'peer.sqlite');
  const start = performance.now();
  try {
    const script = `.mode csv\n.import "${file}" unit\ncreate index unit_ubn on unit("統一編號");\n`;
    execFileSync('sqlite3', [database], { input: script, stdio: ['pipe', 'pipe', 'ignore'] });
    return { peer: 'sqlite3 .import and number index', seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const bare = join(folder, 'bare.mjs');
    writeFileSync(bare, bareLoop);
    const from = performance.now();
    execFileSync(process.execPath, [bare, file, database], {
      cwd: import.meta.dirname,
      env: { ...process.env, BETTER_SQLITE3: driver() },
    });
    return { peer: 'better-sqlite3, bare insert loop', seconds: (performance.now() - from) / 1000 };
  } finally {
    rmSync(database, { force: true });
  }
}

/** Where better-sqlite3 lies, seen from the package that uses it. */
const driver = () => import.meta.resolve('better-sqlite3', import.meta.resolve('@aipower/registry'));

const bareLoop = `
  import { createReadStream } from 'node:fs';
  import { createInterface } from 'node:readline';
  const { default: Sqlite } = await import(process.env.BETTER_SQLITE3);
  const db = new Sqlite(process.argv[3]);
  db.exec('create table unit (' + Array.from({ length: 16 }, (_, i) => 'c' + i + ' text').join() + ')');
  const add = db.prepare('insert into unit values (' + Array(16).fill('?').join() + ')');
  db.exec('begin');
  for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) add.run(line.split(','));
  db.exec('commit; create index unit_ubn on unit (c1)');`;

async function benchTax(folder: string): Promise<Row[]> {
  const file = join(folder, 'BGMOPEN1.csv');
  await generateTaxFile(file, TAX_ROWS);
  const url = join(folder, 'tax', 'register.sqlite');
  const peer = importPeer(folder, file);
  const bare = importTax(url, file, '{ name: false, address: false }');
  const named = importTax(url, file, '{ name: true, address: false }');
  const all = importTax(url, file, '{ name: true, address: true }');
  const against = (seconds: number) => ({
    unit: 's',
    value: seconds,
    peer: peer.peer,
    peerValue: peer.seconds,
    ratio: seconds / peer.seconds,
  });
  const register = await openRegister(url, { refreshEvery: 0 });
  const ubns = (await register.tax.find({ name: '示範宏', limit: 100 })).units.map(({ ubn }) => ubn);
  const numbers = await times(5000, (i) =>
    register.tax.byUbn(i % 2 ? ubns[i % ubns.length]! : String(10_000_000 + i * 7919)),
  );
  const parts = ['宏達', '光華信', '科技股份', '工程行', '雷電', '梅蘭菊', '資訊有限公司', '東南西', '風雲商', '達光'];
  const substring = await times(500, (i) =>
    register.tax.find({ name: `${parts[i % 10]!}${i % 50 > 40 ? parts[(i * 3) % 10]! : ''}` }),
  );
  const addresses = await times(200, (i) => register.tax.find({ address: `中山路${1 + i}號` }));
  await register.close();
  return [
    { name: 'tax register: import 1.71 M rows, number index', ...against(bare.seconds), note: 'target ratio 1.2' },
    { name: 'tax register: and name index', ...against(named.seconds), note: 'target ratio 2' },
    { name: 'tax register: and address index', ...against(all.seconds), note: 'target ratio 3' },
    {
      name: 'tax register: memory of the import',
      value: Math.max(bare.megabytes, named.megabytes, all.megabytes),
      unit: 'MB max RSS',
      note: 'target 200',
    },
    { name: 'tax register: by number', value: median(numbers), unit: 'ms median', note: 'target 0.1' },
    {
      name: 'tax register: by part of a name',
      value: p95(substring),
      unit: 'ms p95',
      note: 'target 5; twenty rows a page',
    },
    { name: 'tax register: by part of an address', value: p95(addresses), unit: 'ms p95' },
  ];
}
